"""Seals that no longer hold, for the statuses that rest on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bekwaam.diagnostics import LEARNER, At, Diagnostic, Message, say
from bekwaam.model.assessment import Assessment
from bekwaam.model.decision import Decision
from bekwaam.model.kinds import Kind
from bekwaam.model.project import LearnerFolder, Record
from bekwaam.provenance.archive import Archive
from bekwaam.provenance.seals import RESTS_ON, CheckedSeal, SealState, check_seal
from bekwaam.source import Tree

_FOLDERS = {Kind.ASSESSMENT: "assessments", Kind.DECISION: "decisions"}

_UNKNOWN_FORMAT = say("This seal has a format that this version does not know, so nobody can check it.")

BrokenSeals = Mapping[str, Mapping[str, CheckedSeal]]
"""By learner, and by ``assessments/<id>`` or ``decisions/<id>``."""


def broken_seals(
    root: Path, tree: Tree, folder: LearnerFolder
) -> tuple[dict[str, CheckedSeal], tuple[Diagnostic, ...]]:
    """A learner's records whose seal cannot be relied on, and a warning (W501, W502) for each.

    A seal of an unknown format counts as
    well: whoever changes what was assessed could write any number. Opens no file while nothing is
    sealed; ``tree`` has the learner's files.
    """
    sealed: list[Record[Any]] = [
        record
        for records in (folder.assessments, folder.decisions)
        for record in records.values()
        if record.data.seal is not None
    ]
    broken: dict[str, CheckedSeal] = {}
    findings: list[Diagnostic] = []
    if not sealed:
        return broken, ()
    archive = Archive(root, tree)
    for record in sealed:
        file = archive.find(record.kind, folder.id, record.id)
        if file is None:
            continue
        checked = check_seal(archive, file)
        if checked.state in (SealState.CHANGED, SealState.UNKNOWN_FORMAT):
            broken[f"{_FOLDERS[record.kind]}/{record.id}"] = checked
            findings.append(replace(_finding(checked), who=(_signer(record.data),)))
    return broken, tuple(findings)


def _signer(data: Assessment | Decision) -> str:
    """Whose word the seal is; the learner for a self-assessment."""
    if isinstance(data, Decision):
        return data.by
    return LEARNER if data.by_learner else data.assessor


def said_of(checked: CheckedSeal) -> Message:
    """What broke a seal, as a sentence."""
    if checked.state is SealState.UNKNOWN_FORMAT:
        return _UNKNOWN_FORMAT
    own, others = _parts(checked)
    if own and others:
        return say("After the sealing this record itself was changed, and so was {others}.", others=others)
    if own:
        return say("After the sealing this record itself was changed.")
    if checked.file.kind is Kind.DECISION:
        return say(
            "After the sealing these assessments were changed, or are no longer there: {others}.",
            others=others,
        )
    return say(
        "After the sealing this evidence, or a file of it, was changed or is no longer there: {others}.",
        others=others,
    )


def cited_paths(checked: CheckedSeal) -> tuple[str, ...]:
    """What a record rests on and changed, as ``evidence/<id>`` or ``assessments/<id>``."""
    _, kind = RESTS_ON[checked.file.kind]
    folder = {Kind.EVIDENCE: "evidence", Kind.ASSESSMENT: "assessments"}[kind]
    return tuple(f"{folder}/{one}" for one in checked.cited_changed)


def _parts(checked: CheckedSeal) -> tuple[bool, tuple[str, ...]]:
    return checked.own_changed, tuple(f"`{one}`" for one in cited_paths(checked))


def _finding(checked: CheckedSeal) -> Diagnostic:
    if checked.state is SealState.UNKNOWN_FORMAT:
        return Diagnostic(
            code="W502",
            path=checked.file.path,
            message=_UNKNOWN_FORMAT,
            hint=say("Check it with a newer version, or look at the record again and seal it again."),
            pointer=("seal", "format"),
        )
    return Diagnostic(
        code="W501",
        path=checked.file.path,
        message=say("This seal no longer holds. {what}", what=said_of(checked)),
        hint=say(
            "Look at what changed. Put it back, or assess again, or seal again with"
            ' `bekwaam seal --again --reason "..."`.'
        ),
        pointer=("seal",),
        at=At.KEY,
    )
