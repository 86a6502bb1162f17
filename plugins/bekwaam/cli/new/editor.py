"""Settings that let an editor complete and check records by their path, without a network."""

from __future__ import annotations

import json

from bekwaam.cli.new.place import SCHEMAS
from bekwaam.schema import registry

CATALOG = "catalog.json"
_ANYWHERE = "**/portfolios/"


def settings(portfolios: str) -> str:
    """`.vscode/settings.json`: which schema belongs to which records, as the schemas' catalog says."""
    schemas = {
        f"{SCHEMAS}/{one['url']}": [_below(pattern, portfolios) for pattern in one["fileMatch"]]
        for one in registry.read(CATALOG)["schemas"]
    }
    found = {
        "yaml.schemas": schemas,
        "yaml.schemaStore.enable": False,
        "[yaml]": {"editor.quickSuggestions": {"strings": True}, "editor.tabSize": 2},
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def extensions() -> str:
    """`.vscode/extensions.json`: the extension that reads those settings."""
    return json.dumps({"recommendations": ["redhat.vscode-yaml"]}, indent=2) + "\n"


def _below(pattern: str, portfolios: str) -> str:
    return f"{portfolios}/{pattern.removeprefix(_ANYWHERE)}"
