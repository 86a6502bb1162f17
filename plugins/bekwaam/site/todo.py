"""What a learner's records ask of the people around them, for the team to start from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from bekwaam.diagnostics.message import N_
from bekwaam.model.learner import LearnerStatus
from bekwaam.model.status import Status
from bekwaam.site.press import Press
from bekwaam.views.learner import LearnerView
from bekwaam.views.parts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One kind of thing to do: ``code`` for filters, ``icon`` and words, and where to do it."""

    code: str
    icon: str
    words: str
    links: tuple[Link, ...]


WORDS = MappingProxyType(
    {
        "confirm": N_("to confirm"),
        "ready": N_("ready to assess"),
        "to_discuss": N_("to talk about"),
        "proposed": N_("for the school to decide"),
        "changed": N_("changed since it was assessed"),
        "refresh": N_("needs new evidence"),
    }
)
"""What there can be to do, in the order in which it usually comes."""

_ICONS = MappingProxyType(
    {
        "confirm": "verified",
        "ready": "status-ready",
        "to_discuss": "status-to-discuss",
        "proposed": "status-proposed",
        "changed": "needs-refresh",
        "refresh": "needs-refresh",
    }
)

_ASKS = {Status.READY: "ready", Status.TO_DISCUSS: "to_discuss", Status.PROPOSED: "proposed"}


def todos(press: Press, learner: LearnerView) -> list[Todo]:
    """What is to do for a learner; nothing outside the team, nor for somebody who stopped."""
    if not press.team or learner.status is LearnerStatus.STOPPED:
        return []
    found: dict[str, list[Link]] = {code: [] for code in WORDS}
    for code, link in _asked(learner):
        found[code].append(link)
    return [
        Todo(code=code, icon=_ICONS[code], words=press.say(WORDS[code]), links=tuple(links))
        for code, links in found.items()
        if links
    ]


def _asked(learner: LearnerView) -> Iterator[tuple[str, Link]]:
    for card in learner.evidence:
        if card.verified_by is None:
            yield "confirm", Link(title=card.title, uri=card.uri)
    for one in learner.competences:
        here = Link(title=one.title, uri=f"{learner.uri}#{one.anchor}" if learner.uri else None)
        if one.status in _ASKS:
            yield _ASKS[one.status], here
        if one.needs_refresh:
            yield ("changed" if one.changed else "refresh"), here
