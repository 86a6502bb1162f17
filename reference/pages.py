"""All generated pages, by their path in the documentation."""

from __future__ import annotations

from reference import architecture, commands, figures, findings, guide, records, tables

GENERATED = ("reference/records", "reference/findings")
"""Folders that hold generated pages and nothing else."""


def pages() -> dict[str, str]:
    """The Markdown of every generated page."""
    return {
        **records.pages(),
        **findings.pages(),
        "reference/commands.md": commands.page(),
        "reference/figures.md": figures.page(),
        "reference/tables.md": tables.page(),
        "explanation/architecture.md": architecture.page(),
        "explanation/guide.md": guide.page(),
    }
