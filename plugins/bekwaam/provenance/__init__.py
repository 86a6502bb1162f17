"""Seals and authorship: what was signed off, by whom, and whether it still is what it was."""

from bekwaam.provenance.broken import broken_seals

__all__ = ["broken_seals"]
