"""Schools, companies and other parties, and the workplaces they have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bekwaam.model.references import CompetenceRef, PersonId
from bekwaam.model.text import Text


class OrganisationType(Enum):
    """What sort of organisation it is."""

    SCHOOL = "school"
    COMPANY = "company"
    TRAINING_CENTRE = "training_centre"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """The place in an organisation where someone learns; ``capacity`` in learners."""

    id: str
    name: Text
    address: Text | None = None
    activities: tuple[Text, ...] = ()
    competences: tuple[CompetenceRef, ...] = ()
    adaptations: tuple[Text, ...] = ()
    safety: tuple[Text, ...] = ()
    capacity: int | float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A party in workplace learning."""

    name: Text
    type: OrganisationType
    responsible: PersonId | None = None
    address: Text | None = None
    workplaces: tuple[Workplace, ...] = ()
