"""The floors of the house: what the linter can't say about them, and that it would notice a crack."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "plugins" / "bekwaam"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs import-linter on the package below a folder, with this project's own contracts."""
    linter = str(Path(sys.executable).with_name("lint-imports"))
    command = [linter, "--config", "pyproject.toml", "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(folder / "plugins"), "COLUMNS": "200"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package's modules that a test may damage."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    modules = shutil.ignore_patterns("__pycache__", "assets", "templates", "locale")
    shutil.copytree(PACKAGE, tmp_path / "plugins" / "bekwaam", ignore=modules)
    return tmp_path


def test_the_floors_hold() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line", "complaint"),
    [
        ("model/crack.py", "import bekwaam.rules", "bekwaam.model is not allowed to import bekwaam.rules"),
        ("pdf/crack.py", "import bekwaam.site", "bekwaam.pdf is not allowed to import bekwaam.site"),
        ("rendering/crack.py", "import mkdocs", "bekwaam.rendering.crack is not allowed to import mkdocs"),
        ("shed/__init__.py", "", "bekwaam.shed"),
    ],
    ids=["up", "sideways", "mkdocs", "a room on no floor"],
)
def test_a_crack_is_noticed(house: Path, module: str, line: str, complaint: str) -> None:
    crack = house / "plugins" / "bekwaam" / module
    crack.parent.mkdir(exist_ok=True)
    crack.write_text(f"{line}\n", encoding="utf-8")
    done = lint(house)
    assert done.returncode == 1
    assert complaint in done.stdout


@pytest.mark.parametrize("path", sorted((PACKAGE / "model").glob("*.py")), ids=lambda path: path.stem)
def test_the_model_needs_the_standard_library_only(path: Path) -> None:
    roots = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            roots.add((node.module or "").split(".")[0])
    assert roots <= sys.stdlib_module_names | {"bekwaam"}


@pytest.mark.parametrize("module", ["bekwaam.cli.main", "bekwaam.mkdocs_plugin.plugin", "bekwaam.pdf"])
def test_weasyprint_is_imported_late(module: str) -> None:
    """Whoever asks for no PDF needs no Pango, and doesn't wait for it."""
    script = f"import sys, {module}; sys.exit('weasyprint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr or f"{module} imports weasyprint at once"


@pytest.mark.parametrize("verb", ["audience", "codeowners", "diff", "explain", "stats", "status", "validate"])
def test_who_only_reads_records_waits_for_no_site(verb: str) -> None:
    script = f"import sys, bekwaam.cli.{verb}; sys.exit(any(one in sys.modules for one in ('mkdocs', 'PIL')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr or f"{verb} imports what makes pages and pictures"
