"""What is wrong with the records, told to whoever builds."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from bekwaam.diagnostics import say
from bekwaam.diagnostics.text_report import TextReport
from bekwaam.project import Loaded
from bekwaam.rendering import translations

_MAX_BYTES = 256 * 1024

Log = logging.Logger | logging.LoggerAdapter[logging.Logger]


def report(loaded: Loaded, language: str, *, colour: bool, standing_in: Path) -> str:
    """The text report of all findings; paths as they are from the folder somebody stands in."""
    root = loaded.root.resolve()

    def shown_path(path: str) -> str:
        return Path(os.path.relpath(root / path, standing_in)).as_posix()

    def lines(path: str) -> Sequence[str] | None:
        return lines_of(root, path)

    translate = translations.load(language).gettext
    writer = TextReport(translate=translate, colour=colour, shown_path=shown_path, lines=lines)
    return writer.write(loaded.diagnostics, loaded.files)


def in_short(loaded: Loaded, language: str, standing_in: Path, most: int = 20) -> Iterator[str]:
    """One line for each of the first ``most`` findings, and one that counts all."""
    translate = translations.load(language).gettext
    root = loaded.root.resolve()
    for one in loaded.diagnostics[:most]:
        path = Path(os.path.relpath(root / one.path, standing_in)).as_posix()
        line = one.location.line if one.location else 1
        yield f"{path}:{line}: {one.code} {one.message.render(translate)}"
    count = say(
        "The records have {warnings} warnings; “bekwaam validate” shows them all, with what to do.",
        warnings=loaded.warnings,
    )
    yield count.render(translate)


def warn(loaded: Loaded, language: str, log: Log) -> None:
    """Tell of warnings, if there are any: the first few, and how many there are."""
    if loaded.warnings:
        *lines, count = in_short(loaded, language, Path.cwd())
        log.info("\n".join(lines))
        log.warning(count)


def lines_of(root: Path, path: str) -> Sequence[str] | None:
    """The lines of an ordinary text file below the root; None for anything else."""
    file = root / path
    # What a link leads to is not shown to whoever reads the build's log.
    if file.resolve() != file or not file.is_file() or file.stat().st_size > _MAX_BYTES:
        return None
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    return text.split("\n")


def colours(environment: Mapping[str, str], stream: TextIO) -> bool:
    """Whether to colour what goes to a stream."""
    return stream.isatty() and not environment.get("NO_COLOR")
