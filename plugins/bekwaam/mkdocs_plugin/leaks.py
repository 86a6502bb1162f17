"""Searches a finished site for what the gate took out, before anyone can open it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from babel.dates import get_day_names, get_month_names
from mkdocs.config.defaults import MkDocsConfig

from bekwaam.audience.gated import Gated
from bekwaam.audience.withheld import Secret, shown_of_learner, shown_of_school, withheld
from bekwaam.diagnostics import Message, say
from bekwaam.mkdocs_plugin.ahead import Ahead
from bekwaam.mkdocs_plugin.dependencies import program
from bekwaam.mkdocs_plugin.frames import Frames
from bekwaam.mkdocs_plugin.needles import Needles, is_strict, words_of, words_shown
from bekwaam.mkdocs_plugin.reading_back import Frame, files_in, frames_of, read_all, short
from bekwaam.mkdocs_plugin.shelf import Shelf
from bekwaam.mkdocs_plugin.written import APART, SPEAKING, ending_of, texts
from bekwaam.model.audience import Audience
from bekwaam.model.project import Project
from bekwaam.rendering import translations
from bekwaam.rendering.environment import TEMPLATES
from bekwaam.site.files import static_files
from bekwaam.source import digest_of

_MOST = 20
"""Leaks that are told one by one."""
_Looked = tuple[str, str, Sequence[Secret]]
"""The path of a file, its digest, and the secrets that were found in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """A secret in a file of the site, whose path is relative to the site."""

    file: str
    secret: Secret

    @property
    def message(self) -> Message:
        """Where it is and what it is, without saying it."""
        return say(
            "{file} tells {sort} from {record}, which this audience may not see.",
            file=self.file,
            sort=say(self.secret.sort.value),
            record=self.secret.path,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ours:
    """Texts in a site that do not come from records: the theme's folders, the docs, other files."""

    folders: tuple[Path, ...]
    docs: Path | None
    files: tuple[Path, ...]
    languages: tuple[str, ...]
    contents: frozenset[str] = frozenset()
    """Digests of files that are part of this program."""

    def has(self, path: str, content: bytes, digest: str) -> bool:
        """Whether a file of the site is one of a program's, byte for byte: nobody's words are in it."""
        if digest in self.contents:
            return True
        for folder in self.folders:
            original = f"{folder}/{path}"
            # Asked of every page, and nearly always answered with no.
            if os.path.isfile(original) and Path(original).read_bytes() == content:  # noqa: PTH113
                return True
        return False


def _ours_of(config: MkDocsConfig) -> _Ours:
    """Where the texts are that a site has apart from its records.

    A school's own overrides are not among them: what they put into pages is looked at as well.
    """
    folders = tuple(Path(one) for one in config.theme.dirs if one != config.theme.custom_dir)
    settings = (Path(config.config_file_path),) if config.config_file_path else ()
    language = str(config.theme["language"])
    return _Ours(
        folders=folders,
        docs=Path(config.docs_dir),
        files=settings,
        languages=(language,),
        contents=frozenset(map(digest_of, static_files().values())),
    )


def told(found: Iterable[Leak]) -> tuple[Message, ...]:
    """What to say of leaks, and at the end what that means."""
    stopped = say("Nothing was published: the site tells what its audience may not see.")
    return (*(one.message for one in found), stopped)


class Guard:
    """Looks through a finished site; what to look for can be worked out while its last pages are made."""

    def __init__(self, project: Project, gated: Gated, config: MkDocsConfig, shelf: Shelf) -> None:
        """Nothing is looked at yet."""
        self._ours = _ours_of(config)
        self._shelf = shelf
        self._needles = Ahead(lambda: _needles(project, gated, self._ours, shelf.words()))
        self.begin = self._needles.begin
        """To be called when the ``shelf`` has the pages of all learners."""
        self.end = self._needles.end

    def find(self, site: Path, frames: Frames) -> tuple[Leak, ...]:
        """The secrets in a site, one for each file and record, at most twenty.

        ``frames`` are around its pages. What is as it was in the last site that the shelf knows of was read
        back before: it is read again where other things are sought now, or by another program.
        """
        needles, shelf = self._needles(), self._shelf
        known = shelf.read_back(digest_of(program() + needles.digest().encode()))
        if not needles:
            return ()
        kept = {path for path, digest in shelf.taken().items() if known.get(path) == digest}
        paths = sorted(set(files_in(site)) - kept)
        around = frames_of(frames.shared(), partial(_tells, needles))
        look = partial(_look, site, needles, self._ours, around, known)
        read: dict[str, str] = {}
        if _search(paths, partial(look, set()), read):
            # Where a tag tells a secret, all its pages are named, and not just who saw it first.
            return _search(paths, partial(look, None))
        shelf.was_read({**{path: known[path] for path in kept}, **read})
        return ()


def find_leaks_in(folder: Path, project: Project, gated: Gated) -> tuple[Leak, ...]:
    """The same for a folder of documents that no theme and no pages of the school's own are in."""
    ours = _Ours(folders=(), docs=None, files=(), languages=())
    needles = _needles(project, gated, ours)
    if not needles:
        return ()
    return _search(sorted(files_in(folder)), partial(_look, folder, needles, ours, (), {}, None))


def _needles(project: Project, gated: Gated, ours: _Ours, known: Mapping[str, str] | None = None) -> Needles:
    """What to look for; ``known`` has words that are shown of learners, by the site path of their pages."""
    team = gated.audience is Audience.TEAM
    # Few records of a team's are looked at, and what stands among the words of learners is forgotten below.
    secrets = list(withheld(project, gated, partial(_texts_of_school, gated) if team else None))
    if not secrets:
        return Needles((), ())
    sought = {word for secret in secrets for word in words_of(secret.text)}
    own, docs = list(_own_texts(ours)), list(_docs(ours.docs))
    of_learners = list(_words_of_learners(gated, known or {}))
    shown = [words_shown(shown_of_school(gated)), *of_learners]
    common = set().union(
        *(sought.intersection(text.split()) for text in shown),
        *(sought.intersection(words_of(text)) for text in (*own, *docs)),
    )
    needles = Needles(secrets, common)
    for text in shown:
        needles.forget(text.split())
    for text in (*own, *docs):
        needles.forget(words_of(text), lambda needle, secret: not is_strict(needle, secret))
    return needles


def _words_of_learners(gated: Gated, known: Mapping[str, str]) -> Iterator[str]:
    for learner in gated.project.learners:
        theirs = known.get(f"learners/{learner}/")
        yield words_shown(shown_of_learner(gated, learner)) if theirs is None else theirs


def _texts_of_school(gated: Gated) -> list[str]:
    return [text for _, text in shown_of_school(gated)]


def _tells(needles: Needles, text: str) -> bool:
    return any(True for _ in needles.find(words_of(text)))


def _search(
    paths: Sequence[str], look: Callable[[str], _Looked], read: dict[str, str] | None = None
) -> tuple[Leak, ...]:
    """The leaks in some files; the digests of all that were ``read`` are added there."""
    found: dict[tuple[str, str], Leak] = {}
    for path, digest, secrets in read_all(paths, look):
        if read is not None:
            read[path] = digest
        for secret in secrets:
            found.setdefault((path, secret.path), Leak(file=path, secret=secret))
        if len(found) >= _MOST:
            return tuple(found.values())[:_MOST]
    return tuple(found.values())


def _look(
    site: Path,
    needles: Needles,
    ours: _Ours,
    frames: Sequence[Frame],
    known: Mapping[str, str],
    seen: set[str] | None,
    path: str,
) -> _Looked:
    """The secrets in one file of a site; none where it is ``known`` by its digest, or in tags ``seen``."""
    with open(f"{site}/{path}", "rb") as file:  # noqa: PTH123 - as fast as can be
        content = file.read()
    digest = digest_of(content)
    if known.get(path) == digest or ours.has(path, content, digest):
        return path, digest, ()
    name = path.rpartition("/")[2]
    speaking = ending_of(name) in SPEAKING
    read = texts(short(content, frames) if name.endswith(".html") else content, name, seen)
    secrets = [
        secret
        for text in chain((path,), read)
        for needle, secret in needles.find(words_of(text))
        if speaking or len(needle) > 1
    ]
    return path, digest, secrets


def _own_texts(ours: _Ours) -> Iterator[str]:
    """Our templates and sentences, the theme's, and the names of days and months."""
    for file in TEMPLATES.rglob("*"):
        if file.is_file():
            yield file.read_text(encoding="utf-8")
    for language in translations.available():
        yield APART.join(translations.sentences(language))
        for names in (get_month_names, get_day_names):
            for width in ("wide", "abbreviated"):
                yield " ".join(str(one) for one in names(width, locale=language).values())
    for file in _theme_files(ours):
        yield file.read_text(encoding="utf-8", errors="replace")


def _theme_files(ours: _Ours) -> Iterator[Path]:
    for folder in ours.folders:
        yield from folder.glob("*.html")
        yield from folder.glob("partials/*.html")
        yield from folder.glob("partials/integrations/*.html")
        yield from folder.glob("partials/javascripts/*.html")
        for language in {*ours.languages, "en"}:
            yield from folder.glob(f"partials/languages/{language}.html")
    yield from ours.files


def _docs(folder: Path | None) -> Iterable[str]:
    for file in sorted(folder.rglob("*.md")) if folder else ():
        if file.is_file() and not file.is_symlink():
            yield file.read_text(encoding="utf-8", errors="replace")
