"""E2 and W2: the shape of a record, and dates that contradict each other."""

from __future__ import annotations

from bekwaam.diagnostics.codes.code import Code
from bekwaam.diagnostics.message import N_

_EVIDENCE = "# learners/anna/evidence/2026-05-20-rye-bread.yml\n"

CODES = (
    Code(
        code="E201",
        title=N_("A key that is not known"),
        meaning=N_(
            "This kind of record has no such key. Mostly it is a typing mistake, or it stands one level"
            " too deep or not deep enough. It is an error because what stands behind an unknown key"
            " would be left out without anybody noticing."
        ),
        before=_EVIDENCE + "competence: [bakery/dough]\n",
        after=_EVIDENCE + "competences: [bakery/dough]\n",
    ),
    Code(
        code="E202",
        title=N_("A key that is missing"),
        meaning=N_(
            "Without this key the record cannot be used: evidence needs a date, for example. Add the"
            " line. A key without a value counts as missing too."
        ),
        before=_EVIDENCE + "title: Forty rye breads\ndate:\n",
        after=_EVIDENCE + "title: Forty rye breads\ndate: 2026-05-20\n",
    ),
    Code(
        code="E203",
        title=N_("Another sort of value is expected"),
        meaning=N_(
            "A text stands where a number, a list or `true` or `false` belongs, or the other way round."
            " Only `true` and `false` are truth values: `yes` and `no` are ordinary words here. A"
            " number in quotes is a text."
        ),
        before="# learners/anna/learner.yml\nminor: no\n",
        after="# learners/anna/learner.yml\nminor: false\n",
    ),
    Code(
        code="E204",
        title=N_("A value that is not on the list"),
        meaning=N_(
            "Some keys take only a few fixed words, always in English and with `_` for a space, whatever"
            " language the rest is in. Readers see them in their own language. Choose one of the words"
            " that are named."
        ),
        before=_EVIDENCE + "type: picture\n",
        after=_EVIDENCE + "type: photo\n",
    ),
    Code(
        code="E205",
        title=N_("No date"),
        meaning=N_(
            "Dates are written with year, month and day, and a dash between: `2026-05-20`. So nobody"
            " has to guess whether 5/6 is in May or in June. The day also has to exist."
        ),
        before=_EVIDENCE + "date: 20/05/2026\n",
        after=_EVIDENCE + "date: 2026-05-20\n",
    ),
    Code(
        code="E206",
        title=N_("Another form is expected"),
        meaning=N_(
            "An id, a reference, an e-mail address, a colour or a web address is not written as it"
            " should be. To point at somebody, write the name of their file without `.yml`, not their"
            " own name."
        ),
        before=_EVIDENCE + "verified:\n  - {by: Jan De Smet, date: 2026-05-20}\n",
        after=_EVIDENCE + "verified:\n  - {by: jan-de-smet, date: 2026-05-20}\n",
    ),
    Code(
        code="E207",
        title=N_("Too long, or empty"),
        meaning=N_(
            "A text, a list or a mapping holds more than fits, or nothing at all. Shorten it or fill it"
            " in. What is not needed can be left out altogether, with its key."
        ),
        before=_EVIDENCE + 'title: ""\n',
        after=_EVIDENCE + "title: Forty rye breads\n",
    ),
    Code(
        code="E208",
        title=N_("A number that is too small or too large"),
        meaning=N_(
            "The number is outside of what makes sense here: a rating goes from 1 to 5, hours are never"
            " below zero. Look whether a digit was forgotten or typed twice."
        ),
        before="# learners/anna/feedback/2026-06-01-anna.yml\nrating: 7\n",
        after="# learners/anna/feedback/2026-06-01-anna.yml\nrating: 5\n",
    ),
    Code(
        code="E209",
        title=N_("Two keys that do not go together"),
        meaning=N_(
            "One key says something that makes the other one wrong. Where the role is `learner`, for"
            " example, everybody knows who it is: the learner in whose folder the record lies. Then no"
            " `person` is written."
        ),
        before=(
            "# learners/anna/contacts/2026-05-28-visit.yml\n"
            "participants:\n  - {role: learner, person: anna}\n"
        ),
        after="# learners/anna/contacts/2026-05-28-visit.yml\nparticipants:\n  - {role: learner}\n",
    ),
    Code(
        code="E251",
        title=N_("An end before the start"),
        meaning=N_(
            "Something ends before it begins, or is withdrawn before it was given. One of the two dates"
            " is wrong; often it is the year."
        ),
        before="# learners/anna/agreements/bakery.yml\nstart: 2026-05-04\nend: 2025-08-28\n",
        after="# learners/anna/agreements/bakery.yml\nstart: 2026-05-04\nend: 2026-08-28\n",
    ),
    Code(
        code="E252",
        title=N_("A date outside the agreement"),
        meaning=N_(
            "The induction comes after the placement has ended, a goal is due before it starts, or hours"
            " are counted until a day before it. One of the two dates is wrong."
        ),
        before="# learners/anna/plans/1.yml\ngoals:\n  - competence: bakery/dough\n    due: 2025-08-28\n",
        after="# learners/anna/plans/1.yml\ngoals:\n  - competence: bakery/dough\n    due: 2026-08-28\n",
    ),
    Code(
        code="E253",
        title=N_("Something that rests on what came later"),
        meaning=N_(
            "Nobody can confirm work before it was done, assess it before it existed, or decide on"
            " assessments of later. Look which of the two dates is wrong."
        ),
        before=_EVIDENCE + "date: 2026-05-20\nverified:\n  - {by: jan-de-smet, date: 2026-05-02}\n",
        after=_EVIDENCE + "date: 2026-05-20\nverified:\n  - {by: jan-de-smet, date: 2026-05-22}\n",
    ),
    Code(
        code="W251",
        title=N_("A date that is still to come"),
        meaning=N_(
            "The record is dated after the day for which statuses are made, so it does not count yet. On"
            " that day it will count by itself. Is the year right? A contact that is still to come has"
            " `planned: true`."
        ),
        before="# learners/anna/evidence/2027-06-08-rolls.yml\ndate: 2027-06-08\n",
        after="# learners/anna/evidence/2026-06-08-rolls.yml\ndate: 2026-06-08\n",
    ),
    Code(
        code="W252",
        title=N_("A planned contact that is past"),
        meaning=N_(
            "This visit or talk was planned, and its day is over. Did it happen? Then take `planned:`"
            " out, otherwise it does not count as a visit. Did it not? Then give it a new date."
        ),
        before="# learners/anna/contacts/2026-06-24-visit.yml\ndate: 2026-06-24\nplanned: true\n",
        after="# learners/anna/contacts/2026-06-24-visit.yml\ndate: 2026-06-24\n",
    ),
)
