"""What the strings that point at other records point at."""

from __future__ import annotations

from enum import Enum
from typing import Annotated


class Reference(Enum):
    """What a reference names; one rule checks them all."""

    COMPETENCE = "competence"
    CRITERION = "criterion"
    WORKPLACE = "workplace"
    LEVEL = "level"
    PERSON = "person"
    ASSESSOR = "assessor"
    ORGANISATION = "organisation"
    FRAMEWORK = "framework"
    EVIDENCE = "evidence"
    AGREEMENT = "agreement"
    ASSESSMENT = "assessment"
    PLAN_VERSION = "plan version"
    CYCLE = "cycle"
    ACTION = "action"
    POINT = "point"
    FILE = "file"


CompetenceRef = Annotated[str, Reference.COMPETENCE]
"""``framework/code``."""
CriterionRef = Annotated[str, Reference.CRITERION]
"""``framework/code/criterion``."""
WorkplaceRef = Annotated[str, Reference.WORKPLACE]
"""``organisation/workplace``."""
LevelCode = Annotated[str, Reference.LEVEL]
"""A step of the school's scale."""
PersonId = Annotated[str, Reference.PERSON]
"""A file in ``people/``."""
AssessorId = Annotated[str, Reference.ASSESSOR]
"""A file in ``people/``, or ``self``."""
OrganisationId = Annotated[str, Reference.ORGANISATION]
"""A file in ``organisations/``."""
FrameworkId = Annotated[str, Reference.FRAMEWORK]
"""A file in ``frameworks/``."""
EvidenceId = Annotated[str, Reference.EVIDENCE]
"""A file in the same learner's ``evidence/``."""
AgreementId = Annotated[str, Reference.AGREEMENT]
"""A file in the same learner's ``agreements/``."""
AssessmentId = Annotated[str, Reference.ASSESSMENT]
"""A file in the same learner's ``assessments/``."""
PlanVersion = Annotated[float, Reference.PLAN_VERSION]
"""The version of one of the same learner's plans."""
CycleId = Annotated[str, Reference.CYCLE]
"""A file in ``quality/cycles/``."""
ActionId = Annotated[str, Reference.ACTION]
"""A file in ``quality/actions/``."""
PointCode = Annotated[str, Reference.POINT]
"""A point of the guide, or one that the school added, in two digits."""
FilePath = Annotated[str, Reference.FILE]
"""A file beside the record, relative to the record's own file."""
