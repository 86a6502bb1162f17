"""Keeps everybody's agenda between builds: the library that writes calendars takes its time over them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from bekwaam.export.agenda import agenda
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.dependencies import program
from bekwaam.mkdocs_plugin.forking import each
from bekwaam.rendering.writing import read_checked, write_checked
from bekwaam.source import fingerprint

LEAST = 48
"""Agendas for which it pays to copy this process."""
_TOGETHER = 4
"""Agendas that one process makes before it says so."""


def agendas(content: Content, folder: Path) -> Mapping[str, bytes]:
    """The agendas of a site, by site path: kept ones from ``folder``, and others made and kept there."""
    dates = content.due_dates()
    names = {path: fingerprint((program(), rests_on)).hex() for path, rests_on in dates.items()}
    kept = {path: read_checked(folder / name) for path, name in names.items()}
    missing = [path for path, found in kept.items() if found is None]

    def make(path: str) -> bytes:
        made = agenda(*dates[path])
        # A folder that nobody can write to only costs time.
        with suppress(OSError):
            write_checked(folder / names[path], made)
        return made

    made = dict(zip(missing, each(make, missing, least=LEAST, together=_TOGETHER), strict=True))
    # A build for another audience has none, and says nothing about those of the team.
    if names:
        _forget_others(folder, set(names.values()))
    return {path: made[path] if found is None else found for path, found in kept.items()}


def _forget_others(folder: Path, used: Collection[str]) -> None:
    with suppress(OSError):
        for file in folder.iterdir():
            if file.name not in used:
                file.unlink(missing_ok=True)
