"""Makes tasks for one learner, or for the school as a whole."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

from bekwaam.diagnostics import Message
from bekwaam.rules.acting import together
from bekwaam.views.context import Context
from bekwaam.views.evidence import learner_uri
from bekwaam.views.parts import Link
from bekwaam.views.team.task import Task, TaskKind
from bekwaam.views.words import Words


def follow_up_uri(key: str) -> str:
    """Where the page stands on which a learner is followed up."""
    return f"{learner_uri(key)}follow-up/"


@dataclass(frozen=True)
class Maker:
    """What all tasks of one learner share; without ``key`` they are the school's own."""

    context: Context
    key: str | None = None

    @property
    def as_of(self) -> dt.date:
        """The day of the views."""
        return self.context.as_of

    def task(
        self,
        kind: TaskKind,
        path: str,
        who: tuple[str, ...],
        says: Message,
        *,
        how: Message | None = None,
        due: dt.date | None = None,
        about: tuple[Link, ...] = (),
        uri: str | None = None,
        code: str | None = None,
        detail: str = "",
    ) -> Task:
        """One task; ``detail`` tells it from others of the same kind in the same record."""
        learner = None
        if self.key is not None:
            learner = Link(title=Words(self.context.gated.shown[self.key].name), uri=learner_uri(self.key))
            uri = uri or follow_up_uri(self.key)
        return Task(
            kind=kind,
            who=together(who),
            says=says,
            number=_number(kind, path, detail),
            path=path,
            due=due,
            how=how,
            about=about,
            learner=learner,
            key=self.key,
            uri=uri,
            code=code,
        )


def _number(kind: TaskKind, path: str, detail: str) -> str:
    """Which task it is, and not when: a calendar moves what it knows already."""
    return hashlib.sha256(f"{kind.value} {path} {detail}".encode()).hexdigest()[:16]
