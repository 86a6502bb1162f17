"""What the search gets of a page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bekwaam.mkdocs_plugin.searching import Search, shortened, words
from bekwaam.site.page import Page


def test_only_the_words_after_the_title_are_found() -> None:
    body = (
        "<nav>Learners / Anna</nav><h1>Rye bread</h1><svg><title>drawing</title></svg>"
        "<p>Dough &amp; salt,<br>4 &lt; 5</p><form>filter</form><ul><li>one</li><li>two</li></ul>"
    )
    assert words(body, 1000) == "Dough &amp; salt, 4 &lt; 5 one two"


def test_what_was_escaped_stays_escaped() -> None:
    assert words("<h1>a</h1><p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</p>", 100) == (
        "&lt;script&gt;alert('1')&lt;/script&gt;"
    )


def test_a_long_text_is_cut_after_a_word() -> None:
    assert words("<h1>a</h1>" + "bread " * 100, 20) == "bread bread bread"


def test_a_page_without_a_title_is_read_from_the_start() -> None:
    assert words("<p>bread</p>", 20) == "bread"


_PIECES = [
    "<nav>", "</nav>", "<svg>", "</svg>", "<!--", "-->", "<form>", "</form>", "</h1>", "<p>", "</p>",
    "<navel>", "bread", "&amp;", "&lt;", ">", "é", " ",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=40), st.integers(1, 12))
def test_the_start_of_a_long_page_says_the_same_as_all_of_it(pieces: list[str], most: int) -> None:
    body = "".join(pieces)
    assert words(body, most) == shortened(words(body, 10_000), most)


def piece(number: int, title: str, name: str) -> Page:
    return Page(
        uri=f"learners/l{number % 1000}/evidence/2026-05-{number:05}/",
        title=title,
        body=f"<h1>{title}</h1><p>{'Een zin over het werk van vandaag. ' * 20}</p>",
        description=f"{title}, {name}",
        search=True,
        kind="evidence",
    )


def handed_over(pages: Iterable[Page], *, apart: bool) -> tuple[list[Any], dict[str, Any]]:
    search = Search(apart=apart)
    search.entries.extend(entry for page in pages if (entry := search.entry(page)))
    index = SimpleNamespace(entries=[])
    config = SimpleNamespace(plugins={"material/search": SimpleNamespace(search_index=index)})
    parts = search.hand_over(config, label="Evidence", more="More")  # type: ignore[arg-type]
    return index.entries, {path: json.loads(part) for path, part in parts.items()}


def test_little_evidence_is_in_the_theme_s_index() -> None:
    entries, parts = handed_over([piece(1, "Brood", "Anna")], apart=False)
    assert [one["location"] for one in entries] == ["learners/l1/evidence/2026-05-00001/"]
    assert entries[0].keys() == {"location", "title", "text"}
    assert parts == {}


def test_much_evidence_is_found_by_the_start_of_a_word_of_its_title_or_of_whose_it_is() -> None:
    pages = [piece(1, "Crème & brûlée", "Ömer"), piece(2, "Crèmes", "Łucja")]
    entries, parts = handed_over(pages, apart=True)
    assert entries == []
    assert sorted(parts) == [
        f"search/evidence/{name}.json" for name in ("-142uc", "bru", "cre", "ome", "starts")
    ]
    assert [one[1:] for one in parts["search/evidence/cre.json"]["found"]] == [
        ["Crèmes", "Łucja"],
        ["Crème & brûlée", "Ömer"],
    ]


def test_nothing_that_a_page_loads_grows_without_end() -> None:
    learners = [
        Page(uri=f"learners/l{one}/", title="Lena Peeters", body="<h1>x</h1>" + "woord " * 900,
             description="", search=True, kind="learner")
        for one in range(1000)
    ]  # fmt: skip
    entries, parts = handed_over(
        [*learners, *(piece(one, "Roggebrood", "Lena") for one in range(20_000))], apart=True
    )
    assert len(json.dumps(entries)) < 300_000
    assert all(len(json.dumps(part)) < 300_000 for part in parts.values())
    assert parts["search/evidence/rog.json"]["all"] is False
    assert parts["search/evidence/starts.json"] == {
        "label": "Evidence",
        "more": "More",
        "starts": ["len", "rog"],
    }
    assert parts["search/evidence/rog.json"]["found"][0][0].endswith("19999/")


def test_what_short_texts_leave_is_for_the_long_ones() -> None:
    body = f"<h1>Bakery</h1>{'word ' * 700}last"
    trade = Page(
        uri="frameworks/bakery/", title="Bakery", body=body, description="", search=True, kind="framework"
    )
    entries, _ = handed_over([*(piece(number, "Brood", "Anna") for number in range(250)), trade], apart=False)
    assert entries[-1]["text"].endswith("last")
    assert entries[0]["text"].endswith("vandaag.")
