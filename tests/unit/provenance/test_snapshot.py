"""A commit's records written elsewhere, also when somebody made the tree by hand."""

import subprocess
from pathlib import Path

from bekwaam.provenance.git import find
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
    assert [one.name for one in (tmp_path / "copy").iterdir()] == ["school.yml"]
    assert not (tmp_path / "out.yml").exists()
