"""The gate for one reading of the records after another: who did not change goes through as before."""

from __future__ import annotations

from bekwaam.audience.findings import records_of
from bekwaam.audience.folder import narrow_for_team
from bekwaam.model.project import LearnerFolder, Record


class Again:
    """Remembers for a team what the last reading came to, learner by learner."""

    def __init__(self) -> None:
        """Nobody went through yet."""
        self._last: dict[str, tuple[LearnerFolder, LearnerFolder]] = {}
        self._now: dict[str, tuple[LearnerFolder, LearnerFolder]] = {}

    def narrow_for_team(self, folder: LearnerFolder) -> LearnerFolder:
        """The folder without what is private: the very same as last time, where it did not change."""
        before, narrowed = self._last.get(folder.id, (None, None))
        if before is None or narrowed is None or not _is_same(folder, before):
            narrowed = narrow_for_team(folder)
        self._now[folder.id] = folder, narrowed
        return narrowed

    def end(self) -> None:
        """Forget whoever was not in this reading."""
        self._last, self._now = self._now, {}


def _is_same(one: LearnerFolder, other: LearnerFolder) -> bool:
    """Whether two folders hold the very same records.

    Equal is not enough: 4 and 4.0 are, and a page shows which it is.
    """
    if one is other:
        return True
    first, second = list(records_of(one)), list(records_of(other))
    return len(first) == len(second) and all(map(_is_same_record, first, second))


def _is_same_record(one: Record[object], other: Record[object]) -> bool:
    if one is other:
        return True
    return (
        one.data is other.data
        and one.path == other.path
        and one.stand_in == other.stand_in
        and one.provenance == other.provenance
    )
