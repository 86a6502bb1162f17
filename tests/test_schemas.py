"""The schemas as other tools meet them: valid, complete, explained, and usable without a network."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import check_jsonschema  # type: ignore[import-untyped]  # it publishes no types
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from bekwaam.model.kinds import Kind

FOLDER = Path(__file__).resolve().parent.parent / "schemas"
FILES = sorted(FOLDER.glob("*.schema.json"))
SCHEMAS = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in FILES}
REGISTRY: Registry[Any] = Registry().with_resources(
    (name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()
)
INNER = ("items", "additionalProperties", "propertyNames", "if", "then", "else")


def parts(schema: Any, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """A schema and all schemas in it, with the way to each."""
    if not isinstance(schema, dict):
        return
    yield where, schema
    for keyword, value in schema.items():
        if keyword in ("properties", "$defs"):
            for name, one in value.items():
                yield from parts(one, f"{where}/{keyword}/{name}")
        elif keyword in INNER:
            yield from parts(value, f"{where}/{keyword}")


EVERYTHING = dict(pair for name, schema in SCHEMAS.items() for pair in parts(schema, f"{name}#"))
NAMED = {
    where: part
    for where, part in EVERYTHING.items()
    if where.endswith("#") or where.split("/")[-2] in ("properties", "$defs")
    if part != {"not": {}} and "/if/" not in where
}


def run(*arguments: str) -> str:
    """Run check-jsonschema; a test that reaches for the network fails."""
    result = CliRunner().invoke(check_jsonschema.main, list(arguments))
    assert result.exit_code in (0, 1), result.output
    return result.output


def test_there_is_one_for_each_kind() -> None:
    kinds = {f"{kind.value}.schema.json" for kind in Kind}
    assert set(SCHEMAS) == kinds | {"common.schema.json", "points.schema.json"}


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_schemas(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("where", NAMED)
def test_everything_is_explained(where: str) -> None:
    part = NAMED[where]
    if "/then/" in where and "title" not in part:
        return  # what a condition adds is explained where the property itself is
    assert part["title"].strip() and not part["title"].endswith(".")
    assert part["description"].strip().endswith((".", "?"))
    if where != "common.schema.json#":
        assert part["examples"]


@pytest.mark.parametrize("where", [where for where, part in EVERYTHING.items() if "examples" in part])
def test_examples_are_right(where: str) -> None:
    name, _, way = where.partition("#")
    validator = Draft202012Validator({"$ref": f"{name}#{way}"}, registry=REGISTRY)
    for example in EVERYTHING[where]["examples"]:
        assert not list(validator.iter_errors(example))


MAPPINGS = [where for where, part in EVERYTHING.items() if part.get("type") == "object"]


@pytest.mark.parametrize("where", MAPPINGS)
def test_unknown_keys_are_refused(where: str) -> None:
    part = EVERYTHING[where]
    if part.get("additionalProperties") is not False:
        assert "properties" not in part
        assert "propertyNames" in part or where.endswith("/if")


@pytest.mark.parametrize("where", EVERYTHING)
def test_no_text_and_no_list_is_endless(where: str) -> None:
    part = EVERYTHING[where]
    if "/if" in where:
        return
    if "pattern" in part and "format" not in part:
        fixed = part["pattern"].rpartition("}")[2] == r"$(?!\n)" or "[1-9]" in part["pattern"]
        assert "maxLength" in part or fixed
    if "items" in part:
        assert "maxItems" in part


def test_other_tools_accept_the_schemas() -> None:
    output = run("--check-metaschema", *map(str, FILES))
    assert output.startswith("ok")


@pytest.mark.parametrize("kind", Kind)
def test_other_tools_check_records_without_a_network(
    kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    schema = FOLDER / f"{kind.value}.schema.json"
    good, bad = tmp_path / "good.yml", tmp_path / "bad.yml"
    record = SCHEMAS[schema.name]["examples"][0]
    good.write_text(json.dumps(record), encoding="utf-8")
    bad.write_text(json.dumps(record | {"zzz": 1}), encoding="utf-8")
    assert run("--schemafile", str(schema), str(good)).startswith("ok")
    assert "zzz" in run("--schemafile", str(schema), str(bad))
