"""Who has to look at which change, as each code host would read it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pathspec import PathSpec

from tests.git.conftest import School

DAY = ("--as-of", "2026-06-30")
ANNA = "portfolios/learners/anna"

MENTOR, COACH, DECIDER = "jan@de-gist.example", "marieke@south.example", "greet@south.example"


def rows(text: str) -> list[tuple[str, list[str]]]:
    """Patterns and owners; a space may be escaped."""
    found = []
    for line in text.splitlines():
        if line and not line.startswith(("#", "[")):
            pattern, *owners = re.split(r"(?<!\\) ", line)
            found.append((pattern, owners))
    return found


def github(text: str, path: str) -> set[str]:
    """Patterns are those of gitignore, and the last one that fits counts."""
    found = rows(text)
    index = PathSpec.from_lines("gitignore", [pattern for pattern, _ in found]).check_file(path).index
    return set(found[index][1]) if index is not None else set()


def gitlab(text: str, path: str) -> list[set[str]]:
    """Ruby's `File.fnmatch` with FNM_PATHNAME and FNM_DOTMATCH, and one answer for each section that fits."""
    answers = []
    for section in re.split(r"^\[.+\]$", text, flags=re.MULTILINE):
        fits = [set(owners) for pattern, owners in rows(section) if _fnmatch(pattern, f"/{path}")]
        answers += fits[-1:]
    return answers


def _fnmatch(pattern: str, path: str) -> bool:
    full = pattern if pattern.startswith("/") else f"/**/{pattern}"
    full += "**/*" if full.endswith("/") else ""
    parts = re.findall(r"\*\*/|\\.|.", full)
    meaning = {"**/": "(?:[^/]+/)*", "*": "[^/]*", "?": "[^/]"}
    return re.fullmatch("".join(meaning.get(one, re.escape(one[-1])) for one in parts), path) is not None


def forgejo(text: str, path: str) -> set[str]:
    """Go's expressions over the whole path, and all that fit."""
    asked: set[str] = set()
    for pattern, owners in rows(text):
        expression = re.sub(r"\\([\\ #])", r"\1", pattern)
        fits = re.fullmatch(expression.removeprefix("!"), path) is not None
        if fits != expression.startswith("!"):
            asked |= set(owners)
    return asked


def owners(school: School, *arguments: str) -> str:
    code, out, err = school.run("codeowners", *DAY, *arguments)
    assert code == 0, err
    return out


WHO = {
    f"{ANNA}/assessments/2026-06-10-jan.yml": {MENTOR, COACH},
    f"{ANNA}/agreements/2025-bakery.yml": {MENTOR, COACH},
    f"{ANNA}/plans/2025.yml": {MENTOR, COACH},
    f"{ANNA}/evidence/2026-05-20-rye-bread.yml": {COACH},
    f"{ANNA}/media/rye-bread.png": {COACH},
    f"{ANNA}/next-step.yml": {COACH},
    f"{ANNA}/learner.yml": {DECIDER},
    f"{ANNA}/learner.yaml": {DECIDER},
    f"{ANNA}/decisions/2026-06-20-dough.yml": {DECIDER},
    "portfolios/school.yml": {DECIDER},
    "portfolios/people/jan.yml": {DECIDER},
    "portfolios/frameworks/bakery.yml": {DECIDER},
    "portfolios/quality/contacts/2026.yml": {DECIDER},
}
TECHNICAL = (
    "mkdocs.yml",
    "docs/index.md",
    "docs/assets/deep/x.css",
    ".github/workflows/review.yml",
    ".gitlab-ci.yml",
    "requirements.txt",
    "schemas/person.schema.json",
    "CODEOWNERS",
    "hooks/x.py",
)


@pytest.mark.parametrize(("host", "reads"), [("github", github), ("forgejo", forgejo)])
def test_each_change_asks_the_right_people(
    host: str, reads: Callable[[str, str], set[str]], school: School
) -> None:
    accounts = {MENTOR: "jan", COACH: "marieke", DECIDER: "greet"}
    for name in accounts.values():
        file = school.person(name)
        file.write_text(file.read_text() + f"account: {name}-acc\n")
    text = owners(school, "--host", host, "--technical", "@school/it")
    for path, who in WHO.items():
        assert reads(text, path) == {f"@{accounts[one]}-acc" for one in who}, path
    for path in TECHNICAL:
        assert reads(text, path) == {"@school/it"}, path


def test_gitlab_wants_both_mentor_and_coach(school: School) -> None:
    text = owners(school, "--host", "gitlab", "--technical", "it@south.example")
    for path, who in WHO.items():
        answers = gitlab(text, path)
        assert answers == ([{COACH}, {MENTOR}] if MENTOR in who else [who]), path
    for path in TECHNICAL:
        assert gitlab(text, path) == [{"it@south.example"}], path


def test_without_somebody_technical_the_school_answers(school: School) -> None:
    assert github(owners(school), "mkdocs.yml") == {DECIDER}


def test_an_odd_folder_of_records(school: School) -> None:
    odd = "onze (map) #1 [x]+é"
    shutil.move(school.folder / "portfolios", school.folder / odd)
    path = f"{odd}/learners/anna/decisions/2026.yml"
    other = f"{odd}/learners/anna/evidence/2026.yml"
    assert github(owners(school, "--portfolios", odd), path) == {DECIDER}
    assert github(owners(school, "--portfolios", odd), other) == {COACH}
    assert gitlab(owners(school, "--portfolios", odd, "--host", "gitlab"), path) == [{DECIDER}]
    file = school.folder / odd / "people/greet.yml"
    file.write_text(file.read_text() + "account: greet\n")
    assert forgejo(owners(school, "--portfolios", odd, "--host", "forgejo"), path) == {"@greet"}


def test_somebody_without_an_address(school: School) -> None:
    for name in ("jan", "marieke"):
        file = school.person(name)
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(one for one in lines if not one.startswith("emails")), encoding="utf-8")
    out = owners(school)
    assert "# /portfolios/learners/anna/assessments/: nobody with an account" in out
    assert github(out, f"{ANNA}/assessments/x.yml") == {DECIDER}
    assert "example" not in owners(school, "--host", "forgejo")


@pytest.mark.parametrize("host", ["github", "gitlab", "forgejo"])
def test_a_file_that_grows_old(host: str, school: School) -> None:
    file = {"github": ".github/CODEOWNERS", "gitlab": ".gitlab/CODEOWNERS", "forgejo": "CODEOWNERS"}[host]
    check = ("codeowners", *DAY, "--host", host, "--check")
    code, out, err = school.run(*check)
    assert (code, out) == (1, "")
    assert f"{file} is not up to date" in err
    assert school.run("codeowners", *DAY, "--host", host, "-o", file)[0] == 0
    text = (school.folder / file).read_text(encoding="utf-8")
    assert text.startswith(f"# Written by `bekwaam codeowners --host {host}`")
    assert school.run(*check)[0] == 0
    agreement = next((school.anna / "agreements").glob("*.yml"))
    school.edit(agreement, "coach: marieke", "coach: greet")
    for name in ("jan", "marieke", "greet"):
        school.person(name).write_text(school.person(name).read_text() + f"account: {name}\n")
    assert school.run(*check)[0] == 1
    assert Path(school.folder / file).read_text(encoding="utf-8") == text
