"""The tables of one school: which kinds there are, and their rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bekwaam.audience import Gated
from bekwaam.audience.findings import records
from bekwaam.export.tables import Cell, Column, Layout, Type, layout
from bekwaam.model.audience import Audience
from bekwaam.model.kinds import Kind
from bekwaam.model.project import Record
from bekwaam.model.quality import Counts
from bekwaam.records.kinds import CLASSES

STATUS = "status"
"""The table of what competences are at; no kind of record, for it is computed."""

NAMES = (*(kind.value for kind in Kind), STATUS)
"""What can be asked for."""

_OF_LEARNERS = frozenset(
    {
        Kind.AGREEMENT,
        Kind.PLAN,
        Kind.EVIDENCE,
        Kind.ASSESSMENT,
        Kind.DECISION,
        Kind.CONTACT,
        Kind.FEEDBACK,
        Kind.NEXT_STEP,
    }
)
_STATUS_COLUMNS = tuple(
    Column(name=name, type=kind)
    for name, kind in (
        ("learner", Type.TEXT),
        ("competence", Type.TEXT),
        ("status", Type.TEXT),
        ("level", Type.TEXT),
        ("target", Type.TEXT),
        ("decision", Type.TEXT),
        ("evidence", Type.INTEGER),
        ("needs_refresh", Type.BOOLEAN),
        ("overruled", Type.BOOLEAN),
    )
)
_TOTAL_COLUMNS = tuple(
    Column(name=name, type=kind)
    for name, kind in (
        ("cycle", Type.TEXT),
        ("figure", Type.TEXT),
        ("group", Type.TEXT),
        ("value", Type.NUMBER),
    )
)


@dataclass(slots=True)
class Table:
    """A table with its rows, in the order of records and of what stands in them."""

    name: str
    columns: tuple[Column, ...]
    rows: list[tuple[Cell, ...]] = field(default_factory=list)


def tables(gated: Gated, wanted: Collection[str] = ()) -> list[Table]:
    """The tables of what came through the gate; only of the kinds that are wanted, if any are named."""
    wanted = wanted or NAMES
    languages = gated.project.school.data.languages
    found: dict[str, Table] = {}
    layouts: dict[Kind, Layout] = {}
    for kind in Kind:
        if kind.value in wanted:
            layouts[kind] = layout_of(kind, languages)
            found |= {one.name: Table(one.name, one.columns) for one in layouts[kind].all()}
    if Kind.CYCLE in layouts:
        found |= {"cycle_counts": status_and_totals()["cycle_counts"]}
    for record in records(gated.project):
        if record.kind in layouts and not record.stand_in:
            _fill(found, layouts[record.kind], record.data, _keys(record))
            if record.kind is Kind.CYCLE:
                found["cycle_counts"].rows += _totals(record.id, record.data.counts)
    if STATUS in wanted:
        found[STATUS] = status_and_totals()[STATUS]
        found[STATUS].rows += _statuses(gated)
    if gated.audience is not Audience.TEAM:
        for table in found.values():
            _blank(table)
    return list(found.values())


def _blank(table: Table) -> None:
    """Empty what nobody outside the team is told, and the gate keeps for its own use.

    The gate needs the names of files to read them; whether somebody is a minor it always denies.
    """
    shown = [not one.name.endswith("file") and one.name != "minor" for one in table.columns]
    if not all(shown):
        table.rows = [
            tuple(cell if kept else None for cell, kept in zip(row, shown, strict=True)) for row in table.rows
        ]


def status_and_totals() -> dict[str, Table]:
    """The two tables that no class of the model stands behind, empty."""
    return {
        STATUS: Table(STATUS, _STATUS_COLUMNS),
        "cycle_counts": Table("cycle_counts", _TOTAL_COLUMNS),
    }


def layout_of(kind: Kind, languages: tuple[str, ...]) -> Layout:
    """The tables of a kind of record."""
    keys = (("learner", Type.TEXT),) if kind in _OF_LEARNERS else ()
    name = kind.value.replace("-", "_")
    return layout(name, CLASSES[kind], (*keys, ("id", Type.TEXT)), languages)


def _keys(record: Record[Any]) -> tuple[Cell, ...]:
    return (record.learner, record.id) if record.kind in _OF_LEARNERS else (record.id,)


def _fill(found: Mapping[str, Table], one: Layout, data: Any, keys: tuple[Cell, ...]) -> None:
    found[one.name].rows.append((*keys, *one.read(data)))
    for items, inner in one.lists:
        for key, item in items(data):
            _fill(found, inner, item, (*keys, key))


def _totals(cycle: str, counts: Counts, figure: str = "") -> Iterator[tuple[Cell, ...]]:
    for name, value in counts.items():
        if isinstance(value, Mapping):
            yield from _totals(cycle, value, f"{figure}.{name}" if figure else name)
        else:
            yield (cycle, figure, name, value) if figure else (cycle, name, None, value)


def _statuses(gated: Gated) -> Iterator[tuple[Cell, ...]]:
    for learner, found in gated.statuses.items():
        for competence, one in found.items():
            flags = {flag.value for flag in one.flags}
            yield (
                learner,
                competence,
                one.status.value,
                one.level,
                one.target,
                one.decision,
                len(one.counting),
                "needs_refresh" in flags,
                "overruled" in flags,
            )
