"""What a change does to learners, by comparing the records before and after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bekwaam.audience import restrict
from bekwaam.cli.difference_parts import Coded, Named, Written, parts
from bekwaam.diagnostics import Message, say
from bekwaam.diagnostics.message import N_
from bekwaam.model.audience import Audience
from bekwaam.model.kinds import Kind
from bekwaam.model.learner import Consent
from bekwaam.model.media import resolve
from bekwaam.model.project import LearnerFolder, Record
from bekwaam.model.status import Flag
from bekwaam.project import Loaded
from bekwaam.provenance.archive import Archive
from bekwaam.provenance.broken import said_of
from bekwaam.provenance.seals import RESTS_ON, CheckedSeal, SealState, check_seal

_SCHOOL = ("frameworks", "organisations", "people", "contacts", "self_evaluations", "actions", "cycles")
_IN_A_FOLDER = ("agreements", "plans", "evidence", "assessments", "decisions", "contacts", "feedback")
ADDED, WITHDRAWN = N_("Added: {record}."), N_("Withdrawn: {record}.")
MARKED = N_("“{competence}” gets a mark: {flag}.")
MARKED_BY_SEAL = N_("“{competence}” has to be looked at again: what was assessed has changed since.")

_BROKEN = (SealState.CHANGED, SealState.UNKNOWN_FORMAT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The records before or after a change, the state of every seal, and git's ids of the files."""

    loaded: Loaded
    seals: Mapping[str, CheckedSeal]
    media: Mapping[str, str]

    def files_of(self, record: Record[Any]) -> list[str | None]:
        """What the files of a record hold, by git's ids."""
        media = getattr(record.data, "media", ())
        return [self.media.get(resolve(record.path, one.file)) for one in media]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that a change does; values of ``message`` may be records, competences or enums."""

    kind: str
    message: Message
    record: str | None = None


def side(loaded: Loaded, media: Mapping[str, str]) -> Side:
    """Add the states of the seals to loaded records."""
    archive = Archive(loaded.root)
    sealed = {
        record.path
        for folder in loaded.project.learners.values()
        for records in (folder.assessments, folder.decisions)
        for record in records.values()
        if record.data.seal is not None
    }
    files = [file for file in archive.signed_off if file.path in sealed]
    return Side(loaded=loaded, seals={file.path: check_seal(archive, file) for file in files}, media=media)


def of_learner(old: Side, new: Side, learner: str, as_of: dt.date) -> tuple[Line, ...]:
    """All that a change does to one learner, the weightiest first."""
    before, after = (one.loaded.project.learners.get(learner) for one in (old, new))
    lines = []
    if before is None:
        lines.append(Line(kind="learner_added", message=say("This learner is new.")))
    if after is None:
        lines.append(Line(kind="learner_removed", message=say("This learner and all their records go.")))
    lines += _statuses(old, new, learner)
    lines += _seals(old, new, after)
    lines += _consents(before, after)
    lines += _sights(old, new, learner, as_of)
    for name in _IN_A_FOLDER:
        lines += _records(old, new, getattr(before, name, {}), getattr(after, name, {}))
    lines += _records(old, new, _single(before), _single(after))
    return tuple(lines)


def of_school(old: Side, new: Side) -> tuple[Line, ...]:
    """What a change does to the school's own records."""
    before, after = old.loaded.project, new.loaded.project
    lines: list[Line] = []
    if before.school.data != after.school.data:
        lines.append(
            Line(kind="school_changed", message=say("The school's own record changes, with its rules."))
        )
    for name in _SCHOOL:
        lines += _records(old, new, getattr(before, name), getattr(after, name))
    return tuple(lines)


def _single(folder: LearnerFolder | None) -> dict[str, Record[Any]]:
    """Records that a folder has one of."""
    if folder is None:
        return {}
    both = (folder.learner, folder.next_step)
    return {one.kind.value: one for one in both if one is not None}


