"""The tables of the example school, for each audience."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.export.school_tables import NAMES, Table, tables
from bekwaam.model.audience import Audience
from bekwaam.project import Loaded

DAY = dt.date(2026, 6, 30)


@pytest.fixture(scope="module")
def loaded(example: Path) -> Loaded:
    return project.load(example, as_of=DAY)


def of(loaded: Loaded, audience: Audience, *wanted: str) -> dict[str, Table]:
    gated = restrict(loaded.project, loaded.statuses, audience, DAY)
    return {one.name: one for one in tables(gated, wanted)}


def test_every_row_fits_its_head_and_no_key_comes_twice(loaded: Loaded) -> None:
    keys = {"learner", "id", "position", "name", "criterion", "point"}
    for table in of(loaded, Audience.TEAM).values():
        names = [one.name for one in table.columns]
        assert len(set(names)) == len(names), table.name
        assert all(len(row) == len(names) for row in table.rows), table.name
        if keys & set(names) and table.name != "status":
            kind = [
                name for name in names if name in keys or name in {one.replace("-", "_") for one in NAMES}
            ]
            found = [
                tuple(row[names.index(name)] for name in names[: max(map(names.index, kind)) + 1])
                for row in table.rows
            ]
            assert len(set(found)) == len(found), table.name


def test_only_what_was_asked_for(loaded: Loaded) -> None:
    assert list(of(loaded, Audience.TEAM, "plan")) == [
        "plan", "plan_baseline", "plan_goals", "plan_goals_learned_at", "plan_modules", "plan_agreed",
        "plan_adjustments",
    ]  # fmt: skip


def test_statuses_and_totals_have_tables_of_their_own(loaded: Loaded) -> None:
    found = of(loaded, Audience.TEAM, "status", "cycle")
    assert len(found["status"].rows) == sum(map(len, loaded.statuses.values()))
    assert ("2024-2025", "learners", None, 19) in found["cycle_counts"].rows


def test_the_gate_decides(loaded: Loaded) -> None:
    public = of(loaded, Audience.PUBLIC)
    assert not public["contact"].rows
    assert not public["feedback"].rows
    assert not public["self_evaluation"].rows
    everyone = of(loaded, Audience.TEAM)
    assert 0 < len(public["learner"].rows) < len(everyone["learner"].rows)
    told = str([table.rows for table in public.values()])
    for folder in loaded.project.learners.values():
        for feedback in folder.feedback.values():
            assert feedback.data.text.everything[0] not in told
    private = [
        record.id
        for folder in loaded.project.learners.values()
        for record in folder.evidence.values()
        if record.data.visibility.value == "private"
    ]
    assert private
    assert not {row[1] for row in everyone["evidence"].rows} & set(private)


@pytest.mark.parametrize("audience", [Audience.HANDOVER, Audience.PUBLIC])
def test_outside_the_team_no_file_has_a_name(loaded: Loaded, audience: Audience) -> None:
    """It is the gate's secret even where the picture is shown."""
    found = of(loaded, audience)
    assert found["evidence_media"].rows
    cells = [cell for table in found.values() for row in table.rows for cell in row]
    assert not [
        one for one in cells if isinstance(one, str) and one.endswith((".webp", ".jpg", ".png", ".pdf"))
    ]
    minor = [one.name for one in found["learner"].columns].index("minor")
    assert {row[minor] for row in found["learner"].rows} == {None}
