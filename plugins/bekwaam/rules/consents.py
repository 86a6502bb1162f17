"""Consents, and what is withheld for want of them: W401 to W406, and W408."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from bekwaam.diagnostics import Diagnostic, say
from bekwaam.model.audience import Audience
from bekwaam.model.consent import allows, holds, needs_guardian
from bekwaam.model.evidence import Visibility
from bekwaam.model.learner import ConsentScope, GivenBy, Learner
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.rules.acting import coach_of
from bekwaam.rules.finding import finding


def of_learner(project: Project, folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    """Warn where a consent cannot work, and where the gate will withhold something."""
    if folder.learner.stand_in:
        return
    found = (
        *_about_learner(folder.learner, as_of),
        *_half_given(folder.learner, as_of),
        *_wider_than_consent(folder, as_of),
    )
    who = coach_of(project, folder, as_of) if found else ()
    yield from (replace(one, who=who) for one in found)


def _about_learner(record: Record[Learner], as_of: dt.date) -> Iterator[Diagnostic]:
    learner = record.data
    if learner.minor and learner.co_consent_until is None and learner.consents:
        yield finding(
            "W402",
            record,
            ("minor",),
            say("A minor's consents need a guardian's too, and nobody said until when."),
            say("Add `co_consent_until:` with the day on which the learner decides alone."),
        )
    by_guardian = next(
        (i for i, one in enumerate(learner.consents) if one.given_by is not GivenBy.LEARNER), None
    )
    if by_guardian is not None and not learner.guardians:
        yield finding(
            "W406",
            record,
            ("consents", by_guardian, "given_by"),
            say("A guardian gave this consent, but no guardian is named."),
            say("Add `guardians:` with the id of a person in `people/`."),
        )
    if learner.name is not None and _reveals(learner):
        yield finding(
            "W403",
            record,
            ("pseudonym",),
            say("The pseudonym contains a part of the name."),
            say("Choose a pseudonym that tells nothing, such as an animal and a number."),
        )
    if learner.retention_until is not None and learner.retention_until < as_of:
        yield finding(
            "W404",
            record,
            ("retention_until",),
            say("These records were to be kept until {date}.", date=learner.retention_until),
            say("The learner is in no handover or public build any more: remove the records."),
        )


def _half_given(record: Record[Learner], as_of: dt.date) -> Iterator[Diagnostic]:
    """A learner's consent that waits for a guardian's, or the other way round."""
    learner = record.data
    if learner.co_consent_until is None or not needs_guardian(learner, as_of):
        return
    if learner.retention_until is not None and learner.retention_until < as_of:
        return
    for position, one in enumerate(learner.consents):
        audience = Audience(one.audience.value)
        if not holds(one, audience, as_of) or allows(learner, one.scope, audience, as_of):
            continue
        until = learner.co_consent_until
        if one.given_by is GivenBy.LEARNER:
            message = say(
                "Until {until} a guardian has to consent too, so this does not count yet.", until=until
            )
        else:
            message = say("The learner has to consent too, so this does not count yet.")
        yield finding(
            "W408",
            record,
            ("consents", position, "given_by"),
            message,
            say("Ask for the other consent; once both agree, write `given_by: both`."),
        )


def _reveals(learner: Learner) -> bool:
    assert learner.name is not None
    names = {part.casefold() for text in learner.name.everything for part in text.split() if len(part) > 2}
    words = re.findall(r"[^\W\d_]+", learner.pseudonym.casefold())
    return any(word == name or (word.startswith(name) and len(name) > 3) for name in names for word in words)


def _wider_than_consent(folder: LearnerFolder, as_of: dt.date) -> Iterator[Diagnostic]:
    learner = folder.learner.data
    allowed = {
        Visibility.HANDOVER: allows(learner, ConsentScope.PORTFOLIO, Audience.HANDOVER, as_of),
        Visibility.PUBLIC: allows(learner, ConsentScope.PORTFOLIO, Audience.PUBLIC, as_of),
    }
    for record in folder.evidence.values():
        visibility = record.data.visibility
        if not allowed.get(visibility, True):
            yield finding(
                "W401",
                record,
                ("visibility",),
                say(
                    "Visible for `{visibility}`, but the learner's consent does not reach that far:"
                    " it is withheld.",
                    visibility=visibility.value,
                ),
                say("Ask for the consent, or write a narrower visibility."),
            )
        reflection = record.data.reflection
        if reflection is not None and reflection.visibility.width > max(
            visibility.width, Visibility.TEAM.width
        ):
            yield finding(
                "W405",
                record,
                ("reflection", "visibility"),
                say("The reflection is visible for more people than the evidence itself."),
                say("A reflection is never shown wider than its evidence: make the two fit."),
            )
