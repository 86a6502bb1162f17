"""A page of the site, and the files that it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page.

    ``uri`` is relative to the site's root and ends with ``/``. ``body`` is an HTML fragment with
    the page's only h1. ``kind`` names the template. ``files`` maps site paths of what the page
    shows to the files to copy there.
    """

    uri: str
    title: str
    body: str
    description: str
    search: bool
    kind: str
    files: Mapping[str, Path] = field(default_factory=dict)
