"""What is worked out ahead is what would be worked out here, also where the copy fails."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from bekwaam.mkdocs_plugin import ahead
from bekwaam.mkdocs_plugin.ahead import Ahead


def test_a_copy_works_it_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    known = ["before"]
    one = Ahead(lambda: (os.getpid(), list(known)))
    one.begin()
    known.append("after")
    where, what = one()
    assert where != os.getpid()
    assert what == ["before"]
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("processors", [1, 2])
def test_without_a_copy_it_is_done_here(monkeypatch: pytest.MonkeyPatch, processors: int) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: processors)
    one = Ahead(os.getpid)
    if processors == 1:
        one.begin()
    assert one() == os.getpid()


@pytest.mark.parametrize("way", ["raises", "dies"])
def test_what_a_copy_cannot_do_is_done_here(monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    here = os.getpid()

    def work() -> str:
        if os.getpid() == here:
            return "done here"
        if way == "raises":
            raise ValueError(way)
        os._exit(3)

    one = Ahead(work)
    one.begin()
    assert one() == "done here"
    assert not multiprocessing.active_children()


def test_a_mistake_shows_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    one = Ahead(lambda: 1 // 0)
    one.begin()
    with pytest.raises(ZeroDivisionError):
        one()


def test_nothing_is_left_of_what_nobody_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    one = Ahead(os.getpid)
    one.begin()
    one.end()
    assert not multiprocessing.active_children()
