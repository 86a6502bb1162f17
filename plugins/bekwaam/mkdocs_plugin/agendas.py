"""Keeps everybody's agenda between builds: the library that writes calendars takes its time over them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path

from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.dependencies import program
from bekwaam.rendering.writing import read_checked, write_checked
from bekwaam.source import fingerprint


def agendas(content: Content, folder: Path) -> Mapping[str, bytes]:
    """The agendas of a site, by site path: kept ones from ``folder``, and others made and kept there."""
    used: set[str] = set()

    def through(rests_on: object, make: Callable[[], bytes]) -> bytes:
        name = fingerprint((program(), rests_on)).hex()
        used.add(name)
        found = read_checked(folder / name)
        if found is None:
            found = make()
            # A folder that nobody can write to only costs time.
            with suppress(OSError):
                write_checked(folder / name, found)
        return found

    made = dict(content.agendas(through))
    # A build for another audience has none, and says nothing about those of the team.
    if made:
        _forget_others(folder, used)
    return made


def _forget_others(folder: Path, used: Collection[str]) -> None:
    with suppress(OSError):
        for file in folder.iterdir():
            if file.name not in used:
                file.unlink(missing_ok=True)
