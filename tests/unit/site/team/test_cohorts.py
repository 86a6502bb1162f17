"""Large cohorts come in parts that a phone can load."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from bekwaam.audience import restrict
from bekwaam.model.audience import Audience
from bekwaam.project import load
from bekwaam.rendering.pictures import Pictures
from bekwaam.site.attachments import Attachments
from bekwaam.site.press import Press
from bekwaam.site.team.cohorts import cohorts
from bekwaam.views.build import build
from tests.conftest import ROOT
from tests.unit.site.markup import Markup

DAY = dt.date(2026, 6, 30)


@pytest.mark.parametrize(("times", "parts"), [(5, []), (7, [60, 10])])
def test_at_most_sixty_learners_stand_on_a_page(tmp_path: Path, times: int, parts: list[int]) -> None:
    loaded = load(ROOT / "tests/cases/valid/minimal/portfolios", DAY)
    school = build(restrict(loaded.project, loaded.statuses, Audience.TEAM, DAY))
    assert school.team is not None
    [cohort] = school.team().cohorts
    [found] = cohort.maps
    many = replace(cohort, maps=(replace(found, rows=found.rows * 10 * times),))
    pictures = Pictures(tmp_path, tmp_path)
    press = Press(school, pictures, Attachments(tmp_path, pictures))
    first, *others = cohorts(press, replace(school.team(), cohorts=(many,)))
    assert [one.uri for one in others] == [f"{first.uri}{number + 1}/" for number in range(len(parts))]
    assert [one.body.count('<th scope="row">') for one in others] == parts
    assert first.body.count("bk-heat-cell") == (0 if parts else 2 * 10 * times)
    for one in others:
        assert {f"../../../../{first.uri}", f"../../../../{others[0].uri}"} & set(Markup(one.body).links)
        assert len(one.body) < 60_000
