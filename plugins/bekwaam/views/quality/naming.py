"""The names and places of records that an indicator or an action points at."""

from __future__ import annotations

from bekwaam.views.context import Context
from bekwaam.views.parts import Link
from bekwaam.views.words import Words


def record_link(context: Context, path: str) -> Link:
    """What people call a record, by its path below the folder of records, and the page that shows it."""
    parts = path.removesuffix(".yml").removesuffix(".yaml").split("/")
    project = context.project
    if parts[0] == "learners" and parts[1] in context.gated.shown:
        return learner_link(context, parts[1], "/".join(parts[2:]))
    if parts[0] == "people" and parts[1] in project.people:
        return Link(title=context.words(project.people[parts[1]].data.name), uri=None)
    if parts[0] == "organisations" and parts[1] in project.organisations:
        organisation = project.organisations[parts[1]]
        places = organisation.data.workplaces
        uri = f"workplaces/{parts[1]}/{places[0].id}/" if places else None
        return Link(title=context.words(organisation.data.name), uri=uri)
    if parts[:2] == ["quality", "self-evaluations"] and parts[2] in project.self_evaluations:
        return evaluation_link(context, parts[2])
    if parts[:2] == ["quality", "actions"] and parts[2] in project.actions:
        return Link(title=context.words(project.actions[parts[2]].data.title), uri=action_uri(parts[2]))
    if parts[:2] == ["quality", "cycles"] and parts[2] in project.cycles:
        return Link(title=context.words(project.cycles[parts[2]].data.title), uri=None)
    return Link(title=Words("/".join(parts)), uri=None)


def learner_link(context: Context, key: str, record: str) -> Link:
    """A learner by name, with the record below their folder where it is not the learner's own."""
    name = context.gated.shown[key].name
    folder, _, one = record.partition("/")
    if folder == "evidence" and one in context.project.learners[key].evidence:
        return Link(title=Words(name), uri=f"learners/{key}/evidence/{one}/")
    return Link(title=Words(name), uri=f"learners/{key}/")


def evaluation_link(context: Context, one: str) -> Link:
    """A self-evaluation by the organisation that it is of."""
    data = context.project.self_evaluations[one].data
    return Link(title=organisation_name(context, data.organisation), uri=f"quality/self-evaluations/{one}/")


def organisation_name(context: Context, one: str) -> Words:
    """The name of an organisation; its id where it has no record that could be read."""
    organisation = context.project.organisations.get(one)
    return context.words(organisation.data.name) if organisation else Words(one)


def action_uri(one: str) -> str:
    """Where an action stands on the page of actions."""
    return f"quality/actions/#{one}"


def point_anchor(code: str) -> str:
    """The id of a point on the page of points: an id does not begin with a digit."""
    return f"point-{code}"


def point_uri(code: str) -> str:
    """Where a point stands on the page of points."""
    return f"quality/points/#{point_anchor(code)}"
