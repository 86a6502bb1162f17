"""Project in, project for one audience out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from bekwaam.audience.again import Again
from bekwaam.audience.findings import heard
from bekwaam.audience.folder import moved_path, narrow_folder
from bekwaam.audience.gated import Gated, Shown
from bekwaam.audience.people import narrow_people
from bekwaam.audience.slug import unique_slug
from bekwaam.diagnostics import Diagnostic
from bekwaam.model.audience import Audience
from bekwaam.model.consent import allows
from bekwaam.model.learner import ConsentScope, Learner
from bekwaam.model.media import learner_files, school_files
from bekwaam.model.project import LearnerFolder, MediaFile, Project
from bekwaam.model.status import CompetenceStatus, Reason
from bekwaam.model.text import UNMARKED, Text

Statuses = Mapping[str, Mapping[str, CompetenceStatus]]


def restrict(
    project: Project,
    statuses: Statuses,
    audience: Audience,
    as_of: dt.date,
    learners: Collection[str] = (),
    findings: Iterable[Diagnostic] = (),
    remarks: tuple[Reason, ...] = (),
    *,
    moving_on: bool = False,
    again: Again | None = None,
) -> Gated:
    """Take out what an audience may not see; only ``learners`` (by id), where they are named.

    Of the ``findings`` the team keeps those that tell it nothing that was taken out; they ask
    somebody to act, so nobody else gets any. ``remarks``, what git says about all records, stay with
    the team too. With ``moving_on``, for a pack that a learner takes to one next school, a handover
    also has the school's advice and the levels at the start, where it has the portfolio. ``again``
    remembers the last reading, so that for the team only who changed goes through anew.
    """
    wanted = {one: folder for one, folder in project.learners.items() if not learners or one in learners}
    if audience is Audience.TEAM:
        gated = _for_team(project, statuses, as_of, wanted, again or Again())
        return replace(gated, findings=heard(findings, project, gated), remarks=remarks)
    moving_on = moving_on and audience is Audience.HANDOVER
    return _for_others(project, statuses, audience, as_of, wanted, moving_on=moving_on)


def _for_team(
    project: Project,
    statuses: Statuses,
    as_of: dt.date,
    wanted: Mapping[str, LearnerFolder],
    again: Again,
) -> Gated:
    """Everything but what is private."""
    first = project.school.data.first_language
    shown = {
        one: Shown(
            name=_name(folder.learner.data, first),
            pseudonymous=folder.learner.data.name is None,
            pages=True,
            description=True,
            contact=True,
        )
        for one, folder in wanted.items()
    }
    folders = {one: again.narrow_for_team(folder) for one, folder in wanted.items()}
    again.end()
    return Gated(
        audience=Audience.TEAM,
        as_of=as_of,
        project=replace(
            project,
            learners=folders,
            media=_media_of(project, folders, {one: one for one in folders}),
        ),
        statuses={one: _without_private(statuses[one], folders[one]) for one in wanted},
        shown=shown,
    )


def _for_others(
    project: Project,
    statuses: Statuses,
    audience: Audience,
    as_of: dt.date,
    wanted: Mapping[str, LearnerFolder],
    *,
    moving_on: bool,
) -> Gated:
    first = project.school.data.first_language
    folders: dict[str, LearnerFolder] = {}
    kept: dict[str, Mapping[str, CompetenceStatus]] = {}
    shown: dict[str, Shown] = {}
    ids: dict[str, str] = {}
    # Ids are never handed out as slugs, so that no pseudonym can take over a learner's address.
    taken = set(project.learners)
    for one, folder in wanted.items():
        learner = folder.learner.data

        def may(scope: ConsentScope, learner: Learner = learner) -> bool:
            return allows(learner, scope, audience, as_of)

        pages, description = may(ConsentScope.PORTFOLIO), may(ConsentScope.DESCRIPTION)
        if not pages and not description:
            continue
        named = may(ConsentScope.NAME) and learner.name is not None
        key = one if named else unique_slug(learner.pseudonym, taken)
        ids[key] = one
        folders[key], kept[key] = narrow_folder(
            folder,
            statuses[one],
            audience,
            as_of,
            key,
            may,
            pages=pages,
            named=named,
            advice=moving_on and pages,
        )
        shown[key] = Shown(
            name=_name(learner, first) if named else learner.pseudonym,
            pseudonymous=not named,
            pages=pages,
            description=description,
            contact=may(ConsentScope.CONTACT),
        )
    school = replace(
        project.school.data,
        resources=(),
        procedures=(),
        practice_notes=(),
        core_group=None,
        points=(),
        priorities=(),
    )
    narrowed = replace(
        project,
        school=replace(project.school, data=school),
        learners=folders,
        contacts={},
        self_evaluations={},
        actions={},
        cycles={},
        media=_media_of(project, folders, ids),
        listed={},
    )
    return Gated(
        audience=audience,
        as_of=as_of,
        project=narrow_people(narrowed, audience, as_of),
        statuses=kept,
        shown=shown,
    )


def _name(learner: Learner, first_language: str) -> str:
    name = learner.name or Text(((UNMARKED, learner.pseudonym),))
    return name.pick(first_language, first_language)


def _without_private(
    statuses: Mapping[str, CompetenceStatus], folder: LearnerFolder
) -> dict[str, CompetenceStatus]:
    """Private evidence never counts; what still names it does not leave either."""
    return {
        one: status
        if folder.evidence.keys() >= {*status.counting}
        else replace(status, counting=tuple(item for item in status.counting if item in folder.evidence))
        for one, status in statuses.items()
    }


def _media_of(
    project: Project, folders: Mapping[str, LearnerFolder], ids: Mapping[str, str]
) -> Mapping[str, MediaFile]:
    """The files that the remaining records still point at.

    Listed under the learner's key; only a file's name on the disk still tells the id (``ids``, by
    key), and it is needed to read the file.
    """
    found = {path: project.media[path] for path in school_files(project) if path in project.media}
    for key, folder in folders.items():
        for path in learner_files(folder):
            if not path.startswith(f"learners/{key}/"):
                continue  # a file of somebody else: it never comes along
            file = project.media.get(moved_path(path, key, ids[key]))
            if file is not None:
                found[path] = file
    return found
