"""What a record points at has to exist: E301 to E313, and E315."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bekwaam.diagnostics import At, Diagnostic, Message, Pointer, nearest, say
from bekwaam.diagnostics.message import N_
from bekwaam.model.assessment import SELF
from bekwaam.model.guide import GUIDE_CODES
from bekwaam.model.kinds import Kind
from bekwaam.model.project import LearnerFolder, Project, Record
from bekwaam.model.references import Reference
from bekwaam.model.roles import Role
from bekwaam.rules.records import every_record_of, every_record_of_school
from bekwaam.rules.walking import references

NO_POINT = N_("Point `{name}` does not exist.")
WHERE_POINTS = N_(
    "The guide has the points 01 to 57; a school adds its own in `school.yml`, under `points:`."
)

_MANY = 12
"""More codes than this in a hint help nobody."""


Names = Mapping[Reference, Collection[str] | None]
"""What a reference of each kind can name; None where nobody can tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """What a reference of one kind can name: something of the school's, or of the learner's own."""

    code: str
    missing: str
    where: str
    names: Callable[[Project], Collection[str] | None] | None = None
    own: Callable[[Project, LearnerFolder], Collection[str] | None] | None = None


def shared(project: Project) -> Names:
    """What of the school's own can be named: the same for every record, and it takes time to list."""
    return {one: target.names(project) for one, target in _TARGETS.items() if target.names}


def of_school(project: Project, names: Names) -> Iterator[Diagnostic]:
    """Report every reference in the school's own records that leads nowhere."""
    nobodys = {one: frozenset[str]() for one, target in _TARGETS.items() if target.own}
    yield from _check(project, {**names, **nobodys}, every_record_of_school(project))


def of_learner(project: Project, folder: LearnerFolder, names: Names) -> Iterator[Diagnostic]:
    """Report every reference of a learner's that leads nowhere, with the name that was probably meant."""
    own = {one: target.own(project, folder) for one, target in _TARGETS.items() if target.own}
    yield from _check(project, {**names, **own}, every_record_of(folder))


def _check(project: Project, names: Names, records: Iterable[Record[Any]]) -> Iterator[Diagnostic]:
    for record in records:
        for reference, value, pointer in references(record.data):
            if reference is not Reference.FILE and not _names_learner(record, reference, value, pointer):
                yield from _check_one(project, record, reference, names[reference], value, pointer)


def _names_learner(record: Record[Any], reference: Reference, value: Any, pointer: Pointer) -> bool:
    """Whether the learner is meant, who is no person in `people/`; `roles` says whether that is right."""
    if reference is Reference.ASSESSOR:
        return bool(value == SELF)
    return pointer[0] == "verified" and value in (SELF, Role.LEARNER.value, record.learner)


def _check_one(
    project: Project,
    record: Record[Any],
    reference: Reference,
    names: Collection[str] | None,
    value: Any,
    pointer: Pointer,
) -> Iterator[Diagnostic]:
    if reference is Reference.ACTION and " " in value:
        return  # a sentence instead of the id of an action
    target = _TARGETS[reference]
    if reference in _PARTED:
        yield from _check_parted(project, record, reference, target, names or (), value, pointer)
        return
    written = f"{value:g}" if isinstance(value, int | float) else value  # 1 and 1.0 are one version
    if names is None or written in names:
        return
    yield _missing(record, target, written, names, pointer)


def _check_parted(
    project: Project,
    record: Record[Any],
    reference: Reference,
    target: _Target,
    names: Collection[str],
    value: str,
    pointer: Pointer,
) -> Iterator[Diagnostic]:
    """``framework/code`` and the like: say which part is wrong, and offer whole references."""
    if value in names:
        return
    kind, parts = _PARTED[reference]
    whole = value.split("/")
    if len(whole) != parts:
        yield _missing(record, target, value, names, pointer)
        return
    listed = project.listed.get((kind, None), frozenset())
    loaded: Mapping[str, object] = project.frameworks if kind is Kind.FRAMEWORK else project.organisations
    if whole[0] in listed and whole[0] not in loaded:
        return  # the file exists but is broken: that is reported where it is
    for right in range(parts - 1, 0, -1):
        start = "/".join(whole[:right]) + "/"
        near = [one for one in names if one.startswith(start)]
        if near:
            # Only what follows the part that is right: the more it says, the more alike all would seem.
            meant = nearest(value.removeprefix(start), [one.removeprefix(start) for one in near])
            yield _found(record, target, value, start + meant if meant else None, near, pointer)
            return
    yield _missing(record, target, value, names, pointer)


def _missing(
    record: Record[Any], target: _Target, value: str, names: Collection[str], pointer: Pointer
) -> Diagnostic:
    return _found(record, target, value, nearest(value, names), names, pointer)


def _found(
    record: Record[Any],
    target: _Target,
    value: str,
    meant: str | None,
    names: Collection[str],
    pointer: Pointer,
) -> Diagnostic:
    return Diagnostic(
        code=target.code,
        path=record.path,
        message=say(target.missing, name=_short(value)),
        hint=_hint(meant, names, target.where),
        pointer=pointer,
        at=At.KEY if pointer[-1:] == (value,) else At.VALUE,
    )


def _short(value: str) -> str:
    return value if len(value) <= 80 else f"{value[:79]}…"


def _hint(meant: str | None, names: Collection[str], where: str) -> Message:
    choice = list(names) if isinstance(names, tuple) else sorted(names)  # a tuple has an order of its own
    few = bool(choice) and len(choice) <= _MANY
    others = say("These exist: {known}.", known=tuple(f"`{one}`" for one in choice)) if few else say(where)
    if meant is None or choice == [meant]:
        return others if meant is None else say("Did you mean `{meant}`?", meant=meant)
    return say("Did you mean `{meant}`? {others}", meant=meant, others=others)


