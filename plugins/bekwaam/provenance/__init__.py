"""Seals and authorship: what was signed off, by whom, and whether it still is what it was."""

from bekwaam.provenance.attribution import Attribution, Before, attribute
from bekwaam.provenance.authorship import Opened
from bekwaam.provenance.broken import BrokenSeals, broken_seals
from bekwaam.provenance.saying import Said
from bekwaam.provenance.seals import CheckedSeal

__all__ = [
    "Attribution",
    "Before",
    "BrokenSeals",
    "CheckedSeal",
    "Opened",
    "Said",
    "attribute",
    "broken_seals",
]
