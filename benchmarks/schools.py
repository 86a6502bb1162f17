"""An invented school of any size, the same for the same seed."""

# ruff: noqa: S311 - no secret hangs on these random numbers

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from benchmarks import words
from benchmarks.learners import Data, Learner, Surroundings
from benchmarks.photos import DISTINCT, photo

AS_OF = "2026-06-30"
SCHOOL, RESPONSIBLE = "de-school", "verantwoordelijke"

_FRAMEWORKS = ("bakkerij", "zorg", "elektriciteit")
_COMPETENCES, _CRITERIA = 8, 4
_LEARNERS_A_MENTOR, _LEARNERS_A_COACH = 4, 25
_MKDOCS = f"""site_name: De school
site_url: https://school.example/
theme:
  name: material
  font: false
plugins:
  - search
  - bekwaam:
      audience: team
      as_of: {AS_OF}
"""


class _Plain(yaml.CSafeDumper):
    """Writes a value that stands in two places out twice: the records know no aliases."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the name is PyYAML's
        return True


def write(home: Path, learners: int, seed: int = 1, *, photos: bool = True) -> int:
    """Write a school with its ``mkdocs.yml`` into the new folder ``home``; gives the number of records.

    A bigger school begins with the learners of a smaller one. Without ``photos`` no record names one.
    """
    root = home / "portfolios"
    (home / "docs").mkdir(parents=True)
    (home / "docs" / "index.md").write_text("# De school\n", encoding="utf-8")
    (home / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")
    count = 0
    for path, data in _shared(learners, seed):
        _record(root / path, data)
        count += 1
    for number in range(learners):
        folder = root / "learners" / f"lerende-{number:05}"
        for path, data in _learner(number, seed).files():
            if photos:
                _photos(folder, data.get("media", ()), Random(f"{seed}/photos/{number}/{path}"), seed)
            else:
                data.pop("media", None)
            _record(folder / path, data)
            count += 1
    return count


def write_history(home: Path) -> None:
    """Put a school in git, one commit a learner, each on a day of its own."""
    _git(home, "init", "--quiet", "--initial-branch=main")
    _git(home, "add", "mkdocs.yml", "docs", "portfolios", ":!portfolios/learners")
    _commit(home, "De school", 0)
    for number, folder in enumerate(sorted((home / "portfolios" / "learners").iterdir()), start=1):
        _git(home, "add", folder.relative_to(home).as_posix())
        _commit(home, folder.name, number)


def _commit(home: Path, message: str, day: int) -> None:
    when = f"{1_757_000_000 + day * 3600} +0200"
    who = (
        "-c",
        "user.name=De school",
        "-c",
        "user.email=school@school.example",
        "-c",
        "commit.gpgsign=false",
    )
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    _git(home, *who, "commit", "--quiet", "--message", message, **dates)


def _git(home: Path, *arguments: str, **environment: str) -> None:
    around = {**os.environ, **environment}  # noqa: TID251 - git's own settings come along
    subprocess.run(["git", *arguments], cwd=home, check=True, env=around)


def _record(path: Path, data: Data) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(text, encoding="utf-8")


def _photos(folder: Path, media: Iterable[Data], chance: Random, seed: int) -> None:
    """Give each of a record's photos a file: a copy of one of the photos that there are."""
    for one in media:
        ending, content = _photo(chance.randrange(DISTINCT), seed)
        one["file"] = f"{one['file']}.{ending}"
        file = folder / one["file"].removeprefix("../")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


@cache
def _photo(number: int, seed: int) -> tuple[str, bytes]:
    return photo(number, seed)


def _learner(number: int, seed: int) -> Learner:
    framework = _FRAMEWORKS[number % len(_FRAMEWORKS)]
    criteria = tuple(f"t{one}" for one in range(_CRITERIA))
    mentor = number // _LEARNERS_A_MENTOR
    around = Surroundings(
        framework=framework,
        competences={f"c{one}": criteria for one in range(_COMPETENCES)},
        school=SCHOOL,
        responsible=RESPONSIBLE,
        mentor=f"mentor-{mentor:04}",
        coach=f"coach-{number // _LEARNERS_A_COACH:03}",
        workplace=f"bedrijf-{mentor:04}/werkvloer",
    )
    return Learner(around=around, number=number, chance=Random(f"{seed}/learner/{number}"))


