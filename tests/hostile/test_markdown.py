"""Texts made to hurt whoever renders Markdown: what comes out holds only harmless elements, in time."""

from __future__ import annotations

import resource
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bekwaam.rendering.markdown import render

FILES = sorted((Path(__file__).parent / "md").glob("*.md"))
SECONDS = 10
MEMORY = 500 * 1024 * 1024

ELEMENTS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a", "h3", "h4", "h5", "h6"}
ATTRIBUTES = {("a", "href"), ("a", "rel"), ("ol", "start")}
SCHEMES = ("http://", "https://", "mailto:")

HEAVY = {
    "brackets": '"[" * 100_000',
    "picture brackets": '"![" * 50_000',
    "closed brackets": '"[" * 5_000 + "]" * 5_000',
    "link starts": '"[a](<" * 20_000',
    "quotes": '">" * 100_000',
    "spread quotes": '("> " * 5_000 + "\\n") * 5',
    "nested lists": '"\\n".join("  " * depth + "- a" for depth in range(500))',
    "list marks": '("- " * 500 + "a\\n") * 20',
    "emphasis": '"*" * 50_000 + "a" + "*" * 50_000',
    "mixed emphasis": '"*a_" * 30_000',
    "combining marks": '"a" + "\\u0301" * 200_000',
    "a million words": '"word " * 1_000_000',
    "one word": '"x" * 1_000_000',
    "blank": '"\\n" * 200_000 + " " * 200_000',
    "comments": '"<!--" * 50_000',
    "tags": '"<a " * 50_000',
    "entities": '"&#x" * 50_000',
    "backslashes": '"\\\\" * 200_000',
    "headings": '"# " * 50_000',
    "numbers": '"1. \\n" * 30_000',
}


class Elements(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.comments: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_only_harmless_elements_come_out(file: Path) -> None:
    seen = Elements(render(file.read_text(encoding="utf-8")))
    assert {tag for tag, _ in seen.found} <= ELEMENTS
    assert {(tag, name) for tag, attributes in seen.found for name in attributes} <= ATTRIBUTES
    for tag, attributes in seen.found:
        if tag == "a":
            assert (attributes["href"] or "").startswith(SCHEMES)
            assert attributes["rel"] == "noopener nofollow ugc"
    assert seen.comments == []


def test_a_private_comment_is_not_published() -> None:
    assert "medical" not in render("before <!-- private note: medical --> after")
    assert "medical" not in render("before\n\n<!-- private note:\n\nmedical, and never closed")


def test_template_syntax_is_only_text() -> None:
    assert "{{ 7*7 }}" in render("{{ 7*7 }}")


@pytest.mark.parametrize("name", HEAVY)
def test_heavy_texts_take_little(name: str) -> None:
    program = f"from bekwaam.rendering.markdown import render; print(len(render({HEAVY[name]})))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=limit,
    )
    assert done.returncode == 0, done.stderr[-500:]
    assert int(done.stdout) < 1_000_000


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
