"""What loading a school gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bekwaam import provenance
from bekwaam.diagnostics import Diagnostic, Message, Severity
from bekwaam.model.project import Project
from bekwaam.model.status import CompetenceStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A school's records, what they come to on a day, and everything that is wrong with them.

    ``statuses`` by learner and competence. ``diagnostics`` are sorted by path and place, each
    with its location. ``paths`` are those of all records that there are, broken ones too; ``files``
    counts them. ``broken`` are the seals that no longer hold. ``remarks`` is what git says about all
    of them, once it was asked. ``digests`` are, by learner, those of the paths and bytes of all files
    of records in a learner's folder, broken ones too; ``digest_of_school`` is that of all others.
    ``checked`` are, by learner, digests of what was found in them, and ``said`` of what git says of them.
    """

    root: Path
    project: Project
    statuses: Mapping[str, Mapping[str, CompetenceStatus]]
    diagnostics: tuple[Diagnostic, ...]
    files: int
    paths: tuple[str, ...] = ()
    broken: provenance.BrokenSeals = field(default_factory=dict)
    remarks: tuple[Message, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    digest_of_school: str = ""
    checked: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return sum(one.severity is Severity.ERROR for one in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many findings are warnings."""
        return len(self.diagnostics) - self.errors
