"""For whom a build is made."""

from __future__ import annotations

from enum import Enum


class Audience(Enum):
    """Who will read what is built; from narrow to wide."""

    TEAM = "team"
    HANDOVER = "handover"
    PUBLIC = "public"
