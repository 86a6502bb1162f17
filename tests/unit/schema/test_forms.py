"""Forms of texts: the same in Python, in editors and in other tools."""

from __future__ import annotations

import re

import pytest
import regress

from bekwaam.schema.forms import FORMS
from bekwaam.schema.registry import COMMON, read

PARTS = read(COMMON)["$defs"]
WITH_PATTERN = sorted(name for name, part in PARTS.items() if "pattern" in part)
TRIES = {
    "id": {
        "a": True,
        "_a": True,
        "-a": False,
        ".a": False,
        "a b": False,
        "é": False,
        "": False,
        "a/b": False,
    },
    "language": {"nl": True, "nl-BE": True, "zh-Hant-TW": True, "NL": False, "n": False, "": False},
    "competence_ref": {"a/b": True, "a": False, "a/b/c": False, "/b": False, "a/": False, "../b": False},
    "criterion_ref": {"a/b/c": True, "a/b": False, "a//c": False},
    "date": {"2026-03-05": True, "2026-3-5": False, "٢٠٢٦-٠٣-٠٥": False, "2026-03-05T00:00": False},
    "uri": {
        "https://a.example/é?b=1#c": True,
        "http://a": True,
        "HTTPS://a": False,
        "javascript:alert(1)": False,
        "https://": False,
        "https://a b": False,
        'https://a/"onclick="x': False,
        " https://a": False,
        "mailto:a@b": False,
    },
    "email": {"a.b+c@d.example": True, "a@localhost": True, "*@b": False, "a@b@c": False, "A <a@b>": False},
    "phone": {"+32 9 000 00 00": True, "(09) 000.00.00": True, "bel mij": False, "٠٩": False},
    "colour": {"#9a4A1f": True, "#abcd": False, "red": False, "#9a4a1f;x": False},
    "file": {
        "../media/a.webp": True,
        "foto é (1).jpg": True,
        "/etc/passwd": False,
        "C:\\a.webp": False,
        "file:///etc/passwd": False,
        "..\\a": False,
        "a\0b": False,
        "": False,
    },
    "signing_key": {
        "ssh-ed25519 AAAAC3Nz": True,
        "ssh-rsa AAAA+/== jan@bakkerij": True,
        "ssh-ed25519 AAAA x\nssh-ed25519 AAAA": False,
        "cert-authority ssh-ed25519 AAAA": False,
        "-----BEGIN OPENSSH PRIVATE KEY-----": False,
    },
    "digest": {"0" * 64: True, "0" * 63: False, "A" * 64: False},
    "point": {"01": True, "57": True, "99": True, "00": False, "5": False, "100": False, "٠٥": False},
    "origin": {"43": True, "anna/contacts/x": True, "anna/evidence/x": False, "43/contacts": False},
    "not_blank": {"x": True, " x ": True, "": False, " \n": False},
}


def test_every_form_has_words() -> None:
    said = {*FORMS, "date", "not_blank", "text", "short_text", "markdown"}
    assert set(WITH_PATTERN) == said


@pytest.mark.parametrize("name", TRIES)
def test_python_and_ecmascript_agree(name: str) -> None:
    pattern = PARTS[name]["pattern"]
    ecmascript = regress.Regex(pattern, "u")
    for text, fits in TRIES[name].items():
        assert (re.search(pattern, text) is not None) is fits, text
        assert (ecmascript.find(text) is not None) is fits, text


@pytest.mark.parametrize("name", WITH_PATTERN)
def test_no_form_takes_a_newline_at_the_end(name: str) -> None:
    pattern = PARTS[name]["pattern"]
    example = next(one for one in PARTS[name]["examples"] if isinstance(one, str))
    assert re.search(pattern, example)
    if name not in ("not_blank", "text", "short_text", "markdown", "signature"):
        assert not re.search(pattern, example + "\n")
        assert not regress.Regex(pattern, "u").find(example + "\n")


@pytest.mark.parametrize("name", FORMS)
def test_an_example_in_a_hint_is_right(name: str) -> None:
    """One of the words in it has the form that is asked for; of an address it says only the beginning."""
    quoted = [word.strip('"') for word in re.findall("`([^`]+)`", FORMS[name].hint)]
    if name not in ("uri", "signing_key", "digest", "signature"):
        assert any(re.search(PARTS[name]["pattern"], word) for word in quoted)
