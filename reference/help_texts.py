"""Collects the texts of the command's help for translation, beside what Babel finds in Python itself."""

from __future__ import annotations

import ast
import io
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any

from babel.messages.extract import extract_python

from bekwaam.cli.speaking import paragraphs

_DECORATORS = ("command", "group")
_KEYWORDS = ("help", "short_help", "epilog")

Found = tuple[Any, ...]
"""As Babel wants it: the line, the marking function's name, the text or texts, and comments."""


def extract(
    fileobj: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Collection[str],
    options: Any,
) -> Iterator[Found]:
    """Find the texts in a module of the command; an extraction method for Babel."""
    content = fileobj.read()
    yield from extract_python(io.BytesIO(content), keywords, comment_tags, options)
    for node in ast.walk(ast.parse(content)):
        if isinstance(node, ast.FunctionDef) and any(map(_makes_a_command, node.decorator_list)):
            text = ast.get_docstring(node, clean=False)
            if text:
                yield node.lineno, None, paragraphs(text), []
        elif isinstance(node, ast.Call):
            for keyword in node.keywords:
                value = keyword.value
                if keyword.arg in _KEYWORDS and isinstance(value, ast.Constant) and value.value:
                    yield value.lineno, None, paragraphs(str(value.value)), []


def _makes_a_command(decorator: ast.expr) -> bool:
    made = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(made, ast.Attribute) and made.attr in _DECORATORS
