"""From evidence, assessments and decisions to what a competence is at on a day."""

from bekwaam.status.computing import compute

__all__ = ["compute"]
