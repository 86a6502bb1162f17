"""W5: seals that cannot be relied on."""

from __future__ import annotations

from bekwaam.diagnostics.codes.code import Code
from bekwaam.diagnostics.message import N_

_ASSESSMENT = "# learners/anna/assessments/2026-06-10-jan.yml\n"

CODES = (
    Code(
        code="W501",
        title=N_("A seal that no longer holds"),
        meaning=N_(
            "A seal ties a sign-off to exactly what was signed off. After this one was made, the record,"
            " or something it rests on, was changed. The competence is marked until somebody has looked"
            " at it. Put back what was there, or assess again; a small correction can be sealed again"
            " with the reason."
        ),
        before=_ASSESSMENT + "results:\n  - {competence: bakery/dough, level: independent}\n"
        "seal: {format: 1, assessment: 9f86d0...}  # made when the level was `supervised`\n",
        after=_ASSESSMENT + "results:\n  - {competence: bakery/dough, level: supervised}\n"
        "seal: {format: 1, assessment: 9f86d0...}\n",
    ),
    Code(
        code="W502",
        title=N_("A seal of an unknown format"),
        meaning=N_(
            "The number after `format` names the rules by which a seal was made. This version does not"
            " know them, so it cannot say whether the seal holds. Use a newer version; a number that was"
            " changed by hand is put back."
        ),
        before=_ASSESSMENT + "seal: {format: 7, assessment: 9f86d0...}\n",
        after=_ASSESSMENT + "seal: {format: 1, assessment: 9f86d0...}\n",
    ),
)
