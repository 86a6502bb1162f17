"""Reads back the files of a finished site: what all pages share once, and with all processors."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TypeVar

from bekwaam.mkdocs_plugin.forking import each
from bekwaam.mkdocs_plugin.needles import LONGEST, words_of
from bekwaam.mkdocs_plugin.written import APART, pieces, texts, without_escapes

LEAST = 400
"""Files for which it pays to copy this process."""
_TOGETHER = 50
"""Files that one process reads before it says so."""
_PAGE = "index.html"
_SHOWN, _IN_TAGS = slice(1), slice(1, None)
"""Which of the texts in a page show, and which stand in tags."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of a kind share: the parts around the gaps, and how much of them is read every time.

    A run of words that reaches into a part lies in its margin: the rest of the part needs no second look.
    """

    parts: tuple[bytes, ...]
    margins: tuple[bytes, ...]

    def without(self, page: bytes) -> bytes | None:
        """A page with only the margins of the parts; None for one of another kind."""
        if not (page.startswith(self.parts[0]) and page.endswith(self.parts[-1])):
            return None
        end = len(page) - len(self.parts[-1])
        at, kept = len(self.parts[0]), [self.margins[0]]
        for part, margin in zip(self.parts[1:-1], self.margins[1:-1], strict=True):
            there = page.find(part, at, end)
            if there < 0:
                return None
            kept += page[at:there], margin
            at = there + len(part)
        return b"".join((*kept, page[at:end], self.margins[-1])) if at <= end else None


def frames_of(shared: Iterable[Sequence[bytes]], tells: Callable[[str], bool]) -> list[Frame]:
    """The frames that need to be read only once, given their parts; ``tells`` whether a text tells a secret.

    A frame that does is none of them: every page in it is then read whole, and told.
    """
    return [
        Frame(tuple(parts), tuple(map(_margins, parts, count())))
        for parts in shared
        if len(parts) > 1 and not any(map(tells, texts(APART.encode().join(parts), _PAGE)))
    ]


def short(page: bytes, frames: Iterable[Frame]) -> bytes:
    """A page without what is read once for all pages."""
    found = (one.without(page) for one in frames)
    return next((one for one in found if one is not None), page)


def _margins(part: bytes, number: int) -> bytes:
    """What stands next to the gaps: words and tags, no more of them than a run of words can reach."""
    html = without_escapes(part.decode("utf-8", "replace"))
    # A gap may begin or end inside a tag: what may belong to that tag stays as it is.
    begin, last = html.find(">") + 1, html.rfind(">") + 1
    end = html.find("<", last) if "<" in html[last:] else len(html)
    shown, tags = pieces(html[begin:end])
    shown[1:-1] = filter(str.strip, shown[1:-1])
    near = (
        _near(shown, _SHOWN), _near(tags, _IN_TAGS), _near(tags[::-1], _IN_TAGS), _near(shown[::-1], _SHOWN),
    )  # fmt: skip
    if not all(near):
        return part
    after, tags_after, tags_before, before = near
    # Equal tags are read once, so that what keeps them apart is another one in each part.
    kept = (
        f"{html[:begin]}{' '.join(after)}{''.join(tags_after)}{APART}<{APART}{number}{APART}>"
        f"{''.join(tags_before[::-1])}{' '.join(before[::-1])}{html[end:]}"
    ).encode(errors="replace")
    return kept if len(kept) < len(part) else part


def _near(html: Sequence[str], streams: slice) -> Sequence[str]:
    """The first pieces that hold as many words as a run can have; none where all of them hold fewer."""
    most = 1
    while most <= 2 * len(html):
        # The space in front, for it is a piece of a page whatever it begins with.
        read = list(texts(f" {' '.join(html[:most])}".encode(errors="replace"), _PAGE))[streams]
        if all(len(words_of(text)) >= LONGEST for text in read):
            return html[:most]
        most *= 2
    return ()


def files_in(site: Path) -> list[str]:
    """The paths of all files in a site."""
    found: list[str] = []
    waiting = [""]
    while waiting:
        path = waiting.pop()
        with os.scandir(f"{site}/{path}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{path}{entry.name}/")
                elif entry.is_file():
                    found.append(f"{path}{entry.name}")
    return found


def read_all(paths: Sequence[str], look: Callable[[str], T]) -> Iterator[T]:
    """What ``look`` gives for files, in the order of their paths; in several processes where that pays."""
    return each(look, paths, least=LEAST, together=_TOGETHER)
