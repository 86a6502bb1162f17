"""Click's own sentences: all that the command can say is in our catalogue."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_python

from bekwaam.rendering import translations

KEYWORDS = {"_": None, "ngettext": (1, 2)}

# What click can say and our command never makes it say, and why.
NEVER = {
    "Aborted!": "`main` says that itself",
    "Error: {message}": "`main` says that itself",
    "Try '{command} {option}' for help.": "`main` says that itself",
    "deprecated": "no verb or option is",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}": "no verb is",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}": "no option is",
    "env var: {var}": "no option shows a variable",
    "(dynamic)": "no default is computed by click",
    "unknown error": "click opens no files for us",
    "Could not open file {filename!r}: {message}": "click opens no files for us",
    "{name} {filename!r} is not executable.": "nothing has to be",
    "{value!r} does not match the format {format}.": "dates are read by ourselves",
    "{value!r} is not a valid boolean. Recognized values: {states}": "no option takes one",
    "{value!r} is not a valid UUID.": "no option takes one",
    "{len_type} values are required, but {len_value} was given.": "no option takes a tuple",
    "Do you want to continue?": "no option asks",
    "Confirm the action without prompting.": "no option asks",
    "%(prog)s, version %(version)s": "we word the version ourselves",
    "Choice({choices})": "for programmers",
    "Value must be an iterable.": "for programmers",
    "Name '{name}' defined twice": "for programmers",
    "Boolean option {decl!r} cannot use the same flag for true/false.": "for programmers",
    "Could not determine name for option with declarations {decls!r}": "for programmers",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? Did"
    " you mean to pass '--{name}'?": "for programmers",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.": "for programmers",
    "Invalid start character for option ({option})": "for programmers",
}


def asked(module: str) -> Iterator[str]:
    """The sentences that a module of click looks up."""
    content = (Path(click.__file__).parent / f"{module}.py").read_bytes()
    for _, _, found, _ in extract_python(io.BytesIO(content), KEYWORDS, (), {}):
        texts: object = found
        yield str(texts[0] if isinstance(texts, list | tuple) else texts)


@pytest.mark.parametrize("module", ["core", "decorators", "exceptions", "formatting", "parser", "types"])
def test_what_click_asks_for_is_translated_or_never_said(module: str) -> None:
    ours = set(translations.sentences("nl"))
    found = set(asked(module))
    assert found - NEVER.keys() - ours == set()


def test_all_that_is_never_said_exists() -> None:
    modules = ("core", "decorators", "exceptions", "formatting", "parser", "types")
    assert NEVER.keys() - {text for one in modules for text in asked(one)} == set()
