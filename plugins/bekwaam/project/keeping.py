"""What a keep does: it gives back what was found before, so that only what changed is read and checked."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Protocol

from bekwaam.model.project import LearnerFolder
from bekwaam.project.checking import Checked
from bekwaam.project.dividing import Files, Whose
from bekwaam.project.reading import Part
from bekwaam.provenance import Before, Said
from bekwaam.source import Walked

Laid = dict[str, tuple[LearnerFolder, Said, bool, LearnerFolder]]
"""By learner: a folder, what was said of it, whether git knew nobody at all, and the folder with that."""


class Keep(Before, Protocol):
    """Remembers between loads what reading gave, what checking gave, and what git said.

    Whatever it gives back has to be the same as what would be found anew. ``walked`` is what it saw of
    the folders, and ``laid`` what `attributed` came to, where that stays from one reading to the next.
    """

    walked: Walked
    laid: Laid | None

    def part(self, root: Path, files: Files) -> Part | None:
        """What these files hold, where they are as they were; else None."""

    def is_settled(self, time: int) -> bool:
        """Whether a file that was last changed then (in nanoseconds) shows it when it changes again."""

    def checked(self, whose: str, key: str) -> Checked | None:
        """What checking a learner's records gave, where all that it rests on has the same key."""

    def keep(self, part: Part, key: str, checked: Checked | None, packed: Packed | None) -> None:
        """Remember what was found in the files that `part` was last asked about, unless they changed since.

        ``checked`` is None for the school's own. ``packed`` holds both as bytes, where another
        process found them.
        """

    def end(self, present: Collection[Whose]) -> None:
        """Forget everybody else: the load is done."""


Packed = tuple[bytes, bytes]
"""A part and what checking it gave, as `packing` makes them."""
