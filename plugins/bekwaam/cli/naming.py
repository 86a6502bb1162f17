"""Which findings are about the files and folders that were named."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from bekwaam.diagnostics import say
from bekwaam.source.characters import shown


class Elsewhere(Exception):  # noqa: N818 - somebody named the wrong file, nothing failed
    """A path outside the folder of records; the argument is the `Message` that says so."""


class Named:
    """Files and folders in the folder of records, by the paths that somebody typed.

    A link is itself, not what it leads to. What is no longer there is in ``missing``.
    """

    def __init__(self, root: Path, typed: Iterable[Path], standing_in: Path) -> None:
        """Find each path's place.

        Raises:
            Elsewhere: for a path outside the folder of records.
        """
        home = root.resolve()
        self.missing: list[Path] = []
        self._places: set[str] = set()
        for path in typed:
            full = standing_in / path
            place = full.resolve() if full.name in ("", "..") else full.parent.resolve() / full.name
            if home.is_relative_to(place):
                self._places.add(".")
            elif place.is_relative_to(home):
                found = place.relative_to(home).as_posix()
                # A finding about a name that cannot be shown has it as it can.
                self._places |= {found, shown(found, len(found))}
            else:
                raise Elsewhere(
                    say("{path} does not lie in the folder of records, {folder}.", path=path, folder=root)
                )
            if not full.exists() and not full.is_symlink():
                self.missing.append(path)

    def holds(self, path: str) -> bool:
        """Whether a path, relative to the folder of records, was named or lies in a named folder."""
        own = PurePosixPath(path)
        return str(own) in self._places or any(str(parent) in self._places for parent in own.parents)
