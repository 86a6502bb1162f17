"""Everything that tells of one learner, in the folder and in git."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bekwaam import source
from bekwaam.cli.forget.marks import Marks, marks_of
from bekwaam.cli.forget.traces import Mention, mentions, named_files, only_guardians, own_files
from bekwaam.cli.new.place import SCHEMAS
from bekwaam.model.project import LearnerFolder, Project
from bekwaam.project import Loaded
from bekwaam.provenance.git import Git, find
from bekwaam.provenance.ownership import find_ownership
from bekwaam.provenance.remembering import Memory, branches_and_tags, memories, versions
from bekwaam.source import SourceFile

_MARKS_OF_A_SITE = ("404.html", "search/search_index.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What tells of a learner.

    Attributes:
        marks: the words by which they are found.
        home: the folder that everything was looked for in.
        folder: their own folder; None where it is gone already.
        files: what is in it.
        guardians: records of people who are there for this learner only.
        mentions: lines in files of others.
        names: files of others whose name tells of them.
        sealed: files that a seal covers, and that therefore stay as they are.
        made: folders that were made from the records, and can be made again.
        homes: their folders in git, also those of earlier names.
        memories: commits that tell of them.
        refs: branches and tags that tell of them.
        mine: folders in which mentions may be changed: the records and the site's own pages.
        apart: whether their folder is a repository of its own.
    """

    marks: Marks
    home: Path
    folder: Path | None
    files: tuple[Path, ...]
    guardians: tuple[Path, ...]
    mentions: tuple[Mention, ...]
    names: tuple[Path, ...]
    sealed: frozenset[Path]
    made: tuple[Path, ...]
    homes: tuple[str, ...]
    memories: tuple[Memory, ...]
    refs: tuple[str, ...]
    mine: tuple[Path, ...]
    apart: bool

    @property
    def removable(self) -> tuple[Path, ...]:
        """What goes as a whole."""
        return (*((self.folder,) if self.folder else ()), *self.guardians, *self.made)


def find_everything(loaded: Loaded, learner: str, config: Path | None, site: Path) -> Found | None:
    """Look everywhere; None where neither the folder nor git knows the learner.

    Raises:
        GitFailed: where git cannot tell.
    """
    root = loaded.root.resolve()
    place = root / "learners" / learner
    folder = loaded.project.learners.get(learner)
    there = source.is_id(learner) and place.is_dir() and not place.is_symlink()
    git = find(root)
    home = config.resolve().parent if config else root.parent
    home = git.work_tree if git and home.is_relative_to(git.work_tree) else home
    now = _now(loaded, folder)
    homes, known = _in_git(git, root, learner, now)
    if not there and not known:
        return None
    marks = marks_of(learner, [now, *known])
    guardians = tuple(root / one for one in only_guardians(loaded.project, folder)) if folder else ()
    base = config.resolve().parent if config else home
    made = tuple(_made(base, site))
    left_out = (place, *guardians, *made, base / SCHEMAS)
    told = tuple(mentions(home, marks, left_out))
    names = tuple(named_files(home, marks, left_out))
    words = (*marks.sure, learner)
    return Found(
        marks=marks,
        home=home,
        folder=place if there else None,
        files=tuple(own_files(place)) if there else (),
        guardians=guardians,
        mentions=told,
        names=names,
        sealed=frozenset(root / one for one in _sealed(loaded.project, learner)),
        made=made,
        homes=homes,
        memories=tuple(memories(git, homes, words, marks.emails)) if git and git.commit("HEAD") else (),
        refs=tuple(branches_and_tags(git, words)) if git else (),
        mine=(root, base / "docs"),
        apart=(place / ".git").exists(),
    )


def _now(loaded: Loaded, folder: LearnerFolder | None) -> Mapping[str, Any]:
    if folder is None:
        return {}
    record = folder.learner
    file = SourceFile(path=record.path, kind=record.kind, id=record.id, learner=record.learner)
    return source.read(loaded.root, file).data or {}


def _in_git(
    git: Git | None, root: Path, learner: str, now: Mapping[str, Any]
) -> tuple[tuple[str, ...], list[Mapping[str, Any]]]:
    """The learner's folders in git, and what their record has said there."""
    head = git.commit("HEAD") if git else None
    if git is None or head is None:
        return (), []
    home = (root / "learners" / learner).relative_to(git.work_tree).as_posix() + "/"
    past = versions(git, [home])
    known = _same(now or next(iter(past), {}), past)
    if not now and not known:
        return (), []
    homes = find_ownership(git, head, home, now or known[0]).homes
    return homes, _same(now or known[0], versions(git, homes))


def _same(now: Mapping[str, Any], past: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The versions that are of the same person: an id can have been somebody else's before."""
    found: list[Mapping[str, Any]] = []
    mine, open_ones = set(_words(now)), list(past)
    while True:
        more = [one for one in open_ones if mine & set(_words(one))]
        if not more:
            return found
        found += more
        open_ones = [one for one in open_ones if one not in more]
        mine.update(word for one in more for word in _words(one))


def _words(data: Mapping[str, Any]) -> Iterator[str]:
    marks = marks_of("", [data])
    yield from (one.casefold() for one in (*marks.names, *marks.pseudonyms, *marks.emails))


def _made(base: Path, site: Path) -> Iterator[Path]:
    """The cache, and the site that was built; never a folder that somebody else made."""
    cache = base / ".cache" / "bekwaam"
    if cache.is_dir() and not cache.is_symlink():
        yield cache
    inside = (
        site.is_dir()
        and not site.is_symlink()
        and site.resolve().is_relative_to(base)
        and site.resolve() != base
    )
    if inside and any((site / one).is_file() for one in _MARKS_OF_A_SITE):
        yield from sorted(one for one in site.iterdir() if not one.name.startswith("."))
    yield from sorted(base.glob(f".{site.name}-new-*"))


def _sealed(project: Project, learner: str) -> Iterator[str]:
    """The records of other learners that a seal covers."""
    for id_, folder in project.learners.items():
        if id_ == learner:
            continue
        for assessment in folder.assessments.values():
            if assessment.data.seal:
                yield assessment.path
                cited = assessment.data.seal.evidence
                yield from (folder.evidence[one].path for one in cited if one in folder.evidence)
        for decision in folder.decisions.values():
            if decision.data.seal:
                yield decision.path
                rests_on = decision.data.seal.assessments
                yield from (folder.assessments[one].path for one in rests_on if one in folder.assessments)
