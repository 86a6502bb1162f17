"""What an audience may hear of seals: those of records that it sees, by people as it may know them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.audience.findings import records
from bekwaam.mkdocs_plugin.options import Options
from bekwaam.model.assessment import SELF, Assessment
from bekwaam.model.audience import Audience
from bekwaam.model.decision import Decision
from bekwaam.model.evidence import Evidence
from bekwaam.model.project import Record
from bekwaam.provenance.authorship import Verification
from bekwaam.provenance.seals import CheckedSeal
from bekwaam.provenance.trust import Author


class HeardSeals:
    """Takes out of answers about seals what one audience may not hear.

    A learner who goes by a pseudonym is left out, because a path would tell the id.
    """

    def __init__(self, root: Path, chosen: Options) -> None:
        """Read the records as the audience may see them."""
        loaded = project.load(root, chosen.as_of)
        gated = restrict(loaded.project, loaded.statuses, chosen.audience, chosen.as_of)
        self._team = chosen.audience is Audience.TEAM
        self._seen: Mapping[str, Record[Any]] = {one.path: one for one in records(gated.project)}
        self._known = {
            one: {*folder.evidence, *folder.assessments} for one, folder in gated.project.learners.items()
        }

    def seals(self, rows: Iterable[tuple[CheckedSeal, Author]]) -> Iterator[tuple[CheckedSeal, Author]]:
        """The seals of records that this audience sees."""
        for checked, author in rows:
            record = self._seen.get(checked.file.path)
            if record is None:
                continue
            known = self._known.get(checked.file.learner or "", set())
            kept = replace(checked, cited_changed=tuple(one for one in checked.cited_changed if one in known))
            if self._team:
                yield kept, author
            else:
                yield replace(kept, by=_signer(record)), _as_known(author, checked.by, _signer(record))

    def verifications(self, verified: Iterable[Verification]) -> Iterator[Verification]:
        """The confirmations of evidence that this audience sees."""
        for one in verified:
            record = self._seen.get(one.file.path)
            if record is None or not isinstance(record.data, Evidence):
                continue
            if self._team:
                yield one


def _signer(record: Record[Any]) -> str | None:
    data = record.data
    if isinstance(data, Assessment):
        return data.assessor
    return data.by if isinstance(data, Decision) else None


def _as_known(author: Author, claimed: str | None, shown: str | None) -> Author:
    """Who brought something in, only where that is who signs off; commits and remarks tell of others."""
    same = author.person is not None and author.person in (claimed, SELF)
    return replace(author, person=shown if same else None, commit=None, note=None)