def _ids(kind: Kind) -> Callable[[Project], Collection[str]]:
    return lambda project: project.listed.get((kind, None), frozenset())


def _own_ids(kind: Kind) -> Callable[[Project, LearnerFolder], Collection[str]]:
    return lambda project, folder: project.listed.get((kind, folder.id), frozenset())


def _levels(project: Project) -> Collection[str] | None:
    codes = tuple(level.code for level in project.school.data.levels)
    # With one code twice, the missing level may be the one that was meant: E331 says so.
    return codes if len(set(codes)) == len(codes) > 0 else None


def _competences(project: Project) -> Collection[str]:
    return {
        f"{one}/{competence.code}": None
        for one, framework in project.frameworks.items()
        for competence in framework.data.competences
    }


def _criteria(project: Project) -> Collection[str]:
    return {
        f"{one}/{competence.code}/{criterion.code}": None
        for one, framework in project.frameworks.items()
        for competence in framework.data.competences
        for criterion in competence.criteria
    }


def _workplaces(project: Project) -> Collection[str]:
    return {
        f"{one}/{workplace.id}": None
        for one, organisation in project.organisations.items()
        for workplace in organisation.data.workplaces
    }


def _plan_versions(project: Project, folder: LearnerFolder) -> Collection[str] | None:
    listed = project.listed.get((Kind.PLAN, folder.id), frozenset())
    if len(folder.plans) < len(listed):
        return None  # a broken plan may be the one that is meant
    versions = tuple(f"{plan.data.version:g}" for plan in folder.plans.values())
    return versions if len(set(versions)) == len(versions) else None


def point_codes(project: Project) -> Collection[str]:
    """The numbers of the guide's points, and of those that the school added."""
    return (*GUIDE_CODES, *(one.code for one in project.school.data.points))


_PARTED: Mapping[Reference, tuple[Kind, int]] = {
    Reference.COMPETENCE: (Kind.FRAMEWORK, 2),
    Reference.CRITERION: (Kind.FRAMEWORK, 3),
    Reference.WORKPLACE: (Kind.ORGANISATION, 2),
}

_TARGETS: Mapping[Reference, _Target] = {
    Reference.COMPETENCE: _Target(
        code="E301",
        missing=N_("Competence `{name}` does not exist."),
        where=N_("Competences stand in `frameworks/`, as `framework/code`."),
        names=_competences,
    ),
    Reference.CRITERION: _Target(
        code="E302",
        missing=N_("Criterion `{name}` does not exist."),
        where=N_("Criteria stand in `frameworks/`, as `framework/competence/criterion`."),
        names=_criteria,
    ),
    Reference.PERSON: _Target(
        code="E303",
        missing=N_("Person `{name}` does not exist."),
        where=N_("Every person has a file in `people/`; the file's name without `.yml` is the id."),
        names=_ids(Kind.PERSON),
    ),
    Reference.ASSESSOR: _Target(
        code="E303",
        missing=N_("Person `{name}` does not exist."),
        where=N_("Every person has a file in `people/`; the learner is written `self`."),
        names=_ids(Kind.PERSON),
    ),
    Reference.WORKPLACE: _Target(
        code="E304",
        missing=N_("Workplace `{name}` does not exist."),
        where=N_("Workplaces stand in `organisations/`, as `organisation/workplace`."),
        names=_workplaces,
    ),
    Reference.ORGANISATION: _Target(
        code="E305",
        missing=N_("Organisation `{name}` does not exist."),
        where=N_("Every organisation has a file in `organisations/`."),
        names=_ids(Kind.ORGANISATION),
    ),
    Reference.FRAMEWORK: _Target(
        code="E306",
        missing=N_("Framework `{name}` does not exist."),
        where=N_("Every framework has a file in `frameworks/`."),
        names=_ids(Kind.FRAMEWORK),
    ),
    Reference.EVIDENCE: _Target(
        code="E307",
        missing=N_("This learner has no evidence `{name}`."),
        where=N_("Name a file in this learner's `evidence/`, without `.yml`."),
        own=_own_ids(Kind.EVIDENCE),
    ),
    Reference.AGREEMENT: _Target(
        code="E308",
        missing=N_("This learner has no agreement `{name}`."),
        where=N_("Name a file in this learner's `agreements/`, without `.yml`."),
        own=_own_ids(Kind.AGREEMENT),
    ),
    Reference.ASSESSMENT: _Target(
        code="E309",
        missing=N_("This learner has no assessment `{name}`."),
        where=N_("Name a file in this learner's `assessments/`, without `.yml`."),
        own=_own_ids(Kind.ASSESSMENT),
    ),
    Reference.PLAN_VERSION: _Target(
        code="E310",
        missing=N_("This learner has no plan with version {name}."),
        where=N_("Write the `version` of one of this learner's plans."),
        own=_plan_versions,
    ),
    Reference.LEVEL: _Target(
        code="E311",
        missing=N_("Level `{name}` is not on the school's scale."),
        where=N_("The levels stand in `school.yml`."),
        names=_levels,
    ),
    Reference.CYCLE: _Target(
        code="E312",
        missing=N_("Cycle `{name}` does not exist."),
        where=N_("Every cycle has a file in `quality/cycles/`."),
        names=_ids(Kind.CYCLE),
    ),
    Reference.ACTION: _Target(
        code="E313",
        missing=N_("Action `{name}` does not exist."),
        where=N_("Every action has a file in `quality/actions/`."),
        names=_ids(Kind.ACTION),
    ),
    Reference.POINT: _Target(
        code="E315",
        missing=NO_POINT,
        where=WHERE_POINTS,
        names=point_codes,
    ),
}
