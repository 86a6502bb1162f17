"""Valid schools with something changed in them at random: keys, values, types, files, bytes."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from bekwaam.source import parse
from tests.conftest import ROOT

Files = dict[str, bytes]
"""A school's files by their path in the folder of records."""

SCHOOL = ROOT / "tests" / "cases" / "valid" / "minimal" / "portfolios"
VALID: Files = {
    path.relative_to(SCHOOL).as_posix(): path.read_bytes() for path in SCHOOL.rglob("*") if path.is_file()
}

_JUNK: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 3.5, 10**30, -(10**400), 1e308, "", " ", "x", "self", "anna", "bakery/dough",
    "bakery/dough/temperature", "//", "..", "../../school.yml", "2026-02-30", "2026-06-01", "0001-01-01",
    "9999-12-31", "independent", "met", "nl", "\u202e", "\x00", "<script>", "{x}", "%s", "ß" * 300, "🥖",
    [], [[]], [None], {}, {"": ""}, {"nl": "x"}, {"nl": 1}, {"x-y": "z"}, [{"competence": "bakery/dough"}],
)  # fmt: skip
_NAMES = (
    "date",
    "results",
    "roles",
    "role",
    "competence",
    "level",
    "",
    "nl",
    "seal",
    "visibility",
    "é",
    "__class__",
)
_PLACES = (
    "school.yaml", "people/jan.yaml", "people/new.yml", "learners/anna/next-step.yml",
    "learners/bob/learner.yml",
    "learners/anna/evidence/2026-05-20-rye-bread.yaml", "quality/cycles/a.yml", "x.yml",
    "learners/Anna/learner.yml",
)  # fmt: skip
_BYTES = (
    b"\x00",
    b"\xff",
    b"\r",
    b"\t",
    b"- ",
    b": ",
    b"&a ",
    b"*a ",
    b"!!str ",
    b"{",
    b"]",
    b'"',
    b"\n---\n",
    b"# ",
)


def _walk(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in plain data: its container and its key or index."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in list(items):
        yield value, key
        yield from _walk(inner)


def _in_data(change: Callable[[st.DataObject, list[tuple[Any, Any]]], None]) -> Callable[..., None]:
    """A change of a record's data; the record is then written as JSON, which is YAML."""

    def apply(files: Files, path: str, data: st.DataObject) -> None:
        read, wrong = parse(files[path].decode("utf-8", "replace"), path)
        if wrong or not isinstance(read, dict) or not read:
            return
        read = copy.deepcopy(read)
        change(data, list(_walk(read)))
        try:
            files[path] = json.dumps(read, ensure_ascii=False).encode("utf-8", "surrogatepass")
        except ValueError:
            return  # a number with more digits than Python writes

    return apply


@_in_data
def _drop(data: st.DataObject, places: list[tuple[Any, Any]]) -> None:
    container, key = data.draw(st.sampled_from(places))
    del container[key]


@_in_data
def _rename(data: st.DataObject, places: list[tuple[Any, Any]]) -> None:
    container, key = data.draw(st.sampled_from(places))
    if isinstance(container, dict):
        container[data.draw(st.sampled_from((*_NAMES, f"{key}s", key[:-1])))] = container.pop(key)


@_in_data
def _replace(data: st.DataObject, places: list[tuple[Any, Any]]) -> None:
    container, key = data.draw(st.sampled_from(places))
    container[key] = data.draw(st.sampled_from(_JUNK))


@_in_data
def _swap(data: st.DataObject, places: list[tuple[Any, Any]]) -> None:
    (one, key), (other, place) = data.draw(st.sampled_from(places)), data.draw(st.sampled_from(places))
    # Copies, so that nothing comes to stand in itself.
    one[key], other[place] = copy.deepcopy(other[place]), copy.deepcopy(one[key])


def _delete(files: Files, path: str, data: st.DataObject) -> None:  # noqa: ARG001 - as every change
    del files[path]


def _move(files: Files, path: str, data: st.DataObject) -> None:
    files[data.draw(st.sampled_from(_PLACES))] = files.pop(path)


def _copy(files: Files, path: str, data: st.DataObject) -> None:
    files[data.draw(st.sampled_from((*_PLACES, *sorted(files))))] = files[path]


def _corrupt(files: Files, path: str, data: st.DataObject) -> None:
    content = files[path]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 20)))
    put = data.draw(st.sampled_from(_BYTES) | st.binary(max_size=4))
    files[path] = content[:start] + put + content[end:]


_CHANGES = (_drop, _rename, _replace, _replace, _swap, _delete, _move, _copy, _corrupt, _corrupt)


@st.composite
def mutated_schools(draw: st.DrawFn, most: int = 6) -> Files:
    """The valid school after one to ``most`` changes."""
    data = draw(st.data())
    files = dict(VALID)
    for _ in range(draw(st.integers(1, most))):
        records = sorted(path for path in files if path.endswith((".yml", ".yaml")))
        if not records:
            break
        draw(st.sampled_from(_CHANGES))(files, draw(st.sampled_from(records)), data)
    return files


def write(files: Files, folder: Path, *, backwards: bool = False) -> Path:
    """Put a school on the disk; gives its folder of records."""
    for path, content in sorted(files.items(), reverse=backwards):
        file = folder / path
        if file.parent.is_file() or file.is_dir():
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    folder.mkdir(exist_ok=True)
    return folder
