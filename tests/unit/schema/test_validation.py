"""One finding for each mistake: its code, its place, and how to mend it."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from bekwaam.diagnostics import At, Diagnostic, Pointer
from bekwaam.model.kinds import Kind
from bekwaam.schema import validate
from bekwaam.schema.validation import MAX_FINDINGS
from tests.unit.schema.examples import GONE, changed, example


def only(kind: Kind, data: object) -> Diagnostic:
    (finding,) = validate(kind, data, "x.yml")
    return finding


@pytest.mark.parametrize("kind", Kind)
def test_the_example_is_right(kind: Kind) -> None:
    assert validate(kind, example(kind), "x.yml") == []


class Good(NamedTuple):
    kind: Kind
    pointer: Pointer
    value: object

    @property
    def name(self) -> str:
        value = "gone" if self.value is GONE else str(self.value)[:30]
        return f"{self.kind.value} {'.'.join(map(str, self.pointer))} {value}"


GOOD = [
    Good(Kind.SCHOOL, ("name",), {"nl": "Ankerschool", "en": "Anchor school", "nl-BE": "x"}),
    Good(Kind.SCHOOL, ("accent",), "#9A4a1f"),
    Good(Kind.SCHOOL, ("resources",), {"title": "Draaiboek", "uri": "https://school.example/a?b=c#d"}),
    Good(Kind.SCHOOL, ("vision",), "x" * 20_000),
    Good(Kind.FRAMEWORK, ("leads_to",), "Bakker"),
    Good(Kind.FRAMEWORK, ("competences",), {"code": "09", "title": "brood bakken"}),
    Good(Kind.ORGANISATION, ("workplaces",), {"id": "a.b_c-1", "name": "x", "safety": ["a", {"nl": "b"}]}),
    Good(Kind.PERSON, ("public_name",), False),
    Good(Kind.PERSON, ("training",), []),
    Good(Kind.LEARNER, ("featured",), "2026-03-05-brood"),
    Good(Kind.LEARNER, ("featured",), ["2026-03-05-brood"]),
    Good(Kind.AGREEMENT, ("readiness",), {"role": "learner", "date": "2026-01-01"}),
    Good(Kind.PLAN, ("modules",), "Brood"),
    Good(Kind.PLAN, ("modules",), {"nl": "Brood", "en": "Bread"}),
    Good(Kind.PLAN, ("modules",), ["Brood", {"nl": "Banket"}, {"code": "m1", "title": {"nl": "Winkel"}}]),
    Good(Kind.PLAN, ("baseline",), []),
    Good(Kind.PLAN, ("version",), 1.5),
    Good(Kind.EVIDENCE, ("verified",), {"by": "jan", "date": "2024-02-29"}),
    Good(Kind.EVIDENCE, ("questions",), [{"text": "a", "answered": True}, {"text": "b"}]),
    Good(Kind.EVIDENCE, ("questions",), {"text": "a", "answered": "2026-03-12"}),
    Good(Kind.EVIDENCE, ("media", 0, "file"), "../media/foto van mij (1) é.jpg"),
    Good(Kind.ASSESSMENT, ("seal",), {"format": 2}),
    Good(Kind.ASSESSMENT, ("assessor",), "self"),
    Good(Kind.DECISION, ("seal",), {"format": 1, "decision": "0" * 64, "assessments": {}}),
    Good(Kind.CONTACT, ("notes",), {"nl": "x"}),
    Good(Kind.SELF_EVALUATION, ("answers", "99"), {"answer": "not_applicable"}),
    Good(Kind.ACTION, ("origin",), "anna/assessments/2026-04-10-mentor"),
    Good(Kind.CYCLE, ("counts",), {"a": {"b": {"c": 1.5}}, "d": 0}),
]


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_good_values(case: Good) -> None:
    assert validate(case.kind, changed(case.kind, case.pointer, case.value), "x.yml") == []


class Bad(NamedTuple):
    """A value put in the example of a kind, and what is said about it.

    ``where`` is the finding's pointer where that is not the value's own.
    """

    kind: Kind
    pointer: Pointer
    value: object
    code: str
    hint: str
    where: Pointer | None = None
    at: At = At.VALUE

    @property
    def name(self) -> str:
        value = "gone" if self.value is GONE else str(self.value)[:30]
        return f"{self.kind.value} {'.'.join(map(str, self.pointer))} {value}"


BAD = [
    Bad(Kind.SCHOOL, ("languages",), [], "E207", "Add at least one item, with `- ` in front."),
    Bad(Kind.SCHOOL, ("accent",), "9a4a1f", "E206", "Did you mean `#9a4a1f`?"),
    Bad(
        Kind.SCHOOL,
        ("url",),
        "javascript:alert(1)",
        "E206",
        "Start it with `https://`, and leave out spaces.",
    ),
    Bad(Kind.SCHOOL, ("url",), "www.school.example", "E206", "Did you mean `https://www.school.example`?"),
    Bad(Kind.SCHOOL, ("rules", "visits", "min"), -1, "E208", "Write a number from 0 to 1000."),
    Bad(
        Kind.SCHOOL,
        ("rules", "visits", "min"),
        "2",
        "E203",
        "Write it without quotes: `2`.",
    ),
    Bad(Kind.FRAMEWORK, ("version",), 2026, "E203", 'Put it in quotes: `"2026"`.'),
    Bad(Kind.FRAMEWORK, ("competences", 0, "kind"), "Technical", "E204", "Did you mean `technical`? "),
    Bad(Kind.FRAMEWORK, ("competences", 0, "code"), "Deeg kneden", "E206", "Did you mean `deeg-kneden`?"),
    Bad(Kind.ORGANISATION, ("type",), "bedrijf", "E204", "Choose one of these: `school`, `company`, "),
    Bad(Kind.ORGANISATION, ("workplaces", 0, "capacity"), "2,5", "E203", "Write it with a point: `2.5`."),
    Bad(Kind.PERSON, ("roles", 0, "role"), "learner", "E204", "Choose one of these: `mentor`, "),
    Bad(Kind.PERSON, ("emails",), "jan@x.example", "E203", 'with `- ` in front: `- "jan@x.example"`.'),
    Bad(Kind.PERSON, ("emails", 0), "Jan <jan@x.example>", "E206", "Did you mean `jan@x.example`?"),
    Bad(Kind.PERSON, ("emails", 0), "*@x.example", "E206", "Write one plain address, "),
    Bad(Kind.LEARNER, ("minor",), "ja", "E203", "Write `true`, in small letters and without quotes."),
    Bad(Kind.LEARNER, ("minor",), 0, "E203", "Write `false`, in small letters and without quotes."),
    Bad(Kind.LEARNER, ("minor",), "17", "E203", "Write `true` or `false`, in small letters "),
    Bad(Kind.LEARNER, ("pseudonym",), GONE, "E202", "Add a line such as `pseudonym: Blauwe reiger`."),
    Bad(Kind.LEARNER, ("guardians",), ["people/rita.yml"], "E206", "Did you mean `rita`?", ("guardians", 0)),
    Bad(
        Kind.AGREEMENT,
        ("workplace",),
        "bakkerij",
        "E206",
        "Write the organisation, a slash and the workplace",
    ),
    Bad(
        Kind.AGREEMENT,
        ("guidance",),
        "elke week",
        "E203",
        "Write its keys below it, such as `min_visits: ...`.",
    ),
    Bad(
        Kind.AGREEMENT,
        ("signatures", 0, "person"),
        "anna",
        "E209",
        "Remove `person`, or change `role`.",
        at=At.KEY,
    ),
    Bad(
        Kind.EVIDENCE,
        ("competences",),
        "bakery/dough, bakery/baking",
        "E203",
        "Put square brackets around them: `[bakery/dough, bakery/baking]`.",
    ),
    Bad(Kind.PLAN, ("goals", 0, "learned_at"), "school", "E203", "with `- ` in front: `- school`."),
    Bad(Kind.PLAN, ("modules", 0, "title"), GONE, "E202", "Add a line such as `title: Brood`."),
    Bad(Kind.EVIDENCE, ("date",), "5/3/2026", "E205", "Did you mean `2026-03-05`? "),
    Bad(Kind.EVIDENCE, ("date",), 20260305, "E205", "Did you mean `2026-03-05`? "),
    Bad(Kind.EVIDENCE, ("date",), "2026-02-29", "E205", "That month has 28 days."),
    Bad(Kind.EVIDENCE, ("date",), "2026-03-05\n", "E205", "Did you mean `2026-03-05`? "),
    Bad(Kind.EVIDENCE, ("date",), "٢٠٢٦-٠٣-٠٥", "E205", "Write year, month and day, such as `2026-03-05`."),
    Bad(Kind.EVIDENCE, ("date",), ["2026-03-05"], "E203", "Write year, month and day, "),
    Bad(Kind.EVIDENCE, ("title",), "", "E207", "Fill it in, or remove the key."),
    Bad(Kind.EVIDENCE, ("title",), " \n ", "E207", "Fill it in, or remove the key."),
    Bad(Kind.EVIDENCE, ("title",), "x" * 201, "E207", "Make it shorter, "),
    Bad(
        Kind.EVIDENCE,
        ("title",),
        {"nederlands": "x"},
        "E206",
        "Write two or three small letters, ",
        ("title", "nederlands"),
        At.KEY,
    ),
    Bad(
        Kind.EVIDENCE, ("titel",), "x", "E201", "You can still use these keys here: `reflection`, ", at=At.KEY
    ),
    Bad(Kind.EVIDENCE, ("visibilty",), "team", "E201", "Did you mean `visibility`?", at=At.KEY),
    Bad(Kind.EVIDENCE, ("id",), "x", "E201", "Remove it: the place and the name of the file ", at=At.KEY),
    Bad(Kind.EVIDENCE, ("type",), True, "E204", "Choose one of these: `observation`, "),
    Bad(Kind.EVIDENCE, ("competences",), GONE, "E202", "Add a line such as `competences: [bakery/dough, "),
    Bad(Kind.EVIDENCE, ("context",), GONE, "E202", "Add `context:` with these keys below it: `place`."),
    Bad(Kind.EVIDENCE, ("competences", 0), "bakery/dough\n", "E206", "Did you mean `bakery/dough`?"),
    Bad(
        Kind.EVIDENCE, ("media", 0, "file"), "/etc/passwd", "E206", "Write it from the record's own folder, "
    ),
    Bad(Kind.EVIDENCE, ("media", 0, "file"), "..\\media\\a.webp", "E206", "Did you mean `../media/a.webp`?"),
    Bad(
        Kind.EVIDENCE,
        ("media", 0, "file"),
        "data:text/html,x",
        "E206",
        "Write it from the record's own folder, ",
    ),
    Bad(
        Kind.EVIDENCE,
        ("questions",),
        {"text": "a", "answered": "ja"},
        "E203",
        "Write `true`, ",
        ("questions", "answered"),
    ),
    Bad(
        Kind.EVIDENCE,
        ("questions",),
        {"text": "a", "answered": "12/3/2026"},
        "E205",
        "Did you mean `2026-03-12`",
        ("questions", "answered"),
    ),
    Bad(Kind.ASSESSMENT, ("results",), GONE, "E202", "its items have the keys `competence`, `level`."),
    Bad(
        Kind.ASSESSMENT,
        ("results", 0, "criteria", "temperature"),
        "ok",
        "E204",
        "Choose one of these: `met`, ",
    ),
    Bad(
        Kind.ASSESSMENT,
        ("results", 0, "criteria"),
        {"bakery/dough/t": "met"},
        "E206",
        "Did you mean `t`?",
        ("results", 0, "criteria", "bakery/dough/t"),
        At.KEY,
    ),
    Bad(
        Kind.ASSESSMENT,
        ("seal",),
        {"format": 1},
        "E202",
        "Do not write seals by hand",
        ("seal", "assessment"),
    ),
    Bad(
        Kind.ASSESSMENT,
        ("seal",),
        {"format": 1, "assessment": "abc"},
        "E206",
        "Do not write seals by hand",
        ("seal", "assessment"),
    ),
    Bad(Kind.DECISION, ("results", 0, "result"), "behaald", "E204", "Choose one of these: `achieved`, "),
    Bad(
        Kind.CONTACT,
        ("participants", 1, "person"),
        "anna",
        "E209",
        "Remove `person`, or change `role`.",
        at=At.KEY,
    ),
    Bad(Kind.FEEDBACK, ("rating",), 6, "E208", "Write a number from 1 to 5."),
    Bad(Kind.FEEDBACK, ("rating",), 2.5, "E203", "Write a whole number, such as `2`, "),
    Bad(Kind.FEEDBACK, ("from",), GONE, "E202", "Add a line such as `from: learner`."),
    Bad(Kind.NEXT_STEP, ("type",), "jobs", "E204", "Did you mean `job`? "),
    Bad(Kind.NEXT_STEP, ("actions",), 5, "E203", 'Put it in quotes: `"5"`.'),
    Bad(Kind.SELF_EVALUATION, ("answers", "5"), {"answer": "yes"}, "E206", "Did you mean `05`?", at=At.KEY),
    Bad(Kind.SELF_EVALUATION, ("answers", "00"), {"answer": "yes"}, "E206", "Write two digits, ", at=At.KEY),
    Bad(
        Kind.SELF_EVALUATION,
        ("answers", "09"),
        "yes",
        "E203",
        "Write its keys below it, such as `answer: ...`.",
    ),
    Bad(Kind.ACTION, ("origin",), 28, "E203", 'Put it in quotes: `"28"`.'),
    Bad(Kind.ACTION, ("origin",), "anna/evidence/x", "E206", "Write a point in two digits, "),
    Bad(
        Kind.CYCLE,
        ("counts",),
        {"a": {"b": "many"}},
        "E203",
        "Write a number, such as `7.5`, ",
        ("counts", "a", "b"),
    ),
    Bad(Kind.EVIDENCE, ("visibility",), ["public"], "E203", "Choose one of these: `private`, "),
    Bad(Kind.EVIDENCE, ("competences", 0), None, "E203", "Fill it in, or remove it."),
    Bad(Kind.PLAN, ("goals", 0, "learned_at", 0), None, "E203", "Fill it in, or remove it."),
    Bad(Kind.CYCLE, ("counts",), {"a": -1}, "E208", "Write a number that is not below 0.", ("counts", "a")),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_bad_values(case: Bad) -> None:
    finding = only(case.kind, changed(case.kind, case.pointer, case.value))
    where = case.pointer if case.where is None else case.where
    assert (finding.code, finding.pointer, finding.at) == (case.code, where, case.at)
    assert finding.path == "x.yml"
    assert finding.hint is not None
    assert case.hint in finding.hint.render()


def test_a_mapping_of_which_all_keys_are_still_empty_is_no_mistake() -> None:
    assert validate(Kind.PERSON, changed(Kind.PERSON, ("contact",), {}), "x.yml") == []


def test_an_empty_list_of_goals_is_no_mistake() -> None:
    assert validate(Kind.PLAN, changed(Kind.PLAN, ("goals",), []), "x.yml") == []


def test_a_misspelt_key_is_one_mistake() -> None:
    data = example(Kind.EVIDENCE)
    data["titel"] = data.pop("title")
    finding = only(Kind.EVIDENCE, data)
    assert (finding.code, finding.pointer, finding.at) == ("E201", ("titel",), At.KEY)


def test_a_record_of_another_sort_is_one_mistake() -> None:
    others: list[object] = [[], "x", 5, None, True]
    for data in others:
        finding = only(Kind.EVIDENCE, data)
        assert (finding.code, finding.pointer) == ("E203", ())


def test_an_item_alone_is_checked_as_one_in_a_list() -> None:
    goal = {"competence": "bakery/dough", "target": "x", "learned_at": ["school"]}
    alone = only(Kind.PLAN, changed(Kind.PLAN, ("goals",), goal))
    listed = only(Kind.PLAN, changed(Kind.PLAN, ("goals",), [goal]))
    assert (alone.code, alone.pointer) == ("E202", ("goals", "due"))
    assert (listed.code, listed.pointer) == ("E202", ("goals", 0, "due"))


def test_every_mistake_is_found() -> None:
    data = {
        "titel": "x",
        "date": "gisteren",
        "type": "foto",
        "competences": ["dough"],
        "context": {"place": "x"},
    }
    assert {(one.code, one.pointer) for one in validate(Kind.EVIDENCE, data, "x.yml")} == {
        ("E201", ("titel",)),
        ("E205", ("date",)),
        ("E204", ("type",)),
        ("E206", ("competences", 0)),
        ("E204", ("context", "place")),
    }


def test_long_values_are_cut_and_stay_on_one_line() -> None:
    word = "x y\n\x07‮" * 50_000
    for pointer in (("type",), ("competences", 0), ("date",)):
        finding = only(Kind.EVIDENCE, changed(Kind.EVIDENCE, pointer, word))
        shown = finding.message.render()
        assert len(shown) < 120
        assert shown.isprintable()


def test_very_many_mistakes_are_not_all_told() -> None:
    data = example(Kind.CYCLE) | {f"key{number}": 1 for number in range(5_000)}
    assert len(validate(Kind.CYCLE, data, "x.yml")) == MAX_FINDINGS
