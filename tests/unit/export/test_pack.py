"""A pack's inventory says what is in it, to programs and to people."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import json
import zipfile

from bekwaam.audience.reasons import Withheld
from bekwaam.diagnostics import say
from bekwaam.export.pack import About, evidence_table, with_inventory, zipped
from bekwaam.model.evidence import EvidenceType
from bekwaam.model.roles import Role
from bekwaam.views.handover import HandoverView, IndexedEvidence, PackFile
from bekwaam.views.parts import PersonView
from bekwaam.views.words import Words

MENTOR = PersonView(id=None, name=None, role=Role.MENTOR, organisation=None)
COVER = HandoverView(
    name="Blauwe reiger",
    programme=Words("Bakker"),
    cohort="2026",
    as_of=dt.date(2026, 6, 30),
    contents=(PackFile(path="cover.nl.pdf", title=say("pack")),),
    held_back=(Withheld(what=say("the name"), why=say("there is no consent for it")),),
    step=None,
    wish=None,
    target=None,
    advice=None,
    goals=(),
    reached=(),
    evidence=(
        IndexedEvidence(
            date=dt.date(2026, 5, 14),
            title=Words("=HYPERLINK(1)"),
            type=EvidenceType.PHOTO,
            competences=(Words("kneden"), Words("bakken")),
            confirmed_by=(MENTOR,),
        ),
    ),
)
ABOUT = About(school="Zuid", date="2026-06-30", language="nl")


def test_every_file_has_its_digest() -> None:
    files = with_inventory({"cover.nl.pdf": b"%PDF"}, COVER, ABOUT, str)
    assert list(files) == ["cover.nl.pdf", "inventory.json", "inventory.txt"]
    data = json.loads(files["inventory.json"])
    digest = hashlib.sha256(b"%PDF").hexdigest()
    assert data["files"] == [{"path": "cover.nl.pdf", "title": "pack", "size": 4, "sha256": digest}]
    assert data["held_back"] == [{"what": "the name", "why": "there is no consent for it"}]
    text = files["inventory.txt"].decode()
    assert digest in text
    assert "- the name: there is no consent for it" in text


def test_the_index_is_safe_in_a_spreadsheet() -> None:
    rows = list(csv.reader(io.StringIO(evidence_table(COVER, str).decode())))
    assert rows[1] == ["2026-05-14", "'=HYPERLINK(1)", "photo", "kneden; bakken", "mentor"]


def test_the_same_files_are_the_same_bytes() -> None:
    whole = zipped({"b": b"2", "a": b"1"})
    assert whole == zipped({"a": b"1", "b": b"2"})
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.namelist() == ["a", "b"]
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
