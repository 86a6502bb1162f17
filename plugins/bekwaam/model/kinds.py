"""The sixteen kinds of records."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """A kind of record; the value is the name of its schema."""

    SCHOOL = "school"
    FRAMEWORK = "framework"
    ORGANISATION = "organisation"
    PERSON = "person"
    LEARNER = "learner"
    AGREEMENT = "agreement"
    PLAN = "plan"
    EVIDENCE = "evidence"
    ASSESSMENT = "assessment"
    DECISION = "decision"
    CONTACT = "contact"
    FEEDBACK = "feedback"
    NEXT_STEP = "next-step"
    SELF_EVALUATION = "self-evaluation"
    ACTION = "action"
    CYCLE = "cycle"
