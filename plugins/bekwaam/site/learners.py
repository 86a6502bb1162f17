"""The overview of all learners, made for hundreds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bekwaam.rendering.labels import label
from bekwaam.site.page import Page
from bekwaam.site.portraits import PATTERNS
from bekwaam.site.press import Press
from bekwaam.site.todo import WORDS, Todo, todos
from bekwaam.views.school import LearnerCard

Option = tuple[str, str, int]
"""A choice in a list: its value, its words and how many learners it leaves."""


def overview(press: Press) -> Page:
    """The page `learners/`."""
    cards = press.school.cards
    filters = [
        ("programme", press.say("Programme"), _options((one.programme_id, one.programme) for one in cards)),
        ("cohort", press.say("Cohort"), _options((one.cohort, one.cohort) for one in cards)),
        (
            "status",
            press.say("Status"),
            _options((one.status.value, label(one.status, press.say)) for one in cards),
        ),
    ]
    asked = {card.key: _todos(press, card) for card in cards}
    return press.page(
        "learners",
        "learners/",
        title=press.say("Learners"),
        rows=[(card, _summary(press, card), asked[card.key]) for card in cards],
        to_do=[
            (code, press.say(words), count)
            for code, words in WORDS.items()
            if (count := sum(any(one.code == code for one in found) for found in asked.values()))
        ],
        levels=press.school.levels,
        filters=[one for one in filters if len(one[2]) > 1],
        patterns=PATTERNS,
    )


def _todos(press: Press, card: LearnerCard) -> list[Todo]:
    learner = press.school.learners.get(card.key)
    return todos(press, learner) if learner else []


def _summary(press: Press, card: LearnerCard) -> str:
    """The small ladders in words."""
    return "; ".join(f"{title}: {label(status, press.say)}" for title, status in card.statuses)


def _options(pairs: Iterable[tuple[str, str]]) -> list[Option]:
    counts = Counter((value, str(words)) for value, words in pairs)
    return [
        (value, words, count) for (value, words), count in sorted(counts.items(), key=lambda one: one[0][1])
    ]
