"""Of the school a learner takes along what their records name."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

from bekwaam import project, source
from bekwaam.export.own_part import own_part
from bekwaam.model.project import Record
from bekwaam.source import SourceFile
from tests.conftest import ROOT

DAY = dt.date(2026, 6, 30)


def part_of(root: Path, learner: str = "anna") -> dict[str, Any]:
    loaded = project.load(root, DAY)

    def read(record: Record[Any]) -> dict[str, Any]:
        file = SourceFile(path=record.path, kind=record.kind, id=record.id, learner=record.learner)
        return dict(source.read(root, file).data or {})

    return dict(own_part(loaded.project, loaded.project.learners[learner], read))


def school(tmp_path: Path) -> Path:
    return shutil.copytree(ROOT / "tests/cases/valid/minimal/portfolios", tmp_path / "portfolios")


def add(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_role_elsewhere_stays_behind(tmp_path: Path) -> None:
    root = school(tmp_path)
    (root / "organisations/elsewhere.yml").write_text("name: Elsewhere\ntype: company\n", encoding="utf-8")
    jan = root / "people/jan.yml"
    before = len((part_of(root)["people/jan.yml"])["roles"])
    rows = jan.read_text(encoding="utf-8").replace(
        "roles:\n", "roles:\n  - {role: mentor, organisation: elsewhere, from: 2026-01-01}\n"
    )
    jan.write_text(rows, encoding="utf-8")
    part = part_of(root)
    assert len(part["people/jan.yml"]["roles"]) == before
    assert "organisations/elsewhere.yml" not in part


def test_a_role_held_only_elsewhere_is_needed(tmp_path: Path) -> None:
    root = school(tmp_path)
    (root / "organisations/elsewhere.yml").write_text("name: Elsewhere\ntype: company\n", encoding="utf-8")
    (root / "people/piet.yml").write_text(
        "name: Piet\nroles: [{role: external, organisation: elsewhere, from: 2020-01-01, profile: Secret}]\n",
        encoding="utf-8",
    )
    visit = "date: 2026-03-01\nkind: visit\nparticipants: [{role: external, person: piet}]\n"
    (root / "learners/anna/contacts").mkdir(exist_ok=True)
    (root / "learners/anna/contacts/2026-03-01-visit.yml").write_text(visit, encoding="utf-8")
    part = part_of(root)
    assert part["organisations/elsewhere.yml"] == {"name": "Elsewhere", "type": "company"}
    held = {"role": "external", "organisation": "elsewhere", "from": "2020-01-01"}
    assert part["people/piet.yml"] == {"name": "Piet", "roles": [held]}


def test_keys_only_of_who_signed(tmp_path: Path) -> None:
    root = school(tmp_path)
    key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ+Bk3+rLI0Y8rVNJUuDzQnUbGqZmR2UoJZMaSfwNQqS"
    for name in ("jan", "marieke"):
        add(root / f"people/{name}.yml", f'signing_keys: ["{key[:-1]}{name[0]} {name}@his-computer"]\n')
    signature = "\n".join(
        ("-----BEGIN SSH SIGNATURE-----", "U1NIU0lH", "-----END SSH SIGNATURE-----")
    ).replace("\n", "\n    ")
    seal = f"seal:\n  format: 1\n  assessment: {'0' * 64}\n  signature: |\n    {signature}\n"
    add(root / "learners/anna/assessments/2026-06-10-jan.yml", seal)
    part = part_of(root)
    assert part["people/jan.yml"]["signing_keys"] == [f"{key[:-1]}j"]
    assert "signing_keys" not in part["people/marieke.yml"]
