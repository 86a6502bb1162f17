"""Finds thousands of secrets in a text at once, word by word."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from bekwaam.audience.strings import Sort
from bekwaam.audience.withheld import Secret

Words = Sequence[str]
Needle = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
LONGEST = 8
"""Words in a row that no two people write by chance; no run of words that is looked for is longer."""
_ENOUGH = 4
"""Words in a row that do not come about where two texts stand side by side."""
_PERSONAL = (Sort.NAME, Sort.EMAIL, Sort.PHONE)
_SHORTEST_NAME = 3
_SHORTEST = 5
_SHORTEST_PHONE = 6


def words_of(text: str) -> list[str]:
    """The words of a text, as they are compared: no case, no accents' forms, no punctuation."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return _WORD.findall(text.casefold())


class Needles:
    """Secrets cut into short runs of words, each kept under the word in it that is seldom met.

    Which runs tell something depends on ``common``, the words that may well stand in the site: a
    run of common words has to be long, or personal.
    """

    def __init__(self, secrets: Iterable[Secret], common: Collection[str]) -> None:
        """Cut up the secrets."""
        self._at: dict[str, dict[tuple[int, int], dict[Needle, Secret]]] = {}
        for secret in secrets:
            for needle in _cut(secret, common):
                self._keep(needle, secret, common)

    def __bool__(self) -> bool:
        return bool(self._at)

    def digest(self) -> str:
        """The same for the same runs of words; they come in the order of the records."""
        found = hashlib.blake2b(digest_size=16)
        for shapes in self._at.values():
            for needles in shapes.values():
                found.update(repr(list(needles)).encode("utf-8", "surrogatepass"))
        return found.hexdigest()

    def _keep(self, needle: Needle, secret: Secret, common: Collection[str]) -> None:
        place = max(range(len(needle)), key=lambda at: (needle[at] not in common, len(needle[at])))
        shapes = self._at.setdefault(needle[place], defaultdict(dict))
        shapes[place, len(needle)].setdefault(needle, secret)

    def find(self, words: Words) -> Iterator[tuple[Needle, Secret]]:
        """The secrets in a text, given its words."""
        anchors = self._at.keys() & set(words)
        if not anchors:
            return
        for at, word in enumerate(words):
            if word not in anchors:
                continue
            for (place, length), needles in self._at[word].items():
                start = at - place
                if start >= 0:
                    needle = tuple(words[start : start + length])
                    if needle in needles:
                        yield needle, needles[needle]

    def forget(self, words: Words, where: Callable[[Needle, Secret], bool] = lambda *_: True) -> None:
        """Drop the runs of words that stand in a text which the audience may read."""
        for needle, _ in list(self.find(words)):
            for anchor in dict.fromkeys(needle):
                shapes = self._at.get(anchor, {})
                for shape, needles in list(shapes.items()):
                    if needle in needles and where(needle, needles[needle]):
                        del needles[needle]
                    if not needles:
                        del shapes[shape]
                if not shapes:
                    # A common word that nothing hangs on would only take time.
                    self._at.pop(anchor, None)


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
