"""What a learner's competence is at: computed, never stored."""

from __future__ import annotations

from enum import Enum


class Status(Enum):
    """The status of one competence of one learner."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    READY = "ready"
    TO_DISCUSS = "to_discuss"
    PROPOSED = "proposed"
    ACHIEVED = "achieved"
    NOT_ACHIEVED = "not_achieved"
    EXEMPT = "exempt"


class Flag(Enum):
    """What stands beside a status."""

    NEEDS_REFRESH = "needs_refresh"
    OVERRULED = "overruled"
