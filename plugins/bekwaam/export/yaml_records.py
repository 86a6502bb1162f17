"""A record's plain data as YAML that reads back to the same data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import yaml

from bekwaam.source import read_bytes

_WIDTH = 110


class _Plain(yaml.SafeDumper):
    """Writes the subset that records are in: no anchors, and long texts line by line."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML passes it
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Plain.add_representer(str, _text)


def written(data: Mapping[str, Any], remark: str = "") -> bytes:
    """A record as YAML; ``remark`` stands above it as a comment.

    Where YAML 1.1 and our subset do not agree on a value, JSON does: it is written as that.
    """
    head = "".join(f"# {line}\n" for line in remark.splitlines())
    plain = dict(data)
    text = yaml.dump(plain, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=_WIDTH)
    if read_bytes(text.encode(), "").data != plain:
        text = json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
    return (head + text).encode()
