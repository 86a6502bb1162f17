"""A document's job as it travels to a machine that shares no disk with ours: whole, and with nothing else.

The pictures come along. Where they stood does not: a path can name somebody whom this audience
knows by a pseudonym.
"""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bekwaam.diagnostics import Message
from bekwaam.mkdocs_plugin.jobs import AnyJob, render_with
from bekwaam.mkdocs_plugin.pdf_cache import program
from bekwaam.rendering.pictures import Picture, Pictures
from bekwaam.views.parts import FileView, PhotoView

_PRINTED = "image/jpeg"


class OtherProgram(Exception):  # noqa: N818 - said to the user, in the user's words
    """A machine with another version of bekwaam, or of what sets text: its documents would differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A job, its pictures by the name that they have in it, and their files; made by which program."""

    job: AnyJob
    pictures: Mapping[str, Picture | None]
    files: Mapping[str, bytes]
    program: bytes


def pack(job: AnyJob) -> Parcel:
    """Put everything that a document needs into a parcel."""
    pictures = Pictures(job.root, job.pictures)
    prepared: dict[str, Picture | None] = {}
    files: dict[str, bytes] = {}
    names = _names(job)
    for source, name in names.items():
        picture = pictures.prepare(source)
        prepared[name] = _printed(picture) if picture else None
        for variant in _printed(picture).variants if picture else ():
            files[variant.name] = variant.path.read_bytes()
    renamed: AnyJob = _renamed(replace(job, root=Path(), pictures=Path()), names)
    return Parcel(job=renamed, pictures=_without_paths(prepared), files=files, program=_program())


def render_parcel(parcel: Parcel) -> tuple[bytes, list[Message]]:
    """Print the document in a parcel.

    Raises:
        OtherProgram: where it would not give the same bytes as where it was packed.
    """
    if parcel.program != _program():
        raise OtherProgram
    with tempfile.TemporaryDirectory(prefix="bekwaam-") as folder:
        for name, content in parcel.files.items():
            (Path(folder) / name).write_bytes(content)
        return render_with(_Unpacked(parcel.pictures, Path(folder)), parcel.job)


def with_paths(messages: list[Message], job: AnyJob) -> list[Message]:
    """What was said of a parcel, with the true names of files."""
    true = {name: source for source, name in _names(job).items()}
    return [
        Message(one.template, tuple((key, true.get(str(value), value)) for key, value in one.values))
        for one in messages
    ]


class _Unpacked(Pictures):
    """Pictures that were prepared elsewhere."""

    def __init__(self, prepared: Mapping[str, Picture | None], folder: Path) -> None:
        super().__init__(folder, folder)
        for name, picture in prepared.items():
            self._known[name] = picture and replace(
                picture, variants=tuple(replace(one, path=folder / one.name) for one in picture.variants)
            )


def _program() -> bytes:
    """What decides on every byte of a document, apart from the parcel itself."""
    from bekwaam.pdf.press import engine

    return program() + engine().encode()


def _names(job: AnyJob) -> dict[str, str]:
    """A name that tells nothing, for every file that the views of a job name."""
    sources = dict.fromkeys(view.source for view in shown(job))
    return {source: f"picture {number}" for number, source in enumerate(sources, start=1)}


def shown(value: Any) -> Iterator[PhotoView | FileView]:
    """Every picture and file that views show, however deep it lies in them."""
    if isinstance(value, PhotoView | FileView):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from shown(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from shown(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from shown(one)


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, PhotoView | FileView):
        return replace(value, source=names[value.source])
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: getattr(value, one.name) for one in dataclasses.fields(value) if one.init}
        changed = {name: _renamed(part, names) for name, part in parts.items()}
        return replace(value, **{name: one for name, one in changed.items() if one is not parts[name]})
    if isinstance(value, Mapping):
        return {key: _renamed(one, names) for key, one in value.items()}
    if type(value) is tuple:
        made = tuple(_renamed(one, names) for one in value)
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    return value


def _printed(picture: Picture) -> Picture:
    return replace(picture, variants=tuple(one for one in picture.variants if one.mime == _PRINTED))


def _without_paths(pictures: Mapping[str, Picture | None]) -> dict[str, Picture | None]:
    return {
        name: picture
        and replace(picture, variants=tuple(replace(one, path=Path(one.name)) for one in picture.variants))
        for name, picture in pictures.items()
    }
