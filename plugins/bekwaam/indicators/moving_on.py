"""After the placement: advice, next step, description, portfolio (40, 50 to 52)."""

from __future__ import annotations

from bekwaam.diagnostics import say
from bekwaam.diagnostics.message import N_
from bekwaam.indicators.indication import Counted, Indication, count, share
from bekwaam.indicators.seen import Seen
from bekwaam.model.audience import Audience
from bekwaam.model.consent import allows
from bekwaam.model.learner import ConsentScope
from bekwaam.model.project import LearnerFolder

_FINISHED = N_("Counted: learners of this period whose status is `completed`, and their `next-step.yml`.")


def advice_given(seen: Seen) -> Indication:
    """40: who finished got advice."""
    return share(
        (
            count(
                folder.next_step or folder.learner,
                folder.next_step is not None and folder.next_step.data.advice,
                say("no advice noted"),
            )
            for folder in seen.finished()
        ),
        N_("{done} of {all} learners who finished got advice for what comes next."),
        _FINISHED,
    )


def next_steps(seen: Seen) -> Indication:
    """50: what comes next is known for who finished."""
    return share(
        (
            count(folder.next_step or folder.learner, folder.next_step, say("no next step noted"))
            for folder in seen.finished()
        ),
        N_("For {done} of {all} learners who finished it is known what comes next."),
        _FINISHED,
    )


def descriptions_ready(seen: Seen) -> Indication:
    """51: who finished can take a competence description along."""
    return share(
        (_described(seen, folder) for folder in seen.finished()),
        N_("{done} of {all} learners who finished can take a competence description along."),
        N_(
            "Counted: learners of this period whose status is `completed`, with a decision of the school"
            " and a"
            " consent for their description."
        ),
    )


def _described(seen: Seen, folder: LearnerFolder) -> Counted:
    decided = any(one.data.date <= seen.as_of for one in folder.decisions.values())
    allowed = allows(folder.learner.data, ConsentScope.DESCRIPTION, Audience.HANDOVER, seen.as_of)
    lacks = say("no consent for the description") if decided else say("no decision of the school")
    return count(folder.learner, decided and allowed, lacks)


def portfolios_kept(seen: Seen) -> Indication:
    """52: learners have work to show; nobody has to."""
    return share(
        (count(folder.learner, folder.evidence, say("no evidence yet")) for folder in seen.learners),
        N_("{done} of {all} learners have work in their portfolio."),
        N_("Counted: learners of this period with evidence. Showing it to others is up to them."),
    )
