"""The documentation is true: it is fresh, complete, and its tutorial works as it says."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from bekwaam import project
from bekwaam.cli.main import cli
from bekwaam.mkdocs_plugin.config import PluginConfig
from bekwaam.mkdocs_plugin.options import Given, settle
from bekwaam.model.kinds import Kind
from bekwaam.schema.registry import COMMON, read, schema_of
from bekwaam.source import parse
from bekwaam.source.layout import ROWS
from reference.pages import GENERATED, pages
from tests.conftest import ROOT

DOCS = ROOT / "docs"
TUTORIAL = DOCS / "tutorial.md"
MARKDOWN = sorted(DOCS.rglob("*.md"))
READ = [*MARKDOWN, ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]

PAGES = pages()

MADE_BY_THE_PLUGIN = {"learners/index.md", "frameworks/index.md", "workplaces/index.md"}
"""Pages that documentation may lead to, though no file is there."""

FENCE = re.compile(r"(?:^`([^`\n]+)`\n\n)?^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
"""A block of code: its file name on the line above it, its language, its content."""


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# ---- the tutorial --------------------------------------------------------------------------------


def blocks(path: Path) -> list[tuple[str, str, str]]:
    return FENCE.findall(path.read_text(encoding="utf-8"))


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """One of the tutorial's commands, as on an English computer."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BEKWAAM", "LC_"))}
    _, *arguments = shlex.split(command)
    return subprocess.run(
        [sys.executable, "-m", "bekwaam", *arguments],
        cwd=folder,
        env={**kept, "LANG": "en_GB.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


def assert_shown(expected: str, actual: str, command: str) -> None:
    """Every line of the documentation is in the output, in its order; ``...`` leaves lines out."""
    lines = iter(actual.splitlines())
    for line in expected.splitlines():
        if line != "...":
            assert line in lines, f"{command} doesn't say {line!r}, but:\n{actual}"


def follow(page: Path, folder: Path) -> Path:
    """Do everything that a page says, in a new folder: its files, its commands and what they show."""
    folder.mkdir()
    for name, language, content in blocks(page):
        if name:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        elif language == "console":
            command, _, expected = content.removeprefix("$ ").partition("\n")
            done = run(command, folder)
            assert_shown(expected, done.stdout.replace(str(folder.parent), "/path/to"), command)
            assert done.returncode == (1 if re.search(r"Errors: [1-9]", done.stdout) else 0), done.stderr
    return folder


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The school of the tutorial."""
    return follow(TUTORIAL, tmp_path_factory.mktemp("tutorial") / "my-school")


def test_a_school_can_be_started_quickly(tmp_path: Path) -> None:
    folder = follow(DOCS / "how-to" / "start.md", tmp_path / "my-school")
    assert (folder / ".pre-commit-config.yaml").is_file()
    assert (folder / "schemas" / COMMON).is_file()


def test_the_tutorial_ends_where_it_promises(school: Path) -> None:
    loaded = project.load(school / "portfolios", dt.date(2026, 6, 30))
    assert loaded.errors == 0
    assert loaded.statuses["mila-peters"]["joinery/measuring"].status.value == "achieved"
    site = school / "site" / "learners" / "mila-peters"
    assert (site / "competence-description.en.pdf").read_bytes().startswith(b"%PDF")
    assert "measure and mark out wood" in (site / "index.html").read_text(encoding="utf-8").lower()
    assert (site / "evidence" / "2026-03-05-first-drawer" / "index.html").is_file()
    assert (school / "description.pdf").read_bytes().startswith(b"%PDF")


def test_a_handover_without_consent_says_no(school: Path) -> None:
    done = run("bekwaam pdf mila-peters --document description -o no.pdf", school)
    assert done.returncode == 2
    assert not (school / "no.pdf").exists()


def test_the_worked_example_of_statuses_is_right(school: Path) -> None:
    text = (DOCS / "explanation" / "statuses.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) (March|May|June) \| .*? \| `(\w+)`", text, re.MULTILINE)
    assert len(rows) == 7
    for day, month, status in rows:
        date = dt.date(2026, {"March": 3, "May": 5, "June": 6}[month], int(day))
        statuses = project.load(school / "portfolios", date).statuses["mila-peters"]
        assert statuses["joinery/measuring"].status.value == status, date


# ---- the reference -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_generated_page_is_fresh(name: str) -> None:
    file = DOCS / name
    assert file.is_file() and file.read_text(encoding="utf-8") == PAGES[name], "run python -m reference"


def test_no_generated_page_is_left_over() -> None:
    there = {path.relative_to(DOCS).as_posix() for one in GENERATED for path in (DOCS / one).rglob("*.md")}
    assert there <= PAGES.keys()


def fields(schema: Any) -> Iterator[str]:
    """Every field that a schema names, however deep."""
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        for value in schema.values():
            yield from fields(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from fields(value)


@pytest.mark.parametrize("name", [*(kind.value for kind in Kind), "types"])
def test_every_field_is_in_the_reference(name: str) -> None:
    schema = read(COMMON) if name == "types" else schema_of(Kind(name))
    page = (DOCS / "reference" / "records" / f"{name}.md").read_text(encoding="utf-8")
    told = {one.rpartition(".")[2] for one in re.findall(r"^###? ([\w.]+)$", page, re.MULTILINE)}
    told |= set(re.findall(r"^- `(\w+)` \(", page, re.MULTILINE))
    assert set(fields({key: part for key, part in schema.items() if key != "examples"})) <= told


def commands() -> dict[str, click.Command]:
    """Every verb, and every part of a verb that has parts."""
    found: dict[str, click.Command] = {}
    context = click.Context(cli)
    for verb in cli.list_commands(context):
        command = cli.get_command(context, verb)
        assert command is not None
        found[verb] = command
        if isinstance(command, click.Group):
            found |= {f"{verb} {part}": one for part, one in command.commands.items()}
    return found


def options(command: click.Command) -> set[str]:
    return {one for each in command.params for one in [*each.opts, *each.secondary_opts] if one[0] == "-"}


def test_every_command_and_option_is_documented() -> None:
    page = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    for name, command in commands().items():
        section = re.split(r"\n##+ ", page.partition(f"# bekwaam {name}\n")[2])[0]
        assert section, name
        for option in options(command):
            assert option in section, f"{name} {option}"


def test_every_setting_is_documented_with_its_default() -> None:
    path = DOCS / "reference" / "settings.md"
    page, block = path.read_text(encoding="utf-8"), yaml.safe_load(blocks(path)[0][2])
    told = block["plugins"][1]["bekwaam"]
    assert list(told) == [name for name, _ in PluginConfig._schema]
    for name in told:
        section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        assert f"- in the environment: `BEKWAAM_{name.upper()}`\n" in section
    usual = settle(Given(), Given(), {"SOURCE_DATE_EPOCH": "0"}, Path())
    assert (told["portfolios"], told["audience"], told["learners"], told["pdf"]) == (
        usual.portfolios.as_posix(),
        usual.audience.value,
        list(usual.learners),
        usual.pdf,
    )


# ---- every page ----------------------------------------------------------------------------------

NOT_THERE_YET: set[str] = set()
"""Verbs that pages may name only to say that they come later."""


@pytest.mark.parametrize("path", READ, ids=named)
def test_commands_in_a_page_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    shown = [line for _, _, content in blocks(path) for line in content.splitlines()]
    shown += re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))
    known = commands()
    for line in shown:
        found = re.match(r"(?:\$ )?(?:\.venv/bin/)?bekwaam ([a-z][a-z-]*)( [a-z-]+)?(.*)", line)
        if found is None:
            continue
        verb, rest = found[1], f"{found[2] or ''}{found[3]}"
        if verb not in known:
            made = path.is_relative_to(DOCS) and named(path).removeprefix("docs/").startswith(GENERATED)
            assert verb in NOT_THERE_YET and (made or "later" in text), line
            continue
        allowed = options(known.get(f"{verb}{found[2]}", known[verb])) | {"--help"}
        assert set(re.findall(r"(?<=\s)--?[a-z][a-z-]*", rest)) <= allowed, line


@pytest.mark.parametrize("path", [one for one in MARKDOWN if one.parent.name != "findings"], ids=named)
def test_yaml_in_a_page_can_be_read(path: Path) -> None:
    """What shows mistakes, the pages of findings, is left out."""
    for name, language, content in blocks(path):
        if language == "yaml" and not re.match(r"\s*- |https?:|seal:", content) and ":" in content:
            _, wrong = parse(content, name or path.name)
            assert not wrong, content


@pytest.mark.parametrize("path", READ, ids=named)
def test_links_lead_somewhere(path: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"(?<!`)\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (path.parent / name).resolve() if name else path
        if file.is_relative_to(DOCS) and file.relative_to(DOCS).as_posix() in MADE_BY_THE_PLUGIN:
            continue
        assert file.exists(), target
        assert not anchor or anchor in anchors(file), target


def anchors(file: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", one).strip().lower()) for one in headings}


@pytest.mark.parametrize("path", MARKDOWN, ids=named)
def test_a_page_can_be_found(path: Path) -> None:
    name = path.relative_to(DOCS).as_posix()
    in_menu = re.search(
        rf"\b{re.escape(name)}$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE
    )
    overview = path.parent / "index.md"
    assert in_menu or (
        name.startswith(GENERATED) and f"({path.name})" in overview.read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("path", MARKDOWN, ids=named)
def test_a_page_says_its_language(path: Path) -> None:
    front = path.read_text(encoding="utf-8").partition("---\n")[2].partition("---\n")[0]
    language = yaml.safe_load(front)["lang"]
    assert language == ("nl" if path.parent.name == "nl" or path == DOCS / "index.md" else "en")


def test_the_editor_is_told_of_every_kind() -> None:
    settings = next(
        content for name, _, content in blocks(DOCS / "how-to" / "editor.md") if name.endswith(".json")
    )
    told: dict[str, list[str] | str] = json.loads(settings)["yaml.schemas"]
    expected: dict[str, set[str]] = {}
    for row, kind in ROWS:
        place = re.sub(r"<\w+>", "*", row)
        expected.setdefault(f"schemas/{kind.value}.schema.json", set()).add(f"portfolios/{place}")
    found = {schema: {one} if isinstance(one, str) else set(one) for schema, one in told.items()}
    assert found == expected


def test_the_readme_is_short_and_its_pictures_are_small() -> None:
    assert (ROOT / "README.md").read_text(encoding="utf-8").count("\n") < 120
    for picture in (DOCS / "assets").iterdir():
        assert picture.stat().st_size < 200_000, picture.name
