"""The settings for editors, and the catalog that they come from."""

import json

from bekwaam.cli.new.editor import CATALOG, extensions, settings
from bekwaam.model.kinds import Kind
from bekwaam.schema import registry


def test_the_catalog_names_every_kind_once() -> None:
    entries = registry.read(CATALOG)["schemas"]
    assert [one["url"] for one in entries] == [f"{kind.value}.schema.json" for kind in Kind]
    for one in entries:
        assert (registry.folder() / one["url"]).is_file()
        assert one["description"].endswith(".")
        assert all(pattern.startswith("**/portfolios/") for pattern in one["fileMatch"])


def test_patterns_follow_the_folder_of_records() -> None:
    schemas = json.loads(settings("records"))["yaml.schemas"]
    assert schemas["schemas/school.schema.json"] == ["records/school.yml", "records/school.yaml"]


def test_the_extension_that_reads_them_is_recommended() -> None:
    assert json.loads(extensions()) == {"recommendations": ["redhat.vscode-yaml"]}
