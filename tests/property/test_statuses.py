"""Random schools, full of dates on the edge: the product and a second opinion must agree."""

from __future__ import annotations

import datetime as dt
import json
import random
from pathlib import Path
from typing import Any

from bekwaam.model.status import CompetenceStatus
from bekwaam.project import load
from tests.property.second_opinion import Data, Opinion, School, later

SCHOOLS, LEARNERS = 60, 8
MENTORS, COACHES = ["m1", "m2", "m3"], ["k1", "k2", "k3"]
ROLES = {
    "head": "school_responsible",
    "t1": "teacher",
    **dict.fromkeys(MENTORS, "mentor"),
    **dict.fromkeys(COACHES, "coach"),
}
COMPETENCES = [f"{framework}/{code}" for framework in ("fa", "fb") for code in ("c0", "c1")]
END = "2030-01-01"


def test_a_second_opinion_agrees(tmp_path: Path) -> None:
    seen = set()
    for seed in range(SCHOOLS):
        chance = random.Random(seed)
        as_of = chance.choice([dt.date(2026, 3, 31), dt.date(2028, 2, 29), dt.date(2026, 6, 15)])
        schools = Made(chance, as_of).schools()
        root = tmp_path / str(seed)
        write(root, schools)
        found = load(root, as_of)
        assert not found.errors, f"seed {seed}: {found.diagnostics}"
        for name, school in schools.items():
            statuses = {
                competence: Opinion(one.status.value, one.level, one.target, flags_of(one))
                for competence, one in found.statuses[name].items()
            }
            expected = {
                competence: Opinion(one.status, one.level, one.target, one.flags)
                for competence, one in school.opinions(as_of).items()
            }
            assert statuses == expected, f"seed {seed}, learner {name}"
            seen |= {(one.status, flag) for one in expected.values() for flag in one.flags or {""}}
    assert {status for status, _ in seen} == {
        *("not_started", "in_progress", "ready", "to_discuss", "proposed"),
        *("achieved", "not_achieved", "exempt"),
    }
    assert {flag for _, flag in seen} == {"", "overruled", "needs_refresh"}


def flags_of(status: CompetenceStatus) -> frozenset[str]:
    return frozenset(flag.value for flag in status.flags)


