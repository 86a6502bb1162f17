"""A commit's records written elsewhere, also when somebody made the tree by hand."""

import subprocess
from pathlib import Path

import pytest

from bekwaam.provenance import snapshot
from bekwaam.provenance.git import GitFailed, find
from bekwaam.provenance.snapshot import write_snapshot


def git(folder: Path, *arguments: str, given: bytes = b"") -> str:
    done = subprocess.run(["git", "-C", folder, *arguments], input=given, capture_output=True, check=True)
    return done.stdout.decode().strip()


def test_a_tree_that_leads_elsewhere(tmp_path: Path) -> None:
    repository = tmp_path / "repository"
    repository.mkdir()
    git(repository, "init", "--quiet")
    blob = git(repository, "hash-object", "-w", "--stdin", given=b"name: x\n")
    raw = bytes.fromhex(blob)
    up = b"100644 out.yml\0" + raw
    inner = git(repository, "hash-object", "-w", "-t", "tree", "--literally", "--stdin", given=up)
    rows = b"40000 ..\0" + bytes.fromhex(inner) + b"120000 link.yml\0" + raw + b"100644 school.yml\0" + raw
    tree = git(repository, "hash-object", "-w", "-t", "tree", "--literally", "--stdin", given=rows)
    identity = ("-c", "user.name=x", "-c", "user.email=x@x.example")
    commit = git(repository, *identity, "commit-tree", tree, "-m", "x")
    found = find(repository)
    assert found is not None
    write_snapshot(found, commit, "", tmp_path / "copy")
    assert sorted(one.name for one in (tmp_path / "copy").iterdir()) == ["link.yml", "school.yml"]
    assert (tmp_path / "copy/link.yml").readlink() == Path("link.yml")
    assert not (tmp_path / "out.yml").exists()


def test_a_tree_of_trees_is_not_listed_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve levels of ten: a trillion paths in a few hundred bytes."""
    git(tmp_path, "init", "--quiet")
    one = b"100644 a.yml\0" + bytes.fromhex(git(tmp_path, "hash-object", "-w", "--stdin", given=b"name: x\n"))
    tree = ""
    for _ in range(12):
        tree = git(tmp_path, "hash-object", "-w", "-t", "tree", "--literally", "--stdin", given=one)
        one = b"".join(b"40000 %d\0" % number + bytes.fromhex(tree) for number in range(10))
    commit = git(
        tmp_path, "-c", "user.name=x", "-c", "user.email=x@x.example", "commit-tree", tree, "-m", "x"
    )
    found = find(tmp_path)
    assert found is not None
    monkeypatch.setattr(snapshot, "LISTING_BYTES", 1_000_000)
    with pytest.raises(GitFailed, match="more than 1000000 bytes"):
        write_snapshot(found, commit, "", tmp_path / "copy")


def test_large_files_take_no_room_unless_the_whole_folder_is_wanted(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    folder = tmp_path / "learners/anna"
    (folder / "media").mkdir(parents=True)
    (folder / "media/film.mp4").write_bytes(b"film" * 100_000)
    (folder / "learner.yml").write_bytes(b"#" * 300_000)
    (tmp_path / "school.yml").symlink_to("/etc/passwd")
    git(tmp_path, "add", "--all")
    git(tmp_path, "-c", "user.name=x", "-c", "user.email=x@x.example", "commit", "--quiet", "-m", "x")
    found = find(tmp_path)
    assert found is not None
    for whole, content in ((False, b"\0" * 400_000), (True, b"film" * 100_000)):
        copy = tmp_path / f"copy-{whole}"
        written = write_snapshot(found, "HEAD", "", copy, whole=whole)
        assert (copy / "learners/anna/media/film.mp4").read_bytes() == content
        assert (copy / "learners/anna/learner.yml").read_bytes() == b"\0" * 300_000
        assert (copy / "school.yml").readlink() == Path("school.yml")
        assert list(written.media) == ["learners/anna/media/film.mp4"]
