"""Classes become tables: keys, texts in their languages, lists of lists."""

from __future__ import annotations

import datetime as dt

from bekwaam.export.tables import Type, layout
from bekwaam.model.assessment import Assessment, CriterionValue, Moment, Phase, Rating
from bekwaam.model.evidence import Question
from bekwaam.model.text import UNMARKED, Text

KEYS = (("learner", Type.TEXT), ("id", Type.TEXT))


def test_a_record_and_its_lists() -> None:
    whole = layout("assessment", Assessment, KEYS, ("nl", "en"))
    assert [one.name for one in whole.all()] == [
        "assessment",
        "assessment_results",
        "assessment_results_criteria",
        "assessment_results_evidence",
    ]
    results, criteria, evidence = list(whole.all())[1:]
    assert [one.name for one in results.columns] == [
        "learner", "assessment", "position", "competence", "level", "comment", "comment_en",
    ]  # fmt: skip
    assert [one.name for one in criteria.columns] == [
        "learner", "assessment", "results", "criterion", "value",
    ]  # fmt: skip
    assert [one.name for one in evidence.columns][-2:] == ["position", "evidence"]
    rating = Rating(
        competence="bakery/dough",
        level="independent",
        criteria={"time": CriterionValue.MET},
        comment=Text((("en", "Well done"), (UNMARKED, "Goed"))),
        evidence=("one", "two"),
    )
    data = Assessment(
        date=dt.date(2026, 6, 1),
        assessor="jan",
        moment=Moment.INTERIM,
        phase=Phase.DURING,
        results=(rating,),
    )
    assert whole.read(data) == (dt.date(2026, 6, 1), "jan", "interim", "during", None, None, None)
    items, inner = whole.lists[0]
    assert [(key, inner.read(one)) for key, one in items(data)] == [
        (1, ("bakery/dough", "independent", "Goed", "Well done"))
    ]
    assert [[(key, deep.read(one)) for key, one in get(rating)] for get, deep in inner.lists] == [
        [("time", ("met",))],
        [(1, ("one",)), (2, ("two",))],
    ]


def test_what_may_be_of_two_types_is_text() -> None:
    table = layout("question", Question, (), ("en",))
    assert [(one.name, one.type) for one in table.columns] == [("text", Type.TEXT), ("answered", Type.TEXT)]
    text = Text(((UNMARKED, "Why?"),))
    assert table.read(Question(text=text, answered=True)) == ("Why?", "true")
    assert table.read(Question(text=text, answered=dt.date(2026, 1, 2))) == ("Why?", "2026-01-02")
