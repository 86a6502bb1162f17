"""Assessing along the way, by the learner too, during and after: W647, W648, W649."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bekwaam.diagnostics import LEARNER, Diagnostic, say
from bekwaam.model.agreement import Agreement
from bekwaam.model.assessment import Phase
from bekwaam.model.kinds import Kind
from bekwaam.model.placement import assessed_on, has_begun, silences
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.rules.acting import guides
from bekwaam.rules.finding import gap
from bekwaam.rules.records import all_read


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Warn where nobody assessed for too long, the learner never did, or nobody did after."""
    interval = project.school.data.rules.formative_interval_days
    if not all_read(project, folder, Kind.ASSESSMENT):
        return
    for record in folder.agreements.values():
        if has_begun(record.data, as_of):
            yield from _self(folder, record, interval, as_of)
            yield from _interval(folder, record, interval, as_of)
            yield from _after(folder, record, interval, as_of)


def _self(
    folder: LearnerFolder, record: Record[Agreement], interval: int, as_of: dt.date
) -> Iterator[Diagnostic]:
    data = record.data
    due = data.start + dt.timedelta(days=interval)
    done = any(one >= data.start for one in assessed_on(folder, as_of, by_learner=True))
    if not done and due <= as_of:
        yield gap(
            "W647",
            "47",
            record,
            ("start",),
            say("The learner has not assessed themselves since {start}", start=data.start),
            say("Let the learner fill in an assessment with `assessor: self`."),
            who=(LEARNER, data.coach),
            due=due,
        )


def _interval(
    folder: LearnerFolder, record: Record[Agreement], interval: int, as_of: dt.date
) -> Iterator[Diagnostic]:
    data, until = record.data, min(record.data.end, as_of)
    dates = [one for one in assessed_on(folder, until, by_learner=False) if data.start <= one]
    for silence in silences([data.start, *dates, until], interval):
        yield gap(
            "W648",
            "48",
            record,
            ("start",),
            say(
                "Nobody assessed from {before} to {after}, which is {count} days; agreed: at most {days}",
                before=silence.before,
                after=silence.after,
                count=silence.days,
                days=interval,
            ),
            say("Plan a short assessment along the way (`moment: formative`)."),
            who=guides(data),
            # What is past is past.
            due=silence.before + dt.timedelta(days=interval) if silence.after == as_of else None,
        )


def _after(
    folder: LearnerFolder, record: Record[Agreement], interval: int, as_of: dt.date
) -> Iterator[Diagnostic]:
    """Only once there was time for it."""
    data = record.data
    if data.end + dt.timedelta(days=interval) > as_of:
        return
    if not any(
        one.data.phase is Phase.AFTER and data.end <= one.data.date <= as_of
        for one in folder.assessments.values()
    ):
        yield gap(
            "W649",
            "49",
            record,
            ("end",),
            say("Nobody assessed after this agreement ended on {end}", end=data.end),
            say("Look back together, and note it as an assessment with `phase: after`."),
            who=guides(data),
            due=data.end + dt.timedelta(days=interval),
        )
