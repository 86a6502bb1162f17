"""What is found in a learner's folder hangs on that folder and on the school, and on nobody else's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bekwaam import rules
from bekwaam.model.project import Project
from bekwaam.project import load
from tests.unit.rules.conftest import AS_OF


@pytest.fixture(scope="module")
def school(repository: Path) -> Project:
    return load(repository / "portfolios", AS_OF).project


def alone(school: Project, learner: str) -> Project:
    home = f"learners/{learner}/"
    return replace(
        school,
        learners={learner: school.learners[learner]},
        media={path: file for path, file in school.media.items() if path.startswith(home)},
        listed={place: ids for place, ids in school.listed.items() if place[1] in (None, learner)},
    )


def test_a_learner_is_checked_without_the_others(school: Project) -> None:
    together = list(rules.check(school, AS_OF))
    ready = rules.Rules(replace(school, learners={}))
    for learner, folder in school.learners.items():
        found = list(ready.of_learner(alone(school, learner), folder, AS_OF))
        assert found == [one for one in together if one.path.startswith(f"learners/{learner}/")]
        assert found


def test_the_rest_is_the_schools(school: Project) -> None:
    found = list(rules.Rules(school).of_school(school, AS_OF))
    assert found == [one for one in rules.check(school, AS_OF) if not one.path.startswith("learners/")]
    assert found
