"""Seals and authorship: what was signed off, by whom, and whether it still is what it was."""

from bekwaam.provenance.attribution import attribute
from bekwaam.provenance.broken import BrokenSeals, broken_seals
from bekwaam.provenance.seals import CheckedSeal

__all__ = ["BrokenSeals", "CheckedSeal", "attribute", "broken_seals"]
