"""Seals on real files: made, checked, broken, and known by heart."""

from __future__ import annotations

from pathlib import Path

import pytest

from bekwaam.model.kinds import Kind
from bekwaam.provenance.archive import Archive
from bekwaam.provenance.digest import digest
from bekwaam.provenance.seals import SealState, check_seal, make_seal
from bekwaam.provenance.writing import with_history, with_seal, without_seal
from bekwaam.source import SourceFile, parse

ASSESSMENT = """\
date: 2026-06-12  # in de bakkerij
assessor: jan
moment: summative
phase: during
results:
  - competence: bakery/dough
    level: independent
    evidence: [brood]
"""
EVIDENCE = """\
title: Veertig broden
date: 2026-05-14
type: photo
competences: [bakery/dough]
context: {place: workplace}
media:
  - {file: ../media/brood.webp, alt: Broden, third_parties: none}
visibility: team
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    home = tmp_path / "learners" / "anna"
    for folder in ("assessments", "evidence", "media"):
        (home / folder).mkdir(parents=True)
    (home / "assessments" / "a.yml").write_text(ASSESSMENT, encoding="utf-8")
    (home / "evidence" / "brood.yml").write_text(EVIDENCE, encoding="utf-8")
    (home / "media" / "brood.webp").write_bytes(b"brood")
    return tmp_path


def assessment(archive: Archive) -> SourceFile:
    found = archive.find(Kind.ASSESSMENT, "anna", "a")
    assert found is not None
    return found


def seal_it(root: Path) -> None:
    archive = Archive(root)
    seal = make_seal(archive, assessment(archive))
    assert seal is not None
    path = root / "learners/anna/assessments/a.yml"
    sealed = with_seal(path.read_text(encoding="utf-8"), seal)
    assert sealed is not None
    path.write_text(sealed, encoding="utf-8")


def state(root: Path) -> tuple[SealState, tuple[str, ...]]:
    archive = Archive(root)
    checked = check_seal(archive, assessment(archive))
    return checked.state, checked.changed


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / "learners/anna" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_record_without_seal(root: Path) -> None:
    assert state(root) == (SealState.MISSING, ())


def test_sealing_adds_lines_at_the_end_and_changes_nothing_else(root: Path) -> None:
    seal_it(root)
    text = (root / "learners/anna/assessments/a.yml").read_text(encoding="utf-8")
    assert text.startswith(ASSESSMENT + "seal:\n  format: 1\n")
    assert state(root) == (SealState.INTACT, ())
    assert without_seal(text) == ASSESSMENT


def test_layout_comments_and_publication_may_change(root: Path) -> None:
    seal_it(root)
    edit(root, "assessments/a.yml", "  # in de bakkerij", "")
    edit(root, "evidence/brood.yml", "visibility: team", "visibility: public\nquestions: {text: Hoe?}")
    edit(root, "evidence/brood.yml", "title: Veertig broden", 'title: "Veertig broden"\ncriteria:')
    assert state(root) == (SealState.INTACT, ())


def test_content_may_not_change(root: Path) -> None:
    seal_it(root)
    edit(root, "evidence/brood.yml", "Veertig", "Vijftig")
    assert state(root) == (SealState.CHANGED, ("brood",))
    edit(root, "assessments/a.yml", "level: independent", "level: supervised")
    assert state(root) == (SealState.CHANGED, ("assessment", "brood"))


def test_a_photo_may_not_change_or_vanish(root: Path) -> None:
    seal_it(root)
    photo = root / "learners/anna/media/brood.webp"
    photo.write_bytes(b"taart")
    assert state(root) == (SealState.CHANGED, ("brood",))
    photo.write_bytes(b"brood")
    assert state(root) == (SealState.INTACT, ())
    photo.unlink()
    assert state(root) == (SealState.CHANGED, ("brood",))


def test_evidence_may_not_vanish(root: Path) -> None:
    seal_it(root)
    (root / "learners/anna/evidence/brood.yml").unlink()
    assert state(root) == (SealState.CHANGED, ("brood",))


def test_nothing_is_sealed_on_evidence_that_cannot_be_read(root: Path) -> None:
    (root / "learners/anna/evidence/brood.yml").write_text("title: [", encoding="utf-8")
    archive = Archive(root)
    assert make_seal(archive, assessment(archive)) is None


def test_a_format_of_the_future_is_reported(root: Path) -> None:
    seal_it(root)
    edit(root, "assessments/a.yml", "format: 1", "format: 2")
    assert state(root) == (SealState.UNKNOWN_FORMAT, ())


def test_sealing_again_keeps_the_reason() -> None:
    import datetime as dt

    old = {"format": 1, "assessment": "00", "evidence": {}}
    again = with_history(old, old, dt.date(2026, 6, 30), 'de "laatste" keer: echt')
    text = with_seal(ASSESSMENT, again)
    assert text is not None
    data, _ = parse(text, "a.yml")
    assert data is not None
    assert data["seal"] == again
    assert with_seal(text, old) == with_seal(ASSESSMENT, old)


def test_a_record_in_braces_cannot_be_sealed() -> None:
    assert with_seal("{date: 2026-06-12}\n", {"format": 1}) is None


def test_windows_lines_stay() -> None:
    text = with_seal(ASSESSMENT.replace("\n", "\r\n"), {"format": 1, "evidence": {}})
    assert text is not None
    assert "\n" not in text.replace("\r\n", "")


def test_known_answer_for_format_1() -> None:
    """These digests stand in people's repositories: they never change."""
    data = {
        "title": "Zoë's taart",
        "hours": 1.50,
        "count": 10,
        "empty": None,
        "visibility": "public",
        "verified": {"by": "jan"},
        "questions": [],
        "seal": {"format": 1},
        "media": [{"file": "../media/a.webp", "alt": "€"}, {"file": "weg.png"}],
        "reflection": {"task": "x", "visibility": "team"},
    }
    found = digest(data, {"../media/a.webp": "ab" * 32}.get)
    assert found == "de6d2aa2e529e064e7a0ce424814dbe17b6cadd56ea1b9fd540a15c719d594d0"
