"""What is saved is heard at once, and what only seems to be saved is not."""

from __future__ import annotations

import os
import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from bekwaam.mkdocs_plugin import watching
from bekwaam.mkdocs_plugin.watching import Watcher, passing

LONG = 60
"""Seconds after which a test gives up."""


@pytest.fixture
def heard() -> queue.Queue[str]:
    return queue.Queue()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def watcher(told: list[str]) -> Iterator[Watcher]:
    watcher = Watcher(told.append)
    yield watcher
    watcher.stop()
    watcher.join()


def until(heard: queue.Queue[str], path: Path) -> set[str]:
    """The paths that are heard of until a path is."""
    found: set[str] = set()
    while str(path) not in found:
        found.add(heard.get(timeout=LONG))
    return found


def test_a_change_is_heard_and_reading_is_not(
    tmp_path: Path, watcher: Watcher, heard: queue.Queue[str], told: list[str]
) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    record = tmp_path / "deep" / "er" / "record.yml"
    record.write_text("before", encoding="utf-8")
    watcher.watch(str(tmp_path), heard.put)
    watcher.start()
    record.read_text(encoding="utf-8")
    list(record.parent.iterdir())
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").write_text("", encoding="utf-8")
    (record.parent / ".record.yml.swp").write_text("half", encoding="utf-8")
    os.replace(record.parent / ".record.yml.swp", record)  # noqa: PTH105 - as editors do
    assert until(heard, record) == {str(record)}
    new = tmp_path / "new" / "folder" / "record.yml"
    new.parent.mkdir(parents=True)
    new.write_text("new", encoding="utf-8")
    until(heard, new)
    new.unlink()
    last = tmp_path / "last.yml"
    last.write_text("last", encoding="utf-8")
    assert str(record) not in until(heard, last)
    assert told == []


def test_one_file_is_followed_when_another_takes_its_place(
    tmp_path: Path, watcher: Watcher, heard: queue.Queue[str]
) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("one", encoding="utf-8")
    watcher.watch(str(file), heard.put)
    watcher.start()
    for text in ("two", "three"):
        (tmp_path / "other").write_text(text, encoding="utf-8")
        os.replace(tmp_path / "other", file)  # noqa: PTH105 - as editors do
        assert until(heard, file) == {str(file)}


def test_where_the_system_tells_nothing_files_are_looked_at(
    tmp_path: Path,
    watcher: Watcher,
    heard: queue.Queue[str],
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "no space left on device")  # what Linux says when there are no watches left

    monkeypatch.setattr(watching, "_LOOK_EVERY", 0.01)
    with monkeypatch.context() as patch:
        patch.setattr(type(watcher._system), "schedule", full)
        watcher.watch(str(tmp_path), heard.put)
        watcher.watch(str(tmp_path), heard.put)
    assert told == [str(tmp_path)]
    watcher.start()
    file = tmp_path / "record.yml"
    file.write_text("new", encoding="utf-8")
    assert str(file) in until(heard, file)


def test_a_file_system_of_another_machine_is_looked_at(
    tmp_path: Path,
    watcher: Watcher,
    heard: queue.Queue[str],
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    mounts = tmp_path / "mounts"
    share = tmp_path / "a share"
    share.mkdir()
    place = str(share).replace(" ", "\\040")
    mounts.write_text(f"/dev/vda / ext4 rw 0 0\nserver:/x {place} nfs4 rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(watching, "_MOUNTS", mounts)
    watcher.watch(str(tmp_path), heard.put)
    assert told == []
    watcher.watch(str(share), heard.put)
    assert told == [str(share)]


@pytest.mark.parametrize(
    "name",
    [
        ".git/index",
        ".a.yml.swp",
        "a.yml~",
        ".#a.yml",
        "#a.yml#",
        "4913",
        ".goutputstream-XY",
        "a.yml___jb_tmp___",
    ],
)
def test_what_editors_leave_is_no_change(name: str) -> None:
    assert passing(f"/school/portfolios/{name}")


@pytest.mark.parametrize("name", ["a.yml", "people/.hidden.yml", "gitarre.yml", "learners/anna/photo.webp"])
def test_what_somebody_saves_is_one(name: str) -> None:
    assert not passing(f"/school/portfolios/{name}")
