"""Where a path in a record leads."""

from __future__ import annotations

import posixpath
import unicodedata

import pytest

from bekwaam.model.media import resolve

RECORDS = ("school.yml", "learners/anna/learner.yml", "learners/anna/evidence/één.yml")
FILES = (
    "oven.jpg",
    "media/oven.jpg",
    "../media/oven.jpg",
    "../../media/oven.jpg",
    "../media/../oven.jpg",
    "../.oven.jpg",
    "..",
    "./oven.jpg",
    "media//oven.jpg",
    "media/./oven.jpg",
    "media/../oven.jpg",
    ".hidden/oven.jpg",
    "media/.oven.jpg",
    "a..b.jpg",
    "media/...",
    "/etc/passwd",
    "../../../../etc/passwd",
    "media/",
    "",
    " oven.jpg",
    "oven.jpg\n",
    "mél.jpg",
    unicodedata.normalize("NFD", "mél.jpg"),
)


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("file", FILES)
def test_plain_paths_lead_where_all_others_do(record: str, file: str) -> None:
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(record), file))
    assert resolve(record, file) == unicodedata.normalize("NFC", whole)
