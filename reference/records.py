"""A page per kind of record, from its schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bekwaam.model.kinds import Kind
from bekwaam.schema.registry import COMMON, read, schema_of
from bekwaam.source.layout import ROWS
from reference.examples import as_yaml

Schema = dict[str, Any]

_TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "`true` or `false`",
    "object": "mapping",
    "array": "list",
}
_GROUPS = (
    ("The school", (Kind.SCHOOL, Kind.FRAMEWORK, Kind.ORGANISATION, Kind.PERSON)),
    (
        "A learner",
        (
            Kind.LEARNER,
            Kind.AGREEMENT,
            Kind.PLAN,
            Kind.EVIDENCE,
            Kind.ASSESSMENT,
            Kind.DECISION,
            Kind.CONTACT,
            Kind.FEEDBACK,
            Kind.NEXT_STEP,
        ),
    ),
    ("Quality", (Kind.SELF_EVALUATION, Kind.ACTION, Kind.CYCLE)),
)


def pages() -> dict[str, str]:
    """The overview, a page per kind, and the page of the parts that they share."""
    made = {f"reference/records/{kind.value}.md": _page(kind) for kind in Kind}
    return {"reference/records/index.md": _overview(), "reference/records/types.md": _types(), **made}


def _front(description: str) -> list[str]:
    return ["---", "lang: en", f"description: {as_yaml(description)}", "---", ""]


def _overview() -> str:
    lines = [
        *_front("Which kinds of records there are, and where each lives."),
        "# Records",
        "",
        "Everything lies under one folder, `portfolios/` unless you say otherwise. Where a file lives says"
        " what it is. Its id is its name without `.yml`; `.yaml` is read too.",
        "",
    ]
    for title, kinds in _GROUPS:
        lines += [f"## {title}", "", "| kind | path under `portfolios/` |", "| --- | --- |"]
        for kind in kinds:
            places = " or ".join(f"`{path}`" for path, one in ROWS if one is kind)
            lines.append(f"| [{schema_of(kind)['title']}]({kind.value}.md) | {places} |")
        lines.append("")
    lines += ["What sorts of values there are stands under [Types](types.md).", ""]
    return "\n".join(lines)


def _page(kind: Kind) -> str:
    schema = dict(schema_of(kind))
    lines = [*_front(f"Every field of the record: {schema['title'].lower()}."), f"# {schema['title']}", ""]
    lines += [schema["description"], "", "[All kinds of records](index.md)", ""]
    lines += ["Path under `portfolios/`:", ""]
    lines += [f"- `{path}`" for path, one in ROWS if one is kind]
    lines += ["", f"Schema: `schemas/{kind.value}.schema.json`", ""]
    for example in schema.get("examples", ()):
        lines += ["An example:", "", "```yaml", as_yaml(example), "```", ""]
    lines += ["## Fields", "", *_fields(schema, schema, "")]
    return "\n".join(lines)


def _fields(owner: Schema, root: Schema, prefix: str) -> Iterator[str]:
    """The fields of a mapping, each followed by the fields within it."""
    required = owner.get("required", ())
    for name, field in owner.get("properties", {}).items():
        yield f"### {prefix}{name}"
        yield ""
        yield f"*{'Required' if name in required else 'Optional'}: {_sort(field, root)}.*"
        yield ""
        yield field.get("description", "")
        yield ""
        words = _words(field)
        if words:
            yield f"One of: {', '.join(f'`{word}`' for word in words)}."
            yield ""
        yield from _limits(field)
        if "examples" in field:
            yield from ("```yaml", as_yaml({name: field["examples"][0]}), "```", "")
        inner = _inner(field, root)
        if inner is not None:
            yield from _fields(inner, root, f"{prefix}{name}.")


def _words(field: Schema) -> list[str] | None:
    """The words that may stand in a field, or in each item of it."""
    inner = (field.get(keyword) for keyword in ("items", "additionalProperties"))
    found = (one["enum"] for one in (field, *inner) if isinstance(one, dict) and "enum" in one)
    return next(found, None)


def _limits(field: Schema) -> Iterator[str]:
    low, high = field.get("minimum"), field.get("maximum")
    if low is not None and high is not None:
        yield f"From {low} to {high}."
        yield ""
    elif low is not None:
        yield f"At least {low}."
        yield ""


def _sort(field: Schema, root: Schema) -> str:
    """What sort of value a field wants, in words."""
    if "$ref" in field:
        return _referred(field["$ref"], root)
    kinds = field.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else list(kinds)
    if "array" in kinds:
        item = field.get("items", {})
        what = _sort(item, root) if item else "values"
        one_or_more = "one, or a list of them" if len(kinds) > 1 else "a list"
        return f"{one_or_more}: {what}"
    if field.get("format") == "date":
        dates = "[date](types.md#date)"
        return f"`true`, `false` or a {dates}" if "boolean" in kinds else dates
    words = [_TYPES[kind] for kind in kinds]
    if "enum" in field:
        return "a word from the list"
    if kinds == ["object"] and isinstance(field.get("additionalProperties"), dict):
        return f"mapping of names to: {_sort(field['additionalProperties'], root)}"
    return " or ".join(words)


def _referred(reference: str, root: Schema) -> str:
    file, _, name = reference.rpartition("#/$defs/")
    if file == COMMON or (not file and root is _common()):
        title = _common()["$defs"][name]["title"]
        page = "" if root is _common() else "types.md"
        return f"[{title.lower()}]({page}#{_slug(title)})"
    return f"mapping ({root['$defs'][name]['title'].lower()})"


def _inner(field: Schema, root: Schema) -> Schema | None:
    """The mapping whose fields stand within this one; None where there are none of its own."""
    for keyword in ("items", "additionalProperties"):
        field = field[keyword] if isinstance(field.get(keyword), dict) else field
    reference: str = field.get("$ref", "")
    if reference.startswith("#/$defs/") and root is not _common():
        field = root["$defs"][reference.rpartition("/")[2]]
    # What may be a text or a mapping says its fields where it is a mapping.
    field = field if "properties" in field else field.get("then", field)
    return field if "properties" in field else None


def _common() -> Schema:
    return read(COMMON)  # type: ignore[return-value]  # read once, and only looked at


def _slug(title: str) -> str:
    """The id that Python-Markdown gives a heading."""
    kept = "".join(one for one in title.lower() if one.isalnum() or one in " -_")
    return "-".join(kept.split())


def _types() -> str:
    root = _common()
    lines = [
        *_front("The sorts of values that records are made of."),
        "# Types",
        "",
        "What several kinds of records share. Schema: `schemas/common.schema.json`.",
        "",
    ]
    for part in root["$defs"].values():
        lines += [f"## {part['title']}", "", part.get("description", ""), ""]
        if "enum" in part:
            lines += [f"One of: {', '.join(f'`{word}`' for word in part['enum'])}.", ""]
        lines += _limits(part)
        for example in part.get("examples", ())[:2]:
            lines += ["```yaml", as_yaml(example), "```", ""]
        for name, field in part.get("properties", {}).items():
            required = "required" if name in part.get("required", ()) else "optional"
            lines.append(f"- `{name}` ({required}: {_sort(field, root)}). {field.get('description', '')}")
            words = field.get("enum")
            if words:
                lines.append(f"  One of: {', '.join(f'`{word}`' for word in words)}.")
        if part.get("properties"):
            lines.append("")
    return "\n".join(lines)
