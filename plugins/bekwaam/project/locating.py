"""Places of findings in the texts of their files, and the order in which findings are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from bekwaam import source
from bekwaam.diagnostics import TOP, Diagnostic
from bekwaam.source import SourceFile


def located(root: Path, files: Iterable[SourceFile], diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Every diagnostic once, with its place, in the order of files and places."""
    by_path: dict[str, list[Diagnostic]] = defaultdict(list)
    for one in dict.fromkeys(diagnostics):
        by_path[one.path].append(one)
    known = {file.path: file for file in files if file.path in by_path}
    found = [one for path, wrong in by_path.items() for one in _in_file(root, known.get(path), wrong)]
    return in_order(found)


def in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics by their files and places; those that tie stay as they were."""
    return sorted(found, key=_order)


def _in_file(root: Path, file: SourceFile | None, diagnostics: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Texts are read again only for files with findings, so that nothing keeps them all."""
    open_ones = [one for one in diagnostics if one.location is None]
    text = source.read_text(root, file) if file and open_ones else None
    if text is None:
        places = [TOP] * len(open_ones)
    else:
        places = source.locate_all(text, [(one.pointer, one.at) for one in open_ones])
    yield from (one for one in diagnostics if one.location is not None)
    for one, place in zip(open_ones, places, strict=True):
        yield replace(one, location=place)


def _order(one: Diagnostic) -> tuple[str, int, int, str, str]:
    place = one.location or TOP
    return one.path, place.line, place.column, one.code, one.message.template
