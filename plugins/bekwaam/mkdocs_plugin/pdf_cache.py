"""Keeps printed documents, so that a build prints only those that changed."""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

import bekwaam
from bekwaam.diagnostics import Message
from bekwaam.mkdocs_plugin.jobs import AnyJob
from bekwaam.rendering.pictures import Pictures
from bekwaam.rendering.writing import write_whole

_PACKAGE = Path(bekwaam.__file__).parent
_SHAPES_A_DOCUMENT = (
    "assets/css/print",
    "assets/fonts",
    "guide",
    "locale",
    "pdf",
    "rendering",
    "templates/partials",
    "templates/pdf",
)


def digest(job: AnyJob, pictures: Pictures) -> str:
    """A digest of all that a document depends on; where in doubt a new one, never an old one."""
    found = hashlib.sha256(program())
    found.update(pickle.dumps(replace(job, root=Path(), pictures=Path())))
    for photo in filter(None, job.photos()):
        prepared = pictures.prepare(photo.source)
        names = [variant.name for variant in prepared.variants] if prepared else []
        found.update(repr((photo.source, names)).encode())
    return found.hexdigest()[:32]


def keep(path: Path, document: bytes, messages: Iterable[Message]) -> None:
    """Keep a document, and what could not be printed on it, under its digest."""
    said = [[one.template, {name: str(value) for name, value in one.values}] for one in messages]
    write_whole(path.with_suffix(".json"), json.dumps(said).encode())
    write_whole(path, document)


def kept(path: Path) -> tuple[Message, ...] | None:
    """What could not be printed on a document that is kept; None where it is not kept."""
    try:
        said = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        messages = tuple(Message(template, tuple(values.items())) for template, values in said)
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    return messages if path.is_file() else None


def forget_others(folder: Path, stems: set[str]) -> None:
    """Drop what the last build did not use."""
    for file in folder.iterdir():
        if file.stem not in stems:
            file.unlink(missing_ok=True)


@cache
def program() -> bytes:
    """A digest of everything of ours that shapes a document."""
    found = hashlib.sha256(f"{bekwaam.__version__} {version('weasyprint')}".encode())
    for name in _SHAPES_A_DOCUMENT:
        for file in sorted((_PACKAGE / name).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                found.update(file.relative_to(_PACKAGE).as_posix().encode())
                found.update(file.read_bytes())
    return found.digest()
