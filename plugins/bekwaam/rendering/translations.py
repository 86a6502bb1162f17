"""Finds the texts of the program in a reader's language."""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

SOURCE_LANGUAGE = "en"
"""The language in which the program's own texts are written."""

DOMAIN = "bekwaam"
LOCALE = Path(__file__).parent.parent / "locale"
"""Where gettext finds our texts: the name of the files, and the folder of languages."""

_TAG = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{2,8})*")


@cache
def load(language: str) -> gettext.NullTranslations:
    """The texts in ``language`` (BCP 47); in English where there is no translation.

    A regional tag such as ``nl-BE`` falls back to its language.
    """
    return gettext.translation(DOMAIN, LOCALE, languages=_candidates(language), fallback=True)


def available() -> tuple[str, ...]:
    """The languages in which the program can speak, the source language first."""
    found = {path.parent.parent.name for path in LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    return (SOURCE_LANGUAGE, *sorted(found - {SOURCE_LANGUAGE}))


def spoken_language(environment: Mapping[str, str], school_language: str = SOURCE_LANGUAGE) -> str:
    """The language for the command's own output: asked for, the user's, or the school's."""
    languages = available()
    for name in ("BEKWAAM_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        language = environment.get(name, "").partition(".")[0].partition("_")[0].lower()
        if language in languages:
            return language
    return school_language if school_language in languages else SOURCE_LANGUAGE


def sentences(language: str) -> tuple[str, ...]:
    """Everything the program can say in ``language``, and the same in English."""
    # gettext has no other way to list what it knows.
    catalog: dict[object, str] = getattr(load(language), "_catalog", {})
    keys = (key[0] if isinstance(key, tuple) else key for key in catalog)
    return (*map(str, keys), *catalog.values())


def _candidates(language: str) -> list[str]:
    """Names of folders to look into; what is no language tag never becomes a path."""
    if not _TAG.fullmatch(language):
        return []
    full = language.replace("-", "_")
    return [full, full.partition("_")[0].lower()]
