"""Assessing along the way, by the learner too, during and after: W647, W648, W649."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

from bekwaam.diagnostics import LEARNER, Diagnostic, say
from bekwaam.model.agreement import Agreement
from bekwaam.model.assessment import Phase
from bekwaam.model.kinds import Kind
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.rules.acting import guides
from bekwaam.rules.finding import gap
from bekwaam.rules.records import all_read


def check(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    """Warn where nobody assessed for too long, the learner never did, or nobody did after."""
    interval = project.school.data.rules.formative_interval_days
    for folder in project.learners.values():
        if not all_read(project, folder, Kind.ASSESSMENT):
            continue
        for record in folder.agreements.values():
            if record.data.start <= min(as_of, record.data.end):
                yield from _self(folder, record, interval, as_of)
                yield from _interval(folder, record, interval, as_of)
                yield from _after(folder, record, interval, as_of)


def _dates(folder: LearnerFolder, by_learner: bool, as_of: dt.date) -> list[dt.date]:
    return sorted(
        one.data.date
        for one in folder.assessments.values()
        if one.data.by_learner is by_learner and one.data.date <= as_of
    )


def _self(
    folder: LearnerFolder, record: Record[Agreement], interval: int, as_of: dt.date
) -> Iterator[Diagnostic]:
    data = record.data
    due = data.start + dt.timedelta(days=interval)
    done = any(one >= data.start for one in _dates(folder, True, as_of))
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
    dates = [one for one in _dates(folder, False, as_of) if data.start <= one <= until]
    moments = [data.start, *dates, until]
    for before, after in itertools.pairwise(moments):
        if (after - before).days > interval:
            yield gap(
                "W648",
                "48",
                record,
                ("start",),
                say(
                    "Nobody assessed from {before} to {after}, which is {count} days; agreed: at most {days}",
                    before=before,
                    after=after,
                    count=(after - before).days,
                    days=interval,
                ),
                say("Plan a short assessment along the way (`moment: formative`)."),
                who=guides(data),
                due=before + dt.timedelta(days=interval) if after == as_of else None,  # what is past is past
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
