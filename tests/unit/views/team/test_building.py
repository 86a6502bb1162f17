"""What the team's pages show, counted by hand; and that nobody else gets any of it."""

import datetime as dt
from pathlib import Path

import pytest

from bekwaam.audience import restrict
from bekwaam.model.audience import Audience
from bekwaam.model.plan import LearningPlace
from bekwaam.model.roles import Role
from bekwaam.project import Loaded, load
from bekwaam.views.build import build
from bekwaam.views.lazily import given
from tests.conftest import ROOT
from tests.unit.views.team.conftest import AGREEMENT, ANNA, DAY, SeeTeam, more, swap


@pytest.fixture(scope="module")
def example() -> Loaded:
    return load(Path(ROOT) / "portfolios", DAY)


def learner(name: str, cohort: str = "2025-2026") -> dict[str, str]:
    folder = f"learners/{name}"
    return {
        f"{folder}/learner.yml": f"name: {name.title()}\npseudonym: Heron {len(name)}\nminor: false\n"
        f"programme: bakery\ncohort: {cohort}\nstatus: completed\n",
        f"{folder}/next-step.yml": "type: job\n",
    }


@pytest.mark.parametrize("audience", [Audience.HANDOVER, Audience.PUBLIC])
def test_nobody_but_the_team_gets_any_of_it(example: Loaded, audience: Audience) -> None:
    gated = restrict(example.project, example.statuses, audience, DAY, findings=example.diagnostics)
    assert gated.findings == ()
    assert build(gated).team is None


def test_it_is_made_once_and_not_for_every_language(example: Loaded) -> None:
    gated = restrict(example.project, example.statuses, Audience.TEAM, DAY)
    assert build(gated, "nl").team is not None
    assert build(gated, "en").team is None


def test_only_the_learners_that_were_asked_for(example: Loaded) -> None:
    gated = restrict(
        example.project, example.statuses, Audience.TEAM, DAY, ["anna-peeters"], example.diagnostics
    )
    team = given(build(gated).team)
    assert team is not None
    assert set(team.follow_ups) == {"anna-peeters"}
    assert {one.key for one in team.tasks} == {"anna-peeters", None}
    assert "Wout" not in repr(team)


def test_everyone_finds_their_own(see_team: SeeTeam) -> None:
    team = see_team({})
    pages = {one.id: one for one in team.people}
    assert [one.role for one in pages["marieke"].learners] == [Role.COACH]
    assert [one.last_contact for one in pages["jan"].learners] == [dt.date(2026, 5, 28)]
    assert [str(one.person.name) for one in pages["jan"].contacts] == ["Marieke Wouters"]
    assert pages["jan"].contacts[0].last == dt.date(2026, 5, 28)
    assert all("jan" in one.who for one in pages["jan"].tasks)
    assert pages["greet"].learners == ()


def test_small_groups_are_not_counted(see_team: SeeTeam) -> None:
    four = {**learner("bert"), **learner("cleo"), **learner("dora")}
    [cohort] = see_team(four).cohorts
    assert cohort.learners == 4
    assert cohort.shares is None
    assert cohort.maps[0].spread is None
    assert len(cohort.maps[0].rows) == 4
    [cohort] = see_team({**four, **learner("emma")}).cohorts
    assert cohort.shares == (("0–24%", 4), ("25–49%", 0), ("50–74%", 1), ("75–100%", 0))
    assert cohort.maps[0].spread is not None
    assert [sum(count for _, count in one.statuses) for one in cohort.maps[0].spread] == [5, 5]


def test_cohorts_whose_names_look_alike_have_their_own_pages(see_team: SeeTeam) -> None:
    cohorts = see_team({**learner("bert", "2025 / 2026"), **learner("cleo", "…")}).cohorts
    assert len({one.uri for one in cohorts}) == 3


def test_contacts_are_counted_role_by_role(see_team: SeeTeam) -> None:
    changes = {
        "quality/contacts/2026-01-10-leaders.yml": "date: 2026-01-10\nkind: meeting\nparticipants:\n"
        "  - {role: school_responsible, person: greet}\n  - {role: employer, organisation: de-gist}\n",
        "quality/contacts/2024-01-10-old.yml": "date: 2024-01-10\nkind: meeting\nparticipants:\n"
        "  - {role: school_responsible, person: greet}\n  - {role: mentor, person: jan}\n",
    }
    contacts = see_team(changes).contacts
    assert contacts.total == 2
    assert {pair: one.times for pair, one in contacts.pairs.items()} == {
        (Role.LEARNER, Role.MENTOR): 1,
        (Role.LEARNER, Role.COACH): 1,
        (Role.MENTOR, Role.COACH): 1,
        (Role.SCHOOL_RESPONSIBLE, Role.EMPLOYER): 1,
    }
    assert {one.point: one.times for one in contacts.meetings} == {
        "19": 1, "20": 0, "23": 1, "24": 0, "45": 0,
    }  # fmt: skip
    assert [one.last for one in contacts.quiet] == [dt.date(2026, 5, 28)]