def _statuses(old: Side, new: Side, learner: str) -> Iterator[Line]:
    before = old.loaded.statuses.get(learner, {})
    for competence, now in new.loaded.statuses.get(learner, {}).items():
        then = before.get(competence)
        what = Coded("competence", competence)
        if then is None:
            message = say("“{competence}”: {after}. {why}", competence=what, after=now.status, why=now.why)
            yield Line(kind="status", record=competence, message=message)
            continue
        if then.status is not now.status:
            message = say(
                "“{competence}”: from {before} to {after}. {why}",
                competence=what,
                before=then.status,
                after=now.status,
                why=now.why,
            )
            yield Line(kind="status", record=competence, message=message)
        elif then.level != now.level and now.level is not None:
            yield Line(
                kind="level",
                record=competence,
                message=say(
                    "“{competence}”: the level is now “{level}”.",
                    competence=what,
                    level=Coded("level", now.level),
                ),
            )
        for flag in now.flags:
            if flag not in then.flags:
                rests_on = {*now.records, *(f"assessments/{one}" for one in now.summatives)}
                broken = not rests_on.isdisjoint(new.loaded.broken.get(learner, {}))
                template = MARKED_BY_SEAL if broken and flag is Flag.NEEDS_REFRESH else MARKED
                yield Line(kind="flag", record=competence, message=say(template, competence=what, flag=flag))


def _seals(old: Side, new: Side, after: LearnerFolder | None) -> Iterator[Line]:
    for name in ("assessments", "decisions"):
        for record in getattr(after, name, {}).values():
            then, now = old.seals.get(record.path), new.seals.get(record.path)
            was = then.state if then else SealState.MISSING
            state = now.state if now else SealState.MISSING
            if was is state:
                continue
            if now is not None and state in _BROKEN and after is not None:
                why = _why(now, after)
                message = say("The seal of {record} breaks. {why}", record=Named(record), why=why)
                yield Line(kind="seal_breaks", record=record.path, message=message)
            elif state is SealState.INTACT:
                word = say("{record} is sealed.", record=Named(record))
                again = say("The seal of {record} holds again.", record=Named(record))
                mended = was in _BROKEN
                yield Line(
                    kind="seal_mended" if mended else "sealed",
                    record=record.path,
                    message=again if mended else word,
                )
            else:
                message = say("The seal of {record} is taken away.", record=Named(record))
                yield Line(kind="seal_removed", record=record.path, message=message)


def _why(checked: CheckedSeal, after: LearnerFolder) -> Message:
    """What breaks a seal, with the records named as they are elsewhere."""
    _, kind = RESTS_ON[checked.file.kind]
    there: Mapping[str, Record[Any]] = after.evidence if kind is Kind.EVIDENCE else after.assessments
    cited = tuple(Named(there[one]) if one in there else Written(one) for one in checked.cited_changed)
    if checked.state is SealState.UNKNOWN_FORMAT:
        return said_of(checked)
    if checked.own_changed and cited:
        return say("It was changed after the sealing, and so was what it rests on: {others}.", others=cited)
    if checked.own_changed:
        return say("It was changed after the sealing.")
    return say("What it rests on was changed after the sealing, or is gone: {others}.", others=cited)


def _consents(before: LearnerFolder | None, after: LearnerFolder | None) -> Iterator[Line]:
    then, now = _by_key(before), _by_key(after)
    for key, consent in now.items():
        earlier = then.get(key)
        if earlier is None:
            yield _consent(
                "consent_given", N_("Consent given: {scope}, for {audience}, by {giver}."), consent
            )
        if consent.withdrawn and (earlier is None or earlier.withdrawn is None):
            yield _consent(
                "consent_withdrawn", N_("Consent withdrawn: {scope}, for {audience}, by {giver}."), consent
            )
        if earlier is not None and earlier.withdrawn and consent.withdrawn is None:
            yield _consent(
                "consent_given", N_("Consent holds again: {scope}, for {audience}, by {giver}."), consent
            )
    for key, consent in then.items():
        if key not in now and after is not None:
            yield _consent(
                "consent_removed", N_("Consent taken out: {scope}, for {audience}, by {giver}."), consent
            )


