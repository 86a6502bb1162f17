"""A pseudonym as part of an address."""

from __future__ import annotations

import hashlib
import re
import unicodedata


def slug(text: str) -> str:
    """Lower case ASCII letters, digits and hyphens; a short digest where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    joined = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return joined or hashlib.sha256(text.encode()).hexdigest()[:8]


def unique_slug(text: str, taken: set[str]) -> str:
    """A slug that is not taken yet; also notes it as taken."""
    base = slug(text)
    found, number = base, 2
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    taken.add(found)
    return found
