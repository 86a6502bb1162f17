"""A change is looked at as it is in git: nothing of it is checked out, findings have its own places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.git.conftest import EMAILS, School

DAY = ("--as-of", "2026-06-30")
RYE = "portfolios/learners/anna/evidence/2026-05-20-rye-bread.yml"


@pytest.fixture
def proposed(school: School) -> School:
    """On `main` all is well; on the branch `change` a competence is misspelled."""
    school.git("switch", "--quiet", "-c", "change")
    school.edit(school.folder / RYE, "bakery/dough", "bakery/dooh")
    school.edit(school.folder / RYE, "title:", "# a line more\ntitle:")
    school.commit(EMAILS["anna"])
    school.git("switch", "--quiet", "main")
    return school


def test_findings_of_a_commit_stand_in_the_files_that_it_brings(proposed: School) -> None:
    code, out, _ = proposed.run("validate", *DAY, "--at", "change", "--format", "github")
    assert code == 1
    assert f"file={RYE},line=5,endLine=5,col=15" in out
    assert proposed.run("validate", *DAY)[0] == 0
    assert "bakery/dough" in (proposed.folder / RYE).read_text()


def test_the_line_itself_is_that_of_the_commit(proposed: School) -> None:
    _, out, _ = proposed.run("validate", *DAY, "--at", "change")
    assert "competences: [bakery/dooh]" in out
    assert "/tmp" not in out


def test_only_what_is_new(proposed: School) -> None:
    assert proposed.run("validate", *DAY, "--at", "change", "--since", "main")[0] == 1
    proposed.git("switch", "--quiet", "change")
    proposed.edit(proposed.folder / RYE, "# a line more", "# two\n# lines more")
    proposed.commit(EMAILS["anna"])
    code, out, _ = proposed.run("validate", *DAY, "--since", "HEAD~1", "--format", "json")
    assert code == 0
    assert json.loads(out)["diagnostics"] == []


def test_only_files_that_were_named(proposed: School) -> None:
    assert proposed.run("validate", *DAY, "--at", "change", "portfolios/people")[0] == 0
    assert proposed.run("validate", *DAY, "--at", "change", RYE)[0] == 1


def test_links_and_repositories_within_are_told(school: School) -> None:
    (school.anna / "media/secret.png").symlink_to("/etc/passwd")
    school.git("add", "--all")
    blob = school.git("rev-parse", "HEAD")
    school.git("update-index", "--add", "--cacheinfo", f"160000,{blob},portfolios/learners/ben")
    school.git("-c", "user.name=x", "-c", "user.email=x@x.example", "commit", "--quiet", "-m", "x")
    code, out, err = school.run("validate", *DAY, "--at", "HEAD", "--format", "github")
    assert code == 1
    assert "file=portfolios/learners/anna/media/secret.png" in out
    assert "title=E116" in out
    assert "root:" not in out
    assert "portfolios/learners/ben is a repository of its own" in err


def test_a_revision_that_is_none(school: School) -> None:
    for wrong in ("nowhere", "--output=x"):
        code, out, err = school.run("validate", "--at", wrong)
        assert (code, out) == (2, "")
        assert "Git knows no revision" in err


def test_without_a_repository(bare_school: School) -> None:
    assert bare_school.run("validate", "--at", "HEAD")[0] == 2


def test_a_site_of_a_commit(proposed: School, tmp_path: Path) -> None:
    (proposed.folder / "mkdocs.yml").write_text(
        "site_name: X\ntheme: material\nplugins: [bekwaam: {audience: team, as_of: 2026-06-30}]\n"
    )
    (proposed.folder / "docs").mkdir()
    (proposed.folder / "docs/index.md").write_text("# X\n")
    site = tmp_path / "site"
    assert proposed.run("build", "--no-pdf", "--at", "change", "--site-dir", str(site))[0] == 1
    code, _, err = proposed.run("build", "--no-pdf", "--at", "main", "--site-dir", str(site))
    assert code == 0, err
    page = site / "learners/anna/evidence/2026-05-20-rye-bread/index.html"
    assert "Forty rye breads" in page.read_text()
    assert list((site / "media").rglob("*"))
