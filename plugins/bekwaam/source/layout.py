"""Where a record lives says what it is: the table of paths."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from bekwaam.model.kinds import Kind

LEARNER = "<learner>"
ID = "<id>"

ROWS: tuple[tuple[str, Kind], ...] = (
    ("school.yml", Kind.SCHOOL),
    ("frameworks/<id>.yml", Kind.FRAMEWORK),
    ("organisations/<id>.yml", Kind.ORGANISATION),
    ("people/<id>.yml", Kind.PERSON),
    ("learners/<learner>/learner.yml", Kind.LEARNER),
    ("learners/<learner>/agreements/<id>.yml", Kind.AGREEMENT),
    ("learners/<learner>/plans/<id>.yml", Kind.PLAN),
    ("learners/<learner>/evidence/<id>.yml", Kind.EVIDENCE),
    ("learners/<learner>/assessments/<id>.yml", Kind.ASSESSMENT),
    ("learners/<learner>/decisions/<id>.yml", Kind.DECISION),
    ("learners/<learner>/contacts/<id>.yml", Kind.CONTACT),
    ("quality/contacts/<id>.yml", Kind.CONTACT),
    ("learners/<learner>/feedback/<id>.yml", Kind.FEEDBACK),
    ("learners/<learner>/next-step.yml", Kind.NEXT_STEP),
    ("quality/self-evaluations/<id>.yml", Kind.SELF_EVALUATION),
    ("quality/actions/<id>.yml", Kind.ACTION),
    ("quality/cycles/<id>.yml", Kind.CYCLE),
)
"""The places of records, as people write them; ``.yaml`` is read wherever ``.yml`` stands."""

_SUFFIX = re.compile(r"\.ya?ml\Z")
_ANY_SUFFIX = re.compile(r"\.ya?ml\Z", re.IGNORECASE)
_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*\Z")
_LONGEST_COMPARED = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a path says about its record.

    ``id`` is the file's stem; for ``learner.yml`` it is the name of the learner's folder.
    """

    kind: Kind
    id: str
    learner: str | None = None


_PARTS = tuple((tuple(_SUFFIX.sub("", row).split("/")), row) for row, _ in ROWS)
_BY_SHAPE = {
    (len(parts), *(part for part in parts if not part.startswith("<"))): (parts, kind)
    for (parts, _), (_, kind) in zip(_PARTS, ROWS, strict=True)
}


def is_yaml(name: str) -> bool:
    """Whether a file's name says that it is YAML, in small letters or in capitals."""
    return _ANY_SUFFIX.search(name) is not None


def is_id(word: str) -> bool:
    """Whether ``word`` may name a record: ASCII letters, digits, ``-``, ``_`` and ``.``.

    The first character is no ``.`` (such files are hidden) and no ``-`` (commands would take
    the id for an option).
    """
    return _ID.match(word) is not None


def classify(relative_path: str) -> Place | None:
    """The place of a file, given its path in the folder of records with ``/``.

    Ids are not checked here, so that a file with a bad name can still be told its kind.
    """
    stem, suffixes = _SUFFIX.subn("", relative_path)
    if not suffixes:
        return None
    parts = stem.split("/")
    if not all(parts):
        return None
    found = _BY_SHAPE.get(_shape(parts))
    if found is None:
        return None
    pattern, kind = found
    learner = parts[1] if LEARNER in pattern else None
    identity = learner if kind is Kind.LEARNER and learner else parts[-1]
    return Place(kind=kind, id=identity, learner=learner)


def learner_of(path: str) -> str | None:
    """The learner whose folder a path leads into; None for what is the school's own."""
    top, _, rest = path.partition("/")
    learner, slash, _ = rest.partition("/")
    return learner if top == "learners" and slash else None


def _shape(parts: list[str]) -> tuple[int | str, ...]:
    size = len(parts)
    if parts[0] == "learners" and size >= 3:
        fixed = parts[2:3]
        return (size, "learners", *fixed)
    if size == 1:
        return (size, parts[0])
    return (size, *parts[:-1])


def nearest_row(relative_path: str) -> str:
    """The row of the table that is most like a path that matches none."""
    parts = _ANY_SUFFIX.sub("", relative_path).casefold().split("/")
    return max(_PARTS, key=lambda row: _likeness(parts, row[0]))[1]


def _likeness(parts: list[str], pattern: tuple[str, ...]) -> float:
    """How well a path fits a row from 0 to 1, lined up from the front or from the back."""
    longest = max(len(parts), len(pattern))
    front = sum(map(_part_likeness, parts, pattern))
    back = sum(map(_part_likeness, reversed(parts), reversed(pattern)))
    return max(front, back) / longest


def _part_likeness(part: str, pattern: str) -> float:
    if pattern.startswith("<"):
        return 0.25
    # Squared, so that one word hit exactly counts for more than two that are hit by half.
    return SequenceMatcher(None, part[:_LONGEST_COMPARED], pattern).ratio() ** 2
