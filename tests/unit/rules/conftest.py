"""The minimal school with some files written otherwise, and what is then found in it."""

import datetime as dt
import shutil
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bekwaam.diagnostics import Diagnostic
from bekwaam.project import load
from tests.conftest import ROOT

MINIMAL = ROOT / "tests" / "cases" / "valid" / "minimal" / "portfolios"
AS_OF = dt.date(2026, 6, 30)

Change = str | bytes | Callable[[str], str] | None
Findings = list[Diagnostic]
Find = Callable[..., Findings]


def swap(*pairs: tuple[str, str]) -> Callable[[str], str]:
    """A change that replaces what stands there exactly once."""

    def change(text: str) -> str:
        for old, new in pairs:
            assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
            text = text.replace(old, new)
        return text

    return change


@pytest.fixture
def find(tmp_path: Path) -> Find:
    """Change files of the minimal school (None takes one out), and give what is found."""

    def found(changes: Mapping[str, Change], as_of: dt.date = AS_OF) -> Findings:
        root = tmp_path / "portfolios"
        if root.exists():
            shutil.rmtree(root)  # a second look starts anew
        shutil.copytree(MINIMAL, root)
        for name, change in changes.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if change is None:
                path.unlink()
            elif isinstance(change, bytes):
                path.write_bytes(change)
            elif isinstance(change, str):
                path.write_text(textwrap.dedent(change), encoding="utf-8")
            else:
                path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
        return list(load(root, as_of).diagnostics)

    return found


def codes(found: Findings) -> list[str]:
    """The codes, in the order of the files."""
    return [one.code for one in found]


def hint(one: Diagnostic) -> str:
    """The hint in English."""
    assert one.hint is not None
    return one.hint.render()
