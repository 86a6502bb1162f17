"""W6 and W7: gaps in how one learner is guided, each with its point of the guide."""

from __future__ import annotations

from bekwaam.diagnostics.codes.code import Code
from bekwaam.diagnostics.message import N_

_AGREEMENT = "# learners/anna/agreements/bakery.yml\n"
_PLAN = "# learners/anna/plans/1.yml\n"
_EVIDENCE = "# learners/anna/evidence/2026-05-20-rye-bread.yml\n"

CODES = (
    Code(
        code="W603",
        point="03",
        title=N_("A permission that ends too early"),
        meaning=N_(
            "A permission that the placement needs ends before the agreement does, within a month or"
            " already. Ask for a new one in time, and add it to the list."
        ),
        before=_AGREEMENT
        + "end: 2026-08-28\napprovals:\n  - {by: The inspection, date: 2026-04-20, expires: 2026-07-20}\n",
        after=_AGREEMENT
        + "end: 2026-08-28\napprovals:\n  - {by: The inspection, date: 2026-06-15, expires: 2026-12-31}\n",
    ),
    Code(
        code="W608",
        point="08",
        title=N_("Safety that was not explained, or too late"),
        meaning=N_(
            "Nobody noted that working safely was explained at the workplace, or it happened after the"
            " first work was done. Explain safety first, and note the day."
        ),
        before=_AGREEMENT + "induction: {date: 2026-05-04}\n",
        after=_AGREEMENT + "induction: {date: 2026-05-04, safety: true}\n",
    ),
    Code(
        code="W610",
        point="10",
        title=N_("A plan that not everyone agreed to"),
        meaning=N_(
            "Learner, workplace mentor and learning coach make a plan together. One of them has not said"
            " yes yet. Talk about it, and add a line when they do."
        ),
        before=_PLAN + "agreed:\n  - {role: mentor, person: jan-de-smet, date: 2026-05-04}\n",
        after=(
            _PLAN + "agreed:\n  - {role: learner, date: 2026-05-04}\n"
            "  - {role: mentor, person: jan-de-smet, date: 2026-05-04}\n"
            "  - {role: coach, person: marieke-wouters, date: 2026-05-05}\n"
        ),
    ),
    Code(
        code="W612",
        point="12",
        title=N_("A goal without a starting level"),
        meaning=N_(
            "Who sets a goal first looks at what the learner can do already, otherwise nobody sees"
            " progress later. Note the starting level of each goal, from an intake, a test, a"
            " certificate or an earlier portfolio."
        ),
        before=_PLAN + "baseline: []\ngoals:\n  - competence: bakery/dough\n",
        after=(
            _PLAN + "baseline:\n  - {competence: bakery/dough, level: with_help, source: intake}\n"
            "goals:\n  - competence: bakery/dough\n"
        ),
    ),
    Code(
        code="W629",
        point="29",
        title=N_("A placement without a plan"),
        meaning=N_(
            "The placement has started, and no plan says what will be learned. Make one together, with"
            " goals that everyone understands."
        ),
        before=_AGREEMENT + "start: 2026-05-04      # and nothing in plans/\n",
        after=_PLAN + "version: 1\nagreement: bakery\n",
    ),
    Code(
        code="W630",
        point="30",
        title=N_("A goal without criteria"),
        meaning=N_(
            "A competence without criteria means something else to everybody. Say in the framework what"
            " can be seen when somebody masters it."
        ),
        before="# frameworks/bakery.yml\ncompetences:\n  - {code: oven, title: work the oven}\n",
        after=(
            "# frameworks/bakery.yml\ncompetences:\n  - code: oven\n    title: work the oven\n"
            "    criteria:\n      - {code: safety, text: Wears gloves at the oven.}\n"
        ),
    ),
    Code(
        code="W631",
        point="31",
        title=N_("No goal of the learner's own"),
        meaning=N_(
            "None of the goals was proposed by the learner. Who has a say in what they learn, learns it"
            " more gladly. Ask, and note it at the goal."
        ),
        before=_PLAN + "goals:\n  - {competence: bakery/dough, proposed_by: mentor}\n",
        after=_PLAN + "goals:\n  - {competence: bakery/dough, proposed_by: learner}\n",
    ),
    Code(
        code="W642",
        point="42",
        title=N_("A question without an answer"),
        meaning=N_(
            "The learner asked something with a piece of evidence, more than thirty days ago. Answer it,"
            " and note that you did: `true`, or the day."
        ),
        before=_EVIDENCE + "questions:\n  - {text: 'May I try the spelt dough?', answered: false}\n",
        after=_EVIDENCE + "questions:\n  - {text: 'May I try the spelt dough?', answered: 2026-06-02}\n",
    ),
    Code(
        code="W643",
        point="43",
        title=N_("Too few visits, or too long without one"),
        meaning=N_(
            "The coach visits the workplace often enough to see how it goes. The agreement says how"
            " often; where it does not, `school.yml` does. Plan a visit, or note the one that was done:"
            " a contact with `kind: visit` in the learner's folder. Planned visits do not count yet."
        ),
        before=_AGREEMENT + "guidance: {max_interval_days: 60}     # and no visit since March\n",
        after="# learners/anna/contacts/2026-05-28-visit.yml\ndate: 2026-05-28\nkind: visit\n",
    ),
    Code(
        code="W647",
        point="47",
        title=N_("No self-assessment"),
        meaning=N_(
            "The learner has not rated themselves since the placement started. Who looks at their own"
            " work learns from it, and the talk with mentor and coach goes better."
        ),
        before=_AGREEMENT + "start: 2026-03-02      # and no assessment with `assessor: self`\n",
        after="# learners/anna/assessments/2026-04-20-self.yml\ndate: 2026-04-20\nassessor: self\n",
    ),
    Code(
        code="W648",
        point="48",
        title=N_("Too long without an assessment along the way"),
        meaning=N_(
            "A learner should know in time how it goes. For longer than `school.yml` allows nobody"
            " assessed. A short assessment of one or two goals is enough."
        ),
        before=_AGREEMENT + "start: 2026-03-02      # and the first assessment on 2026-06-10\n",
        after="# learners/anna/assessments/2026-04-22-jan.yml\ndate: 2026-04-22\nmoment: formative\n",
    ),
    Code(
        code="W649",
        point="49",
        title=N_("No look back after the placement"),
        meaning=N_(
            "The placement has ended, and nobody assessed afterwards. Look back together: what stays,"
            " what comes next? Note it as an assessment with `phase: after`."
        ),
        before=_AGREEMENT + "end: 2026-04-24        # and no assessment with `phase: after`\n",
        after="# learners/anna/assessments/2026-05-06-marieke.yml\ndate: 2026-05-06\nphase: after\n",
    ),
    Code(
        code="W650",
        point="50",
        title=N_("Finished, and no next step"),
        meaning=N_(
            "The learner has finished, and nothing is noted about what comes next: further study, a job,"
            " guidance or another placement. Talk about it, and note it in `next-step.yml`."
        ),
        before="# learners/anna/learner.yml\nstatus: completed      # and no next-step.yml\n",
        after="# learners/anna/next-step.yml\ntype: job\nwish: To work in a small bakery.\n",
    ),
    Code(
        code="W653",
        point="53",
        title=N_("Nobody noted how the next step went"),
        meaning=N_(
            "The day on which somebody would ask how the next step went is past, and there is no answer."
            " A school that knows where its learners end up can advise the next ones better. Ask, and"
            " note the answer; it counts in the figures of the school year too."
        ),
        before="# learners/anna/next-step.yml\ntype: job\nfollow_up: 2026-04-01\n",
        after="# learners/anna/next-step.yml\ntype: job\nfollow_up: 2026-04-01\noutcome: Anna stayed.\n",
    ),
    Code(
        code="W710",
        point="10",
        title=N_("An agreement that not everyone signed"),
        meaning=N_(
            "The placement has started, and learner, workplace mentor or learning coach has not signed"
            " the agreement. Add a line for each who has."
        ),
        before=_AGREEMENT + "signatures:\n  - {role: mentor, person: jan-de-smet, date: 2026-04-27}\n",
        after=(
            _AGREEMENT + "signatures:\n  - {role: learner, date: 2026-04-27}\n"
            "  - {role: mentor, person: jan-de-smet, date: 2026-04-27}\n"
            "  - {role: coach, person: marieke-wouters, date: 2026-04-28}\n"
        ),
    ),
)
