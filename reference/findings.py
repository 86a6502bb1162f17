"""Pages with every finding: what it means, an example, and how to mend it."""

from __future__ import annotations


def pages() -> dict[str, str]:
    """Nothing yet."""
    return {}
