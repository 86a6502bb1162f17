"""What there is to do, who can act and by when: each date counted by hand."""

import datetime as dt

import pytest

from bekwaam.views.team.task import TaskKind, When
from tests.unit.views.team.conftest import AGREEMENT, ANNA, SeeTeam, more, swap, told

VISIT = "date: {}\nkind: visit\nparticipants: [{{role: coach, person: marieke}}, {{role: learner}}]\n"
EVIDENCE = f"{ANNA}/evidence/2026-05-20-rye-bread.yml"


def test_a_visit_is_due_after_the_interval(see_team: SeeTeam) -> None:
    tasks = see_team({}).tasks  # the last one was on 28 May; at most sixty days between two
    assert told(tasks, "visit") == [
        ("Visit the workplace; the last visit was on 2026-05-28", ("marieke",), dt.date(2026, 7, 27))
    ]


def test_a_visit_that_is_planned_in_time_is_the_task_itself(see_team: SeeTeam) -> None:
    in_time = {f"{ANNA}/contacts/2026-07-20-visit.yml": VISIT.format("2026-07-20") + "planned: true\n"}
    tasks = see_team(in_time).tasks
    assert told(tasks, "visit") == []
    assert told(tasks, "contact") == [("Planned: visit to the workplace", ("marieke",), dt.date(2026, 7, 20))]
    too_late = {f"{ANNA}/contacts/2026-08-20-visit.yml": VISIT.format("2026-08-20") + "planned: true\n"}
    tasks = see_team(too_late).tasks
    assert [due for *_, due in told(tasks, "visit")] == [dt.date(2026, 7, 27)]


def test_what_is_late_is_told_once_with_its_point(see_team: SeeTeam) -> None:
    day = dt.date(2026, 8, 1)
    tasks = see_team({}, day).tasks
    late = [one for one in tasks if one.code == "W643"]
    assert [(one.kind, one.when(day), one.point) for one in late] == [(TaskKind.VISIT, When.OVERDUE, "43")]


def test_an_interval_that_is_over_asks_nothing_any_more(see_team: SeeTeam) -> None:
    tight = {AGREEMENT: swap("{text: Jan works beside Anna.}", "{max_interval_days: 20}")}
    tasks = see_team(tight).tasks
    [(says, who, due)] = told(tasks, "look_back")
    assert says.startswith("No visit from 2026-05-04 to 2026-05-28")
    assert (who, due) == (("marieke",), None)


def test_assessing_along_the_way_and_by_the_learner(see_team: SeeTeam) -> None:
    tasks = see_team({}).tasks
    assert told(tasks, "assess") == [
        (
            "Assess along the way; the last assessment was on 2026-06-12",
            ("jan", "marieke"),
            dt.date(2026, 8, 11),
        )
    ]
    assert told(tasks, "self_assess") == [
        ("Let the learner assess themselves", ("learner", "marieke"), dt.date(2026, 7, 3))
    ]


def test_an_agreement_and_a_permission_that_end(see_team: SeeTeam) -> None:
    changes = {AGREEMENT: more("approvals: {by: The sector, date: 2026-05-01, expires: 2026-07-10}\n")}
    tasks = see_team(changes).tasks
    assert told(tasks, "approval") == [
        ("A permission ends before the agreement does: The sector", ("marieke",), dt.date(2026, 7, 10))
    ]
    assert told(tasks, "agreement") == [("This agreement ends", ("marieke", "jan"), dt.date(2026, 8, 28))]
    lasts = {AGREEMENT: more("approvals: {by: The sector, date: 2026-05-01, expires: 2026-09-10}\n")}
    assert told(see_team(lasts).tasks, "approval") == []


def test_what_the_school_asks_of_its_own(see_team: SeeTeam) -> None:
    changes = {
        "people/jan.yml": more("training: {title: First aid, date: 2024-05-01, due: 2026-05-01}\n"),
        "school.yml": more("resources: {title: Oven, reviewed_on: 2024-07-01}\n"),
        "quality/actions/one.yml": "title: Shorter form\norigin: '26'\nowner: greet\n"
        "due: 2026-07-01\nstatus: open\n",
        "quality/actions/two.yml": "title: Done\norigin: '26'\nowner: greet\ndue: 2026-07-01\n"
        "status: done\neffect: It works.\n",
    }
    tasks = see_team(changes).tasks
    assert told(tasks, "training") == [
        ("Follow this training again: First aid", ("jan",), dt.date(2026, 5, 1))
    ]
    assert told(tasks, "review") == [
        ("Look whether it is still right: Oven", ("greet",), dt.date(2026, 7, 1))
    ]
    assert told(tasks, "action") == [("Improve: Shorter form", ("greet",), dt.date(2026, 7, 1))]
    assert len([one for one in tasks if one.code == "W616"]) == 1, "the finding says the same"


