"""The page of the architecture: the floors of the house, and what each module is for."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_PACKAGE = _ROOT / "plugins" / "bekwaam"

_INTRODUCTION = """\
---
lang: en
description: The floors of the house, and what each module is for.
---

# Architecture

The package is a house with floors. A room may use what is below it, never what is above it or
beside it. A test holds that.

Records go up through the house. `source` finds and reads the files, `schema` checks their shape,
`records` makes dataclasses of them, `rules` and `status` look across them: `project` puts these
together. `audience` then takes out what the build's audience may not see. `views` says what remains
in one language, and `site` and `pdf` make pages and documents of the views. `mkdocs_plugin` hands
the pages to MkDocs; `cli` is the command.

Three things follow from it:

- **Every stage returns its result and its findings.** A mistake in a record is never an exception,
  and one broken record never hides another's mistake.
- **An audience is chosen once.** Nothing above `audience` can see what it took out, so nothing above
  it can leak it.
- **Only `mkdocs_plugin` knows MkDocs.** See [The platform's future](platform.md).
"""


def page() -> str:
    """The page, from the contract in `pyproject.toml` and the first lines of the modules."""
    lines = [_INTRODUCTION]
    for height, rooms in reversed(list(enumerate(reversed(_floors())))):
        lines += [f"## Floor {height}", ""]
        for room in rooms:
            lines += _room(room)
    return "\n".join(lines)


def _floors() -> list[list[str]]:
    """The rooms of each floor, from the top down; what starts the command is no room."""
    settings = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["id"] == "layers")
    floors = [re.findall(r"\w+", layer) for layer in layers]
    return [rooms for rooms in floors if rooms != ["__main__"]]


def _room(room: str) -> list[str]:
    folder = _PACKAGE / room
    if not folder.is_dir():
        return [f"### {room}.py", "", _first_line(_PACKAGE / f"{room}.py"), ""]
    lines = [f"### {room}", "", _first_line(folder / "__init__.py"), ""]
    modules = sorted(path for path in folder.rglob("*.py") if path.name != "__init__.py")
    lines += [f"- `{path.relative_to(folder).as_posix()}`: {_first_line(path)}" for path in modules]
    return [*lines, ""]


def _first_line(path: Path) -> str:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0]
