"""Long work in small steps keeps nobody waiting."""

from __future__ import annotations

import threading

from bekwaam.mkdocs_plugin.turns import Turns


def test_whoever_waits_goes_before_the_next_step() -> None:
    turns = Turns()
    done: list[str] = []
    in_the_first, asked = threading.Event(), threading.Event()

    def long() -> None:
        for step in ("first", "second"):
            with turns.one():
                done.append(step)
                in_the_first.set()
                asked.wait()

    def short() -> None:
        with turns.one():
            done.append("short")

    one = threading.Thread(target=long)
    one.start()
    in_the_first.wait()
    other = threading.Thread(target=short)
    other.start()
    while turns._given < 2:  # until the other one stands in the row
        pass
    asked.set()
    one.join()
    other.join()
    assert done == ["first", "short", "second"]


def test_a_turn_ends_with_an_error_too() -> None:
    turns = Turns()
    for _ in range(2):
        try:
            with turns.one():
                raise KeyError
        except KeyError:
            pass
    with turns.one():
        pass
