"""W6: gaps in how the school watches its own quality, each with its point of the guide."""

from __future__ import annotations

from bekwaam.diagnostics.codes.code import Code
from bekwaam.diagnostics.message import N_

_SCHOOL = "# school.yml\n"
_ACTION = "# quality/actions/visits.yml\n"

CODES = (
    Code(
        code="W606",
        point="06",
        title=N_("A resource that nobody reviewed for two years"),
        meaning=N_(
            "Rooms, tools and machines for workplace learning are looked at now and then: are they still"
            " there, do they still fit the trade? Look, and write the new date."
        ),
        before=_SCHOOL + "resources:\n  - {title: The practice bakery, reviewed_on: 2023-11-06}\n",
        after=_SCHOOL + "resources:\n  - {title: The practice bakery, reviewed_on: 2026-06-15}\n",
    ),
    Code(
        code="W616",
        point="16",
        title=N_("A training that was due again"),
        meaning=N_(
            "Who guides learners keeps learning too. This training would be done again by a day that is"
            " past. Plan it; when it is done, write the new date and the next one."
        ),
        before=(
            "# people/jan-de-smet.yml\n"
            "training:\n  - {title: Mentor course, date: 2022-03-07, due: 2026-03-07}\n"
        ),
        after=(
            "# people/jan-de-smet.yml\n"
            "training:\n  - {title: Mentor course, date: 2026-06-11, due: 2030-06-11}\n"
        ),
    ),
    Code(
        code="W625",
        point="25",
        title=N_("An organisation without somebody responsible"),
        meaning=N_(
            "Everybody should know whom to call. Name one person who is responsible for workplace"
            " learning at this school or company."
        ),
        before="# organisations/de-gist.yml\nname: Bakery De Gist\n",
        after="# organisations/de-gist.yml\nname: Bakery De Gist\nresponsible: jan-de-smet\n",
    ),
    Code(
        code="W626",
        point="26",
        title=N_("An action that is late"),
        meaning=N_(
            "The day by which this would be improved is past. Finish it, agree on a new date, or drop it"
            " and say why under `effect:`."
        ),
        before=_ACTION + "due: 2026-05-29\nstatus: open\n",
        after=_ACTION + "due: 2026-05-29\nstatus: done\neffect: All visits of autumn are planned.\n",
    ),
    Code(
        code="W628",
        point="28",
        title=N_("A weak point without an action"),
        meaning=N_(
            "In its self-evaluation the organisation answers “no” or “partly” on a point, and no action"
            " follows. Looking at yourself is useful when something comes of it: name an action, however"
            " small."
        ),
        before='# quality/self-evaluations/2026-south.yml\nanswers:\n  "43": {answer: partly}\n',
        after=(
            '# quality/self-evaluations/2026-south.yml\nanswers:\n  "43": {answer: partly, action: visits}\n'
        ),
    ),
    Code(
        code="W633",
        point="33",
        title=N_("A procedure that nobody reviewed for two years"),
        meaning=N_(
            "A way of working that was written down long ago may no longer be how people work. Read it"
            " again with those who use it, and write the new date."
        ),
        before=_SCHOOL + "procedures:\n  - {title: When things go wrong, reviewed_on: 2023-11-06}\n",
        after=_SCHOOL + "procedures:\n  - {title: When things go wrong, reviewed_on: 2026-06-15}\n",
    ),
    Code(
        code="W637",
        point="37",
        title=N_("More learners than a workplace has room for"),
        meaning=N_(
            "At this moment more learners are placed here than the workplace says it can guide. Spread"
            " the placements, or agree on more room and change the number."
        ),
        before=(
            "# organisations/de-gist.yml, with three learners now\n"
            "workplaces:\n  - {id: bakery, name: The bakery, capacity: 2}\n"
        ),
        after=(
            "# organisations/de-gist.yml, with three learners now\n"
            "workplaces:\n  - {id: bakery, name: The bakery, capacity: 3}\n"
        ),
    ),
)
