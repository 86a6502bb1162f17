"""Who has to look at which change: the folders of a school, and the people that each asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bekwaam.model.project import LearnerFolder, Project
from bekwaam.model.roles import Role

_OF_THE_SCHOOL = ("school.yml", "people/", "organisations/", "frameworks/", "quality/", "media/")
_SIGNED_BY_BOTH = ("assessments/", "agreements/", "plans/")
_OF_A_LEARNER = ("evidence/", "media/", "contacts/", "feedback/", "next-step.yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership:
    """A path from the top of the folder of records, a folder where it ends in ``/``, and its people.

    ``mentors`` are asked beside ``people``: a host that can asks for one of each. What stands later
    goes before what stands earlier; ``rest`` is what then remains in a folder.
    """

    path: str
    people: Sequence[str]
    mentors: Sequence[str] = ()
    rest: Sequence[str] = ()


def ownerships(school: Project, day: dt.date) -> Iterator[Ownership]:
    """Every folder that somebody looks after, the widest first."""
    deciders = _deciders(school, day)
    yield Ownership(path="", people=deciders)
    for path in _OF_THE_SCHOOL:
        yield Ownership(path=path, people=deciders)
    for id_, folder in school.learners.items():
        yield from _of_learner(f"learners/{id_}/", folder, deciders, day)


def _of_learner(
    home: str, folder: LearnerFolder, deciders: Sequence[str], day: dt.date
) -> Iterator[Ownership]:
    mentors, coaches = _guides(folder, day)
    yield Ownership(path=home, people=coaches, rest=_OF_A_LEARNER)
    for part in _SIGNED_BY_BOTH:
        yield Ownership(path=f"{home}{part}", people=coaches, mentors=mentors)
    # Consents stand in it, and with them what leaves the school.
    yield Ownership(path=f"{home}learner.yml", people=deciders)
    yield Ownership(path=f"{home}decisions/", people=deciders)


def _deciders(school: Project, day: dt.date) -> list[str]:
    holding = [
        one for one, record in school.people.items() if Role.SCHOOL_RESPONSIBLE in record.data.roles_on(day)
    ]
    return list(dict.fromkeys([school.school.data.responsible, *holding]))


def _guides(folder: LearnerFolder, day: dt.date) -> tuple[list[str], list[str]]:
    """Mentors and coaches of the agreements that run, else of all; who stands in comes last."""
    agreements = [one.data for one in folder.agreements.values()]
    running = [one for one in agreements if one.start <= day <= one.end] or agreements
    mentors = [name for one in running for name in (one.mentor, *sorted(one.mentors - {one.mentor}))]
    coaches = [name for one in running for name in (one.coach, *sorted(one.coaches - {one.coach}))]
    return list(dict.fromkeys(mentors)), list(dict.fromkeys(coaches))
