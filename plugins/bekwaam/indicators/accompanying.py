"""Along the way: feedback, welcome, questions, visits (21, 32, 38, 42, 43)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bekwaam.diagnostics import say
from bekwaam.diagnostics.message import N_
from bekwaam.indicators.indication import NOTHING, Counted, Indication, count, share
from bekwaam.indicators.seen import Placement, Seen
from bekwaam.model.follow_up import ContactKind, Feedback
from bekwaam.model.placement import silences, visits_done, visits_wanted
from bekwaam.model.project import Record
from bekwaam.model.quality import AnswerValue
from bekwaam.model.roles import Role

_WORKPLACE = frozenset({Role.MENTOR, Role.EMPLOYER, Role.COLLEAGUE})
_ANSWER_WITHIN = dt.timedelta(days=30)
_GOOD, _FAIR = 4, 3
"""An average rating of colleagues, of 5, that says yes, and partly."""


def colleagues_say(seen: Seen) -> Indication:
    """21: the average of what colleagues rate, and that of before."""
    now = list(_rated(seen, inside=True))
    before = [one.data.rating or 0 for one in _rated(seen, inside=False)]
    how = say(
        "Computed: the average `rating` in feedback of colleagues, in this period and before; 4 is yes, 3"
        " partly."
    )
    if not now:
        return Indication(answer=None, says=NOTHING, how=how)
    average = sum(one.data.rating or 0 for one in now) / len(now)
    answer = (
        AnswerValue.YES if average >= _GOOD else AnswerValue.PARTLY if average >= _FAIR else AnswerValue.NO
    )
    earlier = f"{sum(before) / len(before):.1f}" if before else "–"
    return Indication(
        answer=answer,
        says=say(
            "Colleagues give {average} of 5 on average ({count} times); before this period: {earlier}.",
            average=f"{average:.1f}",
            count=len(now),
            earlier=earlier,
        ),
        how=how,
        done=len(now),
        all=len(now),
        good=tuple(one.path for one in now),
    )


def _rated(seen: Seen, *, inside: bool) -> Iterator[Record[Feedback]]:
    for folder in seen.project.learners.values():
        for one in folder.feedback.values():
            when = seen.counts(one.data.date) if inside else one.data.date < seen.period.start
            if one.data.from_ is Role.COLLEAGUE and one.data.rating is not None and when:
                yield one


def feedback_from_all(seen: Seen) -> Indication:
    """32: the learner and somebody of the workplace were asked what they think."""
    return share(
        (_heard(seen, one) for one in seen.placements),
        N_("In {done} of {all} placements both the learner and the workplace gave feedback."),
        N_(
            "Counted: agreements whose learner's folder has feedback of this period, of the learner and of"
            " mentor, employer or colleague."
        ),
    )


def _heard(seen: Seen, placement: Placement) -> Counted:
    roles = {one.data.from_ for one in placement.folder.feedback.values() if seen.counts(one.data.date)}
    missing = [
        words
        for words, there in ((say("learner"), Role.LEARNER in roles), (say("workplace"), roles & _WORKPLACE))
        if not there
    ]
    return count(placement.record, not missing, say("not heard: {who}", who=tuple(missing)))


def inductions_done(seen: Seen) -> Indication:
    """38: somebody welcomed the learner."""
    return share(
        (
            count(
                one.record,
                one.data.induction is not None
                or any(
                    each.data.kind is ContactKind.INDUCTION and not each.data.planned
                    for each in one.folder.contacts.values()
                ),
                say("not noted"),
            )
            for one in seen.placements
        ),
        N_("In {done} of {all} placements the welcome is noted."),
        N_("Counted: agreements with `induction`, or with a contact of that kind."),
    )


def questions_answered(seen: Seen) -> Indication:
    """42: questions of learners have an answer within a month."""
    return share(
        (
            count(one, question.answered is not False, say("still open"))
            for folder in seen.project.learners.values()
            for one in folder.evidence.values()
            if seen.counts(one.data.date)
            for question in one.data.questions
            if question.answered is not False or one.data.date + _ANSWER_WITHIN < seen.as_of
        ),
        N_("{done} of {all} questions of learners were answered."),
        N_(
            "Counted: `questions` with evidence of this period; an open one counts once it waits for over"
            " 30 days."
        ),
    )


def visits_as_agreed(seen: Seen) -> Indication:
    """43: as many visits as agreed, and never too long without one."""
    total = sum(len(visits_done(one.folder, one.data, seen.as_of)) for one in seen.placements)
    return share(
        (_visited(seen, one) for one in seen.placements),
        N_("In {done} of {all} placements the coach came as often as agreed; visits in all: {visits}."),
        N_(
            "Counted: contacts of the kind `visit` that were done during the placement. Once it has ended"
            " there"
            " are as many as agreed, and between two there are no more days than agreed; what an agreement"
            " does not say, `school.yml` does."
        ),
        visits=total,
    )


def _visited(seen: Seen, placement: Placement) -> Counted:
    data = placement.data
    done = visits_done(placement.folder, data, seen.as_of)
    wanted, longest = visits_wanted(data, seen.project.school.data.rules.visits)
    if data.end <= seen.as_of and len(done) < wanted:
        return count(placement.record, False, say("{done} visits of {wanted}", done=len(done), wanted=wanted))
    found = silences([data.start, *done, min(data.end, seen.as_of)], longest)
    lacks = (
        say(
            "{count} days without a visit, agreed: {days}", count=max(one.days for one in found), days=longest
        )
        if found
        else None
    )
    return count(placement.record, not found, lacks)
