"""`bekwaam explain`, as it is typed."""

from pathlib import Path

import pytest

from bekwaam.cli.main import main
from bekwaam.diagnostics.codes import CODES


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without a school, and a user who speaks English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")


@pytest.mark.parametrize("code", ["E301", "e301", " E301 "])
def test_a_code_is_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code]) == 0
    out = capsys.readouterr().out
    assert out.startswith("E301: A competence that does not exist\n")
    assert "bakery/dooh" in out


def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:4] for line in lines] == list(CODES)
    assert all(len(line) <= 88 for line in lines)


def test_an_unknown_code_is_wrong_use_and_the_nearest_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "W644"]) == 2
    seen = capsys.readouterr()
    assert seen.out == ""
    assert "W644" in seen.err
    assert "Did you mean “W64" in seen.err


def test_what_is_no_code_at_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "dough"]) == 2
    assert "all of them are listed" in capsys.readouterr().err


def test_the_school_speaks_where_nobody_asked_for_a_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("BEKWAAM_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "school.yml").write_text("languages: [nl, en]\n", encoding="utf-8")
    assert main(["explain", "E301", "--portfolios", str(tmp_path)]) == 0
    assert not capsys.readouterr().out.startswith("E301: A competence that does not exist")
