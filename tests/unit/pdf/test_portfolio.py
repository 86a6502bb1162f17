"""The order of a portfolio."""

from bekwaam.model.audience import Audience
from bekwaam.model.status import Status
from bekwaam.pdf.portfolio import lay_out
from tests import samples


def test_work_is_told_from_the_beginning() -> None:
    evidence = samples.evidence_views(Audience.HANDOVER)
    book = lay_out(samples.learner_view(Audience.HANDOVER), evidence)
    days = [piece.card.date for _, pieces in book.work for piece in pieces]
    assert days == sorted(days)
    assert list(book.numbers.values()) == list(range(1, len(evidence) + 1))


def test_what_was_not_started_waits_apart() -> None:
    book = lay_out(samples.learner_view(Audience.HANDOVER), ())
    assert all(one.status is Status.NOT_STARTED for one in book.waiting)
    assert all(one.status is not Status.NOT_STARTED for one in book.started)
    assert book.work == ()


def test_cover_shows_chosen_work() -> None:
    learner = samples.learner_view(Audience.HANDOVER)
    assert lay_out(learner, ()).cover == tuple(card.cover for card in learner.featured if card.cover)[:3]
