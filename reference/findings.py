"""A page for every finding: what it means, an example, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable

from bekwaam.diagnostics.codes import CODES, Code

_FAMILIES = (
    ("Reading a file", ("E1", "W1")),
    ("Shape and dates", ("E2", "W2")),
    ("References and files", ("E3", "W3")),
    ("Roles, consent and privacy", ("E4", "W4")),
    ("Seals", ("E5", "W5")),
    ("Guidance and quality", ("W6", "W7")),
)
"""What the codes are about, and how those of a family begin."""

_INTRODUCTION = """\
---
lang: en
description: What each error and warning means.
---

# Findings

A code that starts with E is an **error**: nothing is published until it is mended. A code that starts
with W is a **warning**: a gap that somebody should look at. A code never changes its meaning.

`bekwaam explain E301` says the same on your own computer.
"""


def pages() -> dict[str, str]:
    """The overview, and a page per code."""
    families = [
        (title, [one for one in CODES.values() if one.code.startswith(begins)]) for title, begins in _FAMILIES
    ]
    told = {one.code for _, codes in families for one in codes}
    assert told == CODES.keys(), f"no family is for {CODES.keys() - told}"
    made = {f"reference/findings/{code}.md": _page(one) for code, one in CODES.items()}
    return {"reference/findings/index.md": _overview(families), **made}


def _overview(families: Iterable[tuple[str, list[Code]]]) -> str:
    lines = [_INTRODUCTION]
    for title, codes in families:
        lines += [f"## {title}", "", "| code | meaning |", "| --- | --- |"]
        lines += [f"| [{one.code}]({one.code}.md) | {one.title} |" for one in codes]
        lines.append("")
    return "\n".join(lines)


def _page(one: Code) -> str:
    lines = ["---", "lang: en", f"description: What finding {one.code} means, and how to mend it.", "---", ""]
    lines += [f"# {one.code}", "", f"**{one.title}.**", "", one.meaning, ""]
    lines += ["Before:", "", *_block(one.before), "After:", "", *_block(one.after)]
    if one.point is not None:
        lines += [f"Point {one.point} of the guide for good workplace learning.", ""]
    return "\n".join([*lines, "[All findings](index.md)", ""])


def _block(yaml: str) -> list[str]:
    """A block of code, with a longer fence where the example has one itself."""
    fence = "````" if "```" in yaml else "```"
    return [f"{fence}yaml", yaml.rstrip("\n"), fence, ""]
