"""New evidence: valid at once, named by its date, on something that exists."""

import os
import subprocess
import sys
from pathlib import Path

from bekwaam.cli.main import main
from tests.unit.cli.new.conftest import New

GIVEN = ("evidence", "anna", "--title", "Twintig broden: één mislukt", "--competence", "bakery/dough")


def test_is_valid_and_says_what_else_fits(new: New, home: Path) -> None:
    code, out, err = new(*GIVEN, "--date", "2026-06-01", "--type", "photo")
    assert (code, err) == (0, "")
    assert out == "portfolios/learners/anna/evidence/2026-06-01-twintig-broden-een-mislukt.yml"
    text = (home / out).read_text(encoding="utf-8")
    assert "  workplace: de-gist/bakery\n" in text
    assert "#   - bakery/dough/temperature\n" in text
    assert "# reflection:" in text
    assert (home / "schemas/evidence.schema.json").is_file()


def test_a_second_one_of_the_day_gets_a_number(new: New, home: Path) -> None:
    first, second = (new(*GIVEN, "--date", "2026-06-01")[1] for _ in range(2))
    assert second == first.replace(".yml", "-2.yml")
    assert (home / second).is_file()


def test_all_that_is_missing_is_said(new: New) -> None:
    code, _, err = new("evidence")
    assert code == 2
    assert "LEARNER, --title, --competence" in err


def test_only_what_exists_can_be_shown(new: New, home: Path) -> None:
    code, _, err = new("evidence", "anna", "--title", "x", "--competence", "bakery/dooh")
    assert code == 2
    assert "bakery/dough" in err
    code, _, err = new("evidence", "ana", "--title", "x", "--competence", "bakery/dough")
    assert code == 2
    assert "Did you mean “anna”" in err
    assert len(list((home / "portfolios/learners/anna/evidence").iterdir())) == 2


def test_every_commented_line_can_be_used(new: New, home: Path) -> None:
    """Whoever takes all the # away in front of keys still has a record that can be read."""
    _, out, _ = new(*GIVEN, "--date", "2026-06-01")
    file = home / out
    head, _, rest = file.read_text(encoding="utf-8").partition("\ncontext:")
    lines = []
    for line in f"context:{rest}".splitlines():
        stripped = line.replace("# ", "", 1) if line.lstrip().startswith("# ") else line
        is_key = ": " in stripped or stripped.rstrip().endswith((":", ">-")) or stripped.startswith("  ")
        lines.append(stripped if is_key else line)
    text = "\n".join(lines).replace("id-of-the-mentor", "jan").replace("photo.jpg", "rye-bread.png")
    file.write_text(f"{head}\n{text}\n", encoding="utf-8")
    assert "\nmedia:" in text
    code, _, err = new("contact", "anna", "--date", "2026-06-01")
    assert code == 0, err
    assert main(["validate", out]) == 0


def test_asks_on_a_terminal(home: Path) -> None:
    ours, theirs = os.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "bekwaam", "new", "evidence", "--date", "2026-06-01"],
        cwd=home,
        stdin=theirs,
        stderr=theirs,
        stdout=subprocess.PIPE,
        text=True,
    )
    os.close(theirs)
    # The only learner is not asked for; then title, type, place and competence.
    os.write(ours, "Een brood 🥖\n3\nhome\n2\nbakery/oven\n".encode())
    out, _ = program.communicate(timeout=60)
    asked = os.read(ours, 100_000).decode()
    os.close(ours)
    assert program.returncode == 0, asked
    assert "“home” is not there" in asked
    text = (home / out.strip()).read_text(encoding="utf-8")
    for line in ('title: "Een brood 🥖"', "type: photo ", "  place: school ", "  - bakery/oven"):
        assert f"\n{line}" in text
