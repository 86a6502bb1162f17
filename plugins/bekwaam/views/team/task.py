"""Something that somebody has to do, and by when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from bekwaam.diagnostics import Message
from bekwaam.views.parts import Link

WEEK = dt.timedelta(days=7)


class TaskKind(Enum):
    """What sort of task it is, in the order in which they stand when they are due together."""

    VISIT = "visit"
    CONTACT = "contact"
    ASSESS = "assess"
    SELF_ASSESS = "self_assess"
    READY = "ready"
    DISCUSS = "discuss"
    DECIDE = "decide"
    GOAL = "goal"
    CONFIRM = "confirm"
    QUESTION = "question"
    SEAL = "seal"
    REFRESH = "refresh"
    AGREEMENT = "agreement"
    APPROVAL = "approval"
    FOLLOW_UP = "follow_up"
    TRAINING = "training"
    REVIEW = "review"
    ACTION = "action"
    GAP = "gap"
    LOOK_BACK = "look_back"


class When(Enum):
    """How pressing a task is on the day of the views."""

    OVERDUE = "overdue"
    WEEK = "week"
    LATER = "later"
    ANY_TIME = "any_time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do.

    ``who`` are ids of people, and ``learner`` for the learner. ``says`` is what to do and ``how``
    the next step; ``about`` is what it is about, each with its page. ``learner`` is whom it is for,
    and ``key`` that learner's key. ``uri`` is the page to start from, ``path`` the record to write
    in (or the one that asks for it), as below the folder of records. ``code`` is the finding that
    says the same once it is late. ``number`` stays the same from build to build.
    """

    kind: TaskKind
    who: tuple[str, ...]
    says: Message
    number: str
    path: str
    due: dt.date | None = None
    how: Message | None = None
    about: tuple[Link, ...] = ()
    learner: Link | None = None
    key: str | None = None
    uri: str | None = None
    code: str | None = None

    @property
    def point(self) -> str | None:
        """The guide's point (two digits), where the finding is about one."""
        return self.code[2:] if self.code and self.code.startswith(("W6", "W7")) else None

    def when(self, as_of: dt.date) -> When:
        """How pressing it is on a day; a week is seven days, that day included."""
        if self.due is None:
            return When.ANY_TIME
        if self.due < as_of:
            return When.OVERDUE
        return When.WEEK if self.due < as_of + WEEK else When.LATER


_KINDS = {kind: place for place, kind in enumerate(TaskKind)}


def order(task: Task) -> tuple[dt.date, int, str, str]:
    """The earliest first, and at the end what has no date."""
    return task.due or dt.date.max, _KINDS[task.kind], task.path, task.number
