"""Data comes out of bytes as it went in, and nothing else ever does."""

from __future__ import annotations

import datetime as dt
import os
import pickle
from pathlib import Path

import pytest

from bekwaam.diagnostics import Diagnostic, say
from bekwaam.model.status import Status
from bekwaam.model.text import Markdown, Text
from bekwaam.project import Loaded, load, packing
from bekwaam.project.packing import NotOurs, pack, unpack

DAY = dt.date(2026, 6, 30)


@pytest.fixture(scope="module")
def loaded(repository: Path) -> Loaded:
    return load(repository / "tests/cases/valid/every-field/portfolios", DAY)


def test_all_that_is_kept_comes_back(loaded: Loaded, repository: Path) -> None:
    broken = load(repository / "tests/cases/invalid/W501-changed-since/portfolios", DAY)
    for one in (loaded, broken):
        whole = (
            one.project.school,
            tuple(one.project.learners.values()),
            one.statuses,
            one.diagnostics,
            {learner: dict(seals) for learner, seals in one.broken.items()},
        )
        assert repr(unpack(pack(whole))) == repr(whole)


def test_texts_keep_their_class() -> None:
    back = unpack(pack((Text((("", "a"),)), Markdown((("nl", "b"),)))))
    assert [type(one) for one in back] == [Text, Markdown]


def test_enums_and_days_are_the_same_object() -> None:
    days = unpack(pack((dt.date(2026, 1, 2), dt.date(2026, 1, 2), Status.READY)))
    assert days[0] is days[1]
    assert days[2] is Status.READY


@pytest.mark.parametrize("value", [Path("x"), os.system, dt.date, len, object()])
def test_only_our_own_kinds_are_packed(value: object) -> None:
    with pytest.raises(pickle.PicklingError):
        pack((value,))


class _Call:
    def __init__(self, function: object, *arguments: object) -> None:
        self.call = (function, arguments)

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return self.call


def test_bytes_cannot_call_anything(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    for value in (_Call(os.mkdir, str(mark)), _Call(eval, "1"), _Call(getattr, "x", "y"), _Call(exec, "")):
        with pytest.raises(NotOurs):
            unpack(pickle.dumps(value))
    assert not mark.exists()


def test_bytes_cannot_reach_a_class() -> None:
    for value in (Diagnostic, Status, packing.unpack, packing.NotOurs):
        with pytest.raises(NotOurs):
            unpack(pickle.dumps(value))
    assert not hasattr(packing, "make_nothing")


def test_bytes_that_are_cut_off_are_refused() -> None:
    whole = pack(Diagnostic(code="E101", path="school.yml", message=say("{a}", a=say("b")), due=DAY))
    for length in range(len(whole)):
        with pytest.raises(NotOurs):
            unpack(whole[:length])
