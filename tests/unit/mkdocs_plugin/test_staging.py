"""All or nothing: the old site or the new one, and nothing of anybody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from bekwaam.mkdocs_plugin import staging
from bekwaam.mkdocs_plugin.staging import CannotStage, Stage


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "site"


def stage(target: Path, *keep_out: Path) -> Stage:
    return Stage(target, target.parent / "locks", keep_out)


def publish(target: Path, **files: str) -> None:
    new = stage(target)
    for name, content in {"404": "not found", **files}.items():
        (new.folder / f"{name}.html").write_text(content, encoding="utf-8")
    new.publish()


def left_beside(target: Path) -> list[str]:
    return sorted(one.name for one in target.parent.iterdir() if one.name not in ("site", "locks"))


def test_the_first_site_is_put_in_place(target: Path) -> None:
    publish(target, index="one")
    assert (target / "index.html").read_text(encoding="utf-8") == "one"
    assert left_beside(target) == []
    assert target.stat().st_mode & 0o055 == 0o055


def test_nothing_of_the_old_site_stays(target: Path) -> None:
    publish(target, index="one", anna="private")
    publish(target, index="two")
    assert sorted(one.name for one in target.iterdir()) == ["404.html", "index.html"]
    assert left_beside(target) == []


def test_the_old_site_stays_until_the_new_one_is_complete(target: Path) -> None:
    publish(target, index="one")
    unfinished = stage(target)
    (unfinished.folder / "index.html").write_text("half", encoding="utf-8")
    assert (target / "index.html").read_text(encoding="utf-8") == "one"
    unfinished.discard()
    assert left_beside(target) == []


def test_two_steps_do_where_one_cannot(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "_exchange", lambda _one, _other: False)
    publish(target, index="one")
    publish(target, index="two")
    assert (target / "index.html").read_text(encoding="utf-8") == "two"
    assert left_beside(target) == []


def test_a_build_that_was_cut_short_is_cleaned_up(target: Path) -> None:
    publish(target, index="one")
    target.rename(target.parent / ".site-old")
    (target.parent / ".site-new-0123").mkdir()
    stage(target).discard()
    assert (target / "index.html").read_text(encoding="utf-8") == "one"
    assert left_beside(target) == []


def test_what_no_build_writes_stays(target: Path) -> None:
    publish(target)
    (target / ".git").mkdir()
    publish(target)
    assert (target / ".git").is_dir()


def test_one_build_at_a_time(target: Path) -> None:
    first = stage(target)
    with pytest.raises(CannotStage, match="Another build"):
        stage(target)
    first.discard()
    stage(target).discard()


def test_a_folder_with_something_else_in_it_is_left_alone(target: Path) -> None:
    target.mkdir()
    (target / "precious.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CannotStage, match="something else"):
        stage(target)
    assert (target / "precious.txt").exists()


def test_a_folder_that_holds_the_records_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(CannotStage, match="is in it"):
        stage(tmp_path / "a", tmp_path / "a" / "portfolios")


def test_a_link_or_a_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "file").write_text("", encoding="utf-8")
    for name in ("link", "file"):
        with pytest.raises(CannotStage, match="ordinary"):
            stage(tmp_path / name)


def test_an_empty_folder_will_do(target: Path) -> None:
    target.mkdir()
    publish(target, index="one")
    assert (target / "index.html").exists()


def test_odd_characters_in_a_name_match_only_themselves(tmp_path: Path) -> None:
    (tmp_path / ".ab-new-1").mkdir()
    stage(tmp_path / "[a]b").discard()
    assert (tmp_path / ".ab-new-1").is_dir()
