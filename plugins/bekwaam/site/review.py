"""The page on which the team sees what waits for whom, over all learners."""

from __future__ import annotations

from types import MappingProxyType

from bekwaam.diagnostics.message import N_
from bekwaam.site.page import Page
from bekwaam.site.press import Press
from bekwaam.site.team.menu import menu
from bekwaam.site.trust import kinds_of_trust
from bekwaam.views.parts import SignOff
from bekwaam.views.review import ReviewView, Waiting

URI = "team/review/"

_TITLES = MappingProxyType(
    {
        Waiting.CONTRADICTED: N_("Brought in by somebody else"),
        Waiting.CHANGED: N_("Changed after the sealing"),
        Waiting.TO_DISCUSS: N_("To talk about"),
        Waiting.PROPOSED: N_("For the school to decide"),
        Waiting.READY: N_("Ready to assess"),
        Waiting.CONFIRM: N_("Evidence to confirm"),
        Waiting.SEAL: N_("To seal"),
        Waiting.DECLARED: N_("Entered for somebody else"),
    }
)
_DO = MappingProxyType(
    {
        Waiting.CONTRADICTED: N_(
            "Somebody else brought these in than who signs off. Ask who signs off whether it is right; then"
            " let them enter it themselves, or correct the record."
        ),
        Waiting.CHANGED: N_(
            "These were sealed, and something changed since. Look at what changed. Put it back, assess again,"
            " or seal again and say why."
        ),
        Waiting.TO_DISCUSS: N_("Mentor and coach don't agree yet. Talk it over, with the learner."),
        Waiting.PROPOSED: N_("Mentor and coach agree, and there is enough evidence. The school decides."),
        Waiting.READY: N_(
            "There is enough evidence. Whoever stands here has not given a final assessment yet."
        ),
        Waiting.CONFIRM: N_(
            "Nobody but the learner has looked at these. Look, ask, and confirm what is right."
        ),
        Waiting.SEAL: N_(
            "These final assessments and decisions have no seal, so a later change would not show:"
            " `bekwaam seal FILE`."
        ),
        Waiting.DECLARED: N_(
            "The school entered these, as from a paper form, or they are not in the history yet. That is"
            " allowed; keep the form."
        ),
    }
)
_ICONS = MappingProxyType(
    {
        Waiting.CONTRADICTED: "trust-contradicted",
        Waiting.CHANGED: "needs-refresh",
        Waiting.TO_DISCUSS: "status-to-discuss",
        Waiting.PROPOSED: "status-proposed",
        Waiting.READY: "status-ready",
        Waiting.CONFIRM: "verified",
        Waiting.SEAL: "lock",
        Waiting.DECLARED: "trust-declared",
    }
)
_CLOSED = frozenset({Waiting.SEAL, Waiting.DECLARED})
"""What hurries least, and is most."""


def review_page(press: Press, queue: ReviewView) -> Page:
    """The page `team/review/`."""
    return press.page(
        "review",
        URI,
        title=press.say("Review queue"),
        menu=menu(press),
        groups=[
            (
                kind.value,
                press.say(_TITLES[kind]),
                press.say(_DO[kind]),
                _ICONS[kind],
                kind not in _CLOSED,
                rows,
            )
            for kind, rows in queue.groups.items()
        ],
        remarks=queue.remarks,
        trusts=kinds_of_trust(
            SignOff(person=row.who[0], date=row.since, trust=row.trust)
            for rows in queue.groups.values()
            for row in rows
            if row.trust is not None and row.who and row.since is not None
        ),
    )
