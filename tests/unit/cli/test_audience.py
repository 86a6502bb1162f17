"""Who would see what, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bekwaam.cli.main import main


@pytest.fixture(autouse=True)
def at_home(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")


def test_every_audience_in_turn(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audience", "daryna-shevchenko"]) == 0
    team, handover, public = capsys.readouterr().out.split("\n\n")
    assert "(team)\n  + pages at learners/daryna-shevchenko/" in team
    assert "learners/daryna-shevchenko/" in handover
    assert "learners/zonnebloem/, as “Zonnebloem”" in public
    assert "  - photos, videos and documents: the consent is for handover only" in public
    assert "  - contacts: it never leaves the team" in public


def test_somebody_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audience", "daryna-shevchenk"]) == 2
    assert "did you mean “daryna-shevchenko”" in capsys.readouterr().err


def test_a_handover_says_whose(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    site = str(tmp_path / "site")
    assert main(["build", "--audience", "handover", "--no-pdf", "--site-dir", site]) == 0
    assert "--learner ID" in capsys.readouterr().err
    assert len([one for one in (tmp_path / "site" / "learners").iterdir() if one.is_dir()]) > 1
    command = ["build", "--audience", "handover", "--no-pdf", "--site-dir", site, "--learner", "anna-peeters"]
    assert main(command) == 0
    assert [one.name for one in (tmp_path / "site" / "learners").iterdir() if one.is_dir()] == [
        "anna-peeters"
    ]
