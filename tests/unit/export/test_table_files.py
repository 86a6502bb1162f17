"""Tables are read back by other programs, with their types."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sys

import pytest
from pyarrow import parquet

from bekwaam.export.school_tables import Table
from bekwaam.export.table_files import NoParquet, csv_files, parquet_files
from bekwaam.export.tables import Column, Type

TABLE = Table(
    "evidence",
    tuple(
        Column(name=name, type=kind)
        for name, kind in (
            ("title", Type.TEXT),
            ("hours", Type.NUMBER),
            ("position", Type.INTEGER),
            ("self_study", Type.BOOLEAN),
            ("date", Type.DATE),
        )
    ),
    [("=SUM(A1)", 2.5, 1, True, dt.date(2026, 6, 30)), ('Brood, "gebakken"\nën', 3, 2, False, None)],
)


def test_csv_holds_no_formula_and_says_its_types() -> None:
    files = csv_files([TABLE])
    assert list(csv.reader(io.StringIO(files["evidence.csv"].decode()))) == [
        ["title", "hours", "position", "self_study", "date"],
        ["'=SUM(A1)", "2.5", "1", "true", "2026-06-30"],
        ['Brood, "gebakken"\nën', "3", "2", "false", ""],
    ]
    package = json.loads(files["datapackage.json"])
    assert package["resources"][0]["path"] == "evidence.csv"
    fields = package["resources"][0]["schema"]["fields"]
    assert [one["type"] for one in fields] == ["string", "number", "integer", "boolean", "date"]


def test_parquet_keeps_types_and_the_texts_as_they_are() -> None:
    files = parquet_files([TABLE])
    read = parquet.read_table(io.BytesIO(files["evidence.parquet"]))
    assert [str(one) for one in read.schema.types] == ["string", "double", "int64", "bool", "date32[day]"]
    assert read.to_pylist()[0] == {
        "title": "=SUM(A1)", "hours": 2.5, "position": 1, "self_study": True, "date": dt.date(2026, 6, 30),
    }  # fmt: skip
    assert files == parquet_files([TABLE])


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(NoParquet):
        parquet_files([TABLE])
