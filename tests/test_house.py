"""The rules of the house that no linter knows: sizes, names, mirrors, translations, and no traces of us."""

import ast
import re
import statistics
import string
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from bekwaam.cli.main import cli
from bekwaam.cli.speaking import paragraphs
from tests.conftest import ROOT

PACKAGE = ROOT / "plugins" / "bekwaam"
UNIT = ROOT / "tests" / "unit"
MODULES = sorted(PACKAGE.rglob("*.py"))
TEMPLATES = sorted(path for path in (PACKAGE / "templates").rglob("*") if path.is_file())
LOCALES = sorted((PACKAGE / "locale").glob("*/LC_MESSAGES"))

ROOMS = sorted(
    {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES} - {"__init__", "__main__"}
)

NAMES_THAT_SAY_NOTHING = {"common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}

# Tests that don't mirror one module, and why.
FREE_TESTS: dict[str, str] = {}

# Rooms that are held elsewhere than in tests/unit, and where.
HELD_ELSEWHERE = {
    "project": "tests/cases",  # whole small portfolios, and what is found in them
    "rules": "tests/cases",
}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tracked() -> list[Path]:
    """Every file that is, or is about to be, in the repository."""
    if not (ROOT / ".git").exists():
        pytest.fail("this is not a clone: what belongs to the repository can't be told from what was made")
    # A container may run as another user than the clone's owner.
    command = [
        "git",
        "-c",
        "safe.directory=*",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


# ---- modules -------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_says_why_it_exists_and_stays_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first = text.partition("\n")[0]
    assert first.startswith('"""'), "the first line says the module's one reason to exist"
    assert (ast.get_docstring(ast.parse(text)) or "").strip(), "its docstring is empty"
    assert text.count("\n") <= 350, "it does more than one thing: take it apart"
    assert path.stem not in NAMES_THAT_SAY_NOTHING
    assert path.parent.name not in NAMES_THAT_SAY_NOTHING


def test_half_of_the_modules_are_small() -> None:
    sizes = [path.read_text(encoding="utf-8").count("\n") for path in MODULES if path.name != "__init__.py"]
    assert statistics.median(sizes) < 120


def test_the_mkdocs_plugin_only_delegates() -> None:
    text = (PACKAGE / "mkdocs_plugin" / "plugin.py").read_text(encoding="utf-8")
    assert text.count("\n") < 200


# ---- tests mirror the package --------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(UNIT.rglob("test_*.py")), ids=named)
def test_a_unit_test_mirrors_a_module(path: Path) -> None:
    if named(path) in FREE_TESTS:
        return
    place = PACKAGE / path.parent.relative_to(UNIT)
    name = path.stem.removeprefix("test_")
    mirrored = (place / f"{name}.py").is_file() or (place / name / "__init__.py").is_file()
    assert mirrored or place.name == name, (
        f"there is no {named(place / name)}.py, nor is it free with a reason"
    )


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_tests(room: str) -> None:
    if room in HELD_ELSEWHERE:
        assert (ROOT / HELD_ELSEWHERE[room]).exists()
        return
    module = UNIT / f"test_{room}.py"
    assert module.is_file() or list((UNIT / room).glob("test_*.py")), f"nothing in tests/unit holds {room}"


# ---- templates -----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_says_what_it_is_given(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert re.fullmatch(r"\{#-? Context: .+ -?#\}", first)


# ---- translations --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Every text that a reader may see, collected as `make locale` does."""
    keywords = re.findall(r"-k \S+", (ROOT / "Makefile").read_text(encoding="utf-8"))
    file = tmp_path_factory.mktemp("texts") / "bekwaam.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract", "-F", "pyproject.toml"]
    subprocess.run([*command, *" ".join(keywords).split(), "-o", file, "."], cwd=ROOT, check=True)
    return read(file)


def read(file: Path) -> Catalog:
    with file.open("rb") as handle:
        return read_po(handle) if file.suffix in (".po", ".pot") else read_mo(handle)


def messages(catalog: Catalog) -> dict[str, Message]:
    return {one.id if isinstance(one.id, str) else one.id[0]: one for one in catalog if one.id}


def said_in_help(command: click.Command) -> Iterator[str]:
    """Every text of a command's help, and of the commands below it."""
    yield from filter(None, (command.help, command.short_help, command.epilog))
    context = click.Context(command)
    for one in command.get_params(context):
        if isinstance(one, click.Option) and one.help:
            yield one.help
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from said_in_help(below)


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def gaps(text: str) -> set[str]:
    """The names in a text's {gaps} and %(gaps)s."""
    braces = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return braces | set(re.findall(r"%\((\w+)\)", text))


def test_there_is_dutch() -> None:
    assert "nl" in [folder.parent.name for folder in LOCALES]


def test_the_whole_help_is_collected(texts: Catalog) -> None:
    said = set(map(paragraphs, said_in_help(cli)))
    assert len(said) > 100
    assert sorted(said - messages(texts).keys()) == [], "reference/help_texts.py does not find it"


@pytest.mark.parametrize("folder", LOCALES, ids=lambda folder: folder.parent.name)
def test_everything_is_translated(folder: Path, texts: Catalog) -> None:
    translated = messages(read(folder / "bekwaam.po"))
    assert sorted(messages(texts).keys() - translated.keys()) == [], "run make locale, and translate"
    for message in translated.values():
        assert all(forms(message.string)), f"not translated: {message.id!r}"
        assert not message.fuzzy, f"somebody should look at the translation of {message.id!r}"


@pytest.mark.parametrize("folder", LOCALES, ids=lambda folder: folder.parent.name)
def test_a_translation_fills_the_same_gaps(folder: Path) -> None:
    for message in messages(read(folder / "bekwaam.po")).values():
        known = set[str]().union(*map(gaps, forms(message.id)))
        for form in filter(None, forms(message.string)):
            # A singular may say "one" where the plural has a number.
            assert gaps(form) <= known, f"{form!r} asks for what {message.id!r} doesn't have"
            if isinstance(message.id, str):
                assert gaps(form) == known, f"{form!r} leaves out what {message.id!r} has"


@pytest.mark.parametrize("folder", LOCALES, ids=lambda folder: folder.parent.name)
def test_translations_are_compiled(folder: Path) -> None:
    compiled, written = (messages(read(folder / f"bekwaam.{ending}")) for ending in ("mo", "po"))
    assert {key: forms(one.string) for key, one in compiled.items()} == {
        key: forms(one.string) for key, one in written.items()
    }, "run make locale"


# ---- no traces of the machine it was made on -----------------------------------------------------

# A folder of somebody's own machine; in an address the same word follows a letter, as in example.org/tmp/x.
SOMEBODYS_FOLDER = re.compile(r"(?<![\w.~*)}/-])/(?:home|Users|root|tmp|mnt|work|workspace)/[\w.]")


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    found = []
    for path in tracked():
        content = path.read_bytes()
        if path == Path(__file__) or b"\0" in content:
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
            if SOMEBODYS_FOLDER.search(line):
                found.append(f"{named(path)}:{number}: {line.strip()[:120]}")
    assert found == []


def test_locks_name_no_registry() -> None:
    for path in ROOT.glob("requirements*.txt"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"://|--(extra-)?index-url|--find-links", text), path.name
        assert "--hash=sha256:" in text
