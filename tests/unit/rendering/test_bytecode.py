"""Compiled templates are kept, and never used for what they were not compiled from."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from bekwaam.rendering import bytecode
from bekwaam.rendering.bytecode import Bytecode, keep_theirs


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Python keeps compiled modules in this test."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return Path(f"{tmp_path}/kept{Path(bytecode.__file__).parent}")


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of templates that were compiled."""
    names: list[str] = []
    compile_one = Environment.compile

    def noting(self: Environment, source: str, name: str, filename: str) -> object:
        names.append(name)
        return compile_one(self, source, name, filename)

    monkeypatch.setattr(Environment, "compile", noting)
    return names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    (folder / "site").mkdir(parents=True)
    (folder / "site" / "page.html").write_text("Hello {{ name }}", encoding="utf-8")
    return folder


def rendered(folder: Path, depends: bytes = b"one", name: str = "nl", ours: Path | None = None) -> str:
    cache = Bytecode(name, [ours or folder], depends)
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True, bytecode_cache=cache)
    return environment.get_template("site/page.html").render(name="Anna")


def test_a_template_is_compiled_once(kept: Path, compiled: list[str], folder: Path) -> None:
    assert [rendered(folder) for _ in range(3)] == ["Hello Anna"] * 3
    assert compiled == ["site/page.html"]
    assert len(list(kept.iterdir())) == 1


def test_another_text_or_program_is_compiled_anew_in_its_place(
    kept: Path, compiled: list[str], folder: Path
) -> None:
    rendered(folder)
    rendered(folder, b"two")
    (folder / "site" / "page.html").write_text("Bye {{ name }}", encoding="utf-8")
    assert rendered(folder, b"two") == "Bye Anna"
    assert len(compiled) == 3
    assert len(list(kept.iterdir())) == 1
    rendered(folder, b"two", name="en")
    assert len(list(kept.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"\0", b"damaged"])
def test_a_damaged_file_is_made_again(kept: Path, compiled: list[str], folder: Path, damage: bytes) -> None:
    rendered(folder)
    (file,) = kept.iterdir()
    file.write_bytes(file.read_bytes()[:16] + damage)
    assert rendered(folder) == "Hello Anna"
    assert rendered(folder) == "Hello Anna"
    assert len(compiled) == 2


def test_a_place_that_nobody_may_write_to_is_no_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiled: list[str], folder: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "file"))
    assert rendered(folder) == rendered(folder) == "Hello Anna"
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    assert rendered(folder) == "Hello Anna"
    assert len(compiled) == 3


def test_templates_of_a_school_are_left_alone(
    kept: Path, compiled: list[str], folder: Path, tmp_path: Path
) -> None:
    assert rendered(folder, ours=tmp_path / "elsewhere") == "Hello Anna"
    assert rendered(folder, ours=tmp_path / "elsewhere") == "Hello Anna"
    assert len(compiled) == 2
    assert not kept.exists()


@pytest.mark.usefixtures("kept")
def test_an_environment_with_other_filters_has_other_code(folder: Path) -> None:
    (folder / "site" / "page.html").write_text("{{ 'a' | upper }}", encoding="utf-8")

    def made(**filters: object) -> str:
        environment = Environment(loader=FileSystemLoader(folder), autoescape=True)
        environment.filters.update(filters)
        environment.bytecode_cache = keep_theirs(environment, [folder])
        return environment.get_template("site/page.html").render()

    assert made() == "A"
    assert made(upper=lambda text: f"{text}!") == "a!"
    assert made() == "A"
