"""What a change does, told from two revisions of a real repository."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from tests.git.conftest import EMAILS, School

DAY = ("--as-of", "2026-06-30")
JAN = "portfolios/learners/anna/assessments/2026-06-10-jan.yml"
RYE = "evidence/2026-05-20-rye-bread.yml"


def kinds(school: School, *arguments: str) -> dict[str, str]:
    code, out, err = school.run("diff", *DAY, "--format", "json", *arguments)
    assert code == 0, err
    found = json.loads(out)
    lines = [line for lines in found["learners"].values() for line in lines]
    return {line["kind"]: line["text"] for line in [*lines, *found["school"]]}


def test_nothing_changes(school: School) -> None:
    school.edit(school.anna / RYE, "date: 2026-05-20\n", "date: 2026-05-20  # Wednesday\n")
    school.commit(EMAILS["jan"])
    code, out, _ = school.run("diff", *DAY, "HEAD~1")
    assert (code, out) == (0, "Learners touched: 0. Statuses that move: 0. Seals that break: 0.\n")


def test_evidence_that_breaks_a_seal(school: School) -> None:
    school.run("seal", JAN)
    school.commit(EMAILS["jan"])
    assert "sealed" in kinds(school, "HEAD~1..HEAD")
    school.edit(school.anna / RYE, "Forty", "Fifty")
    school.commit(EMAILS["anna"])
    found = kinds(school, "HEAD~1")
    assert found["evidence_changed"] == (
        "Changed: evidence “Fifty rye breads”; namely the title from “Forty rye breads” to “Fifty rye"
        " breads”."
    )
    assert found["seal_breaks"] == (
        "The seal of assessment “2026-06-10-jan” (Jan De Smet) breaks. What it rests on was changed after the"
        " sealing, or is gone: evidence “Fifty rye breads”."
    )
    assert "has to be looked at again" in found["flag"]
    assert set(kinds(school, "HEAD..HEAD~1")) >= {"seal_mended"}


def test_a_photo_is_replaced(school: School) -> None:
    (school.anna / "media/rye-bread.png").write_bytes(b"another picture")
    school.commit(EMAILS["anna"])
    assert "a file that belongs to it" in kinds(school, "HEAD~1")["evidence_changed"]


def test_statuses_move_and_why(school: School) -> None:
    (school.anna / "decisions/2026-06-20-dough.yml").unlink()
    school.commit(EMAILS["greet"])
    found = kinds(school, "HEAD~1")
    assert "from achieved to proposed. Mentor and coach agree" in found["status"]
    assert found["decision_withdrawn"] == "Withdrawn: decision “2026-06-20-dough” (Greet Claes)."


def test_consents_and_who_would_see_what(school: School) -> None:
    learner = school.anna / "learner.yml"
    old = learner.read_text(encoding="utf-8")
    consents = "".join(
        f"  - {{scope: {scope}, audience: public, given_by: learner, date: 2026-06-01}}\n"
        for scope in ("portfolio", "images")
    )
    learner.write_text(f"{old}consents:\n{consents}", encoding="utf-8")
    school.edit(school.anna / RYE, "verified:", "visibility: public\nverified:")
    school.commit(EMAILS["anna"])
    code, out, _ = school.run("diff", *DAY, "HEAD~1")
    assert code == 0
    assert "Consent given: " in out
    assert "Everyone would newly see: the portfolio" in out
    assert "evidence “Forty rye breads”" in out
    assert "would no longer see" in school.run("diff", *DAY, "HEAD..HEAD~1")[1]


def test_without_names(school: School) -> None:
    school.edit(school.anna / RYE, "Forty", "Anna's fifty")
    school.edit(school.anna / "assessments/2026-06-10-jan.yml", "level: independent", "level: with_help")
    school.commit(EMAILS["jan"])
    for form in ("text", "markdown", "json"):
        _, out, _ = school.run("diff", *DAY, "--pseudonyms", "--format", form, "HEAD~1")
        assert "Blue heron" in out
        assert not {"Anna", "anna", "jan", "Jan", "fifty"} & set(
            out.replace("/", " ").replace("-", " ").split()
        )


def test_a_level_that_moves_is_told_from_what_to_what(school: School) -> None:
    school.edit(school.anna / "assessments/2026-06-10-jan.yml", "level: independent", "level: with_help")
    school.edit(school.anna / "assessments/2026-06-10-jan.yml", "date: 2026-06-10", "date: 2026-06-09")
    school.commit(EMAILS["anna"])
    found = kinds(school, "HEAD~1")["assessment_changed"]
    assert "the date from “2026-06-10” to “2026-06-09”" in found
    assert "from “independently” to “with help”" in found


def test_many_of_a_kind_are_one_sentence(school: School) -> None:
    text = (school.anna / RYE).read_text(encoding="utf-8")
    for number in range(30):
        file = school.anna / f"evidence/2026-05-{number + 1:02}-bread.yml"
        file.write_text(text.replace("Forty", f"{number}"), encoding="utf-8")
    school.commit(EMAILS["jan"])
    _, out, _ = school.run("diff", *DAY, "HEAD~1")
    assert out.count("Added (10): evidence “") == 3
    assert len(out.splitlines()) < 10
    _, out, _ = school.run("diff", *DAY, "--format", "json", "HEAD~1")
    assert len(json.loads(out)["learners"]["anna"]) == 30


@pytest.mark.parametrize("where", ["title", "name"])
def test_markdown_cannot_be_broken_out_of(school: School, where: str) -> None:
    """A code host looks for mentions and references after it made HTML: a backslash does not stop it."""
    nasty = (
        "'</details></summary> @all ![x](http://x.example/y) #1 !2 ~3 [z](javascript:1) www.x.example"
        " <img src=x> $a$ `code` &lt; a@x.example'"
    )
    if where == "title":
        school.edit(school.anna / RYE, "Forty rye breads", nasty)
    else:
        school.edit(school.anna / "learner.yml", "Anna Peeters", '"Anna\\n\\n## ' + nasty.strip("'") + '"')
    school.commit(EMAILS["anna"])
    _, out, _ = school.run("diff", *DAY, "--format", "markdown", "HEAD~1")
    assert out.count("</details>") == out.count("</summary>") == out.count("<details>") == 1
    assert not re.search(r"!\[|[@#!~$]\w|http://x|www\.x|(?<!\\)<img|^## ", out, re.MULTILINE)
    assert "<details><summary>Anna" in out


def test_neither_revision_is_checked_out(school: School) -> None:
    school.edit(school.anna / RYE, "Forty", "Fifty")
    school.commit(EMAILS["anna"])
    shutil.rmtree(school.folder / "portfolios")
    code, out, err = school.run("diff", *DAY, "HEAD~1")
    assert (code, "evidence “Fifty rye breads”" in out) == (0, True), err
    assert [one.name for one in school.folder.iterdir()] == [".git"]


def test_records_with_errors_are_said(school: School) -> None:
    school.edit(school.anna / RYE, "type: work_product", "type: work")
    school.commit(EMAILS["anna"])
    _, out, _ = school.run("diff", *DAY, "HEAD~1")
    assert "The records then have errors: 1 (now 0)." in out
    assert "With errors, so that it no longer counts: evidence “Forty rye breads”." in out
    assert "Withdrawn" not in out


def test_revisions_that_are_not_there(school: School) -> None:
    for wrong in ("nothing", "--output=x", "HEAD~99..HEAD"):
        code, _, err = school.run("diff", "--", wrong)
        assert (code, "no revision" in err) == (2, True)


def test_links_in_a_tree_are_not_followed(school: School) -> None:
    (school.anna / "evidence/2026-01-01-link.yml").symlink_to("/etc/passwd")
    school.commit(EMAILS["anna"])
    code, out, _ = school.run("diff", *DAY, "HEAD~1")
    assert (code, "root" in out) == (0, False)


def test_where_two_branches_parted(school: School) -> None:
    school.git("checkout", "--quiet", "-b", "change")
    school.edit(school.anna / RYE, "Forty", "Fifty")
    school.commit(EMAILS["anna"])
    school.git("checkout", "--quiet", "main")
    school.edit(school.anna / "evidence/2026-06-03-dough-test.yml", "three", "four")
    school.commit(EMAILS["marieke"])
    assert "four" in school.run("diff", *DAY, "change..main")[1]
    out = school.run("diff", *DAY, "main...change")[1]
    assert "Fifty" in out
    assert "Dough" not in out


def test_a_text_in_a_record_does_nothing_on_a_code_host(school: School) -> None:
    """Hosts look for names and numbers in the finished text, where an escaping backslash is gone."""
    title = (
        "@school/everyone closes #12 and !3, see https://x.example www.x.example ![a](//b) <img src=x> "
        "</details> GH-7 ~label %4 $5 &6 @a&#64;b"
    )
    learner = school.anna / "learner.yml"
    pseudonym = learner.read_text(encoding="utf-8").partition("pseudonym: ")[2].partition("\n")[0]
    school.edit(learner, f"pseudonym: {pseudonym}", f'pseudonym: "/close {title}"')
    school.edit(school.anna / RYE, "title: Forty rye breads", f'title: "{title}"')
    school.commit(EMAILS["anna"])
    for extra in ((), ("--pseudonyms",)):
        _, out, _ = school.run("diff", *DAY, "--format", "markdown", *extra, "HEAD~1")
        assert "everyone" in out
        assert re.search(r"[@#!$%~]\w|://|www\.|GH-|&6|&#64", out, re.IGNORECASE) is None, out
        assert out.count("</details>") == out.count("<details>") == 1
        assert not any(line.startswith("/") for line in out.splitlines())
        assert re.search(r"(?<!\\)<img", out) is None


def test_no_longer_than_a_code_host_takes(school: School) -> None:
    for number in range(60):
        text = (school.anna / RYE).read_text(encoding="utf-8").replace("Forty", f"Ünï {number}")
        (school.anna / f"evidence/2026-05-20-{number}.yml").write_text(text, encoding="utf-8")
    school.commit(EMAILS["anna"])
    _, whole, _ = school.run("diff", *DAY, "--format", "markdown", "HEAD~1")
    _, cut, _ = school.run("diff", *DAY, "--format", "markdown", "--most", "2000", "HEAD~1")
    assert len(cut.encode()) <= 2000 < len(whole.encode())
    assert cut.count("\n- ") + int(re.findall(r"too long: (\d+)", cut)[0]) == whole.count("\n- ")
    assert cut.count("<details>") == cut.count("</details>") == 1


def test_an_audience_sees_its_own_difference(school: School) -> None:
    learner = school.anna / "learner.yml"
    school.edit(learner, "cohort: ", "about: KANARIE\ncohort: ")
    school.edit(school.anna / "assessments/2026-06-10-jan.yml", "moment: ", "next_action: Help.\nmoment: ")
    school.commit(EMAILS["jan"])
    assert "anna" in school.run("diff", *DAY, "--format", "json", "HEAD~1")[1]
    code, out, err = school.run("diff", *DAY, "--format", "json", "HEAD~1", "--audience", "public")
    assert code == 0, err
    assert json.loads(out)["learners"] == {}
