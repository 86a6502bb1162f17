"""Detached signatures, made and checked by `ssh-keygen`."""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path

from bekwaam.provenance.statement import NAMESPACE

_SECONDS = 30
_ARMOUR = re.compile(r"-----BEGIN SSH SIGNATURE-----\n[A-Za-z0-9+/=\n]+\n-----END SSH SIGNATURE-----\n?\Z")
_PRINCIPAL = "signer"


class Signature(Enum):
    """What checking a signature gave."""

    GOOD = "good"
    BAD = "bad"
    NONE = "none"
    UNKNOWN_KEY = "unknown_key"


class CannotSign(Exception):  # noqa: N818 - said to the user as it is
    """A signature that was not made; the argument is what `ssh-keygen` says about it."""


def program() -> str | None:
    """Where `ssh-keygen` is; None where it is not installed."""
    return shutil.which("ssh-keygen")


def fingerprint(public_key: str) -> str | None:
    """A public key's SHA-256 fingerprint as `ssh-keygen` writes it; None for what is no key."""
    parts = public_key.split()
    try:
        blob = base64.b64decode(parts[1], validate=True)
    except (IndexError, binascii.Error):
        return None
    return "SHA256:" + base64.b64encode(hashlib.sha256(blob).digest()).decode().rstrip("=")


def allowed_signers(keys: Mapping[str, Iterable[str]], namespace: str) -> str:
    """The text of an `allowed_signers` file: names, and the keys that speak for each."""
    rows = []
    for name, listed in keys.items():
        for key in listed:
            kind, blob = key.split()[:2]
            rows.append(f'{name} namespaces="{namespace}" {kind} {blob}\n')
    return "".join(rows)


def sign(key: Path, statement: bytes, environment: Mapping[str, str]) -> str:
    """An armoured signature over a statement.

    Args:
        key: a private key, or a public one whose private half an agent holds.
        statement: what is signed.
        environment: where `ssh-keygen` finds the agent and asks for a passphrase.

    Raises:
        CannotSign: where `ssh-keygen` is missing or cannot use the key.
    """
    keygen = program()
    if keygen is None:
        raise CannotSign("ssh-keygen: not installed")
    arguments = [keygen, "-q", "-Y", "sign", "-n", NAMESPACE, "-f", os.fspath(key.absolute())]
    # No time limit: somebody may be looking for their passphrase or their security key.
    done = subprocess.run(arguments, input=statement, capture_output=True, env=dict(environment), check=False)
    if done.returncode != 0:
        raise CannotSign(" ".join(done.stderr.decode(errors="replace").split()))
    return done.stdout.decode("ascii")


def check(signature: str, statement: bytes, own_keys: Iterable[str]) -> Signature:
    """Whether a signature over a statement is good, and by one of somebody's own keys."""
    keygen = program()
    if keygen is None:
        return Signature.UNKNOWN_KEY
    if not _ARMOUR.match(signature):
        return Signature.BAD
    with tempfile.TemporaryDirectory(prefix="bekwaam-") as folder:
        armour, signers = Path(folder) / "signature", Path(folder) / "signers"
        armour.write_text(signature if signature.endswith("\n") else f"{signature}\n", encoding="ascii")
        signers.write_text(allowed_signers({_PRINCIPAL: own_keys}, NAMESPACE), encoding="utf-8")
        common = [keygen, "-Y"]
        rest = ["-n", NAMESPACE, "-s", os.fspath(armour)]
        known = [*common, "verify", "-f", os.fspath(signers), "-I", _PRINCIPAL, *rest]
        if _succeeds(known, statement):
            return Signature.GOOD
        if _succeeds([*common, "check-novalidate", *rest], statement):
            return Signature.UNKNOWN_KEY
    return Signature.BAD


def _succeeds(arguments: list[str], statement: bytes) -> bool:
    try:
        done = subprocess.run(
            arguments, input=statement, capture_output=True, env={}, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
