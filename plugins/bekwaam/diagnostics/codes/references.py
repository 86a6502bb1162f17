"""E3 and W3: what records and files point at."""

from __future__ import annotations

from bekwaam.diagnostics.codes.code import Code
from bekwaam.diagnostics.message import N_

_EVIDENCE = "# learners/anna/evidence/2026-05-20-rye-bread.yml\n"
_AGREEMENT = "# learners/anna/agreements/bakery.yml\n"
_ASSESSMENT = "# learners/anna/assessments/2026-06-10-jan.yml\n"
_DECISION = "# learners/anna/decisions/2026-06-20-dough.yml\n"

CODES = (
    Code(
        code="E301",
        title=N_("A competence that does not exist"),
        meaning=N_(
            "A competence is named by its framework and its code, with a slash between: `bakery/dough`"
            " is the competence with `code: dough` in `frameworks/bakery.yml`. Write it exactly as it"
            " stands there."
        ),
        before=_EVIDENCE + "competences: [bakery/dooh]\n",
        after=_EVIDENCE + "competences: [bakery/dough]\n",
    ),
    Code(
        code="E302",
        title=N_("A criterion that does not exist"),
        meaning=N_(
            "In an assessment a criterion is written with its short code, under the competence to which"
            " it belongs. In evidence it is written in full: `bakery/dough/temperature`. Criteria stand"
            " in the framework."
        ),
        before=_ASSESSMENT + "results:\n  - competence: bakery/dough\n    criteria: {warmth: met}\n",
        after=_ASSESSMENT + "results:\n  - competence: bakery/dough\n    criteria: {temperature: met}\n",
    ),
    Code(
        code="E303",
        title=N_("A person who is not there"),
        meaning=N_(
            "Everybody who guides, assesses or decides has a file in `people/`, and other records name"
            " them by that file's name without `.yml`. Correct the name, or add a file for a new person."
            " The learner has no such file: an assessment by the learner has `assessor: self`."
        ),
        before=_AGREEMENT + "mentor: jan-de-smed\n",
        after=_AGREEMENT + "mentor: jan-de-smet\n",
    ),
    Code(
        code="E304",
        title=N_("A workplace that does not exist"),
        meaning=N_(
            "A workplace is named by its organisation and its own id, with a slash between:"
            " `de-gist/bakery` is the workplace with `id: bakery` in `organisations/de-gist.yml`."
        ),
        before=_AGREEMENT + "workplace: de-gist/shop\n",
        after=_AGREEMENT + "workplace: de-gist/bakery\n",
    ),
    Code(
        code="E305",
        title=N_("An organisation that does not exist"),
        meaning=N_(
            "Schools, companies and training centres each have a file in `organisations/`, and are named"
            " by that file's name without `.yml`."
        ),
        before=_AGREEMENT + "school: sout\n",
        after=_AGREEMENT + "school: south\n",
    ),
    Code(
        code="E306",
        title=N_("A framework that does not exist"),
        meaning=N_(
            "The learner's programme is a file in `frameworks/`, named without `.yml`. Without it nobody"
            " knows which competences there are to learn."
        ),
        before="# learners/anna/learner.yml\nprogramme: bakry\n",
        after="# learners/anna/learner.yml\nprogramme: bakery\n",
    ),
    Code(
        code="E307",
        title=N_("Evidence that is not there"),
        meaning=N_(
            "The assessment or the list of featured evidence names a file that is not in this learner's"
            " `evidence/`. Was the file renamed? Write its name without `.yml`."
        ),
        before=_ASSESSMENT + "results:\n  - competence: bakery/dough\n    evidence: [2026-05-20-bread]\n",
        after=_ASSESSMENT + "results:\n  - competence: bakery/dough\n    evidence: [2026-05-20-rye-bread]\n",
    ),
    Code(
        code="E308",
        title=N_("An agreement that is not there"),
        meaning=N_(
            "A plan belongs to one of this learner's own agreements. Write the name of a file in the"
            " learner's `agreements/`, without `.yml`."
        ),
        before="# learners/anna/plans/1.yml\nagreement: bakkery\n",
        after="# learners/anna/plans/1.yml\nagreement: bakery\n",
    ),
    Code(
        code="E309",
        title=N_("An assessment that is not there"),
        meaning=N_(
            "The decision rests on an assessment that is not in this learner's `assessments/`. Write the"
            " name of the file without `.yml`."
        ),
        before=_DECISION + "results:\n  - competence: bakery/dough\n    assessments: [2026-06-10-jn]\n",
        after=_DECISION + "results:\n  - competence: bakery/dough\n    assessments: [2026-06-10-jan]\n",
    ),
    Code(
        code="E310",
        title=N_("A version of the plan that is not there"),
        meaning=N_(
            "The assessment says on which version of the plan it was made, but none of this learner's"
            " plans has that version."
        ),
        before=_ASSESSMENT + "plan_version: 3\n",
        after=_ASSESSMENT + "plan_version: 2\n",
    ),
    Code(
        code="E311",
        title=N_("A level that is not on the school's scale"),
        meaning=N_(
            "The school has one scale of levels, in `school.yml`, and every plan, assessment and"
            " decision uses its codes. Write the code, not the word that readers see."
        ),
        before=_ASSESSMENT + "results:\n  - {competence: bakery/dough, level: Independently}\n",
        after=_ASSESSMENT + "results:\n  - {competence: bakery/dough, level: independent}\n",
    ),
    Code(
        code="E312",
        title=N_("A cycle that does not exist"),
        meaning=N_(
            "A self-evaluation belongs to a cycle, such as a school year: a file in `quality/cycles/`."
        ),
        before="# quality/self-evaluations/2026-south.yml\ncycle: 2025-26\n",
        after="# quality/self-evaluations/2026-south.yml\ncycle: 2025-2026\n",
    ),
    Code(
        code="E313",
        title=N_("An action that does not exist"),
        meaning=N_(
            "An answer in a self-evaluation names the action that follows from it: a file in"
            " `quality/actions/`, without `.yml`."
        ),
        before='# quality/self-evaluations/2026-south.yml\nanswers:\n  "43": {answer: no, action: visit}\n',
        after='# quality/self-evaluations/2026-south.yml\nanswers:\n  "43": {answer: no, action: visits}\n',
    ),
    Code(
        code="E314",
        title=N_("An origin that does not exist"),
        meaning=N_(
            "An action comes from a point of the guide, in two digits, or from a record of a learner,"
            " written as `anna/contacts/2026-05-28-visit`. That record is not there."
        ),
        before="# quality/actions/visits.yml\norigin: anna/contacts/2026-05-28-vist\n",
        after="# quality/actions/visits.yml\norigin: anna/contacts/2026-05-28-visit\n",
    ),
    Code(
        code="E315",
        title=N_("A point that does not exist"),
        meaning=N_(
            "Self-evaluations, actions and the school's priorities name a point of the guide (01 to 57) or"
            " one that the school added under `points:` in `school.yml` (58 to 99). There is no point with"
            " this number."
        ),
        before='# quality/self-evaluations/2026-south.yml\nanswers:\n  "58": {answer: yes}\n',
        after=(
            '# school.yml\npoints:\n  - {code: "58", question: "Is there a quiet place to study at work?"}\n'
        ),
    ),
    Code(
        code="E321",
        title=N_("A file outside the learner's folder"),
        meaning=N_(
            "A learner's folder stands on its own: it can move to another school with all that belongs"
            " to it, and nothing of somebody else ever comes along. So its records show only files that"
            " lie in it. The logo of the school lies in `media/`."
        ),
        before=_EVIDENCE + "media:\n  - file: ../../../media/bread.webp\n",
        after=_EVIDENCE + "media:\n  - file: ../media/bread.webp\n",
    ),
    Code(
        code="E322",
        title=N_("A file that does not exist"),
        meaning=N_(
            "The record shows a picture, film or document that is not there. The way to a file starts at"
            " the record's own folder: from `evidence/`, `../media/` is the learner's folder of media."
        ),
        before=_EVIDENCE + "media:\n  - file: media/bread.webp\n",
        after=_EVIDENCE + "media:\n  - file: ../media/bread.webp\n",
    ),
    Code(
        code="E323",
        title=N_("A file name with other capitals"),
        meaning=N_(
            "On some computers `Bread.webp` and `bread.webp` are one file, on others they are two. It may"
            " work for you and not for the school. Write the name exactly as the file has it."
        ),
        before=_EVIDENCE + "media:\n  - file: ../media/Bread.WEBP\n",
        after=_EVIDENCE + "media:\n  - file: ../media/bread.webp\n",
    ),
    Code(
        code="E331",
        title=N_("Something that stands there twice"),
        meaning=N_(
            "A code, an id, a competence or the version of a plan may stand in one list only once,"
            " otherwise nobody knows which of the two is meant. Keep one, or give the other its own."
        ),
        before="# school.yml\nlevels:\n  - {code: with_help, label: a}\n  - {code: with_help, label: b}\n",
        after="# school.yml\nlevels:\n  - {code: with_help, label: a}\n  - {code: independent, label: b}\n",
    ),
    Code(
        code="E332",
        title=N_("A learner's folder without `learner.yml`"),
        meaning=N_(
            "Every learner's folder holds a `learner.yml`: who learns, on which programme, and what may"
            " be shown. Without it nothing of this learner can be published. Is the folder's name right?"
        ),
        before="# learners/anna/ holds only evidence/\n",
        after=(
            "# learners/anna/learner.yml\npseudonym: Blue heron\nminor: false\n"
            "programme: bakery\ncohort: 2025-2026\n"
        ),
    ),
    Code(
        code="E333",
        title=N_("A school without `school.yml`"),
        meaning=N_(
            "The folder of records holds one `school.yml`, with the school's name, its languages and its"
            " scale of levels. Everything else rests on it. `bekwaam new school` makes one."
        ),
        before="# portfolios/ holds no school.yml\n",
        after=(
            "# school.yml\nname: South School\nlanguages: [nl]\nresponsible: greet-claes\n"
            "levels:\n  - {code: with_help, label: met hulp}\n"
        ),
    ),
    Code(
        code="W301",
        title=N_("Evidence for another competence"),
        meaning=N_(
            "The assessment cites evidence for a competence that the evidence itself does not name. It"
            " does not count for that competence until it does."
        ),
        before=_EVIDENCE + "competences: [bakery/oven]       # cited for bakery/dough\n",
        after=_EVIDENCE + "competences: [bakery/oven, bakery/dough]\n",
    ),
    Code(
        code="W302",
        title=N_("A decision on an assessment of something else"),
        meaning=N_(
            "The decision names an assessment on which it rests, but that assessment does not rate the"
            " competence that is decided. Was another one meant?"
        ),
        before=_DECISION + "results:\n  - competence: bakery/dough\n    assessments: [2026-06-08-oven]\n",
        after=_DECISION + "results:\n  - competence: bakery/dough\n    assessments: [2026-06-10-jan]\n",
    ),
    Code(
        code="W303",
        title=N_("A file of a sort that is never shown"),
        meaning=N_(
            "Pictures (JPEG, PNG, WebP, GIF), PDFs and videos (MP4, WebM) are shown, because what they tell"
            " unseen can be taken out: where a photo was made, who wrote a text. Other files stay in the"
            " records and are left out of every site. Web pages and SVG drawings can run programs."
        ),
        before=_EVIDENCE + "media:\n  - file: ../media/report.docx\n",
        after=_EVIDENCE + "media:\n  - file: ../media/report.pdf\n",
    ),
)
