"""How far sign-offs can be believed, and what changed after they were sealed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bekwaam.diagnostics import say
from bekwaam.model.kinds import Kind
from bekwaam.model.project import LearnerFolder, Record
from bekwaam.model.provenance import BrokenSeal, Trust
from bekwaam.model.status import CompetenceStatus, Reason
from bekwaam.views.context import Context
from bekwaam.views.parts import ChangeView, Link, TrustView
from bekwaam.views.words import Words

_DIGITS = 7
"""Of a commit's id: enough to find it."""


def trust_view(context: Context, record: Record[Any], number: int = 0) -> TrustView | None:
    """How far a sign-off of a record can be believed; None for no more than its own word."""
    known = record.provenance.sign_off(number) if record.provenance else None
    if known is None:
        return None
    others = known.trust in (Trust.DECLARED, Trust.CONTRADICTED)
    return TrustView(
        trust=known.trust,
        by=_name(context, known.person) if others and known.person else None,
        commit=known.commit[:_DIGITS] if known.commit else None,
        note=known.note,
    )


def changes(context: Context, folder: LearnerFolder, status: CompetenceStatus) -> tuple[ChangeView, ...]:
    """What changed after the sealing of the records that a competence rests on."""
    summatives = (f"assessments/{one}" for one in status.summatives)
    return tuple(changed(context, folder, dict.fromkeys((*status.records, *summatives))))


def changed(context: Context, folder: LearnerFolder, records: Iterable[str]) -> Iterator[ChangeView]:
    """What changed after the sealing of some records, named as in statuses."""
    for name in records:
        top, _, id_ = name.partition("/")
        record: Record[Any] | None = folder.assessments.get(id_)
        if top == "decisions":
            record = folder.decisions.get(id_)
        if record is None or record.provenance is None or record.provenance.broken is None:
            continue
        broken = record.provenance.broken
        yield ChangeView(
            kind=record.kind,
            date=record.data.date,
            what=_what(record.kind, broken),
            changed=tuple(_links(context, folder, broken)),
            since=broken.since,
        )


def _what(kind: Kind, broken: BrokenSeal) -> Reason:
    if broken.unknown:
        return say("This seal has a format that this version does not know, so nobody can check it.")
    others = bool(broken.cited) or broken.hidden
    if kind is Kind.DECISION:
        if broken.own and others:
            return say("After the sealing the decision was changed, and so was an assessment under it.")
        if broken.own:
            return say("After the sealing the decision was changed.")
        return say("After the sealing an assessment under this decision was changed, or is no longer there.")
    if broken.own and others:
        return say("After the sealing the assessment was changed, and so was evidence under it.")
    if broken.own:
        return say("After the sealing the assessment was changed.")
    return say("After the sealing evidence under this assessment was changed, or is no longer there.")


def _links(context: Context, folder: LearnerFolder, broken: BrokenSeal) -> Iterator[Link]:
    for name in broken.cited:
        top, _, id_ = name.partition("/")
        if top == "evidence" and id_ in folder.evidence:
            title = context.words(folder.evidence[id_].data.title)
            shown = folder.evidence[id_].data.date <= context.as_of
            yield Link(title=title, uri=f"learners/{folder.id}/evidence/{id_}/" if shown else None)
        else:
            yield Link(title=Words(id_), uri=None)


def _name(context: Context, person: str) -> str:
    """Who a person or a learner is, for the team."""
    record = context.project.people.get(person)
    if record is not None:
        return str(context.words(record.data.name)) or person
    shown = context.gated.shown.get(person)
    return shown.name if shown else person
