"""Work that is shared out gives the same as work that is not, whoever fails at it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bekwaam.mkdocs_plugin import forking, making
from bekwaam.mkdocs_plugin.making import Made, Maker
from bekwaam.project import Crew

KEYS = [f"learner-{number}" for number in range(30)]


class Crowd(Executor):
    """Does its work when somebody wants to know, the last first; ``fails`` says at which it does not."""

    def __init__(self, fails: Sequence[int] = (), dies_at: int | None = None) -> None:
        self.fails, self.dies_at = fails, dies_at
        self.given = self.most = 0
        self.open: list[Future[Any]] = []

    def submit(self, _: Any, /, *args: Any, **__: Any) -> Future[Any]:
        if self.given == self.dies_at:
            raise RuntimeError("a process died")
        future = Later(self, [made(key) for key in args[0]], fails=self.given in self.fails)
        self.given += 1
        self.open.append(future)
        self.most = max(self.most, len(self.open))
        return future


class Later(Future[Any]):
    def __init__(self, crowd: Crowd, made: list[Made], *, fails: bool) -> None:
        super().__init__()
        self.crowd, self.made, self.fails = crowd, made, fails

    def exception(self, timeout: float | None = None) -> BaseException | None:
        if self in self.crowd.open:
            self.crowd.open.remove(self)
            self.set_exception(OSError()) if self.fails else self.set_result(self.made)
        return super().exception(timeout)


def made(key: str) -> Made:
    return Made(note={"row": key}, unreadable={})


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Made]]:
    """Makes everybody's pages, with a crowd in the place of copies of this process."""

    def with_crowd(crowd: Crowd | None, one: Callable[[str], Made]) -> list[Made]:
        @contextmanager
        def copies(work: Callable[[Any], Any], _: int) -> Iterator[Crew]:
            assert crowd is not None
            monkeypatch.setattr(forking, "_work", work)
            yield Crew(executor=crowd, at_once=4)

        monkeypatch.setattr(forking, "copies", copies)
        monkeypatch.setattr(forking, "processors", lambda: 1 if crowd is None else 2)
        return list(making.make_all(cast(Maker, SimpleNamespace(make=one)), KEYS))

    return with_crowd


@pytest.mark.parametrize("crowd", [Crowd(), Crowd(fails=[0, 3]), Crowd(dies_at=2), Crowd(dies_at=0)])
def test_results_come_in_the_order_of_the_keys(make: Callable[..., list[Made]], crowd: Crowd) -> None:
    here: list[str] = []

    def noting(key: str) -> Made:
        here.append(key)
        return made(key)

    assert make(crowd, noting) == [made(key) for key in KEYS]
    assert crowd.most <= 4, "what is under way is bounded"
    assert bool(here) == bool(crowd.fails or crowd.dies_at is not None)


def test_a_mistake_shows_as_it_does_without_others(make: Callable[..., list[Made]]) -> None:
    def failing(key: str) -> Made:
        raise ZeroDivisionError(key)

    for crowd in (None, Crowd(fails=[0])):
        with pytest.raises(ZeroDivisionError, match="learner-0"):
            make(crowd, failing)


_BUILD = """
import sys
from pathlib import Path
from bekwaam.mkdocs_plugin import forking, making
from bekwaam.mkdocs_plugin.asked import Asked
from bekwaam.mkdocs_plugin.building import build
from bekwaam.mkdocs_plugin.options import Given

making.LEAST, making._TOGETHER = 1, 1
forking.processors = lambda: int(sys.argv[2])
build(Asked(given=Given(pdf=False)), Path("mkdocs.yml"), Path(sys.argv[1]), strict=False, quiet=True)
"""


def test_several_processes_give_the_same_bytes_as_one(school: Path, repository: Path) -> None:
    learners = school / "portfolios" / "learners"
    (first,) = learners.iterdir()
    for number in range(5):
        subprocess.run(["cp", "-r", first, learners / f"copy-{number}"], check=True)
    sites = []
    for count in ("1", "2"):
        site = school / f"site-{count}"
        told = subprocess.run(
            [sys.executable, "-c", _BUILD, site, count],
            cwd=school,
            env={**os.environ, "PYTHONPATH": str(repository / "plugins")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert told.returncode == 0, told.stderr
        subprocess.run(["rm", "-r", school / ".cache"], check=True)
        files = {one.relative_to(site): one.read_bytes() for one in site.rglob("*") if one.is_file()}
        sites.append((files, told.stderr))
    assert sites[0] == sites[1]
    assert len(list((school / "site-2" / "learners").glob("*/index.html"))) == 6
