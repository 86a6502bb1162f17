"""A small school in plain data, with just enough around one competence."""

from __future__ import annotations

import datetime as dt
from typing import Any

from bekwaam.model.kinds import Kind
from bekwaam.model.project import LearnerFolder, MediaFile, Project, Record
from bekwaam.model.status import CompetenceStatus
from bekwaam.records.assembly import assemble
from bekwaam.records.building import from_data
from bekwaam.records.kinds import CLASSES
from bekwaam.status import compute

DOUGH = "bakery/dough"
LEVELS = ["not_yet", "with_help", "supervised", "independent", "new_situations"]


def record(kind: Kind, id_: str, data: dict[str, Any], learner: str | None = None) -> Record[Any]:
    """A record as if read from a file."""
    folder = f"learners/{learner}/" if learner else ""
    name = "learner" if kind is Kind.LEARNER else f"{kind.value}/{id_}"
    return Record(
        id=id_,
        path=f"{folder}{name}.yml",
        kind=kind,
        data=from_data(CLASSES[kind], data),
        learner=learner,
    )


class Case:
    """One learner and one competence; add records, then ask for the status."""

    def __init__(self, rules: dict[str, Any] | None = None, target: str | None = "independent") -> None:
        self.records: list[Record[Any]] = [
            record(
                Kind.SCHOOL,
                "school",
                {
                    "name": "Proef",
                    "languages": ["nl"],
                    "responsible": "greet",
                    "levels": [{"code": code, "label": code} for code in LEVELS],
                    **({"rules": rules} if rules else {}),
                },
            ),
            record(
                Kind.FRAMEWORK,
                "bakery",
                {
                    "title": "Bakker",
                    "version": "1",
                    "competences": [
                        {
                            "code": "dough",
                            "title": "deeg kneden",
                            "criteria": [
                                {"code": "temperature", "text": "meet", "critical": True},
                                {"code": "tidy", "text": "ruimt op"},
                            ],
                        }
                    ],
                },
            ),
        ]
        self.add(
            Kind.LEARNER,
            "anna",
            {"pseudonym": "Vos", "minor": False, "programme": "bakery", "cohort": "2026"},
        )
        self.add(
            Kind.AGREEMENT,
            "one",
            {
                "school": "school",
                "workplace": "gist/oven",
                "form": "dual",
                "start": "2025-09-01",
                "end": "2026-06-30",
                "mentor": "jan",
                "coach": "sara",
                "backup": {"mentor": "piet", "coach": "lies"},
                "organisation": "x",
                "content": "x",
                "guidance": {},
                "evaluation": "x",
            },
        )
        if target is not None:
            self.plan("p1", 1, target, agreed="2025-09-15")

    def add(self, kind: Kind, id_: str, data: dict[str, Any]) -> Case:
        """Add one record of the learner."""
        self.records.append(record(kind, id_, data, learner="anna"))
        return self

    def plan(self, id_: str, version: int, target: str, agreed: str | None = None) -> Case:
        """A plan with one goal."""
        data: dict[str, Any] = {
            "version": version,
            "agreement": "one",
            "baseline": [{"competence": DOUGH, "level": "not_yet"}],
            "goals": [
                {
                    "competence": DOUGH,
                    "target": target,
                    "learned_at": ["workplace"],
                    "due": "2026-06-01",
                }
            ],
        }
        if agreed:
            data["agreed"] = {"role": "learner", "date": agreed}
        return self.add(Kind.PLAN, id_, data)

    def evidence(self, id_: str, day: str = "2026-03-01", type_: str = "photo", **more: Any) -> Case:
        """Confirmed evidence, unless ``verified`` says otherwise."""
        data = {
            "title": id_,
            "date": day,
            "type": type_,
            "competences": [DOUGH],
            "context": {"place": "workplace"},
            "verified": {"by": "jan", "date": day},
            **more,
        }
        return self.add(Kind.EVIDENCE, id_, {k: v for k, v in data.items() if v is not None})

    def enough(self) -> Case:
        """Two pieces of evidence of two types."""
        return self.evidence("e1", type_="photo").evidence("e2", type_="observation")

    def assessment(
        self,
        id_: str,
        assessor: str,
        level: str,
        day: str = "2026-06-10",
        moment: str = "summative",
        criteria: dict[str, str] | None = None,
        evidence: list[str] | None = None,
    ) -> Case:
        """One rating of the competence."""
        rating: dict[str, Any] = {"competence": DOUGH, "level": level}
        rating["criteria"] = criteria or {}
        rating["evidence"] = evidence or []
        return self.add(
            Kind.ASSESSMENT,
            id_,
            {
                "date": day,
                "assessor": assessor,
                "moment": moment,
                "phase": "during",
                "results": [rating],
            },
        )

    def met(self, day: str = "2026-03-05", by: str = "jan") -> Case:
        """The critical criterion is met in a formative assessment."""
        return self.assessment(f"met-{day}-{by}", by, "supervised", day, "formative", {"temperature": "met"})

    def decision(self, id_: str, result: str, day: str = "2026-06-20", **more: Any) -> Case:
        """The school decides on the competence."""
        ruling = {"competence": DOUGH, "result": result, **more}
        return self.add(Kind.DECISION, id_, {"date": day, "by": "greet", "results": [ruling]})

    @property
    def project(self) -> Project:
        """All records together."""
        listed: dict[tuple[Kind, str | None], frozenset[str]] = {}
        for one in self.records:
            place = one.kind, one.learner
            listed[place] = listed.get(place, frozenset()) | {one.id}
        media: dict[str, MediaFile] = {}
        return assemble(self.records, listed, media)

    @property
    def folder(self) -> LearnerFolder:
        """The learner's folder."""
        return self.project.learners["anna"]

    def status(self, as_of: str = "2026-06-30", broken: tuple[str, ...] = ()) -> CompetenceStatus:
        """The status on a day."""
        found, _ = compute(self.project, self.folder, dt.date.fromisoformat(as_of), broken)
        return found[DOUGH]

    def errors(self, as_of: str = "2026-06-30") -> list[str]:
        """The codes of what computing finds wrong."""
        _, wrong = compute(self.project, self.folder, dt.date.fromisoformat(as_of))
        return [one.code for one in wrong]
