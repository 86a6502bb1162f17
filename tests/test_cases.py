"""Whole small schools: valid ones are clean, each invalid one has the finding it is named after."""

import datetime as dt
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from bekwaam.diagnostics import LEARNER
from bekwaam.diagnostics.codes import CODES
from bekwaam.diagnostics.text_report import TextReport
from bekwaam.project import Loaded, load

CASES = Path(__file__).resolve().parent / "cases"
AS_OF = dt.date(2026, 6, 30)
BASE = CASES / "valid" / "minimal" / "portfolios"
VALID = sorted(CASES.glob("valid/*/portfolios"))
INVALID = sorted(path for path in CASES.glob("invalid/*") if path.is_dir())
MAX_BYTES = 256 * 1024


def named(path: Path) -> str:
    return path.parent.name if path.name == "portfolios" else path.name


def laid_over_base(case: Path, folder: Path) -> Path:
    """The minimal school with a case's files laid over it.

    `x.yml.deleted` takes `x.yml` out; `x.yml.too-large` is `x.yml` with comments up to more than a
    record may hold. A case without `portfolios` has no folder of records at all.
    """
    root = folder / "portfolios"
    own = case / "portfolios"
    if not own.exists():
        return root
    shutil.copytree(BASE, root)
    shutil.copytree(own, root, symlinks=True, dirs_exist_ok=True)
    for mark in sorted(root.rglob("*.deleted")):
        mark.with_suffix("").unlink()
        mark.unlink()
    for mark in sorted(root.rglob("*.too-large")):
        mark.with_suffix("").write_bytes(mark.read_bytes() + b"# and so on\n" * (MAX_BYTES // 12))
        mark.unlink()
    return root


def shown_path(path: str) -> str:
    return "portfolios" if path == "." else f"portfolios/{path}"


def report(loaded: Loaded) -> str:
    def lines(path: str) -> Sequence[str] | None:
        file = loaded.root / path
        if file.is_symlink() or not file.is_file() or file.stat().st_size > MAX_BYTES:
            return None
        return file.read_text(encoding="utf-8-sig", errors="replace").splitlines()

    writer = TextReport(translate=str, colour=False, shown_path=shown_path, lines=lines)
    return writer.write(loaded.diagnostics, loaded.files) + "\n"


@pytest.mark.parametrize("case", VALID, ids=named)
def test_a_valid_school_is_clean(case: Path) -> None:
    loaded = load(case, AS_OF)
    assert loaded.files > 0
    assert loaded.diagnostics == (), report(loaded)


@pytest.mark.parametrize("case", INVALID, ids=named)
def test_an_invalid_school_has_its_finding_and_no_other(
    case: Path, tmp_path: Path, update_golden: bool
) -> None:
    loaded = load(laid_over_base(case, tmp_path), AS_OF)
    expected = case / "expected.txt"
    if update_golden:
        expected.write_text(report(loaded), encoding="utf-8", newline="\n")
    assert report(loaded) == expected.read_text(encoding="utf-8")
    assert [one.code for one in loaded.diagnostics] == [case.name.partition("-")[0]]
    assert all(one.hint is not None for one in loaded.diagnostics)
    gaps = [one for one in loaded.diagnostics if one.code.startswith(("W6", "W7"))]
    known = {LEARNER, *loaded.project.people}
    assert all(one.who and known.issuperset(one.who) for one in gaps), "nobody could act on it"


def test_every_code_has_a_case() -> None:
    assert {case.name.partition("-")[0] for case in INVALID} == set(CODES)
