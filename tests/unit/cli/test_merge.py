"""A site in two parts, put together: the same as when it is made at once."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bekwaam.cli.main import main
from bekwaam.mkdocs_plugin import workers

SETTINGS = """\
site_name: South School
theme: material
plugins: [search, bekwaam: {audience: team, as_of: 2026-06-30}]
"""


def write_school(folder: Path, repository: Path) -> Path:
    shutil.copytree(repository / "tests/cases/valid/minimal/portfolios", folder / "portfolios")
    learners = folder / "portfolios" / "learners"
    shutil.copytree(learners / "anna", learners / "bram")
    record = learners / "bram" / "learner.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("Anna", "Bram"), encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Welcome\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return folder


@pytest.fixture
def school(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_school(tmp_path / "school", repository)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")
    return folder


def tree(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def forget(school: Path) -> None:
    shutil.rmtree(school / ".cache", ignore_errors=True)


def test_the_same_site_in_parts_as_at_once(
    school: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--quiet", "build", "--site-dir", "whole"]) == 0
    for number in (1, 2):
        forget(school)
        assert main(["--quiet", "build", "--shard", f"{number}/2"]) == 0
        assert str(school / f"part-{number}-of-2") in capsys.readouterr().out
    assert all(len(list((school / f"part-{one}-of-2" / "pdf").glob("*.pdf"))) >= 4 for one in (1, 2))
    assert list((school / "part-1-of-2" / "pictures").glob("*.webp"))
    forget(school)

    def no_more_work(*_: object) -> None:
        raise AssertionError("this was made already")

    monkeypatch.setattr(workers, "do_apart", no_more_work)
    assert main(["--quiet", "merge", "part-2-of-2", "part-1-of-2", "-o", "merged"]) == 0
    assert tree(school / "merged") == tree(school / "whole")
    assert sum(name.endswith(".pdf") for name in tree(school / "merged")) >= 8


def part(folder: Path, **changes: object) -> Path:
    """A part without documents: enough for what is looked at before anything is built."""
    about = {
        "format": 1, "number": 1, "of": 1, "audience": "team", "as_of": "2026-06-30",
        "version": "0.1.0", "program": "", "records": "", **changes,
    }  # fmt: skip
    folder.mkdir(parents=True)
    (folder / "part.json").write_text(json.dumps(about), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"audience": "public"}, "audience"),
        ({"as_of": "2026-07-01"}, "as_of"),
        ({"version": "0.2.0"}, "version"),
        ({"records": "f00"}, "records"),
        ({"of": 3}, "of"),
    ],
)
def test_parts_of_different_sites_are_refused(
    school: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, object], word: str
) -> None:
    part(school / "one", of=2)
    part(school / "two", **{"of": 2, "number": 2, **changes})
    assert main(["merge", "one", "two"]) == 2
    assert f"differ in {word}" in " ".join(capsys.readouterr().err.split())
    assert not (school / "site").exists()


def test_every_part_is_needed_once(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    part(school / "one", of=2)
    part(school / "again", of=2)
    for parts in (["one"], ["one", "again"]):
        assert main(["merge", *parts]) == 2
        assert "needs each of them once" in " ".join(capsys.readouterr().err.split())


def test_parts_belong_to_these_records(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--quiet", "build", "--shard", "9/9"]) == 0
    about = json.loads((school / "part-9-of-9" / "part.json").read_text(encoding="utf-8"))
    part(school / "all", **{**about, "number": 1, "of": 1})
    record = school / "portfolios" / "people" / "jan.yml"
    record.write_text(record.read_text(encoding="utf-8") + "# later\n", encoding="utf-8")
    assert main(["merge", "all"]) == 2
    assert "they differ in records" in " ".join(capsys.readouterr().err.split())


def _link(folder: Path) -> None:
    (folder / "pdf").mkdir()
    (folder / "pdf" / f"{'0' * 32}.pdf").symlink_to("/etc/hostname")


def _stranger(folder: Path) -> None:
    (folder / "pdf").mkdir()
    (folder / "pdf" / "index.html").write_text("x", encoding="utf-8")


@pytest.mark.parametrize("put", [_link, _stranger])
def test_only_what_belongs_in_a_part_is_taken(
    school: Path, capsys: pytest.CaptureFixture[str], put: Callable[[Path], None]
) -> None:
    assert main(["--quiet", "build", "--shard", "9/9"]) == 0
    about = json.loads((school / "part-9-of-9" / "part.json").read_text(encoding="utf-8"))
    put(part(school / "all", **{**about, "number": 1, "of": 1}))
    assert main(["merge", "all"]) == 2
    assert "does not belong in a part" in " ".join(capsys.readouterr().err.split())


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["merge", "portfolios"], "is no part of a site"),
        (["build", "--shard", "5/4"], "--shard is “5/4”"),
        (["build", "--shard", "0/4"], "--shard is “0/4”"),
        (["build", "--shard", "1/2", "--keep-going"], "cannot go with"),
        (["build", "--shard", "9/9", "--site-dir", "docs"], "is not empty, and no part"),
    ],
)
def test_what_makes_no_sense_is_refused(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert main(["--quiet", *arguments]) == 2
    assert words in " ".join(capsys.readouterr().err.split())


def test_a_part_with_errors_in_the_records_is_not_made(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (school / "portfolios" / "people" / "jan.yml").write_text("nmae: Jan\n", encoding="utf-8")
    assert main(["--quiet", "build", "--shard", "1/2"]) == 1
    assert "portfolios/people/jan.yml:1:1" in capsys.readouterr().err
    assert not (school / "part-1-of-2").exists()
