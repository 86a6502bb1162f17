"""Whatever happens to a valid school: findings, never exceptions, and always the same ones."""

import datetime as dt
import json
import locale
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, given, settings

from bekwaam.cli.reporting import FORMATS, written
from bekwaam.mkdocs_plugin.asked import Asked
from bekwaam.mkdocs_plugin.building import CannotBuild, build
from bekwaam.project import Loaded, load
from tests.property.mutation import VALID, Files, mutated_schools, write

AS_OF = dt.date(2026, 6, 30)
SECONDS = 8
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
MKDOCS = """
site_name: Proef
theme: material
plugins:
  - bekwaam: {audience: team, as_of: 2026-06-30, pdf: false}
"""


@contextmanager
def elsewhere(folder: Path) -> Iterator[None]:
    """Another working folder, time zone and locale."""
    before, zone, words = Path.cwd(), os.environ.get("TZ"), locale.setlocale(locale.LC_ALL)
    os.environ["TZ"] = "Pacific/Kiritimati"
    time.tzset()
    for name in ("tr_TR.UTF-8", "C.UTF-8", "C"):
        with suppress(locale.Error):
            locale.setlocale(locale.LC_ALL, name)
            break
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
        locale.setlocale(locale.LC_ALL, words)
        if zone is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = zone
        time.tzset()


def readable(loaded: Loaded) -> None:
    """Every format can be written in both languages, and each place is in its file."""
    for language in ("en", "nl"):
        for form in FORMATS:
            report = written(loaded, form, language=language, standing_in=loaded.root.parent)
            report.encode()
            if form in ("json", "gitlab", "sarif"):
                json.loads(report)
            if form == "junit":
                ET.fromstring(report)
    for one in loaded.diagnostics:
        place = one.location
        assert place is not None
        assert (1, 1) <= (place.line, place.column) <= (place.end_line, place.end_column)
        file = loaded.root / one.path
        if file.is_file():
            assert place.end_line <= file.read_bytes().count(b"\n") + 1


@settings(max_examples=120, suppress_health_check=SLOW)
@given(mutated_schools())
def test_gives_the_same_findings_wherever_and_whenever(files: Files) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        started = time.monotonic()
        loaded = load(write(files, folder / "one"), AS_OF)
        assert time.monotonic() - started < SECONDS
        readable(loaded)
        found = loaded.diagnostics
        assert len(set(found)) == len(found)
        assert [one.path for one in found] == sorted(one.path for one in found)
        other = write(files, folder / "other", backwards=True)
        with elsewhere(folder):
            again = load(Path("other"), AS_OF)
        assert again.diagnostics == found
        assert again.statuses == loaded.statuses
        assert again.paths == loaded.paths
        assert other.is_dir()


@settings(max_examples=20, suppress_health_check=SLOW)
@given(mutated_schools(most=1))
def test_validate_and_build_agree(files: Files) -> None:
    """Both refuse, or both accept; a refusal is about the records, and leaves no site behind."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name).resolve()
        (home / "mkdocs.yml").write_text(MKDOCS)
        (home / "docs").mkdir()
        (home / "docs/index.md").write_text("# Proef\n")
        loaded = load(write(files, home / "portfolios"), AS_OF)
        try:
            site = build(Asked(), home / "mkdocs.yml", None, strict=False, quiet=True)
        except CannotBuild as stop:
            assert stop.of_the_records, str(stop)
            assert loaded.errors > 0, str(stop)
            assert not (home / "site").exists()
        else:
            assert loaded.errors == 0
            assert (site / "index.html").is_file()


def test_the_school_that_is_changed_is_valid(tmp_path: Path) -> None:
    assert load(write(VALID, tmp_path / "portfolios"), AS_OF).diagnostics == ()
