"""What is searched for in a site is exactly what did not come through the gate."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from bekwaam import project
from bekwaam.audience import Gated, restrict
from bekwaam.audience.withheld import shown_strings, withheld
from bekwaam.model.audience import Audience
from bekwaam.model.evidence import Visibility

DAY = dt.date(2026, 6, 30)


@pytest.fixture(scope="module")
def loaded(repository: Path) -> project.Loaded:
    """A school in which one piece of evidence is private."""
    found = project.load(repository / "tests/cases/valid/every-field/portfolios", DAY)
    folder = next(iter(found.project.learners.values()))
    first, *others = folder.evidence.values()
    private = replace(first, data=replace(first.data, visibility=Visibility.PRIVATE))
    narrowed = replace(folder, evidence={one.id: one for one in (private, *others)})
    return replace(found, project=replace(found.project, learners={folder.id: narrowed}))


def gated(loaded: project.Loaded, audience: Audience) -> Gated:
    return restrict(loaded.project, loaded.statuses, audience, DAY)


@pytest.mark.parametrize("audience", list(Audience))
def test_every_string_is_either_shown_or_withheld(loaded: project.Loaded, audience: Audience) -> None:
    everything = gated(loaded, audience)
    whole = replace(everything, project=loaded.project)
    shown = set(shown_strings(everything))
    found = {one.text for one in withheld(loaded.project, everything)}
    assert found >= set(shown_strings(whole)) - shown
    if audience is Audience.TEAM:
        assert found == set(shown_strings(whole)) - shown
        assert found
