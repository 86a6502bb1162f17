"""The wheel that a school installs: complete, and able to build a school it has never seen."""

import hashlib
import io
import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from tests.conftest import ROOT, WriteSchool

PACKAGE = ROOT / "plugins" / "bekwaam"

SCHOOL = {
    "mkdocs.yml": """
        site_name: De Proef
        theme:
          name: material
          language: nl
        plugins:
          - search
          - bekwaam:
              audience: team
              as_of: 2026-06-30
        """,
    "docs/index.md": """
        # De Proef

        Een heel kleine school.
        """,
    "portfolios/school.yml": """
        name: De Proef
        languages: [nl]
        responsible: rita
        levels:
          - {code: with_help, label: met hulp}
          - {code: independent, label: zelfstandig}
        rules:
          evidence: {min_items: 2, min_types: 2}
        """,
    "portfolios/frameworks/koffie.yml": """
        title: Medewerker koffiebar
        version: "1"
        competences:
          - code: zetten
            title: een espresso zetten
            kind: technical
            criteria:
              - {code: maling, text: Maalt de bonen op maat., critical: true}
        """,
    "portfolios/organisations/de-proef.yml": """
        name: De Proef
        type: school
        """,
    "portfolios/organisations/de-boon.yml": """
        name: De Boon
        type: company
        workplaces:
          - {id: bar, name: De bar, competences: [koffie/zetten]}
        """,
    "portfolios/people/rita.yml": """
        name: Rita Claes
        roles: [{role: school_responsible, organisation: de-proef, from: 2020-09-01}]
        """,
    "portfolios/people/coen.yml": """
        name: Coen Maes
        roles: [{role: coach, organisation: de-proef, from: 2020-09-01}]
        """,
    "portfolios/people/mila.yml": """
        name: Mila Wouters
        roles: [{role: mentor, organisation: de-boon, from: 2020-09-01}]
        """,
    "portfolios/learners/lou/learner.yml": """
        name: Lou Jacobs
        pseudonym: Merel
        minor: false
        programme: koffie
        cohort: 2025-2026
        consents:
          - {scope: description, audience: handover, given_by: learner, date: 2026-06-01}
          - {scope: portfolio, audience: handover, given_by: learner, date: 2026-06-01}
          - {scope: name, audience: handover, given_by: learner, date: 2026-06-01}
        """,
    "portfolios/learners/lou/agreements/2025-09-de-boon.yml": """
        school: de-proef
        workplace: de-boon/bar
        form: internship
        start: 2025-09-01
        end: 2026-06-30
        mentor: mila
        coach: coen
        organisation: Elke dinsdag, van acht tot vier.
        content: Koffie zetten.
        guidance: {min_visits: 1, max_interval_days: 365, text: Coen belt elke maand.}
        evaluation: Mila en Coen beoordelen samen met Lou.
        """,
    "portfolios/learners/lou/plans/2025-09-plan.yml": """
        version: 1
        agreement: 2025-09-de-boon
        baseline: [{competence: koffie/zetten, level: with_help, source: intake}]
        goals:
          - {competence: koffie/zetten, target: independent, learned_at: [workplace], due: 2026-06-15}
        agreed:
          - {role: learner, date: 2025-09-05}
          - {role: mentor, person: mila, date: 2025-09-05}
          - {role: coach, person: coen, date: 2025-09-05}
        """,
    "portfolios/learners/lou/evidence/2026-03-10-espresso.yml": """
        title: Twintig espresso's op rij
        date: 2026-03-10
        type: photo
        competences: [koffie/zetten]
        criteria: [koffie/zetten/maling]
        context: {place: workplace, workplace: de-boon/bar}
        media: [{file: ../media/kopje.jpg, alt: Een kopje espresso op de toog, third_parties: none}]
        verified: {by: mila, date: 2026-03-11}
        """,
    "portfolios/learners/lou/evidence/2026-04-14-druk-uur.yml": """
        title: Een druk uur achter de toog
        date: 2026-04-14
        type: observation
        competences: [koffie/zetten]
        context: {place: workplace, workplace: de-boon/bar}
        verified: {by: mila, date: 2026-04-15}
        """,
    "portfolios/learners/lou/assessments/2026-06-08-mentor.yml": """
        date: 2026-06-08
        assessor: mila
        moment: summative
        phase: after
        results:
          - competence: koffie/zetten
            level: independent
            criteria: {maling: met}
            evidence: [2026-03-10-espresso, 2026-04-14-druk-uur]
        """,
    "portfolios/learners/lou/assessments/2026-06-10-coach.yml": """
        date: 2026-06-10
        assessor: coen
        moment: summative
        phase: after
        results:
          - {competence: koffie/zetten, level: independent, evidence: [2026-03-10-espresso]}
        """,
    "portfolios/learners/lou/decisions/2026-06-20-beslissing.yml": """
        date: 2026-06-20
        by: rita
        results:
          - competence: koffie/zetten
            result: achieved
            level: independent
            assessments: [2026-06-08-mentor, 2026-06-10-coach]
        """,
    "portfolios/learners/lou/next-step.yml": """
        type: job
        target: Werken in een koffiebar.
        """,
}


