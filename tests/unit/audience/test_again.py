"""Who did not change goes through the gate as before, and everybody else anew."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from bekwaam import project
from bekwaam.audience import again, restrict
from bekwaam.audience.again import Again
from bekwaam.audience.findings import records_of
from bekwaam.audience.folder import narrow_for_team
from bekwaam.model.audience import Audience
from bekwaam.model.project import LearnerFolder
from bekwaam.model.provenance import LastCommit, Provenance
from bekwaam.project import Loaded

DAY = dt.date(2026, 6, 30)


@pytest.fixture(scope="module")
def loaded(repository: Path) -> Loaded:
    return project.load(repository / "portfolios", DAY)


def test_only_who_changed_goes_through_anew(loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    narrowed: list[str] = []

    def note(folder: LearnerFolder) -> LearnerFolder:
        narrowed.append(folder.id)
        return narrow_for_team(folder)

    monkeypatch.setattr(again, "narrow_for_team", note)
    memory = Again()

    def gate(found: Loaded) -> object:
        narrowed.clear()
        return restrict(
            found.project, found.statuses, Audience.TEAM, DAY, (), found.diagnostics, again=memory
        )

    gate(loaded)
    assert sorted(narrowed) == sorted(loaded.project.learners)
    # What git says is laid beside the same records, in new folders.
    known = project.attributed(loaded)
    whole = restrict(known.project, known.statuses, Audience.TEAM, DAY, (), known.diagnostics)
    assert gate(known) == whole
    gate(project.attributed(loaded))
    assert narrowed == []
    first, *others = loaded.project.learners
    folder = loaded.project.learners[first]
    one, *_ = folder.evidence
    piece = folder.evidence[one]
    committed = Provenance(commit=LastCommit(generation=1, id="f" * 40))
    changes = [
        replace(folder, evidence={key: record for key, record in folder.evidence.items() if key != one}),
        replace(folder, evidence={**folder.evidence, one: replace(piece, data=replace(piece.data))}),
        replace(folder, evidence={**folder.evidence, one: replace(piece, provenance=committed)}),
    ]
    for changed in changes:
        learners = {**loaded.project.learners, first: changed}
        new = replace(loaded, project=replace(loaded.project, learners=learners))
        gate(loaded)
        assert gate(new) == restrict(new.project, new.statuses, Audience.TEAM, DAY, (), new.diagnostics)
        gate(loaded)
        gate(new)
        assert narrowed == [first]
    only = {one: loaded.project.learners[one] for one in others}
    gate(replace(loaded, project=replace(loaded.project, learners=only)))
    gate(loaded)
    assert narrowed == [first], "who was gone is forgotten"


def test_every_record_of_a_folder_is_looked_at(loaded: Loaded) -> None:
    names = {field.name for field in dataclasses.fields(LearnerFolder)} - {"id"}
    for folder in loaded.project.learners.values():
        found: list[object] = []
        for name in names:
            value = getattr(folder, name)
            found += value.values() if isinstance(value, dict) else [value] if value is not None else []
        assert {id(one) for one in found} == {id(one) for one in records_of(folder)}
