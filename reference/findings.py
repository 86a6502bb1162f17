"""Pages with every finding: what it means, an example, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable

from bekwaam.diagnostics.codes import CODES, Code

_FAMILIES = (
    ("reading", "Reading a file", ("E1", "W1")),
    ("shape", "Shape and dates", ("E2", "W2")),
    ("references", "References and files", ("E3", "W3")),
    ("consent", "Roles, consent and privacy", ("E4", "W4")),
    ("seals", "Seals", ("E5", "W5")),
    ("guidance", "Guidance and quality", ("W6", "W7")),
)
"""A page for each: its name, its title, and how its codes begin."""

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
    """The overview, and a page per family that has codes."""
    families = [
        (name, title, [one for one in CODES.values() if one.code.startswith(begins)])
        for name, title, begins in _FAMILIES
    ]
    told = {one.code for _, _, codes in families for one in codes}
    assert told == CODES.keys(), f"no page is for {CODES.keys() - told}"
    families = [family for family in families if family[2]]
    made = {f"reference/findings/{name}.md": _page(title, codes) for name, title, codes in families}
    return {"reference/findings/index.md": _overview(families), **made}


def _overview(families: Iterable[tuple[str, str, list[Code]]]) -> str:
    lines = [_INTRODUCTION]
    for name, title, codes in families:
        lines += [f"## [{title}]({name}.md)", "", "| code | meaning |", "| --- | --- |"]
        lines += [f"| [{one.code}]({name}.md#{one.code.lower()}) | {one.title} |" for one in codes]
        lines.append("")
    return "\n".join(lines)


def _page(title: str, codes: Iterable[Code]) -> str:
    lines = ["---", "lang: en", f"description: Findings about {title.lower()}.", "---", "", f"# {title}", ""]
    lines += ["[All findings](index.md)", ""]
    for one in codes:
        lines += [f"## {one.code}", "", f"**{one.title}.**", "", one.meaning, ""]
        lines += ["Before:", "", *_block(one.before), "After:", "", *_block(one.after)]
        if one.point is not None:
            lines += [f"Point {one.point} of the guide for good workplace learning.", ""]
    return "\n".join(lines)


def _block(yaml: str) -> list[str]:
    """A block of code, with a longer fence where the example has one itself."""
    fence = "````" if "```" in yaml else "```"
    return [f"{fence}yaml", yaml.rstrip("\n"), fence, ""]
