"""What was found of a learner, what was done, and what is left to do, in words."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bekwaam.cli.forget.advice import HOSTS, rewriting
from bekwaam.cli.forget.findings import Found
from bekwaam.cli.forget.traces import Mention
from bekwaam.diagnostics import Message, Translate, say
from bekwaam.provenance.remembering import Why

_WHY = {
    Why.FILES: say("changes their files"),
    Why.MESSAGE: say("names them in its message"),
    Why.AUTHOR: say("was made by them"),
    Why.CONTENT: say("names them in what it changes"),
}
_SHORT = 12


def told(found: Found, translate: Translate) -> Iterator[str]:
    """Everything that was found, under headings."""
    yield from _part(say("Their own files"), [_here(one) for one in found.files], translate)
    if found.apart:
        yield "  " + say(
            "Their folder is a repository of its own: remove that where it is hosted, too."
        ).render(translate)
    guardians = [_here(one) for one in found.guardians]
    yield from _part(say("Guardians who are there for nobody else"), guardians, translate)
    sure = [one for one in found.mentions if one.sure]
    yield from _part(say("Mentions in other files"), _rows(sure, found, translate), translate)
    likely = [one for one in found.mentions if not one.sure]
    yield from _part(
        say("Lines that may mean them, or somebody else: read them"),
        _rows(likely, found, translate),
        translate,
    )
    yield from _part(say("Files whose name tells of them: rename these"), map(_here, found.names), translate)
    yield from _part(
        say("Made from the records, and to be made again"), [_here(one) for one in found.made], translate
    )
    commits = [
        f"{one.commit[:_SHORT]} {one.day}  {', '.join(_WHY[why].render(translate) for why in one.why)}"
        for one in found.memories
    ]
    yield from _part(say("Commits"), commits, translate)
    yield from _part(say("Branches and tags"), list(found.refs), translate)


def done(found: Found, changed: Sequence[Path], translate: Translate) -> Iterator[str]:
    """What was removed, and which mentions are still there."""
    yield from _part(say("Removed"), [_here(one) for one in found.removable], translate)
    yield from _part(say("Changed"), [_here(one) for one in changed], translate)
    left = [one for one in found.mentions if one.sure and one.file not in changed]
    yield from _part(say("Left for you to change"), _rows(left, found, translate), translate)
    yield say("Nothing is committed: look at it, then commit it. The totals of cycles stayed.").render(
        translate
    )
    yield ""


def advice(found: Found, translate: Translate) -> Iterator[str]:
    """What git and others still hold."""
    if found.memories or found.refs:
        yield say("Git still holds all of it. To rewrite the history, in a fresh mirror clone:").render(
            translate
        )
        yield ""
        yield "  git clone --mirror ADDRESS forget.git && cd forget.git"
        top = found.home
        guardians = [one.relative_to(top).as_posix() for one in found.guardians if one.is_relative_to(top)]
        yield from (f"  {line}" for line in rewriting(found.homes, guardians, found.marks))
        yield "  git push --force --mirror"
        yield ""
        yield say(
            "Every commit gets another id, and signatures of commits are lost; seals in records keep theirs,"
            " but for records in which a name is replaced."
        ).render(translate)
        yield ""
    yield say("What others keep").render(translate)
    yield from (f"  - {one.render(translate)}" for one in HOSTS)


def _rows(mentions: Iterable[Mention], found: Found, translate: Translate) -> list[str]:
    sealed = f" ({say('sealed, so it stays as it is').render(translate)})"
    return [
        f"{_here(one.file)}:{one.line}: {_shown(one.text)}{sealed if one.file in found.sealed else ''}"
        for one in mentions
    ]


def _part(heading: Message, rows: Iterable[str], translate: Translate) -> Iterator[str]:
    listed = list(rows)
    if listed:
        yield f"{heading.render(translate)}: {len(listed)}"
        yield from (f"  {row}" for row in listed)
        yield ""


def _here(path: Path) -> str:
    return _shown(Path(os.path.relpath(path)).as_posix())


def _shown(text: str) -> str:
    """A text in which what a terminal would obey is a question mark."""
    return "".join(one if one.isprintable() else "?" for one in text)
