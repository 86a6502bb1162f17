"""Files are put in their place once, and never over another."""

from pathlib import Path

import pytest

from bekwaam.cli.new.place import put, put_schemas, wrong_shape
from tests.unit.cli.new.conftest import New


def test_never_overwrites(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b.yml"
    assert put(file, "one\n")
    assert not put(file, "two\n")
    assert file.read_text() == "one\n"


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "link.yml").symlink_to(tmp_path / "elsewhere.yml")
    assert not put(tmp_path / "link.yml", "x")
    assert not (tmp_path / "elsewhere.yml").exists()


def test_schemas_of_the_school_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    put_schemas(tmp_path)
    assert not list((tmp_path / "schemas").iterdir())


def test_tells_what_is_wrong_with_a_record_by_itself() -> None:
    (wrong,) = wrong_shape("name: x\nlanguages: [en]\nresponsible: y\nlevels: 7\n", "school.yml")
    assert wrong.code == "E203"
    assert list(wrong_shape("a: [", "school.yml"))


@pytest.mark.parametrize("path", ["school.yml", "learners/anna/learner.yml"])
@pytest.mark.parametrize("content", ["x: 1\n", None])
def test_builds_on_nothing_that_is_wrong(new: New, home: Path, path: str, content: str | None) -> None:
    file = home / "portfolios" / path
    if content is None:
        file.unlink()
    else:
        file.write_text(content)
    code, _, err = new("contact", "anna")
    assert code == 2
    assert f"portfolios/{path} is missing or not right" in err
    assert len(list((home / "portfolios/learners/anna/contacts").iterdir())) == 1