def test_a_goal_waits_for_whoever_is_next(see_team: SeeTeam) -> None:
    decision = f"{ANNA}/decisions/2026-06-20-dough.yml"
    assert told(see_team({}).tasks, "decide") == []
    tasks = see_team({decision: None}).tasks
    assert told(tasks, "decide") == [("Decide: mentor and coach agree", ("greet",), dt.date(2026, 8, 28))]
    nobody = {decision: None, f"{ANNA}/assessments/2026-06-10-jan.yml": None}
    tasks = see_team(nobody).tasks
    assert [kind for kind in ("decide", "ready", "goal") if told(tasks, kind)] in (["ready"], ["goal"])


def test_nothing_private_is_told(see_team: SeeTeam) -> None:
    asked = "questions: {text: Why does it rise}\n"
    tasks = see_team({EVIDENCE: more(asked)}).tasks
    assert told(tasks, "question") == [
        ("Answer the question: Why does it rise", ("jan", "marieke"), dt.date(2026, 6, 19))
    ]
    decision = f"{ANNA}/decisions/2026-06-20-dough.yml"
    tasks = see_team({EVIDENCE: more(asked + "visibility: private\n"), decision: None}).tasks
    assert told(tasks, "question") == []
    assert "rise" not in repr(tasks)


def test_somebody_who_stopped_asks_nothing(see_team: SeeTeam) -> None:
    decision = f"{ANNA}/decisions/2026-06-20-dough.yml"
    stopped = {f"{ANNA}/learner.yml": more("status: stopped\n"), decision: None}
    kinds = {one.kind for one in see_team(stopped).tasks}
    assert kinds & {TaskKind.DECIDE, TaskKind.READY, TaskKind.GOAL, TaskKind.CONFIRM} == set()


def test_the_earliest_comes_first_and_what_has_no_date_last(see_team: SeeTeam) -> None:
    tasks = see_team({}).tasks
    days = [one.due or dt.date.max for one in tasks]
    assert days == sorted(days)
    assert len({one.number for one in tasks}) == len(tasks)


@pytest.mark.parametrize(
    ("due", "when"),
    [
        (dt.date(2026, 6, 29), When.OVERDUE),
        (dt.date(2026, 6, 30), When.WEEK),
        (dt.date(2026, 7, 6), When.WEEK),
        (dt.date(2026, 7, 7), When.LATER),
    ],
)
def test_a_week_has_seven_days(see_team: SeeTeam, due: dt.date, when: When) -> None:
    changes = {AGREEMENT: more(f"approvals: {{by: The sector, date: 2026-05-01, expires: {due}}}\n")}
    [task] = [one for one in see_team(changes).tasks if one.kind is TaskKind.APPROVAL]
    assert task.when(dt.date(2026, 6, 30)) is when


def test_a_number_stays_when_the_day_moves(see_team: SeeTeam) -> None:
    def number(team_tasks: object) -> set[str]:
        return {one.number for one in team_tasks if one.kind is TaskKind.VISIT}  # type: ignore[attr-defined]

    before = see_team({}).tasks
    after = see_team({f"{ANNA}/contacts/2026-06-20-visit.yml": VISIT.format("2026-06-20")}).tasks
    assert told(before, "visit") != told(after, "visit")
    assert number(before) == number(after) != set()


def test_a_goal_that_is_late_is_told_once(see_team: SeeTeam) -> None:
    late = {
        f"{ANNA}/decisions/2026-06-20-dough.yml": None,
        f"{ANNA}/assessments/2026-06-10-jan.yml": None,
        f"{ANNA}/plans/1.yml": swap("due: 2026-08-28", "due: 2026-06-15"),
    }
    about = [one for one in see_team(late).tasks if one.code in ("W646", "W636")]
    assert [(one.kind in (TaskKind.READY, TaskKind.GOAL), one.due, one.point) for one in about] == [
        (True, dt.date(2026, 6, 15), "46")
    ]
