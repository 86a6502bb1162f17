"""The minimal school with some files written otherwise, as the team sees it on a day."""

import datetime as dt
import shutil
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bekwaam.audience import restrict
from bekwaam.model.audience import Audience
from bekwaam.project import load
from bekwaam.views.build import build
from bekwaam.views.lazily import given
from bekwaam.views.team.task import Task
from bekwaam.views.team.view import TeamView
from tests.conftest import ROOT

MINIMAL = ROOT / "tests" / "cases" / "valid" / "minimal" / "portfolios"
DAY = dt.date(2026, 6, 30)
ANNA = "learners/anna"
AGREEMENT = f"{ANNA}/agreements/bakery.yml"

Change = str | Callable[[str], str] | None
SeeTeam = Callable[..., TeamView]


def swap(old: str, new: str) -> Callable[[str], str]:
    """A change that replaces what stands there exactly once."""

    def change(text: str) -> str:
        assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
        return text.replace(old, new)

    return change


def more(text: str) -> Callable[[str], str]:
    """A change that adds lines at the end."""
    return lambda before: before + textwrap.dedent(text)


@pytest.fixture
def see_team(tmp_path: Path) -> SeeTeam:
    """Change files of the minimal school, and see what the team sees on a day."""

    def see(changes: Mapping[str, Change], day: dt.date = DAY) -> TeamView:
        root = tmp_path / "portfolios"
        if root.exists():
            shutil.rmtree(root)
        shutil.copytree(MINIMAL, root)
        for name, change in changes.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if change is None:
                path.unlink()
                continue
            text = change if isinstance(change, str) else change(path.read_text(encoding="utf-8"))
            path.write_text(textwrap.dedent(text), encoding="utf-8")
        loaded = load(root, day)
        assert loaded.errors == 0, [one.message.render() for one in loaded.diagnostics]
        gated = restrict(loaded.project, loaded.statuses, Audience.TEAM, day, findings=loaded.diagnostics)
        team = given(build(gated).team)
        assert team is not None
        return team

    return see


def told(tasks: tuple[Task, ...], kind: str) -> list[tuple[str, tuple[str, ...], dt.date | None]]:
    """What the tasks of one kind say, to whom, and by when."""
    return [(one.says.render(), one.who, one.due) for one in tasks if one.kind.value == kind]
