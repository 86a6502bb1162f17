"""A school's records with their figures: on a day, or in one of its cycles."""

from __future__ import annotations

from dataclasses import dataclass, replace

import click

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.audience.gated import Gated
from bekwaam.diagnostics import nearest
from bekwaam.figures import Figure, compute
from bekwaam.mkdocs_plugin.options import Options
from bekwaam.model.project import Record
from bekwaam.model.quality import Cycle
from bekwaam.project import Loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What was read, what of it the audience may see, and the figures of that."""

    loaded: Loaded
    gated: Gated
    cycle: Record[Cycle] | None
    figures: tuple[Figure, ...]


def counted(options: Options, cycle: str | None = None) -> Counted:
    """Read a school and count; of a cycle that is over, as on its last day.

    Raises:
        click.UsageError: where there is no such folder or cycle.
    """
    root = options.portfolios
    if not root.is_dir():
        raise click.UsageError(f"There is no folder {root}. Start with “bekwaam new school”.")
    loaded = project.load(root, as_of=options.as_of)
    record = None
    if cycle is not None:
        record = found_cycle(loaded, cycle)
        if record.data.end < options.as_of:
            options = replace(options, as_of=record.data.end)
            loaded = project.load(root, as_of=options.as_of)
            record = loaded.project.cycles[cycle]
    gated = restrict(loaded.project, loaded.statuses, options.audience, options.as_of)
    figures = compute(gated.project, gated.statuses, options.as_of, record.data if record else None)
    return Counted(loaded=loaded, gated=gated, cycle=record, figures=figures)


def found_cycle(loaded: Loaded, cycle: str) -> Record[Cycle]:
    """A cycle by its id.

    Raises:
        click.UsageError: where there is none.
    """
    cycles = loaded.project.cycles
    if cycle not in cycles:
        meant = nearest(cycle, cycles)
        hint = f" Did you mean “{meant}”?" if meant else f" There are: {', '.join(cycles) or 'none'}."
        raise click.UsageError(f"There is no cycle “{cycle}”.{hint}")
    return cycles[cycle]
