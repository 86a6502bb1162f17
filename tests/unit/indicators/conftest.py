"""A small school with two placements, in which everything can be counted by hand.

Ada has nearly everything in order; Ben's placement has begun and little is noted; Cas has none yet. The
day is 30 June 2026, in the cycle from September 2025 to August 2026.
"""

from __future__ import annotations

import datetime as dt
import textwrap

import pytest

from bekwaam.indicators import Seen, period_on
from bekwaam.project import load

AS_OF = dt.date(2026, 6, 30)

SCHOOL = {
    "school.yml": """
        name: South
        languages: [en]
        responsible: greet
        levels: [{code: with_help, label: with help}, {code: independent, label: independently}]
        core_group: Greet and Marieke.
        resources: [{title: The practice bakery, reviewed_on: 2026-01-12}, {title: Tablets}]
        procedures: [{title: When it goes wrong, reviewed_on: 2023-02-06}]
        practice_notes: [{title: A visit, date: 2026-02-02}, {title: An old one, date: 2024-02-02}]
        """,
    "frameworks/bakery.yml": """
        title: Bakery
        version: "1"
        competences:
          - {code: dough, title: make dough, criteria: [{code: warm, text: Takes its temperature.}]}
          - {code: oven, title: work the oven}
        """,
    "organisations/south.yml": "{name: South, type: school, responsible: greet}",
    "organisations/de-gist.yml": """
        name: De Gist
        type: company
        workplaces:
          - {id: bakery, name: The bakery, activities: [Baking], competences: [bakery/dough], capacity: 1,
             adaptations: [A low bench]}
          - {id: shop, name: The shop, capacity: 1}
        """,
    "people/greet.yml": """
        {name: Greet, roles: [{role: school_responsible, organisation: south, from: 2020-09-01}]}
        """,
    "people/marieke.yml": """
        name: Marieke
        roles: [{role: coach, organisation: south, from: 2020-09-01, hours_per_week: 10, profile: Visits.}]
        training: [{title: Coaching, date: 2024-05-01, due: 2028-05-01}]
        contact: {phone: 09 555 00 01}
        """,
    "people/coen.yml": "{name: Coen, roles: [{role: coach, organisation: south, from: 2020-09-01}]}",
    "people/jan.yml": """
        name: Jan
        roles: [{role: mentor, organisation: de-gist, from: 2020-09-01}]
        training: [{title: Mentoring, date: 2022-03-01, due: 2026-03-01}]
        contact: {email: jan@de-gist.example}
        """,
    "people/fatma.yml": "{name: Fatma, roles: [{role: mentor, organisation: de-gist, from: 2020-09-01}]}",
    "people/piet.yml": "{name: Piet, roles: [{role: employer, organisation: de-gist, from: 2020-09-01}]}",
    "people/inge.yml": "{name: Inge, roles: [{role: external, organisation: south, from: 2020-09-01}]}",
    "quality/cycles/2024-2025.yml": "{title: Last year, start: 2024-09-01, end: 2025-08-31}",
    "quality/cycles/2025-2026.yml": "{title: This year, start: 2025-09-01, end: 2026-08-31}",
    "quality/contacts/2025-10-01-start.yml": """
        date: 2025-10-01
        kind: meeting
        participants:
          - {role: school_responsible, person: greet}
          - {role: employer, person: piet, organisation: de-gist}
          - {role: mentor, person: jan, organisation: de-gist}
        """,
    "quality/contacts/2026-03-03-coaches.yml": """
        {date: 2026-03-03, kind: training,
         participants: [{role: coach, person: marieke}, {role: coach, person: coen}]}
        """,
    "quality/actions/late.yml": '{title: A, origin: "43", owner: greet, due: 2026-05-01, status: open}',
    "quality/actions/done.yml": """
        {title: B, origin: "16", owner: greet, due: 2026-04-01, status: done, effect: It worked.}
        """,
    "quality/actions/dropped.yml": '{title: C, origin: "07", owner: greet, due: 2026-03-02, status: dropped}',
    "quality/actions/next.yml": '{title: D, origin: "31", owner: greet, due: 2026-10-01, status: doing}',
    "quality/self-evaluations/2026.yml": """
        organisation: south
        cycle: 2025-2026
        form: alternating
        respondent: coach
        answers: {"09": {answer: yes}, "12": {answer: no}, "43": {answer: partly, action: late}}
        """,
    # It is of another cycle: it counts for nothing.
    "quality/self-evaluations/2025.yml": """
        organisation: south
        cycle: 2024-2025
        form: alternating
        respondent: coach
        answers: {"09": {answer: no}}
        """,
    "learners/ada/learner.yml": """
        pseudonym: Ada
        minor: false
        programme: bakery
        cohort: "2025"
        status: completed
        consents: [{scope: description, audience: handover, given_by: learner, date: 2026-06-01}]
        """,
    "learners/ada/next-step.yml": "{type: job, advice: A small bakery suits you.}",
    "learners/ada/agreements/gist.yml": """
        school: south
        workplace: de-gist/bakery
        form: alternating
        start: 2025-09-01
        end: 2026-06-30
        hours: 400
        mentor: jan
        coach: marieke
        backup: {mentor: fatma, coach: coen}
        organisation: Two days a week.
        content: Dough.
        guidance: {min_visits: 2, max_interval_days: 200}
        evaluation: Together.
        readiness:
          - {role: learner, date: 2025-08-28, ready: true}
          - {role: mentor, person: jan, date: 2025-08-28, ready: true}
          - {role: coach, person: marieke, date: 2025-08-28, ready: true}
        approvals: [{by: The inspection, date: 2025-08-01, expires: 2026-12-31}]
        induction: {date: 2025-09-01, safety: true}
        travel: By bike.
        signatures:
          - {role: learner, date: 2025-08-29}
          - {role: mentor, person: jan, date: 2025-08-29}
          - {role: coach, person: marieke, date: 2025-08-29}
        """,
    "learners/ada/plans/1.yml": """
        version: 1
        agreement: gist
        baseline: [{competence: bakery/dough, level: with_help}]
        goals:
          - {competence: bakery/dough, target: independent, learned_at: [workplace], due: 2026-05-29,
             proposed_by: learner}
          - {competence: bakery/oven, target: independent, learned_at: [workplace], due: 2026-06-15}
        agreed:
          - {role: learner, date: 2025-09-08}
          - {role: mentor, person: jan, date: 2025-09-08}
          - {role: coach, person: marieke, date: 2025-09-08}
        """,
    "learners/ada/evidence/2025-10-01-photo.yml": """
        title: Dough
        date: 2025-10-01
        type: photo
        competences: [bakery/dough]
        context: {place: workplace, workplace: de-gist/bakery}
        verified: {by: jan, date: 2025-10-02}
        """,
    "learners/ada/evidence/2026-02-10-observation.yml": """
        title: Dough again
        date: 2026-02-10
        type: observation
        competences: [bakery/dough]
        context: {place: workplace, workplace: de-gist/bakery}
        verified: {by: jan, date: 2026-02-11}
        """,
    "learners/ada/evidence/2026-03-01-log.yml": """
        title: Read about dough
        date: 2026-03-01
        type: log
        competences: [bakery/dough]
        context: {place: elsewhere}
        self_study: true
        hours: 3
        questions: [{text: Why salt?, answered: true}, {text: Why rye?, answered: false}]
        """,
    "learners/ada/assessments/2026-06-09-self.yml": """
        {date: 2026-06-09, assessor: self, moment: summative, phase: during,
         results: [{competence: bakery/dough, level: independent}]}
        """,
    "learners/ada/assessments/2026-06-10-jan.yml": """
        {date: 2026-06-10, assessor: jan, moment: summative, phase: during,
         results: [{competence: bakery/dough, level: independent, criteria: {warm: met}}]}
        """,
    "learners/ada/assessments/2026-06-12-marieke.yml": """
        {date: 2026-06-12, assessor: marieke, moment: summative, phase: during,
         results: [{competence: bakery/dough, level: independent, criteria: {warm: met}}]}
        """,
    "learners/ada/decisions/2026-06-20-dough.yml": """
        {date: 2026-06-20, by: greet,
         results: [{competence: bakery/dough, result: achieved, level: independent}]}
        """,
    "learners/ada/contacts/2025-09-03-intake.yml": """
        {date: 2025-09-03, kind: intake,
         participants: [{role: learner}, {role: mentor, person: jan}, {role: coach, person: marieke}]}
        """,
    "learners/ada/contacts/2025-11-04-visit.yml": """
        {date: 2025-11-04, kind: visit,
         participants: [{role: mentor, person: jan}, {role: coach, person: marieke}]}
        """,
    "learners/ada/contacts/2026-01-20-visit.yml": """
        {date: 2026-01-20, kind: visit,
         participants: [{role: mentor, person: jan}, {role: coach, person: marieke}]}
        """,
    "learners/ada/contacts/2026-02-16-review.yml": """
        {date: 2026-02-16, kind: case_review,
         participants: [{role: coach, person: marieke}, {role: external, person: inge}]}
        """,
    # Still to come: it counts for nothing.
    "learners/ada/contacts/2026-09-15-visit.yml": """
        {date: 2026-09-15, kind: visit, planned: true, participants: [{role: coach, person: marieke}]}
        """,
    "learners/ada/feedback/2025-03-03-colleague.yml": """
        {date: 2025-03-03, from: colleague, formal: false, about: workplace, text: Fine., rating: 5}
        """,
    "learners/ada/feedback/2026-03-02-learner.yml": """
        {date: 2026-03-02, from: learner, formal: true, about: workplace, text: Fine.}
        """,
    "learners/ada/feedback/2026-04-01-mentor.yml": """
        {date: 2026-04-01, from: mentor, formal: true, about: learner, text: Fine.}
        """,
    "learners/ada/feedback/2026-05-05-colleague.yml": """
        {date: 2026-05-05, from: colleague, formal: false, about: learner, text: Fine., rating: 4}
        """,
    "learners/ben/learner.yml": '{pseudonym: Ben, minor: false, programme: bakery, cohort: "2026"}',
    "learners/ben/agreements/gist.yml": """
        school: south
        workplace: de-gist/shop
        form: internship
        start: 2026-01-05
        end: 2026-12-18
        mentor: jan
        coach: marieke
        organisation: Three days a week.
        content: Selling.
        guidance: {text: Marieke comes by.}
        evaluation: Together.
        readiness: [{role: learner, date: 2026-01-05, ready: true}]
        signatures:
          - {role: learner, date: 2026-01-05}
          - {role: mentor, person: jan, date: 2026-01-05}
        """,
    "learners/cas/learner.yml": '{pseudonym: Cas, minor: false, programme: bakery, cohort: "2026"}',
}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """What the indicators look at."""
    root = tmp_path_factory.mktemp("school") / "portfolios"
    for name, text in SCHOOL.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    loaded = load(root, AS_OF)
    assert loaded.errors == 0, [one.message.render() for one in loaded.diagnostics]
    period = period_on(loaded.project, AS_OF)
    return Seen(project=loaded.project, statuses=loaded.statuses, as_of=AS_OF, period=period)
