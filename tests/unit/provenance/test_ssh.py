"""Detached signatures, with the ssh-keygen of this machine."""

import os
import subprocess
from pathlib import Path

import pytest

from bekwaam.provenance.ssh import CannotSign, Signature, allowed_signers, check, fingerprint, sign

SAID = b'{"learner":"anna"}'


@pytest.fixture
def key(tmp_path: Path) -> Path:
    file = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "jan@home", "-f", file], check=True)
    return file


def public(key: Path) -> str:
    return key.with_suffix(".pub").read_text(encoding="utf-8").strip()


def test_a_good_signature(key: Path) -> None:
    signature = sign(key, SAID, os.environ)
    assert check(signature, SAID, [public(key)]) is Signature.GOOD


def test_another_key_another_text_and_no_signature(key: Path) -> None:
    signature = sign(key, SAID, os.environ)
    assert check(signature, SAID, []) is Signature.UNKNOWN_KEY
    assert check(signature, SAID + b" ", [public(key)]) is Signature.BAD
    assert (
        check("-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n", SAID, []) is Signature.BAD
    )
    assert check("signed, Jan", SAID, [public(key)]) is Signature.BAD


def test_a_signature_for_something_else(key: Path) -> None:
    done = subprocess.run(
        ["ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f", key],
        input=SAID,
        capture_output=True,
        check=True,
    )
    assert check(done.stdout.decode(), SAID, [public(key)]) is Signature.BAD


def test_a_file_that_is_no_key(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("no key", encoding="utf-8")
    with pytest.raises(CannotSign):
        sign(file, SAID, os.environ)


def test_fingerprints_are_those_of_ssh_keygen(key: Path) -> None:
    done = subprocess.run(["ssh-keygen", "-l", "-f", key], capture_output=True, text=True, check=True)
    assert fingerprint(public(key)) == done.stdout.split()[1]
    assert fingerprint("no key") is None


def test_allowed_signers_have_their_namespace_and_no_comment() -> None:
    text = allowed_signers({"jan": ["ssh-ed25519 AAAA jan@home"]}, "git")
    assert text == 'jan namespaces="git" ssh-ed25519 AAAA\n'
