"""The overview of all learners, made for hundreds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from bekwaam.rendering.labels import label
from bekwaam.site.page import Page
from bekwaam.site.portraits import PATTERNS
from bekwaam.site.press import Press
from bekwaam.site.review import URI as REVIEW
from bekwaam.site.todo import WORDS, todos
from bekwaam.views.learner import LearnerView
from bekwaam.views.learners import learner_card

Choice = tuple[str, str]
"""A value that learners can be filtered by, and its words."""
Option = tuple[str, str, int]
"""A choice in a list: its value, its words and how many learners it leaves."""

URI = "learners/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A learner in the overview: finished HTML, what it can be filtered by, and the files it shows.

    It holds all that the overview needs of a learner, so that the learner's views can be forgotten.
    """

    html: str
    programme: Choice
    cohort: str
    status: Choice
    asked: tuple[str, ...]
    files: Mapping[str, Path] = field(default_factory=dict)


def row(press: Press, learner: LearnerView) -> Row | None:
    """A learner's row; None for somebody of whom there is nothing to open."""
    if not (learner.uri or learner.documents):
        return None
    card, asked = learner_card(learner), todos(press, learner)
    summary = "; ".join(f"{title}: {label(status, press.say)}" for title, status in card.statuses)
    html, files = press.part("learner_row", URI, card=card, summary=summary, asked=asked)
    return Row(
        html=html,
        programme=(card.programme_id, str(card.programme)),
        cohort=card.cohort,
        status=(card.status.value, label(card.status, press.say)),
        asked=tuple(one.code for one in asked),
        files=files,
    )


def overview(press: Press, rows: Sequence[Row]) -> Page:
    """The page `learners/`."""
    filters = [
        ("programme", press.say("Programme"), _options(one.programme for one in rows)),
        ("cohort", press.say("Cohort"), _options((one.cohort, one.cohort) for one in rows)),
        ("status", press.say("Status"), _options(one.status for one in rows)),
    ]
    asked = Counter(code for one in rows for code in one.asked)
    return press.page(
        "learners",
        URI,
        title=press.say("Learners"),
        rows=[Markup(one.html) for one in rows],  # noqa: S704 - finished above
        to_do=[(code, press.say(words), asked[code]) for code, words in WORDS.items() if asked[code]],
        levels=press.school.levels,
        filters=[one for one in filters if len(one[2]) > 1],
        patterns=PATTERNS,
        review=REVIEW if press.school.review is not None else None,
        files={path: file for one in rows for path, file in one.files.items()},
    )


def _options(choices: Iterable[Choice]) -> list[Option]:
    counts = Counter(choices)
    return [
        (value, words, count) for (value, words), count in sorted(counts.items(), key=lambda one: one[0][1])
    ]
