"""Tables as files: comma-separated values with a description beside them, or Parquet."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterable, Sequence

from bekwaam.export.cells import write_csv
from bekwaam.export.school_tables import Table
from bekwaam.export.tables import Cell, Type


class NoParquet(Exception):  # noqa: N818 - what to install is said by who catches it
    """The library that writes Parquet is not installed."""


def csv_files(tables: Iterable[Table]) -> dict[str, bytes]:
    """A file for each table, and ``datapackage.json``, which says what each column holds.

    Empty cells stand for nothing, dates are ISO, yes and no are ``true`` and ``false``; a text that
    a spreadsheet would take for a formula has an apostrophe before it.
    """
    found = {}
    resources = []
    for table in tables:
        path = f"{table.name}.csv"
        head = [column.name for column in table.columns]
        found[path] = write_csv(head, [[_plain(cell) for cell in row] for row in table.rows]).encode()
        fields = [{"name": column.name, "type": column.type.value} for column in table.columns]
        resources.append({"name": table.name.replace("_", "-"), "path": path, "schema": {"fields": fields}})
    package = {"profile": "tabular-data-package", "resources": resources}
    found["datapackage.json"] = f"{json.dumps(package, indent=2)}\n".encode()
    return found


def parquet_files(tables: Sequence[Table]) -> dict[str, bytes]:
    """A file for each table, with the types of its columns.

    Raises:
        NoParquet: where the optional library is missing.
    """
    try:
        import pyarrow
        import pyarrow.parquet as parquet
    except ImportError:
        raise NoParquet from None
    types = {
        Type.TEXT: pyarrow.string(),
        Type.NUMBER: pyarrow.float64(),
        Type.INTEGER: pyarrow.int64(),
        Type.BOOLEAN: pyarrow.bool_(),
        Type.DATE: pyarrow.date32(),
    }
    found = {}
    for table in tables:
        arrays = [
            pyarrow.array([row[place] for row in table.rows], type=types[column.type])
            for place, column in enumerate(table.columns)
        ]
        written = io.BytesIO()
        names = [column.name for column in table.columns]
        parquet.write_table(pyarrow.table(arrays, names=names), written)
        found[f"{table.name}.parquet"] = written.getvalue()
    return found


def _plain(cell: Cell) -> object:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat() if isinstance(cell, dt.date) else cell