def _shared(learners: int, seed: int) -> Iterator[tuple[str, Data]]:
    """What a school has once: itself, its frameworks, its people and places, its quality work."""
    chance = Random(f"{seed}/school")
    mentors = -(-learners // _LEARNERS_A_MENTOR)
    coaches = [f"coach-{number:03}" for number in range(-(-learners // _LEARNERS_A_COACH))]
    yield "school.yml", _school(chance)
    for framework in _FRAMEWORKS:
        yield f"frameworks/{framework}.yml", _framework(framework, chance)
    yield f"organisations/{SCHOOL}.yml", {"name": "De school", "type": "school", "responsible": RESPONSIBLE}
    yield f"people/{RESPONSIBLE}.yml", _person("school_responsible", SCHOOL, chance)
    for coach in coaches:
        yield f"people/{coach}.yml", _person("coach", SCHOOL, chance)
    # One chance for each, so that a bigger school doesn't change the ones that a smaller one has too.
    for number in range(mentors):
        own = Random(f"{seed}/mentor/{number}")
        yield f"people/mentor-{number:04}.yml", _person("mentor", f"bedrijf-{number:04}", own)
        yield f"organisations/bedrijf-{number:04}.yml", _company(number, own)
    yield from _quality(coaches, chance)


def _school(chance: Random) -> Data:
    codes = {"not_yet": "nog niet", "with_help": "met hulp", "supervised": "onder toezicht"}
    codes |= {"independent": "zelfstandig", "new_situations": "ook in nieuwe situaties"}
    return {
        "name": "De school",
        "languages": ["nl"],
        "url": "https://school.example/",
        "responsible": RESPONSIBLE,
        "vision": words.markdown(chance, 3, 8),
        "core_group": words.sentences(chance, 2, 4),
        "levels": [
            {"code": code, "label": label, "description": words.sentence(chance)}
            for code, label in codes.items()
        ],
        "rules": {
            "evidence": {"min_items": 2, "min_types": 2, "max_age_months": 24},
            "visits": {"min": 2, "max_interval_days": 100},
            "formative_interval_days": 80,
        },
    }


def _framework(name: str, chance: Random) -> Data:
    competences: list[Data] = []
    for number in range(_COMPETENCES):
        criteria = [
            {"code": f"t{one}", "text": words.sentence(chance), "critical": one == 0}
            for one in range(_CRITERIA)
        ]
        title, text = words.title(chance).lower(), words.sentences(chance, 1, 3)
        competences.append(
            {
                "code": f"c{number}",
                "title": title,
                "description": text,
                "kind": "technical",
                "criteria": criteria,
            }
        )
    return {"title": name.capitalize(), "version": "2025.1", "competences": competences}


def _person(role: str, organisation: str, chance: Random) -> Data:
    record: dict[str, Any] = {
        "name": words.full_name(chance),
        "roles": [{"role": role, "organisation": organisation, "from": "2020-09-01", "hours_per_week": 4}],
    }
    if role == "mentor":
        record["training"] = [{"title": "Mentoropleiding", "date": "2024-02-20", "due": "2029-02-28"}]
    return record


def _company(number: int, chance: Random) -> Data:
    workplace = {
        "id": "werkvloer",
        "name": words.title(chance),
        "activities": words.sentences(chance, 1, 3),
        "adaptations": words.sentence(chance),
        "safety": words.sentences(chance, 1, 3),
        "capacity": _LEARNERS_A_MENTOR,
    }
    return {
        "name": f"{words.title(chance)} {number}",
        "type": "company",
        "responsible": f"mentor-{number:04}",
        "workplaces": [workplace],
    }


def _quality(coaches: Sequence[str], chance: Random) -> Iterator[tuple[str, Data]]:
    yield (
        "quality/cycles/2025-2026.yml",
        {"title": "Schooljaar 2025-2026", "start": "2025-09-01", "end": "2026-08-31"},
    )
    for number in range(12):
        yield (
            f"quality/actions/2026-01-actie-{number:02}.yml",
            {
                "title": words.title(chance),
                "origin": "07",
                "owner": RESPONSIBLE,
                "due": "2026-12-31",
                "status": "open",
            },
        )
    answers = {
        str(point): {"answer": chance.choice(("yes", "not_applicable")), "note": words.sentence(chance)}
        for point in range(10, 58)  # 08 and 09 are texts to us, and numbers to YAML 1.2
    }
    yield (
        "quality/self-evaluations/2026-06-school.yml",
        {
            "organisation": SCHOOL,
            "cycle": "2025-2026",
            "form": "dual",
            "respondent": "school_responsible",
            "answers": answers,
        },
    )
    for month in ("2025-10", "2026-03"):
        participants = [{"role": "coach", "person": coach, "organisation": SCHOOL} for coach in coaches]
        yield (
            f"quality/contacts/{month}-14-overleg.yml",
            {
                "date": f"{month}-14",
                "kind": "meeting",
                "participants": participants,
                "notes": words.sentences(chance, 2, 5),
            },
        )
