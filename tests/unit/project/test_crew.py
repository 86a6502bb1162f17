"""Work that is shared out is all done, once, whatever happens to the crew."""

from __future__ import annotations

from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from typing import Any

import pytest

from bekwaam.project.crew import Crew, share


class Dying(Executor):
    """Does some work, and then nothing any more."""

    def __init__(self, left: int, *, at_submit: bool) -> None:
        self.left = left
        self.at_submit = at_submit
        self.flying = 0
        self.most = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.left -= 1
        if self.left >= 0:
            future.set_result(fn(*args, **kwargs))
        elif self.at_submit:
            raise BrokenExecutor
        else:
            future.set_exception(BrokenExecutor())
        return future


def double(number: int) -> int:
    return 2 * number


def test_without_a_crew_it_is_done_here_in_order() -> None:
    assert list(share(double, range(5), None)) == [0, 2, 4, 6, 8]


def test_a_crew_does_everything_once() -> None:
    with ThreadPoolExecutor(2) as executor:
        found = list(share(double, range(20), Crew(executor=executor, at_once=3)))
    assert found == [2 * number for number in range(20)]


@pytest.mark.parametrize("left", [0, 1, 5, 19])
@pytest.mark.parametrize("at_submit", [True, False])
def test_what_a_dead_crew_leaves_is_done_here(left: int, at_submit: bool) -> None:
    crew = Crew(executor=Dying(left, at_submit=at_submit), at_once=4)
    assert list(share(double, range(20), crew)) == [2 * number for number in range(20)]


def test_a_mistake_in_the_work_is_told() -> None:
    with ThreadPoolExecutor(2) as executor, pytest.raises(ZeroDivisionError):
        list(share(lambda number: 1 // number, range(3), Crew(executor=executor, at_once=1)))


def test_little_waits_to_be_taken() -> None:
    made: list[int] = []
    with ThreadPoolExecutor(1) as executor:
        results = share(made.append, range(20), Crew(executor=executor, at_once=2))
        next(results)
        results.close()  # type: ignore[attr-defined]
    assert len(made) <= 3