def photo() -> bytes:
    picture = Image.new("RGB", (640, 480), (111, 78, 55))
    file = io.BytesIO()
    picture.save(file, "JPEG")
    return file.getvalue()


def run(command: Sequence[str | Path], cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs a program as somebody would who has nothing of ours in the environment."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TZ") if name in os.environ}
    done = subprocess.run(
        command, cwd=cwd, env={**kept, "LC_ALL": "C.UTF-8"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT)
    (made,) = folder.glob("bekwaam-*.whl")
    return made


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bekwaam` command in an environment that holds the wheel and what it depends on, not us."""
    home = tmp_path_factory.mktemp("environment")
    run([sys.executable, "-m", "venv", "--without-pip", home], cwd=home)
    python = home / "bin" / "python"
    (theirs,) = home.glob("lib/python*/site-packages")
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if "bekwaam" not in entry.name:
            (theirs / entry.name).symlink_to(entry)
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
    run([*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel)], cwd=home)
    return home / "bin" / "bekwaam"


def test_holds_every_file_of_the_package_and_every_schema(wheel: Path) -> None:
    expected = {
        f"{prefix}/{path.relative_to(folder).as_posix()}"
        for folder, prefix in ((PACKAGE, "bekwaam"), (ROOT / "schemas", "bekwaam/schemas"))
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    expected.add("bekwaam/requirements.txt")
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == expected


@pytest.mark.parametrize(
    "pattern",
    [
        "bekwaam/schemas/school.schema.json",
        "bekwaam/schemas/evidence.schema.json",
        "bekwaam/templates/site/*.html",
        "bekwaam/templates/pdf/*.html",
        "bekwaam/assets/css/site/*.css",
        "bekwaam/assets/css/print/*.css",
        "bekwaam/assets/fonts/*.woff2",
        "bekwaam/assets/fonts/*.txt",
        "bekwaam/assets/icons/*.svg",
        "bekwaam/locale/nl/LC_MESSAGES/bekwaam.mo",
        "bekwaam-*.dist-info/licenses/LICENSE",
    ],
)
def test_holds(wheel: Path, pattern: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert any(Path(name).match(pattern) for name in archive.namelist())


def test_builds_a_school_with_a_pdf(command: Path, write_school: WriteSchool, tmp_path: Path) -> None:
    school = write_school(tmp_path / "school", SCHOOL)
    write_school(school, {"portfolios/learners/lou/media/kopje.jpg": photo()})

    run([command, "validate"], cwd=school)
    run([command, "build", "--site-dir", tmp_path / "site"], cwd=school)

    page = (tmp_path / "site" / "learners" / "lou" / "index.html").read_text(encoding="utf-8")
    assert "Lou Jacobs" in page
    assert "espresso zetten" in page
    description = pypdf.PdfReader(tmp_path / "site/learners/lou/competence-description.nl.pdf")
    assert "espresso zetten" in " ".join("".join(each.extract_text() for each in description.pages).split())
    assert not list((tmp_path / "site").rglob("*kopje*")), "the photo's own name must not show"


def test_makes_a_pdf_from_the_command_line(command: Path, write_school: WriteSchool, tmp_path: Path) -> None:
    school = write_school(tmp_path / "school", SCHOOL)
    write_school(school, {"portfolios/learners/lou/media/kopje.jpg": photo()})

    run([command, "pdf", "lou", "--document", "portfolio", "-o", tmp_path / "lou.pdf"], cwd=school)

    assert len(pypdf.PdfReader(tmp_path / "lou.pdf").pages) >= 1


def test_a_new_school_installs_exactly_this_wheel(command: Path, wheel: Path, tmp_path: Path) -> None:
    answers = (
        "--name",
        "X",
        "--responsible",
        "Y",
        "--framework",
        "Z",
        "--language",
        "nl",
        "--host",
        "github",
    )
    run([command, "new", "school", *answers, "--wheel", wheel], cwd=tmp_path)
    text = (tmp_path / "requirements.txt").read_text(encoding="utf-8")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert f"bekwaam==0.1.0 \\\n    --hash=sha256:{digest}\n" in text
    assert "--find-links wheels\n" in text
    assert (tmp_path / "wheels" / wheel.name).read_bytes() == wheel.read_bytes()
    # Each line of pip's is one version, with a digest; what only building needs is not there.
    needed = [line for line in text.splitlines() if line and line[0] not in " #-"]
    assert all("==" in line and line.endswith("\\") for line in needed)
    assert "weasyprint==" in text
    assert "hatchling" not in text

    # pip notes where a wheel came from, so that the digest is known without naming it again.
    run([command, "new", "school", "again", *answers], cwd=tmp_path)
    assert digest in (tmp_path / "again/requirements.txt").read_text(encoding="utf-8")
