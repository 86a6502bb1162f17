"""From evidence, assessments and decisions to what a competence is at on a day."""

from bekwaam.status.computing import compute
from bekwaam.status.result import CompetenceStatus

__all__ = ["CompetenceStatus", "compute"]
