"""Records that all others rest on."""

from pathlib import Path

from bekwaam.project import load
from tests.unit.rules.conftest import AS_OF, Find, codes


def test_yaml_will_do_as_an_ending(find: Find) -> None:
    assert find({"school.yml": None, "school.yaml": "name: [\n"})[0].code == "E101"


def test_a_broken_learner_yml_is_there(find: Find) -> None:
    assert codes(find({"learners/anna/learner.yml": "name: [\n"})) == ["E101"]


def test_an_empty_folder_is_a_school_without_records(tmp_path: Path) -> None:
    assert codes(list(load(tmp_path, AS_OF).diagnostics)) == []


def test_a_folder_with_only_media_is_no_learner(find: Find) -> None:
    assert find({"learners/ben/media/x.png": b"\x89PNG"}) == []
