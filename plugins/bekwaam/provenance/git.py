"""Git as a reader of repositories that nobody vouches for."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

SECONDS = 300
"""Longer than a history of a hundred thousand records takes; what takes longer is stuck."""

_OVERRULED = (
    # Each of these can be set in a repository's own configuration and would run a command,
    # or make git tell something else than what is there.
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.attributesFile=/dev/null",
    "core.commitGraph=false",
    "core.logAllRefUpdates=false",
    "core.alternateRefsCommand=",
    "core.sshCommand=false",
    "core.askPass=",
    "credential.helper=",
    "diff.external=",
    "diff.orderFile=/dev/null",
    "diff.relative=false",
    "diff.ignoreSubmodules=none",
    "gpg.format=ssh",
    "gpg.program=false",
    "gpg.openpgp.program=false",
    "gpg.x509.program=false",
    "gpg.ssh.allowedSignersFile=/dev/null",
    "gpg.ssh.revocationFile=",
    "gpg.ssh.defaultKeyCommand=",
    "gpg.minTrustLevel=undefined",
    "log.mailmap=false",
    "log.showRoot=true",
    "log.showSignature=false",
    "log.follow=false",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
    "submodule.recurse=false",
)
ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
    "PATH": os.defpath,
}
"""All that git gets to know of the environment."""


class GitFailed(Exception):  # noqa: N818 - an answer that git did not give, not always a bug
    """Git gave no answer; the argument is its own last line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Git:
    """One repository, its folder and its files named outright, so that git looks for no other."""

    program: str
    git_dir: Path
    work_tree: Path

    def run(
        self,
        *arguments: str,
        given: bytes | IO[bytes] = b"",
        to: IO[bytes] | None = None,
        settings: Sequence[str] = (),
        day: str | None = None,
        most: int | None = None,
    ) -> bytes:
        """What git prints; nothing where it goes to a file.

        Args:
            arguments: the verb and its options; what comes from users goes after ``--`` or as
                ``--end-of-options``.
            given: what git reads.
            to: a file for what git prints, where that is much.
            settings: more settings, as ``name=value``.
            day: when a commit that git makes is made, as git writes it.
            most: how many bytes it may print; without it there is no limit.

        Raises:
            GitFailed: where git fails, takes longer than `SECONDS` or prints more than ``most``.
        """
        if most is not None:
            return self._run_within(most, *arguments)
        dates = {} if day is None else {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
        read: dict[str, Any] = {"input": given} if isinstance(given, bytes) else {"stdin": given}
        try:
            done: subprocess.CompletedProcess[bytes] = subprocess.run(
                [*self._start(settings), *arguments],
                **read,
                stdout=to or subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={**ENVIRONMENT, **dates},
                cwd=self.git_dir,
                timeout=SECONDS,
                check=False,
            )
        except (subprocess.TimeoutExpired, OSError) as failure:
            raise GitFailed(str(failure)) from failure
        if done.returncode != 0:
            raise GitFailed((done.stderr.decode(errors="replace").strip().splitlines() or ["?"])[-1])
        return done.stdout or b""

    def commit(self, revision: str) -> str | None:
        """The full id of a commit; None where there is no such revision."""
        try:
            found = self.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        except GitFailed:
            return None
        # Older versions repeat the option that they were given.
        return found.decode("ascii", "replace").split()[-1] if found.strip() else None

    def tree(self, commit: str) -> dict[str, str]:
        """Every file of a commit by its full path: its mode, its type and its id.

        Raises:
            GitFailed: where git cannot tell.
        """
        listed = self.run("ls-tree", "-r", "-z", "--full-tree", commit)
        rows = (row.partition("\t") for row in listed.decode("utf-8", "surrogateescape").split("\0"))
        return {path: about for about, _, path in rows if path}

    def objects(self, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Each object that there is, with its id as it was asked for."""
        asked = list(ids)
        if not asked:
            return
        out = self.run("cat-file", "--batch", given="".join(f"{one}\n" for one in asked).encode())
        start = 0
        for one in asked:
            end = out.index(b"\n", start)
            head = out[start:end].split()
            start = end + 1
            if len(head) != 3:  # missing
                continue
            size = int(head[2])
            yield one, out[start : start + size]
            start += size + 1

    def _run_within(self, most: int, *arguments: str) -> bytes:
        with subprocess.Popen(
            [*self._start(()), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=ENVIRONMENT,
            cwd=self.git_dir,
        ) as running:
            assert running.stdout is not None
            stuck = threading.Timer(SECONDS, running.kill)
            stuck.start()
            try:
                printed = running.stdout.read(most + 1)
            finally:
                stuck.cancel()
            if len(printed) > most:
                running.kill()
                raise GitFailed(f"git {arguments[0]} prints more than {most} bytes")
        if running.returncode != 0:
            raise GitFailed(f"git {arguments[0]} failed")
        return printed

    def _start(self, settings: Sequence[str]) -> list[str]:
        start = [self.program, f"--git-dir={self.git_dir}", f"--work-tree={self.work_tree}"]
        start += ["--no-pager", "--no-replace-objects", "--literal-pathspecs", "--no-optional-locks"]
        keygen = shutil.which("ssh-keygen") or "false"
        for one in (*_OVERRULED, f"gpg.ssh.program={keygen}", *settings):
            start += ["-c", one]
        return start


def find(folder: Path) -> Git | None:
    """The repository that a folder lies in; None without one, or without git.

    Looked for here and not by git, which would take a bare repository among the records for one.
    """
    program = shutil.which("git")
    if program is None:
        return None
    place = folder.resolve()
    for parent in (place, *place.parents):
        git_dir = _git_dir(parent / ".git")
        if git_dir is not None:
            return Git(program=program, git_dir=git_dir, work_tree=parent)
    return None


def _git_dir(mark: Path) -> Path | None:
    """Where `.git` leads: a folder, or a file that names one, as in a submodule or a worktree."""
    if mark.is_dir():
        return mark
    if not mark.is_file():
        return None
    try:
        with mark.open("rb") as opened:
            said = opened.read(4096).decode("utf-8", "replace")
    except OSError:
        return None
    if not said.startswith("gitdir:"):
        return None
    named = mark.parent / said.partition(":")[2].strip()
    return named.resolve() if named.is_dir() else None
