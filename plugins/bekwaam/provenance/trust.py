"""How far a claim about who signed off can be believed."""

from __future__ import annotations

from dataclasses import dataclass

from bekwaam.diagnostics import Message
from bekwaam.model.provenance import Trust
from bekwaam.provenance.people import People
from bekwaam.provenance.ssh import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who brought something into the repository; ``note`` is what a reader should know about it."""

    person: str | None = None
    commit: str | None = None
    signature: Signature = Signature.NONE
    trust: Trust = Trust.DECLARED
    note: Message | None = None


@dataclass(frozen=True, slots=True)
class CommitSignature:
    """What git says of a commit's own signature, and the fingerprint of the key."""

    state: Signature
    key: str = ""


def judge(
    people: People, claimed: str, day: str, email: str, signed: CommitSignature
) -> tuple[str | None, Signature, Trust]:
    """Who an author address belongs to, and what that and the commit's signature are worth.

    Git calls every known key good: here the key has to be the author's own.

    Args:
        people: everyone, as of the trusted revision.
        claimed: who signs off according to the record.
        day: the record's date; roles count on it.
        email: the author's address.
        signed: the commit's signature.
    """
    author = people.by_email(email)
    if signed.state is Signature.BAD:
        return author, Signature.BAD, Trust.CONTRADICTED
    by_own_key = signed.state is not Signature.NONE
    if by_own_key and (author is None or people.by_key(signed.key) != author):
        return author, Signature.UNKNOWN_KEY, Trust.CONTRADICTED
    signature = Signature.GOOD if by_own_key else Signature.NONE
    if author is None:
        return None, signature, Trust.CONTRADICTED
    if author == claimed:
        return author, signature, Trust.SIGNED if by_own_key else Trust.AUTHORED
    declared = people.may_enter_for(author, claimed, day)
    return author, signature, Trust.DECLARED if declared else Trust.CONTRADICTED
