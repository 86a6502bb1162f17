"""A school's records with their figures: on a day, or in one of its cycles."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.audience.gated import Gated
from bekwaam.cli.refusing import Refused, require_records
from bekwaam.diagnostics import nearest, say
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
        Refused: where there is no such folder or cycle.
    """
    root = options.portfolios
    require_records(root)
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
        Refused: where there is none.
    """
    cycles = loaded.project.cycles
    if cycle not in cycles:
        meant = nearest(cycle, cycles)
        if meant:
            raise Refused(
                say("There is no cycle “{cycle}”. Did you mean “{meant}”?", cycle=cycle, meant=meant)
            )
        if not cycles:
            raise Refused(say("There is no cycle “{cycle}”. There are: none.", cycle=cycle))
        raise Refused(
            say("There is no cycle “{cycle}”. There are: {cycles}.", cycle=cycle, cycles=tuple(cycles))
        )
    return cycles[cycle]
