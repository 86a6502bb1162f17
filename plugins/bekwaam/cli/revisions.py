"""Records as they are in a commit, for verbs that look at a change without checking it out."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bekwaam import project
from bekwaam.cli.refusing import Refused
from bekwaam.diagnostics import Diagnostic, say
from bekwaam.mkdocs_plugin.options import Options
from bekwaam.project import Loaded
from bekwaam.provenance.git import Git, GitFailed, find
from bekwaam.provenance.snapshot import Snapshot, write_snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisions:
    """The repository that the folder of records lies in; ``prefix`` is that folder, from its top."""

    git: Git
    prefix: str

    def commit(self, name: str) -> str:
        """The commit that a revision is.

        Raises:
            Refused: where git knows none of that name.
        """
        commit = self.git.commit(name)
        if commit is None:
            raise Refused(say("Git knows no revision “{name}” here.", name=name))
        return commit

    def parting(self, one: str, other: str) -> str:
        """The commit where two parted.

        Raises:
            Refused: where they have none in common.
        """
        try:
            return self.git.run("merge-base", self.commit(one), self.commit(other)).decode("ascii").strip()
        except GitFailed:
            raise Refused(
                say("“{one}” and “{other}” have no commit in common.", one=one, other=other)
            ) from None

    @contextmanager
    def laid_out(self, name: str, *, whole: bool = False) -> Iterator[tuple[Path, Snapshot]]:
        """The records of a revision in a folder of our own, for as long as they are looked at."""
        commit = self.commit(name)
        with tempfile.TemporaryDirectory(prefix="bekwaam-") as folder:
            root = Path(folder) / "records"
            yield root, write_snapshot(self.git, commit, self.prefix, root, whole=whole)


def revisions(root: Path) -> Revisions:
    """The repository around a folder of records, which need not be there now.

    Raises:
        Refused: where there is none, or no git.
    """
    git = find(root if root.exists() else Path.cwd())
    if git is None:
        raise Refused(say("There is no git repository here, or git is not installed."))
    place = Path(os.path.relpath(root.resolve(), git.work_tree)).as_posix()
    if place.startswith("../"):
        raise Refused(say("{folder} does not lie in the repository {top}.", folder=root, top=git.work_tree))
    return Revisions(git=git, prefix="" if place == "." else f"{place}/")


@contextmanager
def loaded_at(revision: str | None, chosen: Options) -> Iterator[tuple[Loaded, tuple[str, ...]]]:
    """The records of a revision, else those in the folder, and the repositories within that were not read."""
    if revision is None:
        yield project.load(chosen.portfolios, as_of=chosen.as_of), ()
        return
    with revisions(chosen.portfolios).laid_out(revision) as (root, snapshot):
        modules = tuple((chosen.portfolios / one).as_posix() for one in snapshot.modules)
        yield project.load(root, as_of=chosen.as_of), modules


def new_since(earlier: Loaded, now: Loaded) -> Loaded:
    """Only the findings that an earlier state does not have as well, wherever their lines went."""
    had = Counter(map(_regardless_of_lines, earlier.diagnostics))
    kept = []
    for one in now.diagnostics:
        same = _regardless_of_lines(one)
        if had[same]:
            had[same] -= 1
        else:
            kept.append(one)
    return replace(now, diagnostics=tuple(kept))


def _regardless_of_lines(one: Diagnostic) -> tuple[object, ...]:
    return one.code, one.path, one.pointer, one.message.render()
