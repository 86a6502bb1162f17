"""What an assessment says of a competence, for the reader."""

from __future__ import annotations

from bekwaam.model.assessment import Assessment, Rating
from bekwaam.model.project import LearnerFolder, Record
from bekwaam.model.roles import Role
from bekwaam.views.context import Context
from bekwaam.views.learner import RatingView
from bekwaam.views.parts import PersonView, SignOff
from bekwaam.views.trusted import trust_view
from bekwaam.views.words import Words


def rating_view(
    context: Context,
    folder: LearnerFolder,
    key: str,
    record: Record[Assessment],
    rating: Rating,
) -> RatingView:
    """One rating, with who gave it."""
    return RatingView(
        assessment=record.id,
        by=sign_off(context, folder, key, record),
        by_learner=record.data.by_learner,
        moment=record.data.moment,
        phase=record.data.phase,
        level=context.level(rating.level) or Words(rating.level),
        comment=context.words_or_none(rating.comment),
    )


def sign_off(context: Context, folder: LearnerFolder, key: str, record: Record[Assessment]) -> SignOff:
    """Who gave an assessment, and when."""
    if record.data.by_learner:
        person = PersonView(id=None, name=context.gated.shown[key].name, role=Role.LEARNER, organisation=None)
    else:
        person = context.assessor(folder, record.data.assessor, record.data.date)
    return SignOff(person=person, date=record.data.date, trust=trust_view(context, record))