def test_room_and_goals_that_no_place_covers(see_team: SeeTeam) -> None:
    team = see_team({})
    [row] = team.places.rows
    assert (row.capacity, row.free, [str(one.title) for one in row.now]) == ("2", 1, ["Anna Peeters"])
    assert [str(one.competence.title) for one in team.places.loose] == ["make dough"]
    [(_, rows)] = team.places.matrix
    assert [(len(one.offered), one.goals[LearningPlace.WORKPLACE]) for one in rows] == [(0, 1), (0, 0)]
    offered = {
        "organisations/de-gist.yml": swap("capacity: 2", "capacity: 1\n    competences: [bakery/dough]")
    }
    team = see_team(offered)
    assert team.places.rows[0].free == 0
    assert team.places.loose == ()
    [(_, rows)] = team.places.matrix
    assert [len(one.offered) for one in rows] == [1, 0]


def test_hours_signatures_and_readiness(see_team: SeeTeam) -> None:
    changes = {
        AGREEMENT: more(
            """\
            hours: 400
            attendance: {until: 2026-06-26, hours: 150, absent: 8}
            readiness:
              - {role: mentor, person: jan, date: 2026-04-20, ready: false}
              - {role: mentor, person: jan, date: 2026-04-27, ready: true}
            backup: {mentor: marieke}
            """
        ),
    }
    changes["people/marieke.yml"] = swap(
        "  - {role: coach", "  - {role: mentor, organisation: south, from: 2020-09-01}\n  - {role: coach"
    )
    follow = see_team(changes).follow_ups["anna"]
    [place] = follow.placements
    assert (place.hours.agreed, place.hours.done, place.hours.missed, place.hours.share) == (
        "400", "150", "8", 38,
    )  # fmt: skip
    assert [(one.role, one.ready) for one in place.ready] == [
        (Role.LEARNER, None),
        (Role.MENTOR, True),
        (Role.COACH, None),
    ]
    assert [(one.role, one.agreement, one.plans) for one in place.parties][2] == (
        Role.COACH,
        dt.date(2026, 4, 28),
        (("1", dt.date(2026, 5, 5)),),
    )
    assert (place.visits.done, place.visits.wanted, place.visits.due) == (
        (dt.date(2026, 5, 28),),
        2,
        dt.date(2026, 7, 27),
    )


def test_who_said_what_comes_in_the_order_of_the_days(see_team: SeeTeam) -> None:
    own = (
        "date: 2026-05-30\nassessor: self\nmoment: formative\nphase: during\n"
        "results: [{competence: bakery/dough, level: with_help}]\n"
    )
    follow = see_team({f"{ANNA}/assessments/2026-05-30-self.yml": own}).follow_ups["anna"]
    [one] = follow.competences
    assert [(rated.role, rated.date.day) for rated in one.rated] == [
        (Role.LEARNER, 30),
        (Role.MENTOR, 10),
        (Role.COACH, 12),
    ]


def test_roles_with_their_hours_and_what_is_missing(see_team: SeeTeam) -> None:
    changes = {
        "people/jan.yml": swap(
            "from: 2020-09-01}", "from: 2020-09-01, hours_per_week: 4, profile: Guides learners.}"
        )
    }
    roles = {one.role: one for one in see_team(changes).roles}
    mentor, coach = roles[Role.MENTOR], roles[Role.COACH]
    assert (mentor.hours, mentor.without_hours, mentor.without_profile) == ("4", 0, 0)
    assert (coach.hours, coach.without_hours, coach.without_profile) == (None, 1, 1)
    assert [one.learners for one in mentor.holders] == [1]


def test_goals_feedback_and_where_the_plan_comes_from(see_team: SeeTeam) -> None:
    changes = {
        f"{ANNA}/contacts/2026-04-20-intake.yml": "date: 2026-04-20\nkind: intake\n"
        "participants: [{role: coach, person: marieke}, {role: learner}]\n",
        f"{ANNA}/feedback/2026-06-01-mentor.yml": "date: 2026-06-01\nfrom: mentor\nformal: true\n"
        "about: learner\ntext: Goes well.\n",
        f"{ANNA}/feedback/2026-06-08-mentor.yml": "date: 2026-06-08\nfrom: mentor\nformal: false\n"
        "about: learner\ntext: Still does.\n",
    }
    follow = see_team(changes).follow_ups["anna"]
    start = follow.placements[0].plan
    assert (start.intake, start.version, start.agreed) == (dt.date(2026, 4, 20), "1", dt.date(2026, 5, 5))
    assert (start.goals, start.known, start.proposed) == (1, 1, 1)
    [goal] = follow.goals
    assert (goal.pieces, len(goal.types), goal.days, goal.enough) == (2, 2, 2, True)
    said = {one.role: (one.formal, one.informal, one.last) for one in follow.feedback}
    assert said[Role.MENTOR] == (1, 1, dt.date(2026, 6, 8))
    assert said[Role.LEARNER] == (0, 0, None)
