"""The page of the tables: what `bekwaam export table` writes, column by column."""

from __future__ import annotations

from bekwaam.export.school_tables import STATUS, Table, layout_of, status_and_totals
from bekwaam.model.kinds import Kind

_INTRODUCTION = """\
---
lang: en
description: The tables that records become, and what their columns hold.
---

# Tables

`bekwaam export table` writes a table for each kind of record, and one for each list in it. Columns are
called as the fields of the [records](records/index.md), where each is explained; what stands in a single
mapping has its name before it (`guidance_min_visits`). Names and columns stay as they are.

- **Whose row it is**: `learner` and `id` say which record a row is. A list's table has the record's columns
  before it, under the name of its kind, and `position`: the place in the list, from 1. A list in a list has
  the place of what holds it in a column with that list's name (`results`).
- **Texts** stand in the school's first language. For each other language of the school there is one more,
  such as `title_en`, which is not shown below; it is empty where nobody translated.
- **Types**: `string`, `number`, `integer`, `boolean` (`true` or `false`) and `date` (2026-06-30). An empty
  cell stands for nothing. Beside CSV lies `datapackage.json`, which tells the types to programs. Parquet
  has them in the files.
- **No formulas**: in CSV a text that starts with `=`, `+`, `-`, `@`, a tab or a line's end (spaces before it
  or not) gets an apostrophe `'` before it, so that no spreadsheet runs it. Numbers and dates
  stay as they are.
- **Not there**: seals, public keys, private evidence, and whatever else the audience may not see.
"""


def page() -> str:
    """The page, from the layouts of a school with one language."""
    lines = [_INTRODUCTION]
    computed = status_and_totals()
    for kind in Kind:
        name = kind.value
        lines += [f"## {name}", "", f"From records of the kind [{name}](records/{name}.md).", ""]
        found = [Table(one.name, one.columns) for one in layout_of(kind, ("en",)).all()]
        if kind is Kind.CYCLE:
            found.append(computed["cycle_counts"])
        for table in found:
            lines += _table(table)
    lines += [f"## {STATUS}", "", "What each competence of each learner is at on the day: one row each.", ""]
    return "\n".join([*lines, *_table(computed[STATUS])])


def _table(table: Table) -> list[str]:
    columns = ", ".join(
        f"`{one.name}`" if one.type.value == "string" else f"`{one.name}` ({one.type.value})"
        for one in table.columns
    )
    return [f"**`{table.name}`**: {columns}.", ""]
