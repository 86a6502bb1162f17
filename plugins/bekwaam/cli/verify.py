"""`bekwaam verify`: whether seals hold, who signed off according to git, and with whose key."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.heard_seals import HeardSeals
from bekwaam.cli.naming import Elsewhere, Named
from bekwaam.cli.output import Output
from bekwaam.cli.papers import Checked, as_data, check_paper, in_words
from bekwaam.cli.refusing import require_records
from bekwaam.cli.settings import settings
from bekwaam.diagnostics import Message, say
from bekwaam.model.assessment import SELF
from bekwaam.model.kinds import Kind
from bekwaam.model.provenance import Trust
from bekwaam.provenance.archive import Archive
from bekwaam.provenance.authorship import Authorship, Verification, authorship
from bekwaam.provenance.changes import Change, changes
from bekwaam.provenance.git import GitFailed
from bekwaam.provenance.seals import CheckedSeal, SealState, check_seal
from bekwaam.provenance.ssh import Signature
from bekwaam.provenance.trust import Author
from bekwaam.rendering import translations

Told = Callable[[Message], str]
Row = tuple[CheckedSeal, Author]

_STATES = {
    SealState.INTACT: say("the seal holds"),
    SealState.CHANGED: say("CHANGED since it was sealed"),
    SealState.MISSING: say("no seal"),
    SealState.UNKNOWN_FORMAT: say("a seal of an UNKNOWN FORMAT"),
}
_TRUST = {
    Trust.SIGNED: say("signed by {claimed} with their own key"),
    Trust.AUTHORED: say("committed from an address of {claimed}"),
    Trust.DECLARED: say("entered by {author} for {claimed}"),
    Trust.CONTRADICTED: say("CONTRADICTED: {claimed} signs off, but {author} brought it in"),
}
_ON_ITS_WORD = say("on the record's own word")
_SIGNATURES = {
    Signature.BAD: say("The signature is wrong."),
    Signature.UNKNOWN_KEY: say("The signature is by a key that is not theirs."),
}
_NOBODY = say("an address that nobody has")
_SOMEBODY = say("somebody else")
_CONFIRMED = say("confirmed")
_TAKEN_AWAY = say("It was sealed once; the seal was taken away.")
_GONE = say("it is no longer there")
_DIFFERS = say("it was, and is now:")
_FILES_ONLY = say("its text is the same, a file beside it is not")
_NO_VERSION = say("git has no version of it that fits the seal")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH ...]")
@options.portfolios()
@options.only_audience()
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option(
    "--trusted-ref",
    metavar="REF",
    help="Believe people's addresses and keys as they are there.  [default: the default branch]",
)
@click.pass_obj
def command(
    output: Output,
    *,
    paths: tuple[Path, ...],
    portfolios: Path | None,
    audience: str | None,
    form: str,
    trusted_ref: str | None,
) -> int:
    """Check the seals of assessments and decisions, and who signed them off.

    With PATHs only those files, or what lies in those folders. A PATH that is a PDF is compared with
    what the records give.
    """
    found = settings(portfolios, audience=audience)
    chosen = found.options
    root = chosen.portfolios
    require_records(root)
    archive = Archive(root)
    told = _teller(archive)
    printed = [one for one in paths if one.suffix.lower() == ".pdf"]
    papers = [check_paper(one, found, told) for one in printed]
    if audience is not None:
        # Details hold what the records say, for whoever may see all of them.
        papers = [replace(one, details=()) for one in papers]
    if papers and len(printed) == len(paths):
        return _answer(papers, form, told)
    paths = tuple(one for one in paths if one not in printed)
    holds = _named(root, paths, output, told)
    try:
        who = authorship(archive, trusted_ref)
    except GitFailed as failure:
        raise click.UsageError(told(say("Git knows no revision “{name}”.", name=failure))) from failure
    _remark(output, who, told)
    checked = [check_seal(archive, file) for file in archive.signed_off if holds(file.path)]
    rows = list(who.seals(checked))
    verified = [one for one in who.verifications() if holds(one.file.path)]
    if audience is not None:
        heard = HeardSeals(root, chosen)
        rows, verified = list(heard.seals(rows)), list(heard.verifications(verified))
    # What changed in a record may stand in a part of it that this audience may not see.
    shown = archive if audience is None else None
    if form == "json":
        click.echo(_json([_entry(*row) for row in rows], papers))
        for line in _confirmations(verified, told):
            click.echo(line, err=True)
    else:
        for line in _lines(rows, verified, shown, who, told):
            click.echo(line)
        for paper in papers:
            click.echo("\n".join(in_words(paper, told)))
    wrong = [*(author for _, author in rows), *(one.author for one in verified)]
    broken = any(one.state in (SealState.CHANGED, SealState.UNKNOWN_FORMAT) for one, _ in rows)
    against = any(author.trust is Trust.CONTRADICTED for author in wrong)
    return 1 if broken or against or not all(one.holds for one in papers) else 0


def _answer(papers: list[Checked], form: str, told: Told) -> int:
    """Tell of documents alone."""
    if form == "json":
        click.echo(_json([], papers))
    else:
        for paper in papers:
            click.echo("\n".join(in_words(paper, told)))
    return 0 if all(one.holds for one in papers) else 1


def _json(seals: list[dict[str, object]], papers: list[Checked]) -> str:
    data: dict[str, object] = {"seals": seals}
    if papers:
        data["documents"] = [as_data(one) for one in papers]
    return json.dumps(data, ensure_ascii=False, indent=2)


def _teller(archive: Archive) -> Told:
    """Says messages in the user's language, or in the school's first one."""
    schools = archive.of_kind(Kind.SCHOOL)
    listed = (archive.data(schools[0]) or {}).get("languages") if schools else None
    first = listed[0] if isinstance(listed, list) and listed else translations.SOURCE_LANGUAGE
    translate = translations.load(translations.spoken_language(os.environ, str(first))).gettext
    return lambda message: message.render(translate)


def _named(root: Path, paths: tuple[Path, ...], output: Output, told: Told) -> Callable[[str], bool]:
    if not paths:
        return lambda _path: True
    try:
        named = Named(root, paths, Path.cwd())
    except Elsewhere as wrong:
        raise click.UsageError(told(wrong.args[0])) from None
    for one in named.missing:
        output.remark(told(say("{path} is not there (any more), so nothing in it was checked.", path=one)))
    return named.holds


def _remark(output: Output, who: Authorship, told: Told) -> None:
    """What holds for all of the answer."""
    if not who.repositories:
        output.remark(told(say("There is no git history, so who signed off is what the records say.")))
    elif any(one.shallow for one in who.repositories.values()):
        output.remark(told(say("This clone is shallow: who wrote what is older than it cannot be told.")))
    if who.trouble is not None:
        output.remark(told(say("Git could not read a repository: {reason}", reason=who.trouble)))
    if who.trusted is not None:
        output.remark(told(say("Addresses and keys of people are those of {name}.", name=who.trusted)))


def _entry(checked: CheckedSeal, author: Author) -> dict[str, object]:
    return {
        "assessment": f"{checked.file.learner}/{checked.file.id}",
        "kind": checked.file.kind.value,
        "state": checked.state.value,
        "changed": list(checked.changed),
        "assessor": checked.by,
        "author": {
            "person": author.person,
            "commit": author.commit,
            "signature": author.signature.value,
            "trust": author.trust.value,
        },
    }


def _lines(
    rows: list[Row], verified: list[Verification], archive: Archive | None, who: Authorship, told: Told
) -> Iterator[str]:
    for checked, author in rows:
        nobody = _NOBODY if archive is not None else _SOMEBODY
        believed = _believed(_signer(checked), author, told, nobody)
        yield f"{checked.file.path}: {told(_STATES[checked.state])}; {believed}"
        yield from _notes(author, told)
        if archive is None:
            continue
        repository = who.repository_of(checked.file)
        if checked.state is SealState.MISSING and repository and repository.was_sealed(checked.file.path):
            yield f"    {told(_TAKEN_AWAY)}"
        if checked.state is SealState.CHANGED:
            for change in changes(archive, repository, checked):
                yield from _changed(change, told)
    yield from _confirmations(verified, told)
    broken = sum(one.state in (SealState.CHANGED, SealState.UNKNOWN_FORMAT) for one, _ in rows)
    everyone = [*(author for _, author in rows), *(one.author for one in verified)]
    against = sum(author.trust is Trust.CONTRADICTED for author in everyone)
    sealed = sum(one.state is not SealState.MISSING for one, _ in rows)
    count = say(
        "Signed off: {all}. Sealed: {sealed}. Broken seals: {broken}. Contradicted: {against}.",
        all=len(rows),
        sealed=sealed,
        broken=broken,
        against=against,
    )
    yield told(count)


def _signer(checked: CheckedSeal) -> str | None:
    """Who signs off: a person, or the learner."""
    return checked.file.learner if checked.by == SELF else checked.by


def _confirmations(verified: list[Verification], told: Told) -> Iterator[str]:
    """Confirmations of evidence that somebody else brought in."""
    for one in verified:
        if one.author.trust is Trust.CONTRADICTED:
            yield f"{one.file.path}: {told(_CONFIRMED)}; {_believed(one.by, one.author, told)}"
            yield from _notes(one.author, told)


def _believed(claimed: str | None, author: Author, told: Told, nobody: Message = _NOBODY) -> str:
    if author.trust is Trust.DECLARED and author.person is None:
        return told(_ON_ITS_WORD)
    template = _TRUST[author.trust].template
    return told(say(template, claimed=claimed, author=author.person or nobody))


def _notes(author: Author, told: Told) -> Iterator[str]:
    if author.signature in _SIGNATURES:
        yield f"    {told(_SIGNATURES[author.signature])}"
    if author.note is not None:
        yield f"    {told(author.note)}"


def _changed(change: Change, told: Told) -> Iterator[str]:
    if change.gone:
        yield f"  {change.record}: {told(_GONE)}"
    elif change.lines is not None:
        yield f"  {change.record}: {told(_DIFFERS)}"
        yield from (f"    {row}" for row in change.lines)
    elif change.files_only:
        yield f"  {change.record}: {told(_FILES_ONLY)}"
    else:
        yield f"  {change.record}: {told(_NO_VERSION)}"
