"""Searches a finished site for what the gate took out, before anyone can open it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.dates import get_day_names, get_month_names
from mkdocs.config.defaults import MkDocsConfig

from bekwaam.audience.gated import Gated
from bekwaam.audience.withheld import Secret, shown_strings, withheld
from bekwaam.diagnostics import Message, say
from bekwaam.mkdocs_plugin.needles import Needles, is_strict, words_of
from bekwaam.mkdocs_plugin.written import SPEAKING, texts
from bekwaam.model.project import Project
from bekwaam.rendering import translations
from bekwaam.rendering.environment import TEMPLATES

_MOST = 20
"""Leaks that are told one by one."""


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


def _ours_of(config: MkDocsConfig) -> _Ours:
    """Where the texts are that a site has apart from its records.

    A school's own overrides are not among them: what they put into pages is looked at as well.
    """
    folders = tuple(Path(one) for one in config.theme.dirs if one != config.theme.custom_dir)
    settings = (Path(config.config_file_path),) if config.config_file_path else ()
    language = str(config.theme["language"])
    return _Ours(folders=folders, docs=Path(config.docs_dir), files=settings, languages=(language,))


def told(found: Iterable[Leak]) -> tuple[Message, ...]:
    """What to say of leaks, and at the end what that means."""
    stopped = say("Nothing was published: the site tells what its audience may not see.")
    return (*(one.message for one in found), stopped)


def find_leaks(site: Path, project: Project, gated: Gated, config: MkDocsConfig) -> tuple[Leak, ...]:
    """The secrets in a site, one for each file and record, at most twenty."""
    return _find(site, project, gated, _ours_of(config))


def find_leaks_in(folder: Path, project: Project, gated: Gated) -> tuple[Leak, ...]:
    """The same for a folder of documents that no theme and no pages of the school's own are in."""
    return _find(folder, project, gated, _Ours(folders=(), docs=None, files=(), languages=()))


def _find(site: Path, project: Project, gated: Gated, ours: _Ours) -> tuple[Leak, ...]:
    secrets = list(withheld(project, gated))
    if not secrets:
        return ()
    shown = " \u0001x\u0001 ".join(shown_strings(gated))
    own, docs = list(_own_texts(ours)), list(_docs(ours.docs))
    words = words_of(shown)
    common = set(words)
    for text in (*own, *docs):
        common.update(words_of(text))
    needles = Needles(secrets, common)
    needles.forget(words)
    for text in (*own, *docs):
        needles.forget(words_of(text), lambda needle, secret: not is_strict(needle, secret))
    return _search(site, needles) if needles else ()


def _search(site: Path, needles: Needles) -> tuple[Leak, ...]:
    found: dict[tuple[str, str], Leak] = {}
    for file in sorted(one for one in site.rglob("*") if one.is_file()):
        path = file.relative_to(site).as_posix()
        speaking = file.suffix.lower() in SPEAKING
        for text in (path, *texts(file.read_bytes(), file.name)):
            for needle, secret in needles.find(words_of(text)):
                if speaking or len(needle) > 1:
                    found.setdefault((path, secret.path), Leak(file=path, secret=secret))
        if len(found) >= _MOST:
            break
    return tuple(found.values())[:_MOST]


def _own_texts(ours: _Ours) -> Iterator[str]:
    """Our templates and sentences, the theme's, and the names of days and months."""
    for file in TEMPLATES.rglob("*"):
        if file.is_file():
            yield file.read_text(encoding="utf-8")
    for language in translations.available():
        yield " \u0001x\u0001 ".join(translations.sentences(language))
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
