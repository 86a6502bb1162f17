"""What an indicator says, and how its answer follows from what it counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bekwaam.diagnostics import Message, say
from bekwaam.model.project import Record
from bekwaam.model.quality import AnswerValue

MOST, HALF = 0.9, 0.5
"""From this share on the records say yes, and partly; less is no."""

NOTHING = say("There is nothing to count yet.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """A record that falls short (its path below the folder of records), and how."""

    path: str
    says: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indication:
    """What the records say about a point.

    ``answer`` is None where they cannot tell. ``says`` is a sentence with the figures, ``how`` one
    about what was counted. ``done`` of ``all`` are in order; ``good`` are the paths of records that
    show it, ``short`` those that fall short.
    """

    answer: AnswerValue | None
    says: Message
    how: Message
    done: int = 0
    all: int = 0
    good: tuple[str, ...] = ()
    short: tuple[Short, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One thing that was counted: its record, whether it is in order, and what lacks."""

    path: str
    fine: bool
    lacks: Message | None = None


def count(record: Record[Any], fine: object, lacks: Message | None = None) -> Counted:
    """Count a record; ``fine`` by its truth."""
    return Counted(path=record.path, fine=bool(fine), lacks=lacks)


def share(
    counted: Iterable[Counted],
    says: str,
    how: str,
    *,
    empty: AnswerValue | None = None,
    only_people: bool = False,
    **more: object,
) -> Indication:
    """An answer by the share that is in order: `MOST` yes, `HALF` partly, less no.

    ``says`` has the gaps ``{done}`` and ``{all}``. Where nothing was counted the answer is ``empty``.
    With ``only_people`` the figures are told without an answer: whether they are enough is for people.
    """
    ones = list(counted)
    good = [one for one in ones if one.fine]
    part = len(good) / len(ones) if ones else 0
    answer = AnswerValue.YES if part >= MOST else AnswerValue.PARTLY if part >= HALF else AnswerValue.NO
    return Indication(
        answer=None if only_people else answer if ones else empty,
        says=say(says, done=len(good), all=len(ones), **more) if ones else NOTHING,
        how=say(how),
        done=len(good),
        all=len(ones),
        good=tuple(dict.fromkeys(one.path for one in good)),
        short=tuple(Short(path=one.path, says=one.lacks) for one in ones if not one.fine),
    )


def some(
    records: Iterable[Record[Any]],
    says: str,
    how: str,
    *,
    enough: int = 1,
    none: AnswerValue | None = AnswerValue.NO,
) -> Indication:
    """An answer by whether there are ``enough``: fewer is partly, none at all is ``none``.

    ``says`` has the gap ``{count}``.
    """
    found = list(records)
    answer = AnswerValue.YES if len(found) >= enough else AnswerValue.PARTLY if found else none
    return Indication(
        answer=answer,
        says=say(says, count=len(found)),
        how=say(how),
        done=len(found),
        all=len(found),
        good=tuple(one.path for one in found),
    )
