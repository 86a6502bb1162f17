"""Shares the work of one build out over several runs, whose parts are put together at the end.

A part holds the documents and the prepared pictures of some learners: nearly all of the work. It
is a piece of the cache, in which everything goes by its content, so a part can never put anything
else into a site than what the whole build would have made itself.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import bekwaam
from bekwaam import source
from bekwaam.diagnostics import say
from bekwaam.mkdocs_plugin import pdf_cache
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.documents import Printed
from bekwaam.mkdocs_plugin.options import Options, WrongOption
from bekwaam.mkdocs_plugin.parcels import shown
from bekwaam.model.audience import Audience
from bekwaam.rendering.writing import write_whole
from bekwaam.views.parts import PhotoView

_ABOUT = "part.json"
_FORMAT = 1
_SHARD = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")
_NAMES = re.compile(
    r"pdf/[0-9a-f]{32}\.(?:pdf|json)|pictures/[0-9a-f]{16}(?:\.json|-[0-9]{1,5}\.(?:jpg|webp))"
)
"""What may lie in a part: names by content, and nothing that somebody could have chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """One of so many shares, counted from 1."""

    number: int
    of: int

    def keys(self, content: Content) -> frozenset[str]:
        """The learners of this share, by their key in the views: every so-many-th of them."""
        return frozenset(sorted(content.school.learners)[self.number - 1 :: self.of])


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a part says of itself; parts of one site differ in their number only."""

    number: int
    of: int
    audience: str
    as_of: str
    version: str
    program: str
    records: str


def parse_shard(text: str) -> Shard:
    """Read ``2/4``.

    Raises:
        WrongOption: for what is no share.
    """
    found = _SHARD.fullmatch(text)
    if found is None or int(found[1]) > int(found[2]):
        raise WrongOption(
            say("--shard is “{value}”; it can be 1/4, 2/4, 3/4 or 4/4, for a site in four parts.", value=text)
        )
    return Shard(number=int(found[1]), of=int(found[2]))


def describe(shard: Shard, options: Options) -> Part:
    """What a part says of itself, made here and now."""
    return Part(
        number=shard.number,
        of=shard.of,
        audience=options.audience.value,
        as_of=options.as_of.isoformat(),
        version=bekwaam.__version__,
        program=pdf_cache.program().hex(),
        records=_digest(options.portfolios),
    )


def write_part(folder: Path, part: Part, content: Content, printed: Sequence[Printed]) -> None:
    """Put documents, and the pictures of their learners' pages, into a folder; an older part in it goes.

    Raises:
        WrongOption: where the folder holds anything else.
    """
    if (folder / _ABOUT).is_file():
        shutil.rmtree(folder)
    elif folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WrongOption(say("{folder} is not empty, and no part of a site.", folder=str(folder)))
    for document in (one.path for one in printed if one.path):
        for file in (document, document.with_suffix(".json")):
            write_whole(folder / "pdf" / file.name, file.read_bytes())
    for name, file in _pictures(content, Shard(number=part.number, of=part.of).keys(content)).items():
        write_whole(folder / "pictures" / name, file.read_bytes())
    # Written last: a folder without it is no part.
    about = {"format": _FORMAT, **asdict(part)}
    write_whole(folder / _ABOUT, f"{json.dumps(about, indent=1)}\n".encode())


def read_parts(folders: Sequence[Path]) -> Part:
    """Look whether parts are all there, and of one site; gives what they have in common.

    Raises:
        WrongOption: where they are not.
    """
    parts = {folder: _read(folder) for folder in folders}
    first_folder, first = next(iter(parts.items()))
    for folder, part in parts.items():
        for name, value in asdict(part).items():
            if name != "number" and value != getattr(first, name):
                raise WrongOption(
                    say(
                        "{one} and {other} are not parts of the same site: they differ in {what}.",
                        one=str(first_folder),
                        other=str(folder),
                        what=name,
                    )
                )
    numbers = sorted(part.number for part in parts.values())
    if numbers != list(range(1, first.of + 1)):
        raise WrongOption(
            say(
                "A site in {count} parts needs each of them once; these are {numbers}.",
                count=first.of,
                numbers=tuple(f"{number}/{first.of}" for number in numbers),
            )
        )
    return first


def fits(part: Part, options: Options) -> None:
    """Look whether parts were made from the records that lie here, by the program that is here.

    Raises:
        WrongOption: where they were not.
    """
    here = describe(Shard(number=part.number, of=part.of), options)
    if part != here:
        what = next(name for name, value in asdict(part).items() if value != getattr(here, name))
        raise WrongOption(
            say(
                "These parts do not belong to what is here: they differ in {what}. Make them from the same"
                " commit, with the same version.",
                what=what,
            )
        )


def take_in(folders: Sequence[Path], audience: Audience, cache: Path) -> None:
    """Put what parts hold into the cache, from which the build then takes it.

    Raises:
        WrongOption: where a part holds something else.
    """
    for folder in folders:
        for name, file in _files(folder):
            room, _, base = name.partition("/")
            home = cache / "pdf" / audience.value if room == "pdf" else cache / room
            write_whole(home / base, file.read_bytes())


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if name == _ABOUT or (file.is_dir() and not file.is_symlink()):
            continue
        if _NAMES.fullmatch(name) is None or file.is_symlink() or not file.is_file():
            raise WrongOption(say("{file} does not belong in a part of a site.", file=str(file)))
        yield name, file


def _read(folder: Path) -> Part:
    try:
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        if about.pop("format") != _FORMAT:
            raise ValueError
        if {type(about[name]) for name in ("number", "of")} != {int}:
            raise TypeError
        part = Part(**about)
        Audience(part.audience)
        dt.date.fromisoformat(part.as_of)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        raise WrongOption(
            say("{folder} is no part of a site. Make one with “bekwaam build --shard”.", folder=str(folder))
        ) from None
    return part


def _pictures(content: Content, keys: frozenset[str]) -> Mapping[str, Path]:
    """The prepared pictures of learners, with the entries by which the cache knows them."""
    found: dict[str, Path] = {}
    school = content.school
    for key in sorted(keys):
        for view in shown((school.learners[key], school.evidence.get(key, ()))):
            picture = content.pictures.prepare(view.source) if isinstance(view, PhotoView) else None
            for variant in picture.variants if picture else ():
                found[variant.name] = variant.path
                entry = f"{variant.name.partition('-')[0]}.json"
                found[entry] = content.pictures.cache / entry
    return found


def _digest(root: Path) -> str:
    """A digest of all records, and of which other files lie beside them."""
    tree, _ = source.discover(root)
    found = hashlib.sha256()
    for file in tree.records:
        found.update(f"{file.path}\0".encode())
        found.update(hashlib.sha256((root / file.path).read_bytes()).digest())
    for media in tree.media.values():
        found.update(f"{media.path}\0{media.size}\0".encode())
    return found.hexdigest()
