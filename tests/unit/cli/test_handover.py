"""The pack: whole, with digests that hold, or not there at all."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pypdf
import pytest

from bekwaam.audience.strings import Sort
from bekwaam.audience.withheld import Secret
from bekwaam.cli import packing
from bekwaam.cli.main import main
from bekwaam.mkdocs_plugin.leaks import Leak


@pytest.fixture(autouse=True)
def at_home(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents that take no time."""
    monkeypatch.setattr(packing, "print_alone", lambda job: (f"%PDF {job.kind.value}".encode(), []))


def test_a_pack_in_one_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    place = tmp_path / "pack.zip"
    assert main(["handover", "lotte-van-acker", "-o", str(place), "--language", "en"]) == 0
    assert capsys.readouterr().out == f"{place}\n"
    assert place.stat().st_mode & 0o077 == 0
    assert [one.name for one in tmp_path.iterdir()] == ["pack.zip"]
    with zipfile.ZipFile(place) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert set(files) == {
        "competence-description.en.pdf", "cover.en.pdf", "inventory.json", "inventory.txt",
    }  # fmt: skip
    inventory: dict[str, Any] = json.loads(files["inventory.json"])
    for one in inventory["files"]:
        assert hashlib.sha256(files[one["path"]]).hexdigest() == one["sha256"]
    assert len(inventory["files"]) == len(files) - 2
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(files["cover.en.pdf"])).pages)
    assert "What is not in it" in text
    for one in inventory["held_back"]:
        assert one["why"].split()[0] in text


@pytest.mark.usefixtures("unprinted")
def test_a_pack_in_a_folder(tmp_path: Path) -> None:
    place = tmp_path / "pack"
    assert main(["handover", "anna-peeters", "-o", str(place)]) == 0
    assert {one.name for one in place.iterdir()} == {
        "competence-description.nl.pdf", "cover.nl.pdf", "evidence.csv", "inventory.json",
        "inventory.txt", "portfolio.nl.pdf",
    }  # fmt: skip
    assert main(["handover", "anna-peeters", "-o", str(place)]) == 2


def test_nothing_may_be_handed_over(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["handover", "stan-verlinden", "-o", str(tmp_path / "pack.zip")]) == 1
    told = capsys.readouterr().err
    assert "Nothing of stan-verlinden may be handed over" in told
    assert "competence description: " in told
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("unprinted")
@pytest.mark.parametrize("name", ["pack", "pack.zip"])
def test_a_leak_leaves_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    secret = Secret(sort=Sort.TEXT, text="x", path="learners/anna-peeters/feedback/x.yml")
    leak = Leak(file="cover.nl.pdf", secret=secret)
    monkeypatch.setattr(packing, "find_leaks_in", lambda *_: (leak,))
    assert main(["handover", "anna-peeters", "-o", str(tmp_path / name)]) == 1
    told = capsys.readouterr().err
    assert "cover.nl.pdf tells a text" in told
    assert "Nothing was handed over" in told
    assert not list(tmp_path.iterdir())


def test_a_real_leak_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feedback = "Stelt de goede vragen, op de slechte momenten. Om vijf voor zes wil ik geen waarom horen."
    monkeypatch.setattr(packing, "print_alone", lambda _: (b"%PDF", []))
    monkeypatch.setattr(packing, "evidence_table", lambda *_: feedback.encode())
    assert main(["handover", "anna-peeters", "-o", str(tmp_path / "pack")]) == 1
    assert not list(tmp_path.iterdir())


def test_places_and_people_that_are_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "old.zip").write_bytes(b"old")
    assert main(["handover", "anna-peeters", "-o", str(tmp_path / "old.zip")]) == 2
    assert (tmp_path / "old.zip").read_bytes() == b"old"
    assert main(["handover", "anna-peters", "-o", str(tmp_path / "new")]) == 2
    assert "did you mean “anna-peeters”" in capsys.readouterr().err
