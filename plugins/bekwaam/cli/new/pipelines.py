"""Pipelines for a code host, ready to use: each change is looked at, and nothing is published by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import click

from bekwaam.cli.refusing import Refused
from bekwaam.diagnostics import Message, say
from bekwaam.rendering.scaffolds import scaffold

NONE = "none"
_FILES: Mapping[str, Mapping[str, str]] = {
    "github": {
        ".github/workflows/review.yml": "github/review.yml",
        ".github/workflows/publish.yml": "github/publish.yml",
        ".github/dependabot.yml": "github/dependabot.yml",
    },
    "gitlab": {".gitlab-ci.yml": "gitlab/ci.yml", ".gitlab/notes.py": "gitlab/notes.py.txt"},
    "forgejo": {
        ".forgejo/workflows/review.yml": "forgejo/review.yml",
        ".forgejo/workflows/publish.yml": "forgejo/publish.yml",
    },
}
HOSTS: Mapping[str, Message | str] = {
    "github": "GitHub",
    "gitlab": "GitLab",
    "forgejo": "Forgejo",
    NONE: say("nowhere yet, or without a pipeline"),
}
_OWNER = re.compile(r"[A-Za-z0-9@._/+-]+")


def pipelines(host: str, technical: Sequence[str], language: str) -> dict[str, str]:
    """The files of a host's pipelines by their paths; none without a host."""
    options = "".join(f" --technical {one}" for one in technical)
    return {
        path: scaffold(template, language, technical=options)
        for path, template in _FILES.get(host, {}).items()
    }


def owner(_context: click.Context, _parameter: click.Parameter, given: Sequence[str]) -> Sequence[str]:
    """Owners that may stand in a pipeline's own lines; for click's ``callback``."""
    for one in given:
        if not _OWNER.fullmatch(one):
            raise Refused(
                say("“{who}” is no person, @account, @organisation/team or e-mail address.", who=one)
            )
    return given
