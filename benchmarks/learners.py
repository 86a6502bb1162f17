"""One invented learner: a folder of records that is complete and without errors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from benchmarks import words

Data = dict[str, Any]

START, END = dt.date(2025, 9, 8), dt.date(2026, 6, 26)
_TYPES = ("work_product", "observation", "log", "test", "document", "witness_statement", "photo")
_PRIVATE = 0.02
"""The share of evidence that is for nobody else, so that every site has something that it may not tell."""
_DONE = 5
"""How many of their competences a learner comes to master."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Whom and what a learner has around them, as ids; criteria by short code of competence."""

    framework: str
    competences: Mapping[str, tuple[str, ...]]
    school: str
    responsible: str
    mentor: str
    coach: str
    workplace: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """Makes the records of one learner; every question of chance is answered by ``chance``."""

    around: Surroundings
    number: int
    chance: Random

    def files(self) -> Iterator[tuple[str, Data]]:
        """Every record: its path within the learner's folder, and its data."""
        evidence = dict(self._evidence())
        cited = {code: [] for code in self.around.competences}  # type: dict[str, list[str]]
        for name, record in evidence.items():
            for competence in record["competences"]:
                cited[competence.partition("/")[2]].append(name)
        often = [code for code in self.around.competences if len(cited[code]) >= 3]
        done = often[:_DONE] or [max(cited, key=lambda code: len(cited[code]))]
        yield "learner.yml", self._learner(list(evidence))
        yield "agreements/2025-09-werkplek.yml", self._agreement()
        yield "plans/2025-09-plan.yml", self._plan()
        for name, record in evidence.items():
            yield f"evidence/{name}.yml", record
        for name, record in self._assessments(done, cited):
            yield f"assessments/{name}.yml", record
        yield "decisions/2026-06-22-beslissing.yml", self._decision(done)
        yield from self._contacts()
        yield "feedback/2026-06-12-mentor.yml", self._feedback()
        yield "next-step.yml", self._next_step()

    def _competence(self, code: str) -> str:
        return f"{self.around.framework}/{code}"

    def _person(self, role: str) -> Data:
        named = {"mentor": self.around.mentor, "coach": self.around.coach}
        return {"role": role, "person": named[role]} if role in named else {"role": role}

    def _signed(self, day: dt.date) -> list[Data]:
        return [{**self._person(role), "date": day.isoformat()} for role in ("learner", "mentor", "coach")]

    def _learner(self, evidence: list[str]) -> Data:
        scopes = [
            {"scope": scope, "audience": "handover", "given_by": "learner", "date": "2025-12-08"}
            for scope in ("description", "portfolio", "name", "images")
        ]
        return {
            "name": words.full_name(self.chance),
            "pseudonym": f"Lerende {self.number}",
            "minor": False,
            "programme": self.around.framework,
            "cohort": "2025-2026",
            "languages": ["nl"],
            "emails": [f"lerende{self.number}@school.example"],
            "about": words.markdown(self.chance, 1, 4),
            "featured": self.chance.sample(evidence, 3),
            "status": "active",
            "consents": scopes,
            "retention_until": "2029-06-30",
        }

    def _agreement(self) -> Data:
        chance = self.chance
        return {
            "school": self.around.school,
            "workplace": self.around.workplace,
            "form": "dual",
            "start": START.isoformat(),
            "end": END.isoformat(),
            "hours": 860,
            "mentor": self.around.mentor,
            "coach": self.around.coach,
            "organisation": words.sentences(chance, 1, 3),
            "content": words.sentences(chance, 1, 4),
            "guidance": {"min_visits": 3, "max_interval_days": 100, "text": words.sentences(chance, 1, 3)},
            "evaluation": words.sentences(chance, 1, 3),
            "readiness": [
                {**self._person(role), "date": "2025-08-28", "ready": True}
                for role in ("learner", "mentor", "coach")
            ],
            "approvals": [{"by": "Sectoraal partnerschap", "date": "2024-05-06", "expires": "2029-05-06"}],
            "induction": {"date": START.isoformat(), "safety": True, "items": [words.title(chance)]},
            "signatures": self._signed(START),
        }

    def _plan(self) -> Data:
        codes = [self._competence(code) for code in self.around.competences]
        return {
            "version": 1,
            "agreement": "2025-09-werkplek",
            "baseline": [
                {"competence": code, "level": "with_help", "source": "intake", "date": "2025-08-28"}
                for code in codes
            ],
            "goals": [
                {
                    "competence": code,
                    "target": "independent",
                    "learned_at": ["workplace", "school"],
                    "due": "2026-06-05",
                    "proposed_by": self.chance.choice(("learner", "mentor", "coach")),
                }
                for code in codes
            ],
            "agreed": self._signed(START),
        }

    def _evidence(self) -> Iterator[tuple[str, Data]]:
        chance, codes = self.chance, list(self.around.competences)
        days = sorted(chance.sample(range(10, 260), chance.randint(16, 24)))
        for number, after in enumerate(days):
            day = START + dt.timedelta(days=after)
            title = words.title(chance)
            picked = [codes[number % len(codes)]]
            if chance.random() < 0.3:
                picked.append(codes[(number + chance.randint(1, len(codes) - 1)) % len(codes)])
            record: Data = {
                "title": title,
                "date": day.isoformat(),
                "type": _TYPES[(number + number // len(codes)) % len(_TYPES)],
                "competences": [self._competence(code) for code in picked],
                "criteria": [
                    f"{self._competence(picked[0])}/{chance.choice(self.around.competences[picked[0]])}"
                ],
                "context": {"place": "workplace", "workplace": self.around.workplace},
                "description": words.markdown(chance, 1, 9),
            }
            if record["type"] == "photo" or chance.random() < 0.35:
                record["media"] = [self._photo(number, part) for part in range(chance.choice((1, 1, 2)))]
            if chance.random() < 0.7:
                record["reflection"] = self._reflection()
            record["hours"] = chance.randint(1, 8)
            record["verified"] = [
                {
                    "by": self.around.mentor,
                    "date": (day + dt.timedelta(days=1)).isoformat(),
                    "note": words.sentence(chance),
                }
            ]
            record["visibility"] = chance.choice(("team", "handover", "handover", "handover"))
            if chance.random() < _PRIVATE:
                record["visibility"] = "private"
            yield f"{day.isoformat()}-{words.slug(title)}", record

    def _photo(self, number: int, part: int) -> Data:
        return {
            "file": f"../media/{number:02}-{part}",  # the school adds the ending of the photo it puts there
            "alt": words.sentence(self.chance),
            "caption": words.title(self.chance),
            "third_parties": "none",
        }

    def _reflection(self) -> Data:
        parts = ("situation", "task", "action", "result", "reflection", "transfer")
        kept = [part for part in parts if self.chance.random() < 0.8] or ["reflection"]
        return {part: words.sentences(self.chance, 1, 5) for part in kept}

    def _assessments(self, done: list[str], cited: Mapping[str, list[str]]) -> Iterator[tuple[str, Data]]:
        rounds = (
            ("2025-10-20-mentor", self.around.mentor, "formative"),
            ("2025-12-15-mentor", self.around.mentor, "interim"),
            ("2026-02-10-coach", self.around.coach, "formative"),
            ("2026-04-10-mentor", self.around.mentor, "formative"),
            ("2026-06-08-zelf-eind", "self", "summative"),
            ("2026-06-10-mentor-eind", self.around.mentor, "summative"),
            ("2026-06-11-coach-eind", self.around.coach, "summative"),
        )
        for name, assessor, moment in rounds:
            day, final = name[:10], moment == "summative"
            codes = done if final else list(self.around.competences)
            results = []
            for code in codes:
                seen = [one for one in cited[code] if one[:10] <= day]
                result: Data = {
                    "competence": self._competence(code),
                    "level": "independent" if final else self.chance.choice(("with_help", "supervised")),
                }
                if assessor != "self":
                    marks = ("met",) if final else ("met", "not_met", "not_seen")
                    criteria = self.around.competences[code]
                    result["criteria"] = {one: self.chance.choice(marks) for one in criteria}
                    result["comment"] = words.sentences(self.chance, 1, 3)
                    result["evidence"] = seen[:4]
                results.append({key: value for key, value in result.items() if value})
            yield (
                name,
                {
                    "date": day,
                    "assessor": assessor,
                    "moment": moment,
                    "phase": "during",
                    "plan_version": 1,
                    "results": results,
                    "next_action": words.sentence(self.chance),
                },
            )

    def _decision(self, done: list[str]) -> Data:
        rests_on = ["2026-06-10-mentor-eind", "2026-06-11-coach-eind"]
        return {
            "date": "2026-06-22",
            "by": self.around.responsible,
            "results": [
                {
                    "competence": self._competence(code),
                    "result": "achieved",
                    "level": "independent",
                    "motivation": words.sentences(self.chance, 1, 2),
                    "assessments": rests_on,
                }
                for code in done
            ],
        }

    def _contacts(self) -> Iterator[tuple[str, Data]]:
        together = [self._person(role) for role in ("learner", "mentor", "coach")]
        days = ("2025-11-13", "2026-02-12", "2026-05-07")
        kinds = [
            ("2025-08-28", "intake"),
            (START.isoformat(), "induction"),
            *((day, "visit") for day in days),
        ]
        for day, kind in kinds:
            yield (
                f"contacts/{day}-{kind}.yml",
                {
                    "date": day,
                    "kind": kind,
                    "participants": together,
                    "notes": words.sentences(self.chance, 1, 4),
                    "agreements": words.sentence(self.chance),
                },
            )

    def _feedback(self) -> Data:
        return {
            "date": "2026-06-12",
            "from": "mentor",
            "formal": True,
            "about": "procedure",
            "rating": self.chance.randint(2, 5),
            "text": words.sentences(self.chance, 1, 4),
        }

    def _next_step(self) -> Data:
        return {
            "type": self.chance.choice(("study", "job")),
            "wish": words.sentence(self.chance),
            "target": words.title(self.chance),
            "advice": words.sentences(self.chance, 1, 4),
            "actions": [words.sentence(self.chance)],
            "follow_up": "2026-11-16",
        }
