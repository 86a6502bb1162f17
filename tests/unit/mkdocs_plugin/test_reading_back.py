"""What is read once for all pages hides nothing from whoever looks for a run of words."""

from __future__ import annotations

from random import Random

import pytest

from bekwaam.mkdocs_plugin import forking, reading_back
from bekwaam.mkdocs_plugin.needles import LONGEST, words_of
from bekwaam.mkdocs_plugin.reading_back import Frame, frames_of, read_all, short
from bekwaam.mkdocs_plugin.written import texts


def part(chance: Random, name: str, size: int) -> bytes:
    """A stretch of HTML of so many tags, each word in it another."""
    html = []
    for number in range(size):
        word = f"{name}x{number}"
        html.append(
            chance.choice(
                (f'<a href="{word}" title="{word}t">{word}</a> ', f"<br>{word} ", f'<i class="{word}"></i>\n')
            )
        )
    return "".join(html).encode()


def windows(page: bytes) -> set[tuple[str, ...]]:
    """All runs of as many words as are looked for at most."""
    streams = [words_of(text) for text in texts(page, "index.html")]
    return {tuple(words[at : at + LONGEST]) for words in streams for at in range(len(words) - LONGEST + 1)}


@pytest.mark.parametrize("seed", range(20))
def test_every_run_of_words_that_touches_a_gap_is_still_there(seed: int) -> None:
    chance = Random(seed)
    parts = [
        part(chance, f"p{number}", chance.choice((3, 40, 400))) for number in range(chance.randint(2, 5))
    ]
    (frame,) = frames_of([parts], lambda _text: False)
    values = [
        b" ".join(f"secret{place}v{number}".encode() for number in range(chance.randint(0, 12)))
        for place in range(len(parts) - 1)
    ]
    page = parts[0] + b"".join(value + one for value, one in zip(values, parts[1:], strict=True))
    kept = short(page, [frame])
    assert len(kept) <= len(page) + 20 * len(parts)
    wanted = {one for one in windows(page) if any("secret" in word for word in one)}
    assert wanted <= windows(kept)
    if max(map(len, parts)) > 10_000:
        assert len(kept) < len(page) / 2


def test_only_the_words_beside_a_gap_are_read_again() -> None:
    menu = b"".join(b'<li class="item"><a href="%d/">\n   \n</a></li>' % number for number in range(500))
    words = b"<p>one two three four five six seven eight nine ten</p>"
    (frame,) = frames_of([[words + menu + words, words + menu + words]], lambda _text: False)
    assert len(short(words + menu + words + b"gap" + words + menu + words, [frame])) < 1000


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'<meta content="', b'"><p>end</p>'),
        (b"<p>anna", b"peeters</p>"),
        (b"<p>a > b anna", b"peeters < c</p>"),
        (b"anna", b"peeters"),
        (b'<a title="%C3%A9 anna', b'peeters %C3%A9">'),
        (b'<script>var a = "\\u003cb \\ud83d"</script> anna', b"peeters"),
        (b"anna", b'<b title="peeters jan an">peeters'),
        (b'<b title="anna < jan', b'peeters">anna'),
        (b"%PDF-anna", b"%PDF-peeters"),
    ],
)
def test_a_gap_inside_a_tag_or_a_word_is_read_as_in_the_page(before: bytes, after: bytes) -> None:
    much = part(Random(1), "much", 300)
    (frame,) = frames_of([[much + before, after + much]], lambda _text: False)
    values = (b"secret", b"se cret", b"se%20cret", b"&eacute;se cret", b"")
    for value in (*values, b" < secret", b"<!-- secret", b"secret > cret"):
        page = much + before + value + after + much
        wanted = {one for one in windows(page) if any("cret" in word or "anna" in word for word in one)}
        kept = short(page, [frame])
        assert len(kept) < len(page) / 4
        assert wanted <= windows(kept)


def test_what_stands_far_apart_in_a_frame_does_not_stand_side_by_side() -> None:
    parts = [part(Random(1), f"p{number}", 300) for number in range(3)]
    (frame,) = frames_of([parts], lambda _text: False)
    page = b" gap ".join(parts)
    assert {one for one in windows(short(page, [frame])) if "x" not in one} <= windows(page)


def test_a_page_of_another_kind_is_read_whole() -> None:
    frame = Frame((b"<p>one", b"two</p>"), (b"", b""))
    for page in (b"<p>other two</p>", b"<p>one", b"two</p>", b""):
        assert short(page, [frame]) == page
    assert short(b"<p>one and two</p>", [frame]) == b" and "


def test_parts_that_overlap_are_no_frame() -> None:
    frame = Frame((b"<p>a", b"a</p>"), (b"", b""))
    assert short(b"<p>a</p>", [frame]) == b"<p>a</p>"


def test_a_frame_that_tells_a_secret_is_read_in_every_page() -> None:
    assert frames_of([[b"<p>Anna Peeters</p>", b"<p>end</p>"]], lambda text: "Peeters" in text) == []


@pytest.mark.parametrize("markup", [b"<p>Anna <b>Peeters</b></p>", b"<p>Anna&nbsp;&#80;eeters</p>"])
def test_a_frame_that_tells_a_secret_in_its_markup_is_read_in_every_page(markup: bytes) -> None:
    def tells(text: str) -> bool:
        return "anna peeters" in " ".join(words_of(text))

    assert frames_of([[markup, b"<p>end</p>"]], tells) == []


def test_several_processes_find_the_same_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [f"{number}.html" for number in range(230)]

    def look(path: str) -> list[tuple[str, object]]:
        return [(path, number) for number in range(int(path.removesuffix(".html")) % 3)]

    alone = list(read_all(paths, look))
    monkeypatch.setattr(reading_back, "LEAST", 10)
    monkeypatch.setattr(forking, "processors", lambda: 2)
    assert list(read_all(paths, look)) == alone
