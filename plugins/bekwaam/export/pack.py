"""A pack of files to hand over: its inventory, its index of evidence, and one file of all."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bekwaam.diagnostics import Message, Translate, say
from bekwaam.export.cells import write_csv
from bekwaam.rendering.labels import label
from bekwaam.views.handover import HandoverView

INVENTORY = ("inventory.json", "inventory.txt")
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The day of every file in an archive: the first that its format knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What an inventory says beside its files."""

    school: str
    date: str
    language: str


def with_inventory(
    files: Mapping[str, bytes], cover: HandoverView, about: About, translate: Translate
) -> dict[str, bytes]:
    """The files with an inventory for programs and one for people; each file has its SHA-256 digest."""
    titles = {one.path: one.title.render(translate) for one in cover.contents}
    listed = [
        {
            "path": path,
            "title": titles[path],
            "size": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
        for path, content in files.items()
    ]
    held_back = [
        {"what": one.what.render(translate), "why": one.why.render(translate)} for one in cover.held_back
    ]
    data = {
        "format": 1,
        "audience": "handover",
        "school": about.school,
        "learner": cover.name,
        "date": about.date,
        "language": about.language,
        "files": listed,
        "held_back": held_back,
    }
    text = json.dumps(data, ensure_ascii=False, indent=2)
    said = _readable(listed, held_back, cover, about, translate)
    return {**files, INVENTORY[0]: f"{text}\n".encode(), INVENTORY[1]: said.encode()}


def _readable(
    listed: Sequence[Mapping[str, object]],
    held_back: Sequence[Mapping[str, str]],
    cover: HandoverView,
    about: About,
    translate: Translate,
) -> str:
    lines = [
        say("Pack of {learner}", learner=cover.name).render(translate),
        f"{about.school}, {about.date}",
        "",
        say("In this pack, each with its SHA-256 digest:").render(translate),
    ]
    for one in listed:
        lines += [f"- {one['path']}: {one['title']}", f"  {one['sha256']}"]
    lines += ["", say("Not in this pack:").render(translate)]
    lines += [f"- {one['what']}: {one['why']}" for one in held_back]
    return "\n".join(lines) + "\n"


def evidence_table(cover: HandoverView, translate: Translate) -> bytes:
    """The index of evidence as a table."""
    head: list[Message] = [
        say("date"),
        say("title"),
        say("type"),
        say("competences"),
        say("confirmed by"),
    ]
    rows = [
        (
            one.date.isoformat(),
            str(one.title),
            label(one.type, translate),
            "; ".join(map(str, one.competences)),
            "; ".join(person.name or label(person.role, translate) for person in one.confirmed_by),
        )
        for one in cover.evidence
    ]
    return write_csv([one.render(translate) for one in head], rows).encode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """All files in one, the same bytes whenever and wherever it is made: stored, with fixed days."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, _EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[path])
    return whole.getvalue()
