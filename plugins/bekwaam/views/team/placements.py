"""Dates that follow from an agreement: visits, assessments, permissions, and its end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bekwaam.diagnostics import LEARNER, say
from bekwaam.model.agreement import Agreement
from bekwaam.model.follow_up import ContactKind
from bekwaam.model.project import LearnerFolder, Record
from bekwaam.rules.acting import guides
from bekwaam.views.team.maker import Maker
from bekwaam.views.team.task import Task, TaskKind


def placement_tasks(make: Maker, folder: LearnerFolder) -> Iterator[Task]:
    """What the agreements that run on the day ask for."""
    for record in folder.agreements.values():
        if record.data.start <= make.as_of <= record.data.end:
            yield from _visit(make, folder, record)
            yield from _assessment(make, folder, record)
            yield from _self_assessment(make, folder, record)
            yield from _permissions(make, record)
            yield make.task(
                TaskKind.AGREEMENT,
                record.path,
                (record.data.coach, record.data.mentor),
                say("This agreement ends"),
                how=say("Plan the last talk, and agree on what comes next."),
                due=record.data.end,
            )


def visits_done(folder: LearnerFolder, agreement: Agreement, as_of: dt.date) -> list[dt.date]:
    """The days of the visits during an agreement, up to a day."""
    return sorted(
        one.data.date
        for one in folder.contacts.values()
        if one.data.kind is ContactKind.VISIT
        and not one.data.planned
        and agreement.start <= one.data.date <= min(agreement.end, as_of)
    )


def visits_wanted(make: Maker, agreement: Agreement) -> tuple[int, int]:
    """How many visits were agreed at least, and how many days between them at most."""
    rules, guidance = make.context.school.rules.visits, agreement.guidance
    wanted = rules.min if guidance.min_visits is None else guidance.min_visits
    longest = rules.max_interval_days if guidance.max_interval_days is None else guidance.max_interval_days
    return wanted, longest


def next_visit(make: Maker, folder: LearnerFolder, agreement: Agreement) -> dt.date | None:
    """The last day for the next visit; None where no more is needed before the agreement ends."""
    done = visits_done(folder, agreement, make.as_of)
    wanted, longest = visits_wanted(make, agreement)
    due = (done[-1] if done else agreement.start) + dt.timedelta(days=longest)
    if due <= agreement.end:
        return due
    return agreement.end if len(done) < wanted else None


def _visit(make: Maker, folder: LearnerFolder, record: Record[Agreement]) -> Iterator[Task]:
    data = record.data
    due = next_visit(make, folder, data)
    planned = [
        one.data.date
        for one in folder.contacts.values()
        if one.data.kind is ContactKind.VISIT and one.data.planned and one.data.date >= make.as_of
    ]
    if due is None or any(day <= due for day in planned):
        return
    done = visits_done(folder, data, make.as_of)
    yield make.task(
        TaskKind.VISIT,
        record.path,
        (data.coach,),
        say("Visit the workplace; the last visit was on {date}", date=done[-1])
        if done
        else say("Visit the workplace; nobody came yet since the start on {date}", date=data.start),
        how=say("Plan it with the mentor, and note it in the learner's `contacts/`."),
        due=due,
        code="W643",
    )


def _assessment(make: Maker, folder: LearnerFolder, record: Record[Agreement]) -> Iterator[Task]:
    data = record.data
    days = [
        one.data.date
        for one in folder.assessments.values()
        if not one.data.by_learner and data.start <= one.data.date <= make.as_of
    ]
    last = max(days, default=data.start)
    due = last + dt.timedelta(days=make.context.school.rules.formative_interval_days)
    if due <= data.end:
        yield make.task(
            TaskKind.ASSESS,
            record.path,
            guides(data),
            say("Assess along the way; the last assessment was on {date}", date=last)
            if days
            else say("Assess along the way; nobody has since the start on {date}", date=last),
            how=say("A short one is enough: “bekwaam new assessment”, with `moment: formative`."),
            due=due,
            code="W648",
        )


def _self_assessment(make: Maker, folder: LearnerFolder, record: Record[Agreement]) -> Iterator[Task]:
    data = record.data
    done = any(
        one.data.by_learner and data.start <= one.data.date <= make.as_of
        for one in folder.assessments.values()
    )
    due = data.start + dt.timedelta(days=make.context.school.rules.formative_interval_days)
    if not done and due <= data.end:
        yield make.task(
            TaskKind.SELF_ASSESS,
            record.path,
            (LEARNER, data.coach),
            say("Let the learner assess themselves"),
            how=say("Fill it in together: “bekwaam new assessment”, with `assessor: self`."),
            due=due,
            code="W647",
        )


def _permissions(make: Maker, record: Record[Agreement]) -> Iterator[Task]:
    for position, approval in enumerate(record.data.approvals):
        expires = approval.expires
        if expires is not None and approval.date <= expires < record.data.end:
            yield make.task(
                TaskKind.APPROVAL,
                record.path,
                (record.data.coach,),
                say(
                    "A permission ends before the agreement does: {by}",
                    by=make.context.words(approval.by),
                ),
                how=say("Ask for a new one in time, and add it under `approvals:`."),
                due=expires,
                code="W603",
                detail=str(position),
            )
