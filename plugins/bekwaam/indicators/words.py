"""Words for what indicators name in their sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from bekwaam.diagnostics import Message, say
from bekwaam.model.roles import Role

_ROLES: Mapping[Role, Message] = MappingProxyType(
    {
        Role.LEARNER: say("learner"),
        Role.MENTOR: say("mentor"),
        Role.COACH: say("learning coach"),
        Role.TEACHER: say("teacher"),
        Role.SCHOOL_RESPONSIBLE: say("school responsible"),
        Role.EMPLOYER: say("employer"),
        Role.EXTERNAL: say("external expert"),
        Role.GUARDIAN: say("guardian"),
        Role.COLLEAGUE: say("colleague"),
    }
)


def names_of(roles: Iterable[Role]) -> tuple[Message, ...]:
    """The words for roles, in the order in which they are given."""
    return tuple(_ROLES[role] for role in roles)
