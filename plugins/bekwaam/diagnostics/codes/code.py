"""What there is to tell about one code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code of a finding: what it means, and an example before and after mending.

    ``title`` and ``meaning`` are sentences for translation; ``before`` and ``after`` are YAML that
    begins with the file's name. ``point`` is the point of the guide behind it, in two digits.
    """

    code: str
    title: str
    meaning: str
    before: str
    after: str
    point: str | None = None
