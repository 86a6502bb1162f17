"""Examples as YAML, written as people write records."""

from __future__ import annotations

import yaml

from bekwaam.source.scalars import resolve

_WIDTH = 66


class _Dumper(yaml.SafeDumper):
    """Puts quotes only where our YAML subset wants them: a date needs none."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent the items of a list in a mapping."""
        return super().increase_indent(flow, False)

    def represent(self, data: object) -> None:
        """Spread a record's own fields over lines."""
        node = self.represent_data(data)
        if isinstance(node, yaml.MappingNode):
            node.flow_style = False
        _spread(node)
        self.serialize(node)


def _spread(node: yaml.Node) -> int:
    """Take apart what would be too long for one line; gives about how long a node is."""
    if isinstance(node, yaml.MappingNode):
        length = sum(_spread(key) + _spread(value) + 4 for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        length = sum(_spread(item) + 2 for item in node.value)
    else:
        return len(node.value)
    if length > _WIDTH:
        node.flow_style = False
    return length


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    tag = "tag:yaml.org,2002:str"
    if "\n" in value:
        return dumper.represent_scalar(tag, value, style="|")
    return dumper.represent_scalar(tag, value, style=None if isinstance(resolve(value), str) else '"')


_Dumper.yaml_implicit_resolvers = {}
_Dumper.add_representer(str, _text)


def _plain(dumper: yaml.SafeDumper, value: object) -> yaml.Node:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return dumper.represent_scalar("tag:yaml.org,2002:str", text)


for _kind in (bool, int, float):
    _Dumper.add_representer(_kind, _plain)


def as_yaml(value: object) -> str:
    """A value as YAML: small mappings and lists on one line, the rest spread out."""
    text: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH, default_flow_style=None
    )
    return text.removesuffix("...\n").rstrip("\n")
