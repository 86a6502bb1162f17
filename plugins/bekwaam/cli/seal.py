"""`bekwaam seal`: ties an assessment or a decision to exactly what was signed off."""

from __future__ import annotations

import codecs
import datetime as dt
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from bekwaam import project
from bekwaam.cli import options
from bekwaam.cli.output import Output
from bekwaam.cli.refusing import Refused, require_records
from bekwaam.cli.settings import settings
from bekwaam.diagnostics import Diagnostic, Message, Severity, say
from bekwaam.model.assessment import SELF
from bekwaam.model.kinds import Kind
from bekwaam.project import Loaded
from bekwaam.provenance import ssh
from bekwaam.provenance.archive import Archive
from bekwaam.provenance.seals import RESTS_ON, cited_ids, make_seal
from bekwaam.provenance.statement import statement
from bekwaam.provenance.writing import with_history, with_seal
from bekwaam.rendering import translations
from bekwaam.rendering.writing import write_whole
from bekwaam.source import SourceFile, read


class _Refused(Exception):  # noqa: N818 - said to the user as it is
    """A record that is not sealed; the argument is the message that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wishes:
    """What the options ask for."""

    again: bool
    reason: str
    key: Path | None
    day: dt.date


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE ...")
@options.portfolios()
@click.option(
    "--sign",
    "key",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="KEY",
    help="Sign the seal with this SSH key, one of the assessor's own.",
)
@click.option("--again", is_flag=True, help="Replace a seal; the reason is kept in the record.")
@click.option("--reason", metavar="TEXT", default="", help="Why a record is sealed again.")
@click.pass_obj
def command(
    output: Output,
    *,
    files: tuple[Path, ...],
    portfolios: Path | None,
    key: Path | None,
    again: bool,
    reason: str,
) -> int:
    """Seal assessments and decisions: a later change to them, or to what they rest on, will show.

    Either all FILEs are sealed or none is.
    """
    if again and not reason.strip():
        raise Refused(say("--again asks for a reason: --reason TEXT."))
    chosen = settings(portfolios).options
    root = chosen.portfolios
    require_records(root)
    loaded = project.load(root, as_of=chosen.as_of)
    language = translations.spoken_language(os.environ, loaded.project.school.data.first_language)

    def told(message: Message) -> str:
        return message.render(translations.load(language).gettext)

    archive = Archive(root)
    wishes = _Wishes(again=again, reason=reason.strip(), key=key, day=dt.date.today())
    new: dict[Path, bytes] = {}
    for path in files:
        try:
            file = _found(archive, path)
            new[path] = _sealed(loaded, archive, file, path, wishes)
        except _Refused as refused:
            click.echo(f"{path}: {told(refused.args[0])}", err=True)
    if len(new) < len(set(files)):
        click.echo(told(say("Nothing was sealed.")), err=True)
        return 1
    for path, content in new.items():
        mode = path.stat().st_mode & 0o777
        write_whole(path.absolute(), content)
        path.chmod(mode)
        output.remark(told(say("{path}: sealed.", path=path)))
    sys.stderr.flush()
    return 0


def _found(archive: Archive, path: Path) -> SourceFile:
    place = path.absolute().parent.resolve() / path.name
    for file in archive.signed_off:
        if archive.root.resolve() / file.path == place:
            return file
    raise _Refused(say("This is no assessment or decision in the folder of records."))


def _sealed(loaded: Loaded, archive: Archive, file: SourceFile, path: Path, wishes: _Wishes) -> bytes:
    """A record's bytes with its new seal."""
    wrong = _errors(loaded, archive, file)
    if wrong:
        first = wrong[0]
        raise _Refused(
            say(
                "It has errors, or what it rests on has: {code} in {path}. See “bekwaam validate”.",
                code=first.code,
                path=first.path,
            )
        )
    data, content = archive.data(file), path.read_bytes()
    text = read(archive.root, file).text
    seal = make_seal(archive, file)
    if data is None or text is None or seal is None:
        raise _Refused(say("It, or something it rests on, cannot be read."))
    old = data.get("seal")
    if isinstance(old, dict):
        if not wishes.again:
            raise _Refused(say("It is sealed already. To replace the seal: --again --reason TEXT."))
        seal = with_history(seal, old, wishes.day, wishes.reason)
    if wishes.key is not None:
        seal["signature"] = _signature(loaded, file, data, seal, wishes.key)
    sealed = with_seal(text, seal)
    if sealed is None:
        raise _Refused(
            say("A seal cannot be put at the end without changing what the record says; write it in lines.")
        )
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    return mark + sealed.encode()


def _errors(loaded: Loaded, archive: Archive, file: SourceFile) -> list[Diagnostic]:
    """The errors in a record, in what it rests on, and in what that rests on."""
    paths, open_ones = {file.path}, [file]
    while open_ones:
        one = open_ones.pop()
        if one.kind not in RESTS_ON:
            continue
        key, kind = RESTS_ON[one.kind]
        for name in cited_ids(archive.data(one) or {}, key):
            cited = archive.find(kind, one.learner, name)
            if cited is not None and cited.path not in paths:
                paths.add(cited.path)
                open_ones.append(cited)
    return [one for one in loaded.diagnostics if one.path in paths and one.severity is Severity.ERROR]


def _signature(
    loaded: Loaded, file: SourceFile, data: Mapping[str, Any], seal: Mapping[str, Any], key: Path
) -> str:
    signer = str(data["assessor" if file.kind is Kind.ASSESSMENT else "by"])
    said = statement(file, signer, seal)
    try:
        signature = ssh.sign(key, said, os.environ)
    except ssh.CannotSign as wrong:
        raise _Refused(say("It cannot be signed with this key: {reason}", reason=wrong.args[0])) from wrong
    if ssh.check(signature, said, _keys(loaded, file, signer)) is not ssh.Signature.GOOD:
        raise _Refused(
            say(
                "This key is not one of {person}. Put its public half under `signing_keys:` in the"
                " record of that person first.",
                person=signer,
            )
        )
    return signature


def _keys(loaded: Loaded, file: SourceFile, signer: str) -> tuple[str, ...]:
    learner = loaded.project.learners.get(file.learner or "")
    if signer == SELF and learner is not None:
        return learner.learner.data.signing_keys
    person = loaded.project.people.get(signer)
    return person.data.signing_keys if person else ()
