"""Who can act on a gap: those whom an agreement, a person's role or the school names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from bekwaam.model.agreement import Agreement
from bekwaam.model.organisation import Organisation
from bekwaam.model.project import LearnerFolder, Project, Record


def coach_of(project: Project, folder: LearnerFolder, as_of: dt.date) -> tuple[str, ...]:
    """The learner's coach; the school's responsible where no agreement names one."""
    agreement = current(folder, as_of)
    return (agreement.coach,) if agreement else responsible(project)


def guides(agreement: Agreement) -> tuple[str, ...]:
    """The mentor and the coach of an agreement."""
    return together((agreement.mentor, agreement.coach))


def guides_of(project: Project, folder: LearnerFolder, as_of: dt.date) -> tuple[str, ...]:
    """The learner's mentor and coach; the school's responsible where no agreement names them."""
    agreement = current(folder, as_of)
    return guides(agreement) if agreement else responsible(project)


def responsible(project: Project, organisation: Record[Organisation] | None = None) -> tuple[str, ...]:
    """Who is responsible for an organisation, or else for the school."""
    own = organisation.data.responsible if organisation else None
    one = own or project.school.data.responsible
    return (one,) if one else ()


def current(folder: LearnerFolder, as_of: dt.date) -> Agreement | None:
    """The placement that runs, the latest where several do; else the last one that there was."""
    agreements = [one.data for one in folder.agreements.values()]
    running = [one for one in agreements if one.start <= as_of <= one.end]
    return max(running or agreements, key=lambda one: (one.start, one.end), default=None)


def together(people: Iterable[str]) -> tuple[str, ...]:
    """Everybody once, in the order given."""
    return tuple(dict.fromkeys(people))
