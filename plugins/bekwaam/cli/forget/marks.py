"""By which words somebody is found: those that can mean nobody else, and those that may."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bekwaam.audience.slug import slug

_SHORTEST = 3
_PARTICLES = frozenset(
    {
        "al",
        "ben",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "el",
        "la",
        "le",
        "te",
        "ten",
        "ter",
        "van",
        "von",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What tells of one learner.

    ``sure`` are full names, addresses, and the id in a path; ``likely`` are the id by itself,
    the pseudonym and parts of the name, which others may have too.
    """

    id: str
    names: tuple[str, ...]
    pseudonyms: tuple[str, ...]
    emails: tuple[str, ...]

    @property
    def sure(self) -> tuple[str, ...]:
        """What can mean nobody else."""
        return _unique((*self.emails, *(one for one in self.names if " " in one)))

    @property
    def likely(self) -> tuple[str, ...]:
        """What may mean somebody else as well."""
        parts = [part for name in self.names for part in name.split() if part.casefold() not in _PARTICLES]
        slugs = [slug(one) for one in self.pseudonyms]
        return _unique((self.id, *self.names, *self.pseudonyms, *slugs, *parts))

    @property
    def in_paths(self) -> re.Pattern[str]:
        """The id where it names the learner's folder, or a record in it."""
        id_ = re.escape(self.id)
        return re.compile(rf"(?<![\w.-])(?:{id_}/|learners/{id_}(?![\w.-]))", re.IGNORECASE)


def marks_of(id_: str, versions: Iterable[Mapping[str, Any]]) -> Marks:
    """The marks of a learner, from all versions of their record that are known."""
    names: list[str] = []
    pseudonyms: list[str] = []
    emails: list[str] = []
    for data in versions:
        names += _texts(data.get("name"))
        pseudonyms += _texts(data.get("pseudonym"))
        emails += _texts(data.get("emails"))
    return Marks(id=id_, names=_unique(names), pseudonyms=_unique(pseudonyms), emails=_unique(emails))


def pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """Finds any of some words whole, however it is capitalised, spaced or accented inside."""
    parts = [
        _one(form) for word in words for form in dict.fromkeys((word, unicodedata.normalize("NFD", word)))
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE) if parts else None


def _one(word: str) -> str:
    return r"\s+".join(re.escape(part) for part in word.split())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _unique(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in words if len(one) >= _SHORTEST))
