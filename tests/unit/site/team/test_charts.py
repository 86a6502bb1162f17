"""Charts of what was said over time stay within their frame and need no colour."""

import datetime as dt
import re

from bekwaam.model.assessment import Moment
from bekwaam.model.roles import Role
from bekwaam.site.team.charts import draw
from bekwaam.views.parts import LevelView, Link
from bekwaam.views.team.follow_up_view import CompetenceOverTime, RatedOn
from bekwaam.views.words import Words

STEPS = tuple(
    LevelView(code=f"l{rank}", label=Words(f"level <{rank}>"), description=None, rank=rank)
    for rank in range(5)
)


def rated(role: Role, day: dt.date, rank: int) -> RatedOn:
    return RatedOn(date=day, role=role, name=None, rank=rank, level=STEPS[rank].label, moment=Moment.INTERIM)


def competence(*said: RatedOn) -> CompetenceOverTime:
    link = Link(title=Words("dough"), uri=None)
    return CompetenceOverTime(competence=link, steps=STEPS, target=3, rated=said)


START, END = dt.date(2025, 10, 1), dt.date(2026, 6, 1)


def test_everything_said_is_within_the_frame() -> None:
    drawn = draw(
        competence(
            rated(Role.LEARNER, START, 0),
            rated(Role.MENTOR, START, 4),
            rated(Role.TEACHER, dt.date(2026, 2, 1), 2),
            rated(Role.COACH, END, 4),
            rated(Role.MENTOR, END, 4),
        ),
        "en",
    )
    assert drawn is not None
    _, _, wide, high = map(float, re.findall(r'viewBox="([^"]+)"', drawn)[0].split())
    places = [(float(x), float(y)) for x, y in re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', drawn)]
    for shape in (r'class="bk-mark" x="([\d.]+)" y="([\d.]+)"', r'class="bk-mark" d="M([\d.]+) ([\d.]+)'):
        places += [(float(x), float(y)) for x, y in re.findall(shape, drawn)]
    assert len(places) == 5
    assert all(0 < x < wide - 4 and 0 <= y < high for x, y in places)
    assert drawn.count("<polyline") == 1, "only the mentor spoke twice"
    assert "level &lt;4&gt;" in drawn


def test_the_shape_says_who_it_was() -> None:
    for role, shape in ((Role.LEARNER, "<circle"), (Role.MENTOR, "<rect"), (Role.COACH, "l6.3 11.2")):
        drawn = draw(competence(rated(role, START, 1), rated(role, END, 2)), "en")
        assert drawn is not None
        assert drawn.count(shape) == 2


def test_one_day_makes_no_line() -> None:
    assert draw(competence(rated(Role.LEARNER, START, 0), rated(Role.COACH, START, 2)), "en") is None
