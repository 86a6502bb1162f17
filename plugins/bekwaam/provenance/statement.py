"""What a detached signature is over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import rfc8785

from bekwaam.model.kinds import Kind
from bekwaam.source import SourceFile

NAMESPACE = "bekwaam-seal"
"""Keeps a signature made for something else, such as a commit, from passing for a sign-off."""

_FOLDERS = {Kind.ASSESSMENT: "assessments", Kind.DECISION: "decisions"}


def statement(file: SourceFile, signer: str, seal: Mapping[str, Any]) -> bytes:
    """Who signs off which record of which learner, in RFC 8785 form.

    The record's place is in it, so that a signature cannot be carried over to another learner or
    another record.

    Args:
        file: the assessment or decision.
        signer: the assessor, or who decided.
        seal: with or without its signature, which is no part of what is signed.
    """
    said = {
        "learner": file.learner,
        "record": f"{_FOLDERS[file.kind]}/{file.id}",
        "assessor": signer,
        "seal": {key: value for key, value in seal.items() if key != "signature"},
    }
    return rfc8785.dumps(said)
