"""Seals: what was signed off, and whether it still is what it was."""
