"""Who signed off, told from real histories."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.git.conftest import EMAILS, School

JAN = "assessments/2026-06-10-jan.yml"
SEALED = "portfolios/learners/anna/" + JAN
RYE = "evidence/2026-05-20-rye-bread.yml"


def test_everyone_committed_their_own(school: School) -> None:
    code, out, _ = school.run("verify")
    assert code == 0, out
    assert "Signed off: 3. Sealed: 0. Broken seals: 0. Contradicted: 0." in out
    found = school.verify()
    assert {one["author"]["trust"] for one in found.values()} == {"authored"}
    assert {one["state"] for one in found.values()} == {"missing"}
    jan = found["anna/2026-06-10-jan"]
    assert jan["author"]["commit"] == school.git("log", "-1", "--format=%H", "--author=jan", "--", SEALED)
    decision = found["anna/2026-06-20-dough"]
    assert (decision["kind"], decision["assessor"], decision["author"]["person"]) == (
        "decision",
        "greet",
        "greet",
    )


def test_the_learner_wrote_it_in_the_mentors_name(school: School) -> None:
    school.edit(school.anna / JAN, "level: independent", "level: with_help")
    school.commit(EMAILS["anna"])
    assert school.run("verify")[0] == 1
    assert (school.jan()["person"], school.jan()["trust"]) == ("anna", "contradicted")


def test_an_address_that_nobody_has(school: School) -> None:
    school.edit(school.anna / JAN, "level: independent", "level: with_help")
    school.commit("somebody@else.example")
    assert (school.jan()["person"], school.jan()["trust"]) == (None, "contradicted")


def test_a_coach_enters_it_for_the_mentor_and_not_the_other_way(school: School) -> None:
    school.edit(school.anna / JAN, "level: independent", "level: with_help")
    school.edit(school.anna / "assessments/2026-06-12-marieke.yml", "independent", "with_help")
    school.commit(EMAILS["marieke"])
    assert (school.jan()["person"], school.jan()["trust"]) == ("marieke", "declared")
    school.edit(school.anna / "assessments/2026-06-12-marieke.yml", "with_help", "not_yet")
    school.commit(EMAILS["jan"])
    assert school.verify()["anna/2026-06-12-marieke"]["author"]["trust"] == "contradicted"


def test_roles_count_at_the_date(school: School) -> None:
    school.edit(school.person("marieke"), "from: 2020-09-01}", "from: 2020-09-01, to: 2026-06-09}")
    school.edit(school.anna / JAN, "level: independent", "level: with_help")
    school.commit(EMAILS["marieke"])
    assert school.jan()["trust"] == "contradicted"


def test_layout_a_seal_and_a_rename_by_others_change_no_author(school: School) -> None:
    school.edit(school.anna / JAN, "phase: during\n", "phase: during  # at work\n")
    school.commit(EMAILS["anna"])
    assert school.run("seal", SEALED)[0] == 0
    school.commit(EMAILS["greet"])
    school.git("mv", SEALED, SEALED.replace("jan", "mentor"))
    school.edit(school.anna / "decisions/2026-06-20-dough.yml", "2026-06-10-jan", "2026-06-10-mentor")
    school.commit(EMAILS["greet"])
    author = school.verify()["anna/2026-06-10-mentor"]["author"]
    assert (author["person"], author["trust"]) == ("jan", "authored")


def test_what_was_put_back_is_by_who_put_it_back(school: School) -> None:
    for level, other, who in (("independent", "with_help", "jan"), ("with_help", "independent", "anna")):
        school.edit(school.anna / JAN, f"level: {level}", f"level: {other}")
        school.commit(EMAILS[who])
    assert school.jan()["trust"] == "contradicted"


def test_a_sign_off_cannot_be_moved_to_another_learner(school: School) -> None:
    other = school.anna.parent / "bert"
    (other / "assessments").mkdir(parents=True)
    shutil.copy(school.anna / "learner.yml", other / "learner.yml")
    (school.anna / JAN).rename(other / JAN)
    school.commit(EMAILS["anna"])
    assert school.verify()["bert/2026-06-10-jan"]["author"]["trust"] == "contradicted"


def test_a_whole_folder_may_move(school: School) -> None:
    school.git("mv", "portfolios/learners/anna", "portfolios/learners/anna-peeters")
    school.commit(EMAILS["greet"])
    assert school.verify()["anna-peeters/2026-06-10-jan"]["author"]["trust"] == "authored"


@pytest.mark.parametrize("squash", [False, True])
def test_merges_keep_the_author_and_squashes_lose_it(school: School, squash: bool) -> None:
    school.git("checkout", "--quiet", "-b", "change")
    school.edit(school.anna / JAN, "level: independent", "level: with_help")
    school.commit(EMAILS["jan"])
    school.git("checkout", "--quiet", "main")
    school.edit(school.anna / "learner.yml", "2025-2026", "2025-2027")
    school.commit(EMAILS["anna"])
    identity = ["-c", "user.name=x", "-c", "user.email=anna@mail.example"]
    how = ["--squash"] if squash else ["--no-ff", "--no-edit"]
    school.git(*identity, "merge", "--quiet", *how, "change")
    if squash:
        school.commit(EMAILS["anna"], message="all\n\nCo-authored-by: Jan <jan@de-gist.example>")
        assert school.jan()["trust"] == "contradicted"
        assert "work of several people together" in school.run("verify")[1]
    else:
        assert (school.jan()["person"], school.jan()["trust"]) == ("jan", "authored")


def test_a_merge_that_brings_in_what_no_branch_had(school: School) -> None:
    school.git("checkout", "--quiet", "-b", "change")
    school.edit(school.anna / "learner.yml", "2025-2026", "2025-2027")
    school.commit(EMAILS["anna"])
    school.git("checkout", "--quiet", "main")
    identity = ["-c", "user.name=x", "-c", "user.email=anna@mail.example"]
    school.git(*identity, "merge", "--quiet", "--no-ff", "--no-commit", "change")
    school.edit(school.anna / JAN, "level: independent", "level: with_help")
    school.commit(EMAILS["anna"])
    assert school.jan()["trust"] == "contradicted"


def test_a_confirmation_by_somebody_else(school: School) -> None:
    school.edit(school.anna / RYE, "{by: jan, date: 2026-05-20}", "{by: marieke, date: 2026-05-21}")
    school.commit(EMAILS["anna"])
    code, out, _ = school.run("verify")
    assert code == 1
    assert "confirmed; CONTRADICTED: marieke signs off, but anna brought it in" in out


def test_what_is_not_committed(school: School) -> None:
    school.edit(school.anna / JAN, "level: independent", "level: with_help")
    assert school.jan() == {"person": None, "commit": None, "signature": "none", "trust": "declared"}
    assert "What it says now is not committed." in school.run("verify")[1]


def test_without_a_repository(bare_school: School) -> None:
    code, out, err = bare_school.run("verify")
    assert (code, "There is no git history" in err) == (0, True)
    assert "on the record's own word" in out
    assert bare_school.jan()["trust"] == "declared"


def test_without_git(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert school.jan() == {"person": None, "commit": None, "signature": "none", "trust": "declared"}


def test_a_shallow_clone(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    shallow = school.folder.parent / "shallow"
    school.git("clone", "--quiet", "--depth=1", f"file://{school.folder}", str(shallow))
    monkeypatch.chdir(shallow)
    code, out, err = School(shallow, school.capture).run("verify")
    assert (code, "This clone is shallow" in err) == (0, True)
    assert "This clone is shallow; who wrote it stands in the part that is missing." in out


def test_a_learners_folder_with_a_repository_of_its_own(school: School) -> None:
    shutil.rmtree(school.folder / ".git")
    own = School(school.anna, school.capture)
    own.git("init", "--quiet", "--initial-branch=main")
    own.commit(EMAILS["jan"])
    school.git("init", "--quiet", "--initial-branch=main")
    school.git("add", "portfolios/people", "portfolios/school.yml")
    school.git("-c", "user.name=x", "-c", "user.email=x@x.example", "commit", "--quiet", "-m", "school")
    assert school.jan()["trust"] == "authored"


# ---- signatures -----------------------------------------------------------------------------------


def change(school: School, who: str, key: Path | None) -> dict[str, object]:
    school.edit(school.anna / JAN, "level: independent", "level: with_help")
    school.commit(EMAILS[who], key=key)
    return school.jan()


def test_a_commit_signed_with_ones_own_key(school: School) -> None:
    school.give_key("jan", school.key("jan"))
    school.commit(EMAILS["greet"])
    author = change(school, "jan", school.key("jan"))
    assert (author["signature"], author["trust"]) == ("good", "signed")


def test_git_calls_anyones_known_key_good(school: School) -> None:
    school.give_key("jan", school.key("jan"))
    school.give_key("anna", school.key("anna"))
    school.commit(EMAILS["greet"])
    author = change(school, "jan", school.key("anna"))
    assert (author["signature"], author["trust"]) == ("unknown_key", "contradicted")


def test_a_key_that_nobody_has(school: School) -> None:
    author = change(school, "jan", school.key("nobody"))
    assert (author["signature"], author["trust"]) == ("unknown_key", "contradicted")


def test_a_signature_carried_over_to_another_commit(school: School) -> None:
    school.give_key("jan", school.key("jan"))
    school.commit(EMAILS["greet"])
    change(school, "jan", school.key("jan"))
    raw = school.git("cat-file", "commit", "HEAD") + "\n"
    file = school.folder.parent / "forged"
    file.write_text(raw.replace("\n\nwork", "\n\nother work"), encoding="utf-8")
    forged = school.git("hash-object", "-t", "commit", "-w", str(file))
    school.git("update-ref", "HEAD", forged)
    assert (school.jan()["signature"], school.jan()["trust"]) == ("bad", "contradicted")


def test_keys_come_from_the_trusted_revision_and_not_from_the_change(school: School) -> None:
    school.git("checkout", "--quiet", "-b", "change")
    school.give_key("jan", school.key("anna"))
    author = change(school, "jan", school.key("anna"))
    assert (author["signature"], author["trust"]) == ("unknown_key", "contradicted")
    assert school.jan("--trusted-ref", "HEAD")["trust"] == "signed"
    assert school.run("verify", "--trusted-ref", "--output=x")[0] == 2


def test_a_seal_signed_by_its_own_key_outlives_a_squash(school: School) -> None:
    school.give_key("jan", school.key("jan"))
    school.commit(EMAILS["greet"])
    assert school.run("seal", "--sign", str(school.key("jan")), SEALED)[0] == 0
    shutil.rmtree(school.folder / ".git")
    school.git("init", "--quiet", "--initial-branch=main")
    school.commit("robot@forge.example", message="all at once")
    found = school.verify()["anna/2026-06-10-jan"]
    assert found["state"] == "intact"
    assert (found["author"]["person"], found["author"]["signature"], found["author"]["trust"]) == (
        "jan",
        "good",
        "signed",
    )


def test_a_signed_seal_of_something_that_changed_since(school: School) -> None:
    school.give_key("jan", school.key("jan"))
    school.run("seal", "--sign", str(school.key("jan")), SEALED)
    school.edit(school.anna / JAN, "level: independent", "level: with_help")
    school.commit(EMAILS["anna"])
    found = school.verify()["anna/2026-06-10-jan"]
    assert (found["state"], found["author"]["trust"]) == ("changed", "contradicted")


def test_a_signature_for_another_record(school: School) -> None:
    school.give_key("jan", school.key("jan"))
    school.run("seal", "--sign", str(school.key("jan")), SEALED)
    (school.anna / JAN).rename(school.anna / "assessments/2026-06-11-jan.yml")
    school.commit(EMAILS["jan"])
    found = school.verify()["anna/2026-06-11-jan"]["author"]
    assert (found["signature"], found["trust"]) == ("bad", "contradicted")


# ---- hostile repositories ---------------------------------------------------------------------------


def test_nothing_that_a_repository_says_is_run(school: School) -> None:
    school.give_key("jan", school.key("jan"))
    school.commit(EMAILS["greet"])
    change(school, "jan", school.key("nobody"))
    marks = school.folder.parent / "marks"
    marks.mkdir()
    evil = school.folder.parent / "evil"
    evil.write_text(
        f'#!/bin/sh\ntouch {marks}/PWNED\necho "Good \\"git\\" signature"\nexit 0\n', encoding="utf-8"
    )
    evil.chmod(0o755)
    for name in (
        "core.fsmonitor", "core.pager", "core.sshCommand", "core.askPass", "core.alternateRefsCommand",
        "diff.external", "diff.x.textconv", "diff.x.command", "filter.x.clean", "filter.x.smudge",
        "filter.x.process", "gpg.program", "gpg.ssh.program", "gpg.openpgp.program", "pager.log",
        "remote.origin.uploadpack", "gpg.ssh.defaultKeyCommand", "credential.helper",
    ):  # fmt: skip
        school.git("config", name, str(evil))
    for name, value in (
        ("log.showSignature", "true"), ("color.ui", "always"), ("log.mailmap", "true"),
        ("remote.origin.url", f"ext::{evil}"), ("remote.origin.promisor", "true"),
        ("core.hooksPath", str(evil.parent)), ("alias.log", f"!{evil}"), ("log.showRoot", "false"),
        ("gpg.ssh.allowedSignersFile", str(evil)), ("protocol.ext.allow", "always"),
    ):  # fmt: skip
        school.git("config", name, value)
    (school.folder / ".git/info/attributes").write_text("* filter=x diff=x\n", encoding="utf-8")
    (school.folder / ".gitattributes").write_text("*.yml filter=x diff=x text eol=crlf\n", encoding="utf-8")
    (school.folder / ".mailmap").write_text(
        "Jan <jan@de-gist.example> <anna@mail.example>\n", encoding="utf-8"
    )
    author = school.jan()
    assert (author["signature"], author["trust"]) == ("unknown_key", "contradicted")
    assert school.run("verify")[0] == 1
    assert school.run("diff", "HEAD~1")[0] == 0
    assert list(marks.iterdir()) == []


def test_missing_objects_are_not_fetched(school: School) -> None:
    mark = school.folder.parent / "PWNED"
    evil = school.folder.parent / "evil"
    evil.write_text(f"#!/bin/sh\ntouch {mark}\n", encoding="utf-8")
    evil.chmod(0o755)
    school.edit(school.anna / JAN, "level: independent", "level: with_help")
    school.commit(EMAILS["jan"])
    blob = school.git("rev-parse", f"HEAD~1:{SEALED}")
    (school.folder / f".git/objects/{blob[:2]}/{blob[2:]}").unlink()
    for name, value in (
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.url", f"ext::{evil}"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.uploadpack", str(evil)),
        ("protocol.ext.allow", "always"),
        ("protocol.allow", "always"),
    ):
        school.git("config", name, value)
    for url in (f"ext::{evil}", str(school.folder), f"ssh://localhost/{school.folder}"):
        school.git("config", "remote.origin.url", url)
        school.git("config", "core.sshCommand", str(evil))
        school.run("verify")
        school.run("diff", "HEAD~1")
    assert not mark.exists()


def test_without_ssh_keygen(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    school.give_key("jan", school.key("jan"))
    school.commit(EMAILS["greet"])
    school.run("seal", "--sign", str(school.key("jan")), SEALED)
    change(school, "jan", school.key("jan"))
    only_git = school.folder.parent / "bin"
    only_git.mkdir()
    git = shutil.which("git")
    assert git is not None
    (only_git / "git").symlink_to(git)
    monkeypatch.setenv("PATH", str(only_git))
    assert school.jan()["trust"] == "authored"
    assert "ssh-keygen is not installed" in school.run("verify")[1]


def test_replaced_objects_are_not_believed(school: School) -> None:
    school.edit(school.anna / JAN, "level: independent", "level: with_help")
    bad = school.commit(EMAILS["anna"])
    raw = school.git("cat-file", "commit", bad).replace("anna@mail.example", EMAILS["jan"]) + "\n"
    file = school.folder.parent / "other"
    file.write_text(raw, encoding="utf-8")
    school.git("replace", bad, school.git("hash-object", "-t", "commit", "-w", str(file)))
    assert school.jan()["trust"] == "contradicted"


def test_a_bare_repository_among_the_records_is_no_repository(bare_school: School) -> None:
    bare_school.git("init", "--quiet", "--bare", str(bare_school.folder / "portfolios/learners/anna/bare"))
    assert bare_school.jan()["trust"] == "declared"


def test_other_line_ends_on_the_disk_are_the_same_content(school: School) -> None:
    file = school.anna / JAN
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert school.jan()["trust"] == "authored"


def test_a_repository_that_git_cannot_read(school: School) -> None:
    (school.folder / ".git/config").write_text("[core\n", encoding="utf-8")
    code, _, err = school.run("verify")
    assert code == 0
    assert "Git could not read a repository" in err or "no git history" in err


def test_names_that_look_like_options(school: School) -> None:
    (school.folder / "--output=PWNED").write_text("x", encoding="utf-8")
    school.commit(EMAILS["anna"])
    assert school.run("verify", "--", "portfolios")[0] == 0
    assert not list(school.folder.rglob("PWNED"))


def test_an_audience_hears_of_what_it_sees(school: School) -> None:
    """Anna shows nothing, then her description with her name; people have no ids outside the team."""
    assert school.verify("--audience", "public") == {}
    consents = "".join(
        f"\n  - {{scope: {scope}, audience: public, given_by: learner, date: 2026-01-01}}"
        for scope in ("description", "name")
    )
    learner = school.anna / "learner.yml"
    learner.write_text(learner.read_text(encoding="utf-8") + f"consents:{consents}\n", encoding="utf-8")
    assert school.run("seal", str(school.anna / "assessments/2026-06-10-jan.yml"))[0] == 0
    school.edit(school.anna / "assessments/2026-06-10-jan.yml", "moment: ", "next_action: KANARIE\nmoment: ")
    seals = school.verify("--audience", "public")
    assert seals["anna/2026-06-10-jan"]["state"] == "changed"
    assert {one["author"]["commit"] for one in seals.values()} == {None}
    _, out, _ = school.run("verify", "--audience", "public")
    assert "CHANGED" in out
    for told in ("KANARIE", ": jan", "from jan", "by jan", "marieke", "greet"):
        assert told not in out.replace("2026-06-10-jan", "").replace("2026-06-12-marieke", ""), told
    _, out, _ = school.run("verify")
    assert "KANARIE" in out
