"""A file that is made to do harm costs itself only."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bekwaam.rendering.apart import ApartFailed, apart

STUCK = "while True: pass"
GREEDY = "x = bytearray(3 << 30)"
CRASH = "import ctypes; ctypes.string_at(0)"


def test_what_a_module_makes_comes_back_whole(tmp_path: Path) -> None:
    import pikepdf

    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.docinfo["/Author"] = "KANARIE"
    pdf.save(tmp_path / "x.pdf")
    made = apart("pdf", (tmp_path / "x.pdf").read_bytes())
    assert made.startswith(b"%PDF-")
    assert b"KANARIE" not in made


def test_a_refusal_says_which() -> None:
    with pytest.raises(ApartFailed) as failed:
        apart("pdf", b"%PDF-1.7 and nothing else")
    assert failed.value.refusal == 2


@pytest.mark.parametrize("harm", [STUCK, GREEDY, CRASH], ids=["stuck", "greedy", "crash"])
def test_harm_stays_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str) -> None:
    """The other process is this same program; only what it works with is put in its place."""
    program = tmp_path / "python"
    code = (
        "import sys, bekwaam.rendering.apart as a, types\n"
        "a.SECONDS = 2\n"
        "bad = types.ModuleType('bad'); bad.REFUSALS = ()\n"
        f"def clean(content):\n    {harm}\n    return b''\n"
        "bad.clean = clean; sys.modules['bad'] = bad; a._WORK['pdf'] = 'bad'\n"
        "sys.exit(a.main('pdf'))\n"
    )
    (tmp_path / "code.py").write_text(code, encoding="utf-8")
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{tmp_path}/code.py"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    with pytest.raises(ApartFailed) as failed:
        apart("pdf", b"%PDF-")
    assert failed.value.refusal is None
