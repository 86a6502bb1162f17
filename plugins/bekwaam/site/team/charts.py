"""Draws what learner, mentor and coach said of a competence over time."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup, escape

from bekwaam.model.roles import Role
from bekwaam.rendering import dates
from bekwaam.views.team.follow_up_view import CompetenceOverTime, RatedOn

_WIDE, _STEP, _TOP, _LEFT, _RIGHT = 360, 28, 4, 4, 12
_WORDS = 128
"""Room for the names of the levels, at the left."""

_ASIDE = {Role.LEARNER: -7, Role.MENTOR: 0, Role.COACH: 7}
"""Marks of one day stand beside each other, in the order of the ladder."""

_DRAWN = {
    Role.LEARNER: '<circle class="bk-mark" cx="{x}" cy="{y}" r="5.5"/>',
    Role.MENTOR: '<rect class="bk-mark" x="{x0}" y="{y0}" width="10" height="10"/>',
    Role.COACH: '<path class="bk-mark" d="M{x} {y1}l6.3 11.2h-12.6z"/>',
}
_OTHER = '<path class="bk-mark" d="M{x} {y1}l6 6-6 6-6-6z"/>'


def draw(one: CompetenceOverTime, language: str) -> Markup | None:
    """An SVG without words of its own to a screen reader, for a table says the same beside it.

    None where everything was said on one day: there is no line to see.
    """
    days = [rated.date for rated in one.rated]
    first, last = days[0], days[-1]
    if first == last:
        return None
    floor = _TOP + _STEP * len(one.steps)

    def across(rated: RatedOn) -> float:
        span = _WIDE - _WORDS - _RIGHT - 14
        return round(_WORDS + 7 + span * (rated.date - first).days / (last - first).days, 1)

    def up(rank: int) -> float:
        return floor - _STEP * rank - _STEP / 2

    parts = [_grid(one, floor)]
    if one.target is not None:
        target = f'<path class="bk-target bk-target--time" d="M{_WORDS - 6} {up(one.target):g}H{_WIDE}"/>'
        parts.append(target)
    for role in dict.fromkeys(rated.role for rated in one.rated):
        own = [(across(rated), up(rated.rank)) for rated in one.rated if rated.role is role]
        if len(own) > 1:
            line = " ".join(f"{x + _ASIDE.get(role, 0):g},{y:g}" for x, y in own)
            parts.append(f'<polyline class="bk-line bk-line--{role.value}" points="{line}"/>')
    for rated in one.rated:
        parts.append(_mark(rated.role, across(rated) + _ASIDE.get(rated.role, 0), up(rated.rank)))
    parts.append(_ends(first, last, language, floor))
    return Markup(  # noqa: S704 - numbers, and words that were escaped above
        f'<svg class="bk-over-time" viewBox="0 0 {_WIDE} {floor + 20}" aria-hidden="true" focusable="false">'
        f"{''.join(parts)}</svg>"
    )


def _grid(one: CompetenceOverTime, floor: int) -> str:
    lines = []
    for step in one.steps:
        y = floor - _STEP * step.rank
        lines.append(f'<path class="bk-grid" d="M{_LEFT} {y}H{_WIDE}"/>')
        middle = y - _STEP // 2 + 4
        lines.append(f'<text class="bk-step" x="{_LEFT}" y="{middle}">{escape(step.label)}</text>')
    return "".join(lines)


def _mark(role: Role, x: float, y: float) -> str:
    shape = _DRAWN.get(role, _OTHER)
    return shape.format(x=f"{x:g}", y=f"{y:g}", x0=f"{x - 5:g}", y0=f"{y - 5:g}", y1=f"{y - 6:g}")


def _ends(first: dt.date, last: dt.date, language: str, floor: int) -> str:
    start, end = dates.month(first, language), dates.month(last, language)
    return (
        f'<text class="bk-step" x="{_WORDS}" y="{floor + 15}">{escape(start)}</text>'
        f'<text class="bk-step" x="{_WIDE}" y="{floor + 15}" text-anchor="end">{escape(end)}</text>'
    )
