"""Figures about placements: agreements, hours, permissions, the first day, visits, workplaces."""

from __future__ import annotations

from collections.abc import Iterator

from bekwaam.diagnostics import say
from bekwaam.figures.figure import About, Figure, Label, count, members, split
from bekwaam.figures.scope import Scope
from bekwaam.model.agreement import Agreement, LearningForm
from bekwaam.model.follow_up import ContactKind
from bekwaam.model.roles import Role

_PARTIES = frozenset({Role.LEARNER, Role.MENTOR, Role.COACH})
_SIGNED: dict[str, Label] = {"yes": say("signed by all three"), "no": say("a signature is missing")}
_INDUCED: dict[str, Label] = {
    "yes": say("with the safety rules, on the first day at the latest"),
    "no": say("later, or not noted"),
}
_VALID: dict[str, Label] = {"valid": say("valid"), "expired": say("expired")}
_VISITS: dict[str, Label] = {
    "done": say("done"),
    "coming": say("still to come"),
    "overdue": say("planned for a day that is past"),
}


def figures(scope: Scope) -> Iterator[Figure]:
    """Agreements and what follows from them."""
    running = [(one.id, record.data) for one in scope.learners for record in scope.agreements(one)]
    agreements = count(
        "agreements",
        say("Agreements"),
        say("Agreements that run, or ran, on a day that counts."),
        ((one, 1) for one, _ in running),
        unit="agreements",
        points=("09",),
    )
    yield agreements
    yield split(
        agreements,
        "form",
        say("Agreements by form of workplace learning"),
        say("The `form` of each agreement."),
        members(LearningForm),
        ((data.form.value, one, 1) for one, data in running),
    )
    yield split(
        agreements,
        "signatures",
        say("Agreements signed"),
        say("Whether learner, mentor and coach have each signed it by the last day."),
        _SIGNED,
        (("yes" if _is_signed(data, scope) else "no", one, 1) for one, data in running),
        points=("10",),
    )
    yield split(
        agreements,
        "induction",
        say("Welcome at the workplace"),
        say("Whether the induction, with the safety rules, was on the first day at the latest."),
        _INDUCED,
        (("yes" if _is_induced(data) else "no", one, 1) for one, data in running),
        points=("08", "38"),
    )
    yield from _hours(running)
    yield from _approvals(scope, running)
    yield from _visits(scope, running)
    yield from _workplaces(scope, running)


def _is_signed(data: Agreement, scope: Scope) -> bool:
    return {one.role for one in data.signatures if one.date <= scope.last_day} >= _PARTIES


def _is_induced(data: Agreement) -> bool:
    return data.induction is not None and data.induction.safety and data.induction.date <= data.start


def _hours(running: list[tuple[str, Agreement]]) -> Iterator[Figure]:
    yield count(
        "hours_agreed",
        say("Hours agreed"),
        say("The `hours` of the agreements."),
        ((one, data.hours or 0) for one, data in running),
        unit="hours",
        points=("01",),
        kept=True,
    )
    yield count(
        "hours_done",
        say("Hours done"),
        say("The `hours` under `attendance` of the agreements."),
        ((one, (data.attendance.hours or 0) if data.attendance else 0) for one, data in running),
        unit="hours",
        points=("01",),
        kept=True,
    )
    yield count(
        "hours_missed",
        say("Hours missed"),
        say("The hours `absent` under `attendance` of the agreements."),
        ((one, (data.attendance.absent or 0) if data.attendance else 0) for one, data in running),
        unit="hours",
        points=("01",),
        kept=True,
    )


def _approvals(scope: Scope, running: list[tuple[str, Agreement]]) -> Iterator[Figure]:
    rows = [
        ("expired" if given.expires is not None and given.expires < scope.last_day else "valid", one, 1)
        for one, data in running
        for given in data.approvals
        if given.date <= scope.last_day
    ]
    approvals = count(
        "approvals",
        say("Permissions"),
        say("The `approvals` of the agreements, given by the last day."),
        ((who, number) for _, who, number in rows),
        unit="approvals",
        points=("03",),
    )
    yield approvals
    yield split(
        approvals,
        "validity",
        say("Permissions that are valid"),
        say("Whether the permission has expired by the last day."),
        _VALID,
        rows,
    )


def _visits(scope: Scope, running: list[tuple[str, Agreement]]) -> Iterator[Figure]:
    rows = []
    for folder in scope.learners:
        for record in folder.contacts.values():
            data = record.data
            if data.kind is not ContactKind.VISIT:
                continue
            if not data.planned and scope.within(data.date):
                rows.append(("done", folder.id, 1))
            elif data.planned and scope.coming(data.date):
                rows.append(("overdue" if data.date < scope.last_day else "coming", folder.id, 1))
    visits = count(
        "visits",
        say("Visits to the workplace"),
        say("Contacts of learners with kind `visit`: done, or `planned`."),
        ((who, number) for _, who, number in rows),
        unit="visits",
        points=("43",),
        kept=True,
    )
    yield visits
    yield split(
        visits,
        "state",
        say("Visits planned and done"),
        say("A visit is done unless it says `planned`; planned for a day before the last one: overdue."),
        _VISITS,
        rows,
        kept=True,
    )
    least = scope.project.school.data.rules.visits.min
    yield count(
        "visits_agreed",
        say("Visits agreed"),
        say("For each agreement its `min_visits`, else the school's own rule."),
        (
            (one, least if data.guidance.min_visits is None else data.guidance.min_visits)
            for one, data in running
        ),
        unit="visits",
        points=("43",),
    )


def _workplaces(scope: Scope, running: list[tuple[str, Agreement]]) -> Iterator[Figure]:
    used = {data.workplace for _, data in running}
    places = [
        (f"{record.id}/{place.id}", place)
        for record in scope.project.organisations.values()
        for place in record.data.workplaces
    ]
    workplaces = count(
        "workplaces",
        say("Workplaces"),
        say("The workplaces of all organisations."),
        ((one, 1) for one, _ in places),
        unit="workplaces",
        about=About.SCHOOL,
        points=("04",),
        kept=True,
    )
    yield workplaces
    yield split(
        workplaces,
        "use",
        say("Workplaces with a learner"),
        say("Whether an agreement that counts names the workplace."),
        {"used": say("with a learner"), "free": say("without a learner")},
        (("used" if one in used else "free", one, 1) for one, _ in places),
        points=("04", "37"),
    )
    yield count(
        "workplace_capacity",
        say("Room at workplaces"),
        say("The `capacity` of the workplaces that tell it."),
        ((one, place.capacity or 0) for one, place in places),
        unit="learners",
        about=About.SCHOOL,
        points=("37",),
    )
