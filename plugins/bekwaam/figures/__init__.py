"""Follow-up and quality figures of a school: pure counts, and what of them may be kept."""

from bekwaam.figures.all import compute
from bekwaam.figures.figure import About, Figure, Group, Number

__all__ = ["About", "Figure", "Group", "Number", "compute"]
