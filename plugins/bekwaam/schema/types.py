"""A value of the wrong sort: a text where a list belongs, a number where a text does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bekwaam.diagnostics import Message, say
from bekwaam.schema import forms
from bekwaam.schema.failure import Failure, Words
from bekwaam.schema.values import as_yaml, code_list, shown

EXPECTED: Mapping[frozenset[str], Message] = {
    frozenset({"string"}): say("a text"),
    frozenset({"string", "object"}): say("a text"),
    frozenset({"string", "object", "array"}): say("a text or a list of texts"),
    frozenset({"string", "array"}): say("an id or a list of ids"),
    frozenset({"object"}): say("a mapping"),
    frozenset({"array"}): say("a list"),
    frozenset({"array", "object"}): say("a mapping or a list of mappings"),
    frozenset({"boolean"}): say("`true` or `false`"),
    frozenset({"number"}): say("a number"),
    frozenset({"integer"}): say("a whole number"),
    frozenset({"number", "object"}): say("a number or a mapping"),
}
_DATE = say("a date")
_DATE_OR_TRUTH = say("a date, `true` or `false`")

_YES = frozenset({"true", "yes", "on", "y", "ja", "j", "waar", "oui", "vrai", "wahr", "1"})
_NO = frozenset({"false", "no", "off", "n", "nee", "neen", "onwaar", "non", "faux", "nein", "falsch", "0"})
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?\Z")
_WORDS = re.compile(r"[^\s,]+(?:\s*,\s*[^\s,]+)+\Z")
_COMMA = re.compile(r"-?(?:0|[1-9][0-9]*),[0-9]+\Z")


def explain(one: Failure) -> Words:
    """Say what is expected and what stands there instead."""
    wanted = wanted_types(one.schema)
    if one.schema.get("format") != "date":
        return _wrong(one.value, EXPECTED[wanted], _hint(one.value, wanted, one.schema))
    if one.value is None or isinstance(one.value, dict | list):
        hint = say("Write year, month and day, such as `2026-03-05`.")
        return _wrong(one.value, _DATE_OR_TRUTH if "boolean" in wanted else _DATE, hint)
    return not_a_date(one)


def not_a_date(one: Failure) -> Words:
    """Say what a date looks like, or how to write yes and no where that will do too."""
    word = str(one.value).casefold()
    if "boolean" in wanted_types(one.schema) and word in _YES | _NO:
        return _wrong(one.value, _DATE_OR_TRUTH, _truth_hint(one.value))
    return forms.not_a_date(one.value)


def _wrong(value: object, expected: Message, hint: Message) -> Words:
    message = say("Here {expected} is expected, but this is {found}.", expected=expected, found=_found(value))
    return "E203", message, hint


def wanted_types(schema: Any) -> frozenset[str]:
    """The types that a schema allows; each set of them has words of its own."""
    types = schema["type"]
    return frozenset([types] if isinstance(types, str) else types)


def _found(value: object) -> Message:
    if isinstance(value, dict):
        return say("a mapping")
    if isinstance(value, list):
        return say("a list")
    if isinstance(value, str):
        return say("the text `{value}`", value=shown(value))
    if isinstance(value, bool):
        return say("`{value}`", value=shown(value))
    if value is None:
        return say("nothing")
    return say("the number `{value}`", value=shown(value))


def _hint(value: Any, wanted: frozenset[str], schema: Any) -> Message:
    if value is None:
        return say("Fill it in, or remove it.")
    if "enum" in schema:
        return say("Choose one of these: {allowed}.", allowed=code_list(schema["enum"]))
    if wanted & {"boolean"}:
        return _truth_hint(value)
    if wanted & {"number", "integer"}:
        return _number_hint(value, wanted)
    if isinstance(value, dict | list) and "string" in wanted:
        return say("Write one value here, after the colon.")
    if "string" in wanted:
        return _quotes_hint(value)
    if wanted == {"array"}:
        return _list_hint(value)
    return _mapping_hint(schema)


def _truth_hint(value: Any) -> Message:
    word = str(value).casefold() if isinstance(value, str | int) else ""
    if word in _YES:
        return say("Write `true`, in small letters and without quotes.")
    if word in _NO:
        return say("Write `false`, in small letters and without quotes.")
    return say("Write `true` or `false`, in small letters and without quotes.")


def _number_hint(value: Any, wanted: frozenset[str]) -> Message:
    if isinstance(value, str) and "integer" not in wanted and _COMMA.match(value):
        return say("Write it with a point: `{number}`.", number=shown(value.replace(",", ".")))
    if isinstance(value, str) and (_WHOLE if "integer" in wanted else _NUMBER).match(value):
        return say("Write it without quotes: `{number}`.", number=shown(value))
    if "integer" in wanted:
        return say("Write a whole number, such as `2`, without quotes or unit.")
    return say("Write a number, such as `7.5`, without quotes or unit.")


def _quotes_hint(value: Any) -> Message:
    if isinstance(value, bool | int):
        return say('Put it in quotes: `"{value}"`.', value=shown(value))
    return say("Put it in quotes.")


def _list_hint(value: Any) -> Message:
    if isinstance(value, str) and _WORDS.match(value):
        listed = as_yaml(value.replace(",", " ").split())
        return say("Put square brackets around them: `{items}`.", items=shown(listed))
    line = None if isinstance(value, dict) else as_yaml(value)
    if line is None:
        return say("Put each item on a line of its own, with `- ` in front.")
    return say("Put each item on a line of its own, with `- ` in front: `- {item}`.", item=shown(line))


def _mapping_hint(schema: Any) -> Message:
    described = schema if "properties" in schema else schema.get("then", {})
    first = next(iter(described.get("required") or described.get("properties", ())), None)
    if first is None:
        return say("Write lines such as `key: value` below it.")
    return say("Write its keys below it, such as `{key}: ...`.", key=first)