class Made:
    """One school, its frameworks and its learners, made by chance."""

    def __init__(self, chance: random.Random, as_of: dt.date) -> None:
        self.chance, self.as_of = chance, as_of
        self.levels = [f"l{number}" for number in range(chance.choice([2, 4, 5]))]
        chance.shuffle(self.levels)
        numbers = {
            "min_items": chance.choice([1, 2, 3]),
            "min_types": chance.choice([1, 2]),
            "max_age_months": chance.choice([1, 6, 24]),
        }
        self.school: Data = {
            "name": "S",
            "languages": ["fr"],
            "responsible": "head",
            "levels": [{"code": code, "label": code} for code in self.levels],
            **({"rules": {"evidence": numbers}} if self.often(0.8) else {}),
        }
        self.frameworks: Data = {
            name: {"title": name, "version": "1", "competences": [self.competence(c) for c in ("c0", "c1")]}
            for name in ("fa", "fb")
        }
        age = numbers["max_age_months"]
        base = as_of - dt.timedelta(chance.randrange(200))
        old = [later(start, -age) + dt.timedelta(off) for start in (as_of, base) for off in (-1, 0, 1)]
        self.edges = [as_of, as_of + dt.timedelta(1), base, base, base, *old]
        self.span = age * 40

    def often(self, share: float) -> bool:
        return self.chance.random() < share

    def day(self) -> str:
        if self.often(0.55):
            return str(self.chance.choice(self.edges))
        return str(self.as_of + dt.timedelta(self.chance.randrange(-self.span, 60)))

    def some(self, share: float) -> list[str]:
        """Some competences, never none."""
        return [one for one in COMPETENCES if self.often(share)] or [COMPETENCES[0]]

    def competence(self, code: str) -> Data:
        criteria = [
            {"code": f"k{number}", "text": "k", "critical": self.often(0.5)}
            for number in range(self.chance.randrange(3))
        ]
        return {"code": code, "title": "t", "criteria": criteria}

    def schools(self) -> dict[str, School]:
        learner = {"pseudonym": "P", "minor": False, "programme": "fa", "cohort": "1"}
        return {
            f"l{number}": School(self.school, self.frameworks, learner, self.records())
            for number in range(LEARNERS)
        }

    def records(self) -> dict[str, Data]:
        pick = self.chance.choice
        agreements = {f"a{number}": self.agreement() for number in range(pick([0, 1, 1, 2]))}
        versions = self.chance.sample([1, 2, 10], self.chance.randrange(4)) if agreements else []
        plans = {f"p{number}": self.plan(number, pick(list(agreements))) for number in versions}
        evidence = {f"e{number}": self.evidence() for number in range(self.chance.randrange(9))}
        sides = [one[who] for one in agreements.values() for who in ("mentor", "coach")]
        assessors = ["self", "t1", *MENTORS, *COACHES, *sides * 4]
        assessments = {
            f"s{self.chance.randrange(99)}-{number}": self.assessment(pick(assessors), evidence)
            for number in range(self.chance.randrange(9))
        }
        decisions = {f"d{number}": self.decision() for number in range(pick([0, 0, 1, 2]))}
        return {
            "agreements": agreements,
            "plans": plans,
            "evidence": evidence,
            "assessments": assessments,
            "decisions": decisions,
        }

    def agreement(self) -> Data:
        mentors, coaches = self.chance.sample(MENTORS, 2), self.chance.sample(COACHES, 2)
        backup = {
            who: people[1] for who, people in (("mentor", mentors), ("coach", coaches)) if self.often(0.4)
        }
        return {
            "school": "sch",
            "workplace": "co/w",
            "form": "dual",
            "start": "2020-01-01",
            "end": END,
            "mentor": mentors[0],
            "coach": coaches[0],
            **({"backup": backup} if backup else {}),
            "organisation": "o",
            "content": "c",
            "guidance": {},
            "evaluation": "e",
        }

    def plan(self, version: int, agreement: str) -> Data:
        goals = [
            {
                "competence": one,
                "target": self.chance.choice(self.levels),
                "learned_at": ["school"],
                "due": END,
            }
            for one in self.some(0.7)
        ]
        baseline = [{"competence": one["competence"], "level": self.levels[0]} for one in goals]
        plan: Data = {"version": version, "agreement": agreement, "baseline": baseline, "goals": goals}
        if self.often(0.6):
            plan["agreed"] = [{"role": "learner", "date": self.day()}]
            plan["agreed"].append({"role": "coach", "person": "k1", "date": self.day()})
        return plan

    def evidence(self) -> Data:
        day = self.day()
        item: Data = {
            "title": "t",
            "date": day,
            "type": self.chance.choice(["test", "log", "photo"]),
            "competences": self.chance.sample(COMPETENCES, self.chance.choice([1, 2])),
            "context": {"place": "school"},
        }
        if self.often(0.7):
            item["visibility"] = self.chance.choice(["private", "team", "team", "handover"])
        if self.often(0.6):
            seen = self.chance.choice([day, day, max(day, str(self.as_of + dt.timedelta(1)))])
            item["verified"] = [{"by": self.chance.choice([*MENTORS, *COACHES, "t1"]), "date": seen}]
        return item

    def assessment(self, assessor: str, evidence: Data) -> Data:
        day = self.day()
        results = []
        for competence in self.some(0.75):
            framework, code = competence.split("/")
            listed: list[Any] = self.frameworks[framework]["competences"]
            criteria = next(one["criteria"] for one in listed if one["code"] == code)
            values = ["met", "met", "met", "not_met", "not_seen"]
            cited = [
                name
                for name, one in evidence.items()
                if one["date"] <= day
                and one.get("visibility") != "private"
                and competence in one["competences"]
                and self.often(0.5)
            ]
            result: Data = {"competence": competence, "level": self.chance.choice(self.levels)}
            result["criteria"] = {
                one["code"]: self.chance.choice(values) for one in criteria if self.often(0.85)
            }
            results.append({**result, "evidence": cited})
        moment = self.chance.choice(["summative", "summative", "summative", "interim", "formative"])
        return {"date": day, "assessor": assessor, "moment": moment, "phase": "during", "results": results}

    def decision(self) -> Data:
        results = []
        for competence in self.some(0.5):
            verdict = self.chance.choice(["achieved", "achieved", "not_achieved", "exempt"])
            level = {"level": self.chance.choice(self.levels)} if self.often(0.5) else {}
            results.append({"competence": competence, "result": verdict, "motivation": "m", **level})
        return {"date": self.day(), "by": "head", "results": results}


def write(root: Path, schools: dict[str, School]) -> None:
    """One school's files; JSON is YAML."""
    files: Data = {
        "organisations/sch": {"name": "S", "type": "school"},
        "organisations/co": {"name": "C", "type": "company", "workplaces": [{"id": "w", "name": "W"}]},
    }
    for person, role in ROLES.items():
        place = "co" if role == "mentor" else "sch"
        roles = [{"role": role, "organisation": place, "from": "2000-01-01"}]
        files[f"people/{person}"] = {"name": person, "roles": roles}
    for name, one in schools.items():
        files["school"] = one.school
        files.update({f"frameworks/{key}": framework for key, framework in one.frameworks.items()})
        files[f"learners/{name}/learner"] = one.learner
        for kind, records in one.records.items():
            files.update({f"learners/{name}/{kind}/{key}": record for key, record in records.items()})
    for path, data in files.items():
        target = root / f"{path}.yml"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(data), encoding="utf-8")
