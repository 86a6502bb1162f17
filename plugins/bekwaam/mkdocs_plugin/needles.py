"""Finds thousands of secrets in a text at once, word by word."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import compress, count

from bekwaam.audience.strings import Sort
from bekwaam.audience.withheld import Secret
from bekwaam.mkdocs_plugin.written import APART

Words = Sequence[str]
Needle = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
_ASCII = bytes(range(128))
_WORDS = bytes(
    one if one > 127 else ord(chr(one).lower()) if chr(one).isalnum() else 32 for one in range(256)
)
"""Turns capitals into small letters, and into a space whatever of ASCII stands in no word."""
_SIMPLE = (("\x80", "\u10ff"), ("\u2000", "\u2bff"), ("\U0001f000", "\U0001faff"))
"""Alphabets, punctuation and pictures in which only marks join the sign before them."""
_MANY = 100
"""Signs beyond ASCII that are replaced one after another."""
LONGEST = 8
"""Words in a row that no two people write by chance; no run of words that is looked for is longer."""
_STARTS = (1, 2, 3)
"""How many words of a run are looked for first; three do not often stand together by chance."""
_ENOUGH = 4
"""Words in a row that do not come about where two texts stand side by side."""
_PERSONAL = (Sort.NAME, Sort.EMAIL, Sort.PHONE)
_SHORTEST_NAME = 3
_SHORTEST = 5
_SHORTEST_PHONE = 6


def words_of(text: str) -> list[str]:
    """The words of a text, as they are compared: no case, no accents' forms, no punctuation."""
    written = text.encode("utf-8", "surrogatepass")
    signs = list(set(written.translate(None, _ASCII).decode("utf-8", "surrogatepass")))
    plain = [_plain(one) for one in signs] if len(signs) <= _MANY else [None]
    if None in plain:
        return _WORD.findall(unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold())
    # The same in a third of the time, as with nearly every text: whole sites go through this.
    for one, instead in zip(signs, plain, strict=True):
        if instead is not None and instead != one.encode():
            written = written.replace(one.encode(), instead)
    return written.translate(_WORDS).decode("utf-8").split()


@cache
def _plain(sign: str) -> bytes | None:
    """What a sign is in words that are compared; None where that depends on those around it."""
    if unicodedata.category(sign).startswith("M") or not any(a <= sign <= b for a, b in _SIMPLE):
        return None
    text = unicodedata.normalize("NFKC", sign).replace("\u00ad", "").casefold()
    return "".join(one if one.isalnum() else " " for one in text).encode()


def words_shown(strings: Iterable[tuple[Sort, str]]) -> str:
    """All words that an audience may read in some strings, in their order, with spaces between them.

    A telephone number is there without its spaces too, as in a link.
    """
    texts: list[str] = []
    for sort, text in strings:
        texts.append(text)
        if sort is Sort.PHONE:
            texts.append("".join(words_of(text)))
    return " ".join(words_of(APART.join(texts)))


class Needles:
    """Secrets cut into short runs of words, each kept under the words with which it starts.

    Which runs tell something depends on ``common``, the words that may well stand in the site: a
    run of common words has to be long, or personal.
    """

    def __init__(self, secrets: Iterable[Secret], common: Collection[str]) -> None:
        """Cut up the secrets."""
        self._at: dict[int, dict[Needle, dict[int, dict[Needle, Secret]]]] = {size: {} for size in _STARTS}
        for secret in secrets:
            for needle in _cut(secret, common):
                start = needle[: _STARTS[-1]]
                lengths = self._at[len(start)].setdefault(start, {})
                lengths.setdefault(len(needle), {}).setdefault(needle, secret)

    def __bool__(self) -> bool:
        return any(self._at.values())

    def digest(self) -> str:
        """The same for the same runs of words; they come in the order of the records."""
        found = hashlib.blake2b(digest_size=16)
        for starts in self._at.values():
            for lengths in starts.values():
                found.update(repr(list(map(list, lengths.values()))).encode("utf-8", "surrogatepass"))
        return found.hexdigest()

    def find(self, words: Words) -> Iterator[tuple[Needle, Secret]]:
        """The secrets in a text, given its words, in their order."""
        found: list[tuple[int, Needle, Secret]] = []
        for size, starts in self._at.items():
            # What runs over all words of a site is left to the interpreter's own loops.
            begun = map(starts.__contains__, _runs(words, size) if starts else ())
            for at in compress(count(), begun):
                for length, needles in starts[tuple(words[at : at + size])].items():
                    needle = tuple(words[at : at + length])
                    if needle in needles:
                        found.append((at, needle, needles[needle]))
        for _, needle, secret in sorted(found, key=lambda one: one[:2]):
            yield needle, secret

    def forget(self, words: Words, where: Callable[[Needle, Secret], bool] = lambda *_: True) -> None:
        """Drop the runs of words that stand in a text which the audience may read."""
        for needle, secret in dict(self.find(words)).items():
            if where(needle, secret):
                start = needle[: _STARTS[-1]]
                starts = self._at[len(start)]
                del starts[start][len(needle)][needle]
                if not starts[start][len(needle)]:
                    del starts[start][len(needle)]
                if not starts[start]:
                    del starts[start]


def _runs(words: Words, size: int) -> Iterator[Needle]:
    """All runs of so many words."""
    return zip(*(words[at:] for at in range(size)), strict=False)


def is_strict(needle: Needle, secret: Secret) -> bool:
    """Whether a run of words is so telling that it may stand in no page at all, whoever wrote that."""
    return len(needle) >= LONGEST or (secret.sort in _PERSONAL and len(needle) > 1)


def _cut(secret: Secret, common: Collection[str]) -> Iterator[Needle]:
    words = tuple(words_of(secret.text))
    if secret.sort is Sort.PHONE:
        yield from _cut_phone(words)
    elif len(words) > LONGEST:
        yield from _cut_long(words, common)
    elif _tells(words, secret.sort, common):
        yield words
    if secret.sort is Sort.NAME and len(words) > 1:
        yield from ((one,) for one in words if _tells((one,), secret.sort, common))


def _cut_phone(words: Needle) -> Iterator[Needle]:
    """With the spaces that somebody wrote, and without any, as in a link."""
    if sum(map(len, words)) >= _SHORTEST_PHONE:
        yield words
        yield ("".join(words),)


def _tells(words: Needle, sort: Sort, common: Collection[str]) -> bool:
    # Numbers stand everywhere, in drawings and dates.
    if all(word.isdecimal() for word in words):
        return False
    if len(words) == 1:
        shortest = _SHORTEST_NAME if sort in _PERSONAL else _SHORTEST
        return words[0] not in common and len(words[0]) >= shortest
    if sort in _PERSONAL or len(words) >= _ENOUGH:
        return True
    return any(word not in common for word in words)


def _cut_long(words: Needle, common: Collection[str]) -> Iterator[Needle]:
    """Three words around each that is not common, and eight where all are."""
    after = known_from = 0
    for at, word in enumerate(words):
        if word not in common and at >= after and not word.isdecimal():
            start = min(max(0, at - 1), len(words) - 3)
            yield words[start : start + 3]
            after, known_from = start + 3, start + 3
        elif at - known_from == LONGEST - 1:
            yield words[known_from : at + 1]
            known_from = at + 1
