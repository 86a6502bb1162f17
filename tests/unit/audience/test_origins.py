"""What leaves the team of what git and the seals say."""

from __future__ import annotations

from bekwaam.audience.origins import knowing, outside
from bekwaam.model.kinds import Kind
from bekwaam.model.project import Record
from bekwaam.model.provenance import Attributed, BrokenSeal, LastCommit, Provenance, Trust

COMMIT = LastCommit(generation=3, id="c" * 40)


def attributed(trust: Trust) -> Attributed:
    return Attributed(trust=trust, person="jan", commit="c" * 40)


def test_only_what_speaks_for_a_sign_off_leaves_the_team_and_names_nobody() -> None:
    known = Provenance(
        signed=(*map(attributed, Trust), None),
        broken=BrokenSeal(own=True, cited=("evidence/x",)),
        commit=COMMIT,
    )
    found = outside(known)
    assert found is not None
    assert found.signed == (
        Attributed(trust=Trust.SIGNED),
        Attributed(trust=Trust.AUTHORED),
        None,
        None,
        None,
    )
    assert found.broken is None
    assert found.commit == COMMIT


def test_what_git_was_not_asked_about() -> None:
    assert outside(None) is None
    record = Record(id="a", path="a.yml", kind=Kind.ASSESSMENT, data=None)
    assert knowing(record, ()) is record


def test_a_broken_seal_does_not_name_private_evidence() -> None:
    broken = BrokenSeal(cited=("evidence/private", "evidence/shown"))
    record = Record(
        id="a", path="a.yml", kind=Kind.ASSESSMENT, data=None, provenance=Provenance(broken=broken)
    )
    found = knowing(record, {"shown"}).provenance
    assert found is not None
    assert found.broken == BrokenSeal(cited=("evidence/shown",), hidden=True)
