"""Turns the Markdown of records into HTML that can do no harm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from bekwaam.rendering.tame import tame

_BLOCKS = ["paragraph", "heading", "list", "blockquote"]
_INLINES = ["text", "newline", "escape", "entity", "emphasis", "link", "image", "autolink"]
_SCHEMES = ("http", "https", "mailto")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a", *_HEADINGS}
_ATTRIBUTES: dict[str, set[str]] = {"*": set(), "a": {"href"}, "ol": {"start"}}
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TOO_DEEP = re.compile(r"^(?:[ \t]{41}|(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))){11})", re.MULTILINE)
"""A line indented for over twenty lists, or with over ten marks of lists and quotes at its start."""
_TOO_MANY_BRACKETS = re.compile(r"(?:[^\[]*\[){500}")
"""Looking for the ends of so many links takes time with the square of their number."""
_ODD = re.compile(r"[^\w \n.,;:?'\"()/%+=–—‘’“”…-]|_")
"""What could be a mark, wherever it stands."""
_LINE = re.compile(r"(?!\d+[.)])(?:[^\W_]|[“‘\"'(])")
"""The start of a line that starts no list, heading or quote."""
_REMEMBERED = 512
"""What stands on a learner's page stands on that of a piece of evidence too."""
_MAX_NESTING = 100
"""Well above what `_TOO_DEEP` lets through, so that the parser never leaves out a part of a text."""


@lru_cache(_REMEMBERED)
def render(text: str, level: int = 3) -> Markup:
    """Render paragraphs, emphasis, lists, quotes, links and headings; the rest stays as typed.

    HTML is shown as text, comments in it are left out. Pictures are for ``media``, where they get
    a consent: here only their words show. ``level`` is the level that the highest heading gets.
    What is nested too deep comes out as plain paragraphs.
    """
    source = tame(_COMMENT.sub("", text) if "<!--" in text else text)
    if _is_without_marks(source):
        # What most people write; parsing, printing and cleaning it takes twenty times as long.
        return Markup("".join(f"<p>{one}</p>\n" for one in source.rstrip("\n").split("\n\n")))  # noqa: S704
    if _TOO_DEEP.search(source) or _TOO_MANY_BRACKETS.match(source):
        return _plain(source)
    tokens = _parser().parse(source)
    _demote_headings(tokens, level)
    for token in tokens:
        if token.children:
            token.children = list(_only_safe(token.children))
    html = _parser().renderer.render(tokens, _parser().options, {})
    return Markup(_cleaner().clean(html))  # noqa: S704 - sanitised right here


def _is_without_marks(text: str) -> bool:
    """Whether a text is paragraphs of lines that start with a letter, and nothing in it could be a mark."""
    if _ODD.search(text):
        return False
    paragraph = False
    for line in text.removesuffix("\n").split("\n"):
        if line and (line[-1] == " " or not _LINE.match(line)):
            return False
        if not (line or paragraph):
            return False
        paragraph = bool(line)
    return paragraph


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=set(_SCHEMES), link_rel="noopener nofollow ugc"
    )


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "maxNesting": _MAX_NESTING})
    parser.enable([*_BLOCKS, *_INLINES, "balance_pairs", "fragments_join"], ignoreInvalid=True)
    # Every link is recognised, and odd ones lose their address later: refused here, they would
    # stay in the text with brackets and all.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _demote_headings(tokens: list[Token], level: int) -> None:
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    highest = min((int(token.tag[1]) for token in headings), default=1)
    for token in headings:
        token.tag = f"h{min(6, int(token.tag[1]) - highest + level)}"


def _only_safe(tokens: list[Token]) -> Iterator[Token]:
    """Leave out links that lead elsewhere than to the web or a mailbox; pictures become their words."""
    odd = False
    for token in tokens:
        if token.type == "image":
            yield Token("text", "", 0, content=token.content)
            continue
        if token.type == "link_open":
            address = str(token.attrGet("href") or "")
            odd = address.partition(":")[0].lower() not in _SCHEMES
        if not (odd and token.type in ("link_open", "link_close")):
            yield token


def _plain(text: str) -> Markup:
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", text))
    return Markup("\n").join(Markup("<p>{}</p>").format(escape(part)) for part in paragraphs if part)