def _by_key(folder: LearnerFolder | None) -> dict[object, Consent]:
    consents = folder.learner.data.consents if folder else ()
    return {(one.scope, one.audience, one.given_by, one.date): one for one in consents}


def _consent(kind: str, template: str, consent: Consent) -> Line:
    values = {"scope": consent.scope, "audience": consent.audience, "giver": consent.given_by}
    return Line(kind=kind, message=say(template, **values))


def _sights(old: Side, new: Side, learner: str, as_of: dt.date) -> Iterator[Line]:
    """Who would newly see what, and who no longer."""
    for audience in (Audience.HANDOVER, Audience.PUBLIC):
        then, now = (_seen(one, learner, audience, as_of) for one in (old, new))
        for kind, template, items in (
            (
                "newly_seen",
                N_("{audience} would newly see: {what}."),
                _things({one: thing for one, thing in now.items() if one not in then}),
            ),
            (
                "hidden",
                N_("{audience} would no longer see: {what}."),
                _things({one: thing for one, thing in then.items() if one not in now}),
            ),
        ):
            if items:
                yield Line(kind=kind, message=say(template, audience=audience, what=tuple(items)))


def _seen(one: Side, learner: str, audience: Audience, as_of: dt.date) -> dict[str, object]:
    loaded = one.loaded
    if learner not in loaded.project.learners:
        return {}
    gated = restrict(loaded.project, loaded.statuses, audience, as_of, (learner,))
    seen: dict[str, object] = {}
    for key, shown in gated.shown.items():
        if shown.pages:
            seen["pages"] = say("the portfolio")
        if shown.description:
            seen["description"] = say("the competence description")
        if shown.contact:
            seen["contact"] = say("the e-mail address")
        if (shown.pages or shown.description) and not shown.pseudonymous:
            seen["name"] = say("the name")
        folder = gated.project.learners[key]
        for record in folder.evidence.values():
            seen[f"evidence/{record.id}"] = Named(record)
            if record.data.media:
                seen[f"media/{record.id}"] = say("the photos or files of {record}", record=Named(record))
            if record.data.reflection is not None:
                seen[f"reflection/{record.id}"] = say("the reflection on {record}", record=Named(record))
    return seen


def _things(seen: Mapping[str, object]) -> list[object]:
    """What is seen, a piece of evidence and its photos together."""
    things = []
    for key, thing in seen.items():
        what, _, id_ = key.partition("/")
        if what != "evidence" and f"evidence/{id_}" in seen:
            continue
        if what == "evidence" and f"media/{id_}" in seen:
            thing = say("{record} with its photos or files", record=thing)
        things.append(thing)
    return things


def _records(
    old: Side, new: Side, before: Mapping[str, Record[Any]], after: Mapping[str, Record[Any]]
) -> Iterator[Line]:
    for id_, record in after.items():
        earlier = before.get(id_)
        if earlier is None:
            if record.kind is not Kind.LEARNER:
                yield _line("added", ADDED, record)
            continue
        changed: tuple[object, ...] = tuple(parts(earlier.data, record.data))
        same_names = getattr(earlier.data, "media", ()) == getattr(record.data, "media", ())
        if same_names and old.files_of(earlier) != new.files_of(record):
            changed += (say("a file that belongs to it"),)
        if changed:
            yield Line(
                kind=f"{record.kind.value}_changed",
                record=record.path,
                message=say("Changed: {record}; namely {parts}.", record=Named(record), parts=changed),
            )
    for id_, record in before.items():
        if id_ in after or record.kind is Kind.LEARNER:
            continue
        if id_ in new.loaded.project.listed.get((record.kind, record.learner), ()):
            yield _line("in_error", N_("With errors, so that it no longer counts: {record}."), record)
        else:
            yield _line("withdrawn", WITHDRAWN, record)


def _line(what: str, template: str, record: Record[Any]) -> Line:
    message = say(template, record=Named(record))
    return Line(kind=f"{record.kind.value}_{what}", record=record.path, message=message)
