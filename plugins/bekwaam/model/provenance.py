"""What git and the seals say of a record, beside what the record says itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from bekwaam.model.status import Reason


class Trust(Enum):
    """How far a sign-off can be believed: from proof to the opposite of it."""

    SIGNED = "signed"
    AUTHORED = "authored"
    DECLARED = "declared"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """How far one sign-off can be believed, and who brought it into the repository.

    ``person`` is the id of a person, or of the learner; None for an address that nobody has.
    ``note`` says what a reader should know about it.
    """

    trust: Trust
    person: str | None = None
    commit: str | None = None
    note: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenSeal:
    """What changed after the sealing, and the day on which git first had it, where git can tell.

    ``own`` is about the record itself, ``cited`` names what it rests on (``evidence/<id>`` or
    ``assessments/<id>``), and ``hidden`` says that there is more that this audience may not know.
    ``unknown`` where the seal has a format that nobody here can check.
    """

    own: bool = False
    cited: tuple[str, ...] = ()
    hidden: bool = False
    unknown: bool = False
    since: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class LastCommit:
    """The commit that a record was last touched by; the greatest of several is the last of all.

    ``generation`` is how many commits at least lie before it, so that a later commit elsewhere
    changes nothing about which is last.
    """

    generation: int
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What is known of one record.

    ``signed`` holds the sign-off of an assessment or decision, or those of the confirmations of a
    piece of evidence, in the order in which the record has them; None where there is only the
    record's own word. ``commit`` is None for what is not committed.
    """

    signed: tuple[Attributed | None, ...] = ()
    broken: BrokenSeal | None = None
    commit: LastCommit | None = None

    def sign_off(self, number: int = 0) -> Attributed | None:
        """How far a sign-off of the record can be believed."""
        return self.signed[number] if number < len(self.signed) else None
