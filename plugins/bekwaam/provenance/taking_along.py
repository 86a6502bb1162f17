"""A repository of a learner's own, with their part of the history and nothing else in it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from bekwaam.provenance.git import ENVIRONMENT, SECONDS, Git, GitFailed
from bekwaam.provenance.rewriting import BRANCH, Rewriting

_FAST_EXPORT = (
    "fast-export",
    "--show-original-ids",
    "--signed-tags=strip",
    "--tag-of-filtered-object=drop",
    "--reencode=yes",
)


def is_shallow(git: Git) -> bool:
    """Whether a clone has only the newest part of the history."""
    return git.run("rev-parse", "--is-shallow-repository").strip() == b"true"


def begin(git: Git, folder: Path, head: str) -> Git:
    """A new repository in a folder; it has the kind of ids that the other one has."""
    new = Git(program=git.program, git_dir=folder / ".git", work_tree=folder)
    new.git_dir.mkdir()
    new.run("init", "--quiet", "--template=", f"--object-format={_format(head)}")
    # The folder is to move, so it may not say where it is; where git wrote no such thing, this fails.
    with suppress(GitFailed):
        new.run("config", "--unset-all", "core.worktree")
    new.run("symbolic-ref", "HEAD", BRANCH)
    return new


def take_history(git: Git, head: str, new: Git, rewriting: Rewriting) -> int:
    """Write a rewritten history into a new repository; gives how many commits there are.

    The old repository is only read, by git as we call it: nothing is cloned, no program of its
    settings runs, and what is of others never reaches the disk.

    Raises:
        GitFailed: where git cannot tell, or the history cannot be rewritten.
    """
    if not rewriting.homes:
        return 0
    with tempfile.TemporaryDirectory(prefix="bekwaam-") as folder:
        place = Path(folder)
        plan, stream, between = place / "plan.json", place / "stream", place / "between"
        plan.write_text(rewriting.written(), encoding="utf-8")
        with stream.open("wb") as file:
            paths = [one.rstrip("/") for one in rewriting.homes if one]
            # Paths count from where git stands: here as if that were the top.
            at_top = replace(git, work_tree=git.git_dir)
            # fast-export takes the first of the two for the end of its own options and drops it.
            at_top.run(*_FAST_EXPORT, "HEAD", "--", "--", *paths, to=file)
        between.mkdir()
        middle = begin(git, between, head)
        # Without a work tree git-filter-repo does not write the files as well.
        middle.run("config", "core.bare", "true")
        _rewrite(git, stream, plan, middle.git_dir)
        commit = middle.commit(BRANCH)
        if commit is None:
            return 0
        # Only what the branch needs goes on: dropped contents stay behind in the folder between.
        with stream.open("wb") as file:
            middle.run("pack-objects", "--revs", "--stdout", "--quiet", given=f"{commit}\n".encode(), to=file)
        with stream.open("rb") as file:
            new.run("index-pack", "--stdin", given=file)
        new.run("update-ref", BRANCH, commit)
        return int(middle.run("rev-list", "--count", commit))


def commit_all(new: Git, who: tuple[str, str], message: str, day: str) -> None:
    """Commit everything in a new repository's folder.

    Raises:
        GitFailed: where git cannot.
    """
    new.run("add", "--all", "--force")
    tree = new.run("write-tree").decode().strip()
    before = new.commit(BRANCH)
    settings = [f"user.name={who[0]}", f"user.email={who[1]}"]
    parents = ["-p", before] if before else []
    made = new.run(
        "commit-tree", "--no-gpg-sign", *parents, tree, given=message.encode(), settings=settings, day=day
    )
    new.run("update-ref", BRANCH, made.decode().strip())
    for left in ("ORIG_HEAD", "FETCH_HEAD", "description"):
        (new.git_dir / left).unlink(missing_ok=True)


def _rewrite(git: Git, stream: Path, plan: Path, folder: Path) -> None:
    path = os.pathsep.join((str(Path(git.program).parent), ENVIRONMENT["PATH"]))
    try:
        with stream.open("rb") as file:
            done = subprocess.run(
                [sys.executable, "-m", "bekwaam.provenance.rewriting", str(plan)],
                stdin=file,
                capture_output=True,
                env={**ENVIRONMENT, "PATH": path},
                cwd=folder,
                timeout=SECONDS,
                check=False,
            )
    except (subprocess.TimeoutExpired, OSError) as failure:
        raise GitFailed(str(failure)) from failure
    if done.returncode != 0:
        raise GitFailed((done.stderr.decode(errors="replace").strip().splitlines() or ["?"])[-1])


def _format(head: str) -> str:
    return "sha1" if len(head) == 40 else "sha256"
