"""Agendas that stay between builds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bekwaam.export.agenda import agenda
from bekwaam.mkdocs_plugin import agendas, forking
from bekwaam.model.audience import Audience

Build = Callable[..., Path]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whose agendas the calendar library wrote."""
    names: list[str] = []

    def noting(name: str, *rest: Any) -> bytes:
        names.append(str(name))
        return agenda(name, *rest)

    monkeypatch.setattr(agendas, "agenda", noting)
    return names


def agendas_in(site: Path) -> dict[str, bytes]:
    return {one.relative_to(site).as_posix(): one.read_bytes() for one in site.rglob("*.ics")}


def test_only_an_agenda_that_changes_is_written_again(
    school: Path, build_school: Build, written: list[str]
) -> None:
    first = agendas_in(build_school())
    assert len(first) == len(written) > 1
    written.clear()
    assert agendas_in(build_school()) == first
    assert written == []
    learner = school / "portfolios" / "learners" / "anna" / "learner.yml"
    learner.write_text(learner.read_text(encoding="utf-8").replace("Anna Peeters", "Anna Claes"))
    second = agendas_in(build_school())
    changed = [one for one in first if first[one] != second[one]]
    assert 0 < len(changed) == len(written) <= len(first)
    assert len(list((school / ".cache" / "bekwaam" / "agendas").iterdir())) == len(second)


@pytest.mark.parametrize("damage", [b"", b"BEGIN:VCALENDAR\r\n", b"0" * 32 + b"\nBEGIN:VCALENDAR\r\n"])
def test_what_is_not_as_it_was_written_is_made_again(
    school: Path, build_school: Build, damage: bytes
) -> None:
    first = agendas_in(build_school())
    for file in (school / ".cache" / "bekwaam" / "agendas").iterdir():
        file.write_bytes(damage)
    assert agendas_in(build_school()) == first


def test_several_processes_write_the_same(
    school: Path, build_school: Build, monkeypatch: pytest.MonkeyPatch, written: list[str]
) -> None:
    first = agendas_in(build_school())
    shutil.rmtree(school / ".cache" / "bekwaam" / "agendas")
    monkeypatch.setattr(agendas, "LEAST", 2)
    monkeypatch.setattr(forking, "processors", lambda: 2)
    written.clear()
    assert agendas_in(build_school()) == first
    assert written == []
    assert len(list((school / ".cache" / "bekwaam" / "agendas").iterdir())) == len(first)


def test_another_audience_has_none_and_leaves_those_of_the_team(
    build_school: Build, written: list[str]
) -> None:
    build_school()
    written.clear()
    assert agendas_in(build_school(audience=Audience.PUBLIC, site="public")) == {}
    build_school()
    assert written == []
