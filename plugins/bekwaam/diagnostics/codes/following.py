"""W6: gaps in what a school follows: goals, talks, feedback, cycles, each with its point of the guide."""

from __future__ import annotations

from bekwaam.diagnostics.codes.code import Code
from bekwaam.diagnostics.message import N_

_AGREEMENT = "# learners/anna/agreements/bakery.yml\n"
_PLAN = "# learners/anna/plans/1.yml\n"
_VISIT = "# learners/anna/contacts/2026-05-28-visit.yml\nparticipants:\n"
_STEP = "# learners/anna/next-step.yml\ntype: job\n"
_CYCLE = "# quality/cycles/2025.yml\n"
_ACTION = "# quality/actions/visits.yml\n"

CODES = (
    Code(
        code="W611",
        point="11",
        title=N_("A goal that nobody teaches"),
        meaning=N_(
            "The plan says that a goal is learned at the workplace only, and this workplace does not list"
            " the competence. Talk about who teaches it: the school, or the workplace after all."
        ),
        before=_PLAN + "goals:\n  - {competence: bakery/oven, learned_at: [workplace]}\n",
        after=_PLAN + "goals:\n  - {competence: bakery/oven, learned_at: [workplace, school]}\n",
    ),
    Code(
        code="W623",
        point="23",
        title=N_("Mentor and coach who did not talk for too long"),
        meaning=N_(
            "The coach came by, but without a talk with the mentor: no contact names both. Those who guide"
            " the same learner need each other, also when all goes well. A call is enough."
        ),
        before=_VISIT + "  - {role: coach, person: marieke-wouters}\n",
        after=(
            _VISIT + "  - {role: coach, person: marieke-wouters}\n  - {role: mentor, person: jan-de-smet}\n"
        ),
    ),
    Code(
        code="W632",
        point="32",
        title=N_("A placement that nobody gave feedback on"),
        meaning=N_(
            "Half a year after the start nobody noted what the learner, or somebody at the workplace,"
            " thinks of it. Ask both, in a talk or on paper, and note what they said."
        ),
        before=_AGREEMENT + "start: 2025-12-15      # and nothing in feedback/\n",
        after="# learners/anna/feedback/2026-03-20-anna.yml\ndate: 2026-03-20\nfrom: learner\n",
    ),
    Code(
        code="W634",
        point="34",
        title=N_("A goal that was not reached, in a plan that stays as it is"),
        meaning=N_(
            "At the end somebody who guides said that this goal is not reached, its date is past, and the"
            " plan did not change. Decide together what helps: more time, another place, a smaller step."
        ),
        before=_PLAN + "goals:\n  - {competence: bakery/oven, due: 2026-06-15}\n",
        after=(
            _PLAN + "goals:\n  - {competence: bakery/oven, due: 2026-06-15}\n"
            "adjustments:\n  - {date: 2026-06-20, reason: The oven was new., change: Until August.}\n"
        ),
    ),
    Code(
        code="W636",
        point="36",
        title=N_("A goal that was shown in one way only"),
        meaning=N_(
            "The date of a goal is past, and its evidence is of too few types, or all of one day. Somebody"
            " who can do it can show it more than once. Private evidence does not count here."
        ),
        before=_PLAN + "goals:\n  - {competence: bakery/dough, due: 2026-06-01}     # and one photo\n",
        after="# learners/anna/evidence/2026-06-03-dough-test.yml\ntype: test\ncompetences: [bakery/dough]\n",
    ),
    Code(
        code="W639",
        point="39",
        title=N_("A plan without an intake"),
        meaning=N_(
            "A plan was made, and nothing tells that somebody first talked with the learner about what they"
            " can do already. Note the talk, or where each starting level comes from."
        ),
        before=_PLAN + "baseline:\n  - {competence: bakery/dough, level: with_help}\n",
        after="# learners/anna/contacts/2026-04-24-intake.yml\ndate: 2026-04-24\nkind: intake\n",
    ),
    Code(
        code="W640",
        point="40",
        title=N_("Finished, and no advice"),
        meaning=N_(
            "The learner has finished and it is known what comes next, but nobody noted advice about study"
            " or work. Start from what the learner could do at the beginning, and what they can do now."
        ),
        before=_STEP,
        after=_STEP + "advice: A small bakery, with time to keep learning.\n",
    ),
    Code(
        code="W645",
        point="45",
        title=N_("Half a year without a meeting of mentor and coach"),
        meaning=N_(
            "The placement has run for half a year, and mentor and coach have not sat together in a meeting:"
            " a visit or a call is not the same. Invite others too, now and then."
        ),
        before=_AGREEMENT + "start: 2025-12-15      # and no contact with `kind: meeting`\n",
        after="# learners/anna/contacts/2026-03-16-meeting.yml\ndate: 2026-03-16\nkind: meeting\n",
    ),
    Code(
        code="W646",
        point="46",
        title=N_("A goal that was due and not assessed by both"),
        meaning=N_(
            "Mentor and coach both assess a goal at the end, and then the school decides. The date of this"
            " goal is past, and one of them, or both, have not. Assess it, or agree on a new date."
        ),
        before=_PLAN + "goals:\n  - {competence: bakery/dough, due: 2026-06-01}\n",
        after=(
            "# learners/anna/assessments/2026-06-10-jan.yml\nmoment: summative\n"
            "results:\n  - {competence: bakery/dough, level: independent}\n"
        ),
    ),
    Code(
        code="W651",
        point="51",
        title=N_("Finished, and nothing decided"),
        meaning=N_(
            "The learner has finished, and the school has not decided on any competence. A competence"
            " description says what the school decided, so there is nothing to take along yet."
        ),
        before="# learners/anna/learner.yml\nstatus: completed      # and nothing in decisions/\n",
        after="# learners/anna/decisions/2026-06-20-dough.yml\ndate: 2026-06-20\nby: els-maes\n",
    ),
    Code(
        code="W753",
        point="53",
        title=N_("A cycle without its totals"),
        meaning=N_(
            "The cycle ended two months ago, and its totals are not kept. Without them nobody can see later"
            " whether it got better: learners' records are not kept for ever."
        ),
        before=_CYCLE + "end: 2026-03-31\n",
        after=_CYCLE + "end: 2026-03-31\ncounts: {learners: 24}     # as `bekwaam cycle close` writes them\n",
    ),
    Code(
        code="W655",
        point="55",
        title=N_("A finished action of which nobody noted the effect"),
        meaning=N_(
            "The action is done or dropped, and it does not say what came of it. What worked can be done"
            " again; what did not need not be tried twice."
        ),
        before=_ACTION + "status: done\n",
        after=_ACTION + "status: done\neffect: All visits of autumn are planned.\n",
    ),
    Code(
        code="W657",
        point="57",
        title=N_("A cycle without a self-evaluation"),
        meaning=N_(
            "The last cycle ended, and nobody went through the checklist. It takes an hour: print it, fill"
            " it in with those who guide and those who learn, and keep the answers."
        ),
        before=_CYCLE + "end: 2026-05-31       # and nothing in quality/self-evaluations/\n",
        after='# quality/self-evaluations/2026-south.yml\ncycle: "2025"\n',
    ),
)
