"""Dates that contradict each other: E251 to E253; dates that are still to come: W251."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from bekwaam.diagnostics import Diagnostic, Pointer, say
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.rules.finding import finding


def of_school(project: Project, as_of: dt.date) -> Iterator[Diagnostic]:
    """Report ends before starts."""
    for person in project.people.values():
        for position, held in enumerate(person.data.roles):
            if held.to is not None:
                yield from _period(person, held.from_, held.to, ("roles", position, "to"))
        for position, training in enumerate(person.data.training):
            if training.due is not None:
                pointer = ("training", position, "due")
                yield from _period(person, training.date, training.due, pointer)
    for cycle in project.cycles.values():
        yield from _period(cycle, cycle.data.start, cycle.data.end, ("end",))


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Report ends before starts, and what rests on something later than itself."""
    yield from _in_learner(folder)
    yield from _in_agreements(folder)
    yield from _in_plans(folder)
    yield from _in_evidence(folder)
    yield from _in_assessments(folder)
    yield from _in_decisions(folder)
    yield from _to_come(folder, as_of)


def _period(record: Record[Any], start: dt.date, end: dt.date, pointer: Pointer) -> Iterator[Diagnostic]:
    if end < start:
        yield finding(
            "E251",
            record,
            pointer,
            say("The end, {end}, lies before the start, {start}.", end=end, start=start),
            say("Change one of the two dates."),
        )


def _in_learner(folder: LearnerFolder) -> Iterator[Diagnostic]:
    record = folder.learner
    for position, consent in enumerate(record.data.consents):
        if consent.withdrawn is not None and consent.withdrawn < consent.date:
            yield finding(
                "E251",
                record,
                ("consents", position, "withdrawn"),
                say(
                    "Withdrawn on {end}, before it was given on {start}.",
                    end=consent.withdrawn,
                    start=consent.date,
                ),
                say("Change one of the two dates."),
            )


def _in_agreements(folder: LearnerFolder) -> Iterator[Diagnostic]:
    for record in folder.agreements.values():
        data = record.data
        yield from _period(record, data.start, data.end, ("end",))
        for position, approval in enumerate(data.approvals):
            if approval.expires is not None:
                pointer = ("approvals", position, "expires")
                yield from _period(record, approval.date, approval.expires, pointer)
        if data.end < data.start:
            continue  # said above; what lies outside such a period follows from it
        if data.induction is not None and data.induction.date > data.end:
            yield finding(
                "E252",
                record,
                ("induction", "date"),
                say("The induction comes after the end of the agreement, {end}.", end=data.end),
                say("Change one of the two dates."),
            )
        if data.attendance is not None and data.attendance.until < data.start:
            yield finding(
                "E252",
                record,
                ("attendance", "until"),
                say(
                    "The hours are counted until a day before the start of the agreement, {start}.",
                    start=data.start,
                ),
                say("Change one of the two dates."),
            )


def _in_plans(folder: LearnerFolder) -> Iterator[Diagnostic]:
    for record in folder.plans.values():
        agreement = folder.agreement_of(record)
        if agreement is None or agreement.data.end < agreement.data.start:
            continue
        for position, goal in enumerate(record.data.goals):
            if goal.due < agreement.data.start:
                yield finding(
                    "E252",
                    record,
                    ("goals", position, "due"),
                    say(
                        "The goal is due before the agreement starts, on {start}.", start=agreement.data.start
                    ),
                    say("Change one of the two dates."),
                )


def _in_evidence(folder: LearnerFolder) -> Iterator[Diagnostic]:
    for record in folder.evidence.values():
        for position, one in enumerate(record.data.verified):
            if one.date < record.data.date:
                yield finding(
                    "E253",
                    record,
                    ("verified", position, "date"),
                    say(
                        "Confirmed on {date}, before the evidence itself, {evidence}.",
                        date=one.date,
                        evidence=record.data.date,
                    ),
                    say("Nobody confirms what is still to come: change one of the two dates."),
                )


def _in_assessments(folder: LearnerFolder) -> Iterator[Diagnostic]:
    for record in folder.assessments.values():
        for position, rating in enumerate(record.data.results):
            for place, cited in enumerate(rating.evidence):
                evidence = folder.evidence.get(cited)
                if evidence is not None and evidence.data.date > record.data.date:
                    yield finding(
                        "E253",
                        record,
                        ("results", position, "evidence", place),
                        say(
                            "Evidence `{evidence}` is of {date}, later than this assessment.",
                            evidence=cited,
                            date=evidence.data.date,
                        ),
                        say("Take it out, or change one of the two dates."),
                    )


def _in_decisions(folder: LearnerFolder) -> Iterator[Diagnostic]:
    for record in folder.decisions.values():
        for position, ruling in enumerate(record.data.results):
            for place, cited in enumerate(ruling.assessments):
                assessment = folder.assessments.get(cited)
                if assessment is not None and assessment.data.date > record.data.date:
                    yield finding(
                        "E253",
                        record,
                        ("results", position, "assessments", place),
                        say(
                            "Assessment `{assessment}` is of {date}, later than this decision.",
                            assessment=cited,
                            date=assessment.data.date,
                        ),
                        say("Take it out, or change one of the two dates."),
                    )


def _to_come(folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    groups = (folder.evidence, folder.assessments, folder.decisions, folder.feedback)
    dated: list[Record[Any]] = [record for group in groups for record in group.values()]
    dated += [record for record in folder.contacts.values() if not record.data.planned]
    for record in dated:
        if record.data.date > as_of:
            yield finding(
                "W251",
                record,
                ("date",),
                say(
                    "{date} is still to come (seen from {as_of}), so this does not count yet.",
                    date=record.data.date,
                    as_of=as_of,
                ),
                say("Check the year; a contact that is still to come has `planned: true`."),
            )
