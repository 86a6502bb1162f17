"""What a detached signature is over, known by heart."""

import hashlib

from bekwaam.model.kinds import Kind
from bekwaam.provenance.statement import NAMESPACE, statement
from bekwaam.source import SourceFile

FILE = SourceFile(path="learners/anna/assessments/a.yml", kind=Kind.ASSESSMENT, id="a", learner="anna")
SEAL = {"format": 1, "assessment": "ab" * 32, "evidence": {"é": "cd" * 32}}


def test_known_answer_for_format_1() -> None:
    """Signatures over this stand in people's repositories: it never changes."""
    said = statement(FILE, "jan", SEAL)
    assert said.startswith(
        b'{"assessor":"jan","learner":"anna","record":"assessments/a","seal":{"assessment":"abab'
    )
    assert hashlib.sha256(said).hexdigest() == (
        "9015d5ea36d6e75bc5b3e63617c9f2ba0b3f3f90d0a295bcb340beb2a4955388"
    )
    assert NAMESPACE == "bekwaam-seal"


def test_the_signature_is_no_part_of_what_is_signed() -> None:
    assert statement(FILE, "jan", {**SEAL, "signature": "x"}) == statement(FILE, "jan", SEAL)


def test_a_decision_says_so() -> None:
    file = SourceFile(path="learners/anna/decisions/a.yml", kind=Kind.DECISION, id="a", learner="anna")
    assert b'"record":"decisions/a"' in statement(file, "greet", SEAL)
