"""CODEOWNERS as each code host reads it: other patterns, other names, and another answer to two that fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from bekwaam.cli.ownership import Ownership
from bekwaam.model.person import Person
from bekwaam.model.project import Record

FILES = {"github": ".github/CODEOWNERS", "gitlab": ".gitlab/CODEOWNERS", "forgejo": "CODEOWNERS"}
"""Where each host looks for it."""

_HEAD = """\
# Written by `bekwaam codeowners {options}`; write it again when agreements or people change.
# Protect the main branch and ask for a review by owners: without that this file asks for nothing.
"""
_PLAIN = re.compile(r"[\w/.@+-]")
_ESCAPED = {one: f"\\\\{one}" for one in ".+*?()|[]{}^$"} | {" ": "\\ ", "#": "\\#", "\\": "\\" * 4}

Rows = Iterator[tuple[str, Sequence[str]]]
"""Patterns with people; a pattern without people is a line of its own."""


def codeowners(
    host: str,
    found: Sequence[Ownership],
    technical: Sequence[str],
    people: Mapping[str, Record[Person]],
    top: str,
) -> str:
    """The whole file.

    Args:
        host: github, gitlab or forgejo.
        found: who looks after what, the widest first.
        technical: who looks after everything else: ids, accounts or teams with ``@``, addresses.
        people: by id.
        top: the folder of records, from the top of the repository: empty, or ending in ``/``.
    """
    options = " ".join((f"--host {host}", *(f"--technical {one}" for one in technical)))
    rest = technical or found[0].people
    lines = []
    for pattern, owners in _DIALECTS[host](found, rest, top):
        if pattern.startswith(("#", "[")) or not pattern:
            lines.append(pattern)
            continue
        names = _names(owners, people, addresses=host != "forgejo")
        lines.append(f"{pattern} {' '.join(names)}" if names else f"# {pattern}: nobody with an account")
    return _HEAD.format(options=options) + "".join(f"{line}\n" for line in lines)


def _github(found: Sequence[Ownership], technical: Sequence[str], top: str) -> Rows:
    """The last line that fits counts, and the word of one of its owners is enough."""
    yield "# The last line that fits a file counts.", ()
    yield "*", technical
    for one in found:
        if one.rest:
            yield "", ()
        yield _glob(f"/{top}{one.path}"), (*one.mentors, *one.people)


def _gitlab(found: Sequence[Ownership], technical: Sequence[str], top: str) -> Rows:
    """The last line of a section that fits counts, and each section wants the word of an owner."""
    yield "# The last line of a section that fits a file counts; each section that fits one asks.", ()
    yield "*", technical
    for one in found:
        if one.rest:
            yield "", ()
        yield _glob(f"/{top}{one.path}"), one.people
    mentored = [one for one in found if one.mentors]
    if mentored:
        yield "", ()
        yield "[Mentor]", ()
        for one in mentored:
            yield _glob(f"/{top}{one.path}"), one.mentors


def _forgejo(found: Sequence[Ownership], technical: Sequence[str], top: str) -> Rows:
    """Patterns are regular expressions, and all that fit ask: each file may fit only its own."""
    yield "# Every line that fits a file asks.", ()
    if top:
        yield f"!{_expression(top)}", technical
    for one in found:
        if one.rest:
            yield "", ()
            yield from ((_expression(f"{top}{one.path}{part}"), one.people) for part in one.rest)
        elif one.path:
            yield _expression(f"{top}{one.path}"), (*one.mentors, *one.people)


_DIALECTS: Mapping[str, Callable[[Sequence[Ownership], Sequence[str], str], Rows]] = {
    "github": _github,
    "gitlab": _gitlab,
    "forgejo": _forgejo,
}


def _glob(path: str) -> str:
    """A pattern of gitignore; what cannot be escaped on every host is any one character."""
    safe = "".join(one if _PLAIN.fullmatch(one) else "\\ " if one == " " else "?" for one in path)
    return re.sub(r"\.yml$", ".y*ml", safe)


def _expression(path: str) -> str:
    """A regular expression, with what the file takes for its own escaped once more."""
    escaped = "".join(_ESCAPED.get(one, one) for one in path)
    return f"{escaped}.*" if path.endswith("/") else re.sub("yml$", "ya?ml", escaped)


def _names(owners: Sequence[str], people: Mapping[str, Record[Person]], *, addresses: bool) -> list[str]:
    """Accounts where the records hold one, else the first address where the host takes those."""
    names = []
    for one in owners:
        record = people.get(one)
        if record is None:
            names += [one] if "@" in one and (addresses or one.startswith("@")) else []
        elif record.data.account:
            names.append(f"@{record.data.account}")
        elif record.data.emails and addresses:
            names.append(record.data.emails[0])
    return list(dict.fromkeys(names))
