"""What an agreement wants before and while it runs: W603, W608, W710."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bekwaam.diagnostics import At, Diagnostic, say
from bekwaam.model.agreement import Agreement
from bekwaam.model.placement import first_work, has_begun, without_a_yes
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.rules.acting import guides
from bekwaam.rules.finding import gap
from bekwaam.rules.roles import ROLE_NAMES

_SOON = dt.timedelta(days=30)


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Warn about signatures, safety and permissions that are missing."""
    for record in folder.agreements.values():
        if has_begun(record.data, as_of):
            yield from _signed(record)
            yield from _safe(folder, record, as_of)
            yield from _permitted(record, as_of)


def _signed(record: Record[Agreement]) -> Iterator[Diagnostic]:
    missing = tuple(ROLE_NAMES[role] for role in without_a_yes(record.data.signatures))
    if missing:
        yield gap(
            "W710",
            "10",
            record,
            ("signatures",) if record.data.signatures else (),
            say("Not everyone signed this agreement; missing: {roles}", roles=missing),
            say("Add a line to `signatures:` when they have."),
            who=(record.data.coach,),
            due=record.data.start,
            at=At.KEY,
        )


def _safe(folder: LearnerFolder, record: Record[Agreement], as_of: dt.date) -> Iterator[Diagnostic]:
    data, induction = record.data, record.data.induction
    if induction is None or not induction.safety:
        yield gap(
            "W608",
            "08",
            record,
            ("induction",) if induction else (),
            say("Nobody noted that safety was explained at the workplace"),
            say("Note it under `induction:` with its date and `safety: true`."),
            who=guides(data),
            due=data.start,
            at=At.KEY,
        )
        return
    first = first_work(folder, data, as_of)
    if first is not None and first < induction.date <= data.end:
        yield gap(
            "W608",
            "08",
            record,
            ("induction", "date"),
            say(
                "Safety was explained on {date}, after the first work on {first}",
                date=induction.date,
                first=first,
            ),
            say("Explain safety before the first activity; check both dates."),
            who=guides(data),
        )


def _permitted(record: Record[Agreement], as_of: dt.date) -> Iterator[Diagnostic]:
    for position, approval in enumerate(record.data.approvals):
        expires = approval.expires
        if expires is None or expires < approval.date:
            continue
        if record.data.end > expires and expires - as_of <= _SOON:
            yield gap(
                "W603",
                "03",
                record,
                ("approvals", position, "expires"),
                say("This permission ends on {date}, before the agreement does", date=expires),
                say("Ask for a new one in time."),
                who=(record.data.coach,),
                due=expires,
            )
