"""A repository brings its own settings: checking its records runs none of them, and no folder is emptied.

Building a site does run what `mkdocs.yml` names, as MkDocs does; what a stranger sends is only checked.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_PLAIN = "site_name: X\ntheme: {name: material, font: false}\n"
_PLUGIN = "plugins: [search, bekwaam: {audience: team, as_of: 2026-06-30, pdf: false}]\n"
_SECRET = "canary-of-the-pipeline"
_TRACE = "ran-by-itself"
_LEAVE_TRACE = f"open('{_TRACE}', 'w').close()\n"

_CASES: dict[str, dict[str, str]] = {
    "hooks": {"mkdocs.yml": f"{_PLAIN}{_PLUGIN}hooks: [hook.py]\n", "hook.py": _LEAVE_TRACE},
    "python-tag": {
        "mkdocs.yml": f'{_PLAIN}{_PLUGIN}extra: {{x: !!python/object/apply:os.system ["touch {_TRACE}"]}}\n'
    },
    "environment": {
        "mkdocs.yml": f"site_name: !ENV CI_SECRET\ntheme: material\n{_PLUGIN}",
    },
    "environment-as-option": {
        "mkdocs.yml": f"{_PLAIN}plugins: [bekwaam: {{portfolios: !ENV CI_SECRET, as_of: 2026-06-30}}]\n",
    },
    "own-templates": {
        "mkdocs.yml": f"site_name: X\ntheme: {{name: material, custom_dir: own}}\n{_PLUGIN}",
        "own/main.html": f"{{{{ cycler.__init__.__globals__.os.popen('touch {_TRACE}').read() }}}}",
    },
    "inherited": {"mkdocs.yml": "INHERIT: other.yml\n", "other.yml": "site_name: !ENV CI_SECRET\n"},
    "shadow": {"mkdocs.yml": f"{_PLAIN}{_PLUGIN}", "jinja2.py": _LEAVE_TRACE, "click.py": _LEAVE_TRACE},
    "no-yaml": {"mkdocs.yml": "[" * 5000},
}


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).parent / "bekwaam", *arguments],
        cwd=folder,
        env={**os.environ, "CI_SECRET": _SECRET, "BEKWAAM_LANGUAGE": "en"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def lay_out(folder: Path, repository: Path, files: dict[str, str]) -> None:
    shutil.copytree(repository / "tests/cases/valid/minimal/portfolios", folder / "portfolios")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# x\n", encoding="utf-8")
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("verb", ["validate", "status"])
@pytest.mark.parametrize("case", _CASES)
def test_checking_runs_nothing_and_tells_nothing(
    case: str, verb: str, tmp_path: Path, repository: Path
) -> None:
    lay_out(tmp_path, repository, _CASES[case])
    done = run(tmp_path, verb)
    assert done.returncode == (2 if case == "no-yaml" else 0), done.stderr
    assert not (tmp_path / _TRACE).exists()
    assert _SECRET not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_site_is_not_put_over_what_somebody_else_keeps(tmp_path: Path, repository: Path) -> None:
    lay_out(tmp_path, repository, {"mkdocs.yml": f"{_PLAIN}{_PLUGIN}site_dir: kept\n"})
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "precious.txt").write_text("must survive", encoding="utf-8")
    done = run(tmp_path, "build")
    assert done.returncode == 2
    assert [one.name for one in (tmp_path / "kept").iterdir()] == ["precious.txt"]
    assert "Traceback" not in done.stderr
