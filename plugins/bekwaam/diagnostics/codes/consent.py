"""E4, W4 and W5: who may do what, what may be shown, and who somebody is."""

from __future__ import annotations

from bekwaam.diagnostics.codes.code import Code
from bekwaam.diagnostics.message import N_

_EVIDENCE = "# learners/anna/evidence/2026-05-20-rye-bread.yml\n"
_LEARNER = "# learners/anna/learner.yml\n"
_DECISION = "# learners/anna/decisions/2026-06-20-dough.yml\n"
_CONSENT = "consents:\n  - {scope: portfolio, audience: handover, given_by: both, date: 2026-06-01}\n"

CODES = (
    Code(
        code="E401",
        title=N_("A mentor or coach without that role"),
        meaning=N_(
            "The agreement names somebody as workplace mentor or learning coach who does not hold that"
            " role while it runs. Roles have dates and stand in the person's own file. Add the role"
            " there, or name somebody else."
        ),
        before=(
            "# people/jan-de-smet.yml\n"
            "roles:\n  - {role: employer, organisation: de-gist, from: 2020-09-01}\n"
        ),
        after=(
            "# people/jan-de-smet.yml\nroles:\n  - {role: mentor, organisation: de-gist, from: 2020-09-01}\n"
        ),
    ),
    Code(
        code="E402",
        title=N_("Somebody who may not assess"),
        meaning=N_(
            "Workplace mentors, learning coaches, teachers, school responsibles, employers and externals"
            " assess. This person held none of these roles on the day of the assessment. A guardian or a"
            " colleague can say what they saw in `feedback/`."
        ),
        before="# learners/anna/assessments/2026-06-14-rita.yml\nassessor: rita-peeters\n",
        after="# learners/anna/assessments/2026-06-14-jan.yml\nassessor: jan-de-smet\n",
    ),
    Code(
        code="E403",
        title=N_("Somebody who may not decide"),
        meaning=N_(
            "The final word on a competence is the school's. Only a person with the role"
            " `school_responsible` on that day can give it."
        ),
        before=_DECISION + "by: jan-de-smet\n",
        after=_DECISION + "by: greet-claes\n",
    ),
    Code(
        code="E404",
        title=N_("Evidence that the learner confirms"),
        meaning=N_(
            "Evidence counts once somebody else stands behind it. So the learner cannot confirm their"
            " own. Name the mentor, coach, teacher or someone else who saw it."
        ),
        before=_EVIDENCE + "verified:\n  - {by: anna, date: 2026-05-20}\n",
        after=_EVIDENCE + "verified:\n  - {by: jan-de-smet, date: 2026-05-20}\n",
    ),
    Code(
        code="E405",
        title=N_("A decision without a motivation"),
        meaning=N_(
            "The school decides otherwise than mentor and coach proposed: achieved though they did not"
            " both say so on enough evidence, or not achieved though both did. It may, but then it says"
            " why, in a sentence or two. `bekwaam status` shows what they proposed."
        ),
        before=_DECISION + "results:\n  - competence: bakery/dough\n    result: achieved\n",
        after=(
            _DECISION + "results:\n  - competence: bakery/dough\n    result: achieved\n"
            "    motivation: The oven was broken for weeks; what she did show is enough.\n"
        ),
    ),
    Code(
        code="W401",
        title=N_("Wider than the consent"),
        meaning=N_(
            "The evidence may be seen by more people than the learner agreed to, and where needed the"
            " guardian. It is withheld from them, so nothing leaks. Ask for the consent, or write a"
            " narrower visibility."
        ),
        before=_EVIDENCE + "visibility: public\n",
        after=_EVIDENCE + "visibility: team\n",
    ),
    Code(
        code="W402",
        title=N_("A minor without a day on which they decide alone"),
        meaning=N_(
            "For a minor a guardian consents too. Write until when: mostly that is the day before the"
            " eighteenth birthday. Without a date a guardian's consent is asked for as long as"
            " `minor: true` stands there."
        ),
        before=_LEARNER + "minor: true\n" + _CONSENT,
        after=_LEARNER + "minor: true\nco_consent_until: 2027-03-11\n" + _CONSENT,
    ),
    Code(
        code="W403",
        title=N_("A pseudonym that tells the name"),
        meaning=N_(
            "The pseudonym stands wherever the name may not be shown. With a part of the name in it,"
            " everybody still knows who it is."
        ),
        before=_LEARNER + "name: Anna Peeters\npseudonym: Anna P.\n",
        after=_LEARNER + "name: Anna Peeters\npseudonym: Blue heron\n",
    ),
    Code(
        code="W404",
        title=N_("Records that were kept long enough"),
        meaning=N_(
            "The day until which these records would be kept is past. They are left out of every build"
            " for others than the team. Give the learner their folder, and then remove it."
        ),
        before=_LEARNER + "retention_until: 2026-05-31\n",
        after="# learners/anna/ is removed; the totals of its cycle stay in quality/cycles/\n",
    ),
    Code(
        code="W405",
        title=N_("A reflection that may be seen by more people than its evidence"),
        meaning=N_(
            "A reflection is shown with its evidence, and never to more people. Make the two fit, or"
            " leave the reflection's visibility out: then only the team reads it."
        ),
        before=_EVIDENCE
        + "visibility: team\nreflection:\n  result: The crust was thick.\n  visibility: public\n",
        after=_EVIDENCE + "visibility: team\nreflection:\n  result: The crust was thick.\n",
    ),
    Code(
        code="W406",
        title=N_("A guardian's consent without a guardian"),
        meaning=N_(
            "A consent says that a guardian gave it, but the learner's record names none. Then nobody can"
            " ask that guardian later. Add the guardian as a person, with the role `guardian`."
        ),
        before=_LEARNER + _CONSENT,
        after=_LEARNER + "guardians: [rita-peeters]\n" + _CONSENT,
    ),
    Code(
        code="W407",
        title=N_("A role that this person does not hold"),
        meaning=N_(
            "Somebody signs, agrees or takes part in a role that their own record does not give them."
            " Mostly the wrong person or the wrong role was picked."
        ),
        before=(
            "# learners/anna/plans/1.yml\n"
            "agreed:\n  - {role: mentor, person: greet-claes, date: 2026-05-04}\n"
        ),
        after=(
            "# learners/anna/plans/1.yml\n"
            "agreed:\n  - {role: mentor, person: jan-de-smet, date: 2026-05-04}\n"
        ),
    ),
    Code(
        code="W408",
        title=N_("A minor's consent that only one of two gave"),
        meaning=N_(
            "Until the day in `co_consent_until` the learner and a guardian consent together. As long as"
            " one of the two is missing, what the consent is about stays hidden."
        ),
        before=_LEARNER
        + "co_consent_until: 2027-03-11\nconsents:\n"
        + "  - {scope: name, audience: public, given_by: learner, date: 2026-06-01}\n",
        after=_LEARNER
        + "co_consent_until: 2027-03-11\nconsents:\n"
        + "  - {scope: name, audience: public, given_by: both, date: 2026-06-01}\n",
    ),
    Code(
        code="W511",
        title=N_("Two people with one address or key"),
        meaning=N_(
            "By e-mail address and signing key git tells who wrote and signed what. Two people with the"
            " same one cannot be told apart, so a sign-off means less. Give each person their own."
        ),
        before="# people/jan-de-smet.yml\nemails: [info@de-gist.example]\n",
        after="# people/jan-de-smet.yml\nemails: [jan@de-gist.example]\n",
    ),
)
