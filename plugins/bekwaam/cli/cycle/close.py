"""`bekwaam cycle close`: writes a cycle's totals into its record, without small groups."""

from __future__ import annotations

import codecs
import datetime as dt
import os
import sys
from pathlib import Path

import click

from bekwaam.cli import options
from bekwaam.cli.counting import Counted, counted
from bekwaam.cli.output import Output, complain
from bekwaam.cli.settings import settings
from bekwaam.diagnostics import Message, say
from bekwaam.figures.closing import lines_of, overlapping, totals_again
from bekwaam.figures.protection import Totals, protect
from bekwaam.mkdocs_plugin import findings
from bekwaam.model.audience import Audience
from bekwaam.model.project import Record
from bekwaam.model.quality import Cycle
from bekwaam.rendering import translations
from bekwaam.rendering.writing import write_whole
from bekwaam.source.rewriting import with_key


class _Refused(Exception):  # noqa: N818 - said to the user as it is
    """A cycle that is not closed; the argument is the message that says why."""


@click.command()
@click.argument("cycle", metavar="ID")
@options.portfolios()
@options.as_of()
@click.option(
    "--again", is_flag=True, help="Replace the totals of an earlier close, where that tells of nobody."
)
@click.pass_obj
def close(output: Output, *, cycle: str, portfolios: Path | None, as_of: dt.date | None, again: bool) -> int:
    """Write the totals of the cycle ID into its record, in `quality/cycles/`.

    Nobody can be recognised in them: groups of fewer than five are left out, and whatever one could find
    them with by subtraction. So they may stay when learners' own records are erased. Close a cycle once,
    after its last day.
    """
    chosen = settings(portfolios, as_of, Audience.TEAM.value).options
    found = counted(chosen, cycle)
    spoken = translations.spoken_language(os.environ, found.loaded.project.school.data.first_language)
    translate = translations.load(spoken).gettext
    if found.loaded.errors:
        colour = findings.colours(os.environ, sys.stderr)
        sys.stderr.write(f"{findings.report(found.loaded, spoken, colour=colour, standing_in=Path.cwd())}\n")
        complain(say("Nothing was closed, because of the errors above.").render(translate))
        return 1
    assert found.cycle is not None
    try:
        totals = _totals(found, found.cycle, again=again)
        path = _write(found, found.cycle, totals)
    except _Refused as refused:
        complain(refused.args[0].render(translate))
        return 1
    for remark in _remarks(found, found.cycle, totals, chosen.as_of):
        output.remark(remark.render(translate))
    here = Path.cwd()
    click.echo((path.relative_to(here) if path.is_relative_to(here) else path).as_posix())
    return 0


def _totals(found: Counted, cycle: Record[Cycle], *, again: bool) -> Totals:
    other = overlapping(found.loaded.project, cycle.id)
    if other is not None:
        raise _Refused(
            say(
                "The cycle {other} is closed and shares days with this one: from the totals of both, those"
                " of the other days could be found. Nothing was closed.",
                other=other,
            )
        )
    earlier = cycle.data.counts
    if not earlier:
        return protect(found.figures)
    if not again:
        raise _Refused(say("{cycle} is closed already; --again replaces its totals.", cycle=cycle.id))
    totals = totals_again(found.figures, earlier)
    if totals is None:
        raise _Refused(
            say(
                "Since the earlier close something changed that is about fewer than five learners, or the"
                " earlier totals are not ours. Whoever has both could subtract one from the other, so they"
                " stay as they are. If nobody has seen them, take `counts:` out by hand and close again."
            )
        )
    return totals


def _write(found: Counted, cycle: Record[Cycle], totals: Totals) -> Path:
    path = found.loaded.root / cycle.path
    content = path.read_bytes()
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text = content.removeprefix(mark).decode()
    closed = with_key(text, "counts", lines_of(totals), totals)
    if closed is None:
        raise _Refused(
            say(
                "The totals cannot be put into {file} without changing what else it says; write it in lines.",
                file=path,
            )
        )
    mode = path.stat().st_mode & 0o777
    write_whole(path.absolute(), mark + closed.encode())
    path.chmod(mode)
    return path


def _remarks(found: Counted, cycle: Record[Cycle], totals: Totals, as_of: dt.date) -> list[Message]:
    remarks = []
    if as_of <= cycle.data.end:
        remarks.append(
            say(
                "{cycle} runs until {date}: what comes after {today} is not in these totals.",
                cycle=cycle.id,
                date=cycle.data.end,
                today=as_of,
            )
        )
    left_out = []
    for one in found.figures:
        value = totals.get(one.id)
        if one.kept and (value is None or (isinstance(value, dict) and len(value) < len(one.groups))):
            left_out.append(one.title)
    if left_out:
        remarks.append(
            say(
                "Left out in whole or in part, so that nobody is recognised: {figures}.",
                figures=tuple(left_out),
            )
        )
    return remarks
