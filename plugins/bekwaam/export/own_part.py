"""What a learner takes along of the school: what their own records name, and no more of it than needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bekwaam.audience.findings import records_of
from bekwaam.model.assessment import SELF
from bekwaam.model.person import HeldRole
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.model.references import Reference
from bekwaam.rules.walking import references

Read = Callable[[Record[Any]], Mapping[str, Any]]
"""A record's plain data, as it stands in its file."""

_OF_THE_SCHOOL = (
    "name", "languages", "responsible", "url", "address", "contact", "logo", "accent", "vision", "levels",
    "rules", "privacy",
)  # fmt: skip
_OF_AN_ORGANISATION = ("name", "type", "responsible", "address", "workplaces")
_OF_A_WORKPLACE = ("id", "name", "address", "activities", "competences", "adaptations", "safety")
_OF_A_PERSON = ("name", "roles", "public_name")
_OF_A_ROLE = ("role", "organisation", "from", "to")


@dataclass(slots=True)
class _Named:
    """What the learner's records name, by id."""

    frameworks: set[str]
    organisations: set[str]
    workplaces: set[str]
    people: dict[str, list[HeldRole]]


def own_part(project: Project, folder: LearnerFolder, read: Read) -> dict[str, Mapping[str, Any]]:
    """The school's records that a learner's own folder cannot do without, by path, as plain data.

    Of people there are the name and the roles, and of those who signed a seal the public key: it
    proves the seal wherever the record goes. Their addresses, telephone numbers and trainings stay,
    and so do other workplaces of the same organisation, and what the school notes about itself.
    Frameworks come whole.
    """
    named = _named(project, folder)
    signers = _signers(folder)
    part: dict[str, Mapping[str, Any]] = {project.school.path: _only(read(project.school), _OF_THE_SCHOOL)}
    for one in sorted(named.frameworks):
        part[project.frameworks[one].path] = read(project.frameworks[one])
    for one in sorted(named.organisations):
        record = project.organisations[one]
        part[record.path] = _organisation(_only(read(record), _OF_AN_ORGANISATION), one, named)
    for one, held in sorted(named.people.items()):
        record_of_person = project.people[one]
        part[record_of_person.path] = _person(read(record_of_person), held, keys=one in signers)
    return part


def _named(project: Project, folder: LearnerFolder) -> _Named:
    found = _Named({folder.learner.data.programme}, set(), set(), {})
    people: set[str] = {project.school.data.responsible}
    for record in records_of(folder):
        for reference, value, _ in references(record.data):
            if reference in (Reference.COMPETENCE, Reference.CRITERION, Reference.FRAMEWORK):
                found.frameworks.add(value.partition("/")[0])
            elif reference is Reference.WORKPLACE:
                found.workplaces.add(value)
                found.organisations.add(value.partition("/")[0])
            elif reference is Reference.ORGANISATION:
                found.organisations.add(value)
            elif reference in (Reference.PERSON, Reference.ASSESSOR):
                people.add(value)
    found.frameworks &= project.frameworks.keys()
    while people:
        for one in people & project.people.keys():
            held = project.people[one].data.roles
            found.people[one] = [role for role in held if _needed(role, held, found.organisations)]
        found.organisations |= {role.organisation for held in found.people.values() for role in held}
        found.organisations &= project.organisations.keys()
        answering = (project.organisations[one].data.responsible for one in found.organisations)
        people = ({one for one in answering if one} & project.people.keys()) - found.people.keys()
    return found


def _needed(role: HeldRole, held: tuple[HeldRole, ...], organisations: set[str]) -> bool:
    """Whether a role is held where the learner was, or nothing else gives the right to do the same."""
    if role.organisation in organisations:
        return True
    return not any(
        other.organisation in organisations
        and other.role is role.role
        and other.from_ <= role.from_
        and (other.to is None or (role.to is not None and role.to <= other.to))
        for other in held
    )


def _signers(folder: LearnerFolder) -> set[str]:
    assessors = {
        one.data.assessor for one in folder.assessments.values() if one.data.seal and one.data.seal.signature
    }
    deciders = {one.data.by for one in folder.decisions.values() if one.data.seal and one.data.seal.signature}
    return (assessors | deciders) - {SELF}


def _organisation(data: dict[str, Any], id_: str, named: _Named) -> dict[str, Any]:
    kept = []
    for workplace in _listed(data.get("workplaces")):
        if f"{id_}/{workplace['id']}" not in named.workplaces:
            continue
        one = _only(workplace, _OF_A_WORKPLACE)
        competences = _listed(one.pop("competences", None))
        taught = [ref for ref in competences if ref.partition("/")[0] in named.frameworks]
        kept.append({**one, "competences": taught} if taught else one)
    data.pop("workplaces", None)
    return {**data, "workplaces": kept} if kept else data


def _person(data: Mapping[str, Any], held: list[HeldRole], *, keys: bool) -> dict[str, Any]:
    wanted = {(role.role.value, role.organisation, role.from_.isoformat()) for role in held}
    person = _only(data, _OF_A_PERSON)
    person["roles"] = [
        _only(one, _OF_A_ROLE)
        for one in _listed(data["roles"])
        if (one["role"], one["organisation"], one["from"]) in wanted
    ]
    if keys:
        # Behind a key people often write their address or the name of their computer.
        person["signing_keys"] = [" ".join(key.split()[:2]) for key in _listed(data.get("signing_keys"))]
    return {name: value for name, value in person.items() if value != []}


def _only(data: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: data[name] for name in names if data.get(name) is not None}


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
