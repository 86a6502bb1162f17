"""From plain data to dataclasses, with the short ways of writing."""

from __future__ import annotations

import datetime as dt

from bekwaam.model.assessment import Assessment, CriterionValue
from bekwaam.model.evidence import Evidence, Visibility
from bekwaam.model.follow_up import Feedback
from bekwaam.model.learner import Learner
from bekwaam.model.plan import Plan
from bekwaam.model.quality import Cycle
from bekwaam.records import from_data

EVIDENCE = {
    "title": "Brood",
    "date": "2026-05-14",
    "type": "photo",
    "competences": ["bakery/dough"],
    "context": {"place": "workplace"},
}


def test_what_is_left_out_gets_its_default() -> None:
    evidence = from_data(Evidence, EVIDENCE)
    assert evidence.visibility is Visibility.TEAM
    assert evidence.date == dt.date(2026, 5, 14)
    assert evidence.media == ()


def test_a_list_may_be_its_one_item() -> None:
    evidence = from_data(Evidence, {**EVIDENCE, "verified": {"by": "jan", "date": "2026-05-15"}})
    assert [one.by for one in evidence.verified] == ["jan"]
    learner = {"pseudonym": "Vos", "minor": True, "programme": "b", "cohort": "c", "featured": "e"}
    assert from_data(Learner, learner).featured == ("e",)


def test_a_text_is_a_string_or_a_mapping_of_languages() -> None:
    assert from_data(Evidence, EVIDENCE).title.pick("en", "nl") == "Brood"
    evidence = from_data(Evidence, {**EVIDENCE, "title": {"nl": "Brood", "en": "Bread"}})
    assert evidence.title.pick("en", "nl") == "Bread"
    assert evidence.title.pick_with_language("fr", "nl") == ("Brood", "nl")


def test_python_words_as_keys_and_mappings_of_words() -> None:
    feedback = {"date": "2026-01-01", "from": "mentor", "formal": True, "about": "school", "text": "x"}
    assert from_data(Feedback, feedback).from_.value == "mentor"
    rating = {"competence": "b/d", "level": "x", "criteria": {"no": "met"}}
    data = {"date": "2026-01-01", "assessor": "self", "moment": "interim", "phase": "after"}
    assessment = from_data(Assessment, {**data, "results": rating})
    assert assessment.results[0].criteria == {"no": CriterionValue.MET}


def test_modules_as_texts_and_as_mappings() -> None:
    plan = from_data(
        Plan,
        {
            "version": 1.5,
            "agreement": "a",
            "baseline": [],
            "goals": [],
            "modules": ["Deeg", {"nl": "Oven", "en": "Oven"}, {"code": "m1", "title": "Winkel"}],
        },
    )
    assert [one.code for one in plan.modules] == [None, None, "m1"]
    assert plan.modules[1].title.pick("en", "nl") == "Oven"


def test_an_answer_to_a_question_is_yes_or_a_day() -> None:
    questions = [{"text": "?", "answered": "2026-06-01"}, {"text": "?", "answered": True}, {"text": "?"}]
    evidence = from_data(Evidence, {**EVIDENCE, "questions": questions})
    assert [one.answered for one in evidence.questions] == [dt.date(2026, 6, 1), True, False]


def test_counts_in_groups() -> None:
    cycle = {"title": "x", "start": "2025-09-01", "end": "2026-06-30", "counts": {"a": 1, "b": {"c": 2}}}
    assert from_data(Cycle, cycle).counts == {"a": 1, "b": {"c": 2}}
