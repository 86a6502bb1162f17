"""Sealing as it is typed, checked byte for byte."""

from __future__ import annotations

from tests.git.conftest import School

JAN = "portfolios/learners/anna/assessments/2026-06-10-jan.yml"
DECISION = "portfolios/learners/anna/decisions/2026-06-20-dough.yml"


def test_sealing_only_adds(school: School) -> None:
    file = school.folder / JAN
    for content in (file.read_bytes(), b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")):
        file.write_bytes(content)
        file.chmod(0o640)
        assert school.run("seal", JAN)[0] == 0
        sealed = file.read_bytes()
        assert sealed.startswith(content)
        assert (b"\r\n" in sealed) is (b"\r\n" in content)
        assert file.stat().st_mode & 0o777 == 0o640
        assert school.verify()["anna/2026-06-10-jan"]["state"] == "intact"


def test_a_decision_rests_on_assessments(school: School) -> None:
    assert school.run("seal", JAN, DECISION)[0] == 0
    found = school.verify()
    assert found["anna/2026-06-20-dough"]["state"] == "intact"
    school.edit(school.folder / JAN, "level: independent", "level: with_help")
    found = school.verify()
    assert found["anna/2026-06-20-dough"]["changed"] == ["2026-06-10-jan"]
    assert found["anna/2026-06-10-jan"]["changed"] == ["assessment"]


def test_a_broken_seal_is_said_with_what_changed_and_marks_the_competence(school: School) -> None:
    school.run("seal", JAN, DECISION)
    school.commit("jan@de-gist.example")
    school.edit(school.anna / "evidence/2026-05-20-rye-bread.yml", "Forty", "Fifty")
    code, out, _ = school.run("verify")
    assert code == 1
    assert (
        "  2026-05-20-rye-bread: it was, and is now:\n    -title: Forty rye breads\n    +title: Fifty" in out
    )
    code, out, _ = school.run("validate", "--as-of", "2026-06-30")
    assert (code, "warning W501" in out) == (0, True)
    school.edit(school.folder / JAN, "level: independent", "level: with_help")
    assert "needs_refresh" in school.run("status", "--as-of", "2026-06-30", "--format", "json")[1]


def test_a_photo_that_changed(school: School) -> None:
    school.run("seal", JAN)
    school.commit("jan@de-gist.example")
    (school.anna / "media/rye-bread.png").write_bytes(b"another")
    assert "its text is the same, a file beside it is not" in school.run("verify")[1]


def test_evidence_that_went(school: School) -> None:
    school.run("seal", JAN)
    (school.anna / "evidence/2026-05-20-rye-bread.yml").unlink()
    code, out, _ = school.run("verify")
    assert (code, "2026-05-20-rye-bread: it is no longer there" in out) == (1, True)


def test_a_format_of_the_future(school: School) -> None:
    school.run("seal", JAN)
    school.edit(school.folder / JAN, "format: 1", "format: 2")
    assert school.verify()["anna/2026-06-10-jan"]["state"] == "unknown_format"
    assert school.run("verify")[0] == 1
    assert "warning W502" in school.run("validate", "--as-of", "2026-06-30")[1]


def test_a_seal_is_never_silently_made_again(school: School) -> None:
    school.run("seal", JAN)
    school.edit(school.folder / JAN, "level: independent", "level: with_help")
    broken = (school.folder / JAN).read_bytes()
    for wrong in ((JAN,), ("--again", JAN), ("--again", "--reason", " ", JAN)):
        assert school.run("seal", *wrong)[0] != 0
        assert (school.folder / JAN).read_bytes() == broken
    assert school.run("seal", "--again", "--reason", "A slip: “with help”", JAN)[0] == 0
    assert school.run("seal", "--again", "--reason", "Once more", JAN)[0] == 0
    text = (school.folder / JAN).read_text(encoding="utf-8")
    assert text.index("A slip: “with help”") < text.index("Once more")
    assert school.verify()["anna/2026-06-10-jan"]["state"] == "intact"


def test_what_has_errors_is_not_sealed_and_neither_is_the_rest(school: School) -> None:
    school.edit(school.anna / "evidence/2026-06-03-dough-test.yml", "bakery/dough", "bakery/dooh")
    other = "portfolios/learners/anna/assessments/2026-06-12-marieke.yml"
    before = (school.folder / JAN).read_bytes()
    code, _, err = school.run("seal", JAN, other)
    assert code == 1
    assert "E301" in err
    assert "Nothing was sealed." in err
    assert (school.folder / JAN).read_bytes() == before
    assert school.run("seal", DECISION)[0] == 1
    assert school.run("seal", JAN)[0] == 0


def test_only_assessments_and_decisions(school: School) -> None:
    code, _, err = school.run("seal", "portfolios/learners/anna/learner.yml")
    assert (code, "no assessment or decision" in err) == (1, True)


def test_a_key_of_somebody_else(school: School) -> None:
    school.give_key("jan", school.key("jan"))
    before = (school.folder / JAN).read_bytes()
    code, _, err = school.run("seal", "--sign", str(school.key("anna")), JAN)
    assert (code, "This key is not one of jan." in err) == (1, True)
    assert (school.folder / JAN).read_bytes() == before


def test_the_learner_signs_a_self_assessment(school: School) -> None:
    file = school.anna / "assessments/2026-06-09-self.yml"
    text = (school.folder / JAN).read_text(encoding="utf-8").replace("assessor: jan", "assessor: self")
    file.write_text(text, encoding="utf-8")
    school.give_key("anna", school.key("anna"))
    assert school.run("seal", "--sign", str(school.key("anna")), str(file))[0] == 0
    school.commit("robot@forge.example")
    author = school.verify()["anna/2026-06-09-self"]["author"]
    assert (author["person"], author["trust"]) == ("anna", "signed")


def test_a_seal_that_was_taken_away_is_missing_and_said(school: School) -> None:
    bare = (school.folder / JAN).read_bytes()
    school.run("seal", JAN)
    school.commit("jan@de-gist.example")
    (school.folder / JAN).write_bytes(bare)
    school.commit("anna@mail.example")
    code, out, _ = school.run("verify")
    assert (code, "It was sealed once; the seal was taken away." in out) == (0, True)
    assert school.jan()["trust"] == "authored"
