"""Seals and authorship: what was signed off, by whom, and whether it still is what it was."""

from bekwaam.provenance.attribution import attribute
from bekwaam.provenance.broken import BrokenSeals, broken_seals

__all__ = ["BrokenSeals", "attribute", "broken_seals"]
