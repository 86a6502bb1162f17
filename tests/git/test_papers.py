"""A printed document against the repository: the same, changed since, altered, or not ours."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from bekwaam.pdf.imprint import PROPERTY
from tests.git.conftest import EMAILS, School

ARGUMENTS = ("pdf", "anna", "--document", "description", "--as-of", "2026-06-30", "-o", "paper.pdf")
CONSENTS = (
    "consents:\n"
    "  - {scope: description, audience: public, given_by: learner, date: 2026-01-01}\n"
    "  - {scope: name, audience: public, given_by: learner, date: 2026-01-01}\n"
    "cohort:"
)


@pytest.fixture
def printed(school: School) -> School:
    """With `paper.pdf`: Anna's description for a handover."""
    school.edit(school.anna / "learner.yml", "cohort:", CONSENTS)
    school.edit(
        school.folder / "portfolios/school.yml", "languages:", "url: https://south.example\nlanguages:"
    )
    school.commit(EMAILS["greet"])
    code, _, err = school.run(*ARGUMENTS)
    assert code == 0, err
    return school


def checked(school: School, expected: int, file: str = "paper.pdf") -> dict[str, Any]:
    code, out, err = school.run("verify", "--format", "json", file)
    assert out, err
    (found,) = json.loads(out)["documents"]
    assert code == expected, found
    return dict(found)


def altered(school: School, change: Callable[[pikepdf.Pdf], None]) -> str:
    with pikepdf.open(school.folder / "paper.pdf") as pdf:
        change(pdf)
        pdf.save(school.folder / "other.pdf")
    return "other.pdf"


def test_the_same_file_holds_and_names_no_one_in_its_properties(printed: School) -> None:
    found = checked(printed, 0)
    assert (found["state"], found["learner"], found["details"]) == ("same", "anna", [])
    head = printed.git("log", "-1", "--format=%H")
    assert codes_on(printed.folder / "paper.pdf") == [f"https://south.example/c/{found['number']}/"]
    assert found["commit"] == head
    with pikepdf.open(printed.folder / "paper.pdf") as pdf:
        said = str(pdf.docinfo[f"/{PROPERTY}"])
    assert "anna" not in said.lower()
    assert set(json.loads(said)) == {
        *("format", "number", "digest", "date", "document", "audience", "language", "commit")
    }
    # A commit elsewhere changes not one byte of it; a change in what it rests on shows.
    before = (printed.folder / "paper.pdf").read_bytes()
    (printed.folder / "README.md").write_text("hello\n", encoding="utf-8")
    printed.commit(EMAILS["greet"])
    assert printed.run(*ARGUMENTS)[0] == 0
    assert (printed.folder / "paper.pdf").read_bytes() == before
    printed.edit(printed.anna / "assessments/2026-06-12-marieke.yml", "independent", "with_help")
    printed.commit(EMAILS["marieke"])
    found = checked(printed, 1)
    assert (found["state"], found["learner"]) == ("changed", "anna")
    assert any("2026-06-12-marieke" in line for line in found["details"])
    _, out, _ = printed.run("verify", "paper.pdf")
    assert "printed from these records, which CHANGED since" in out


def test_what_somebody_made_of_it(printed: School) -> None:
    # Saved again by another program: the same to every reader.
    assert checked(printed, 0, altered(printed, lambda _pdf: None))["state"] == "same_content"

    def cover(pdf: pikepdf.Pdf) -> None:
        """A white box over part of the page, and a script: every word is still in the file."""
        pdf.pages[0].contents_add(pdf.make_stream(b"q 1 1 1 rg 60 300 400 200 re f Q"))

        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("1"))

    found = checked(printed, 1, altered(printed, cover))
    assert found["state"] == "altered"
    assert "page 1 has the same words, and looks different" in found["details"]
    assert any("/JavaScript" in line for line in found["details"])


def test_another_level_under_the_same_number(printed: School) -> None:
    """Somebody prints from records of their own, and puts our number and digest on it."""
    theirs = printed.folder.parent / "theirs"
    shutil.copytree(printed.folder / "portfolios", theirs / "portfolios")
    decision = theirs / "portfolios/learners/anna/decisions/2026-06-20-dough.yml"
    text = decision.read_text(encoding="utf-8")
    assert "level: independent" in text
    decision.write_text(text.replace("level: independent", "level: with_help"), encoding="utf-8")
    code, _, err = printed.run(*ARGUMENTS[:-1], "forged.pdf", "--portfolios", str(theirs / "portfolios"))
    assert code == 0, err
    assert checked(printed, 1, "forged.pdf")["state"] == "unknown"
    with pikepdf.open(printed.folder / "paper.pdf") as pdf:
        said = str(pdf.docinfo[f"/{PROPERTY}"])
    with pikepdf.open(printed.folder / "forged.pdf") as pdf:
        pdf.docinfo[f"/{PROPERTY}"] = said
        pdf.save(printed.folder / "other.pdf")
    found = checked(printed, 1, "other.pdf")
    assert found["state"] == "altered"
    assert any("+with help" in line for line in found["details"])


def test_files_that_are_no_document_of_ours(printed: School) -> None:
    for content in (b"", b"%PDF-1.7\n", b"<html>", (printed.folder / "paper.pdf").read_bytes()[:5000]):
        (printed.folder / "other.pdf").write_bytes(content)
        assert checked(printed, 1, "other.pdf")["state"] == "unknown"
    blank = pikepdf.new()
    blank.add_blank_page()
    for said in (None, "{}", "[" * 5000, '{"format": 1}', json.dumps({"format": 1, "number": 3})):
        if said is not None:
            blank.docinfo[f"/{PROPERTY}"] = said
        blank.save(printed.folder / "other.pdf")
        assert checked(printed, 1, "other.pdf")["state"] == "unknown"


def codes_on(file: Path) -> list[str]:
    """What a phone reads off the pages."""
    document = pypdfium2.PdfDocument(file.read_bytes())
    try:
        return [
            code.text for page in document for code in zxingcpp.read_barcodes(page.render(scale=2).to_pil())
        ]
    finally:
        document.close()


def test_without_a_file(school: School, tmp_path: Path) -> None:
    assert school.run("verify", str(tmp_path / "none.pdf"))[0] == 2
