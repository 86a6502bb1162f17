"""One snapshot per format, of a school with accents and emoji before the places that are wrong."""

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, Draft202012Validator

import bekwaam
from bekwaam.cli.reporting import FORMATS, written
from bekwaam.project import Loaded, load
from tests.conftest import ROOT, Golden, WriteSchool

ENDINGS = {"text": "txt", "json": "json", "github": "txt", "gitlab": "json", "sarif": "json", "junit": "xml"}
WRONG = {
    "portfolios/learners/anna/evidence/2026-05-20-rye-bread.yml": """
        title: "🥖👩‍🍳 veertig broden, één mislukt"
        date: 2026-05-20
        type: work_product
        competences: ["bakery/dough", bakery/dooh]
        context: {situation: "in de 🥶 koelcel vóór dag en dauw", place: workshop}
        verified: {by: jan, date: 2026-05-20}
        """,
    "portfolios/learners/anna/contacts/2026-05-28-visit.yml": """
        date: 28/05/2026
        kind: visit
        participants: [{role: learner}]
        notess: "crème & <b>brûlée</b>, 100% zelf"
        """,
    "portfolios/people/jan.yml": """
        name: Jan De Smet
        roles:
          - {role: mentor, organisation: de-gist, from: 2020-09-01, from: 2021-09-01}
        """,
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, write_school: WriteSchool) -> Loaded:
    folder = tmp_path_factory.mktemp("school")
    shutil.copytree(ROOT / "tests/cases/valid/minimal/portfolios", folder / "portfolios")
    write_school(folder, WRONG)
    with (folder / "portfolios/school.yml").open("a", encoding="utf-8") as file:
        file.write("resources: [{title: Handbook, uri: https://x.example, reviewed_on: 2020-01-01}]\n")
    return load(folder / "portfolios", dt.date(2026, 6, 30))


def report(loaded: Loaded, form: str, language: str = "en") -> str:
    text = written(loaded, form, language=language, standing_in=loaded.root.resolve().parent)
    return text.replace(f'"version": "{bekwaam.__version__}"', '"version": "0"') + "\n"


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("form", FORMATS)
def test_is_as_before(form: str, language: str, loaded: Loaded, golden: Golden) -> None:
    golden(f"reports/{form}.{language}.{ENDINGS[form]}", report(loaded, form, language))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_is_what_its_readers_take(language: str, loaded: Loaded) -> None:
    for name, form, validator in (
        ("sarif-2.1.0", "sarif", Draft4Validator),
        ("gitlab-code-quality", "gitlab", Draft202012Validator),
    ):
        schema = json.loads((ROOT / f"tests/schemas/{name}.json").read_text(encoding="utf-8"))
        validator(schema).validate(json.loads(report(loaded, form, language)))


def test_places_are_characters_of_the_file(loaded: Loaded) -> None:
    """What the report points at is what stands there, counted in characters."""
    found = json.loads(report(loaded, "json"))["diagnostics"]
    pointed = set()
    for one in found:
        lines = (loaded.root.parent / one["path"]).read_text(encoding="utf-8").split("\n")
        if one["line"] == one["end_line"]:
            pointed.add(lines[one["line"] - 1][one["column"] - 1 : one["end_column"] - 1])
    assert {"workshop", "28/05/2026", "notess"} <= pointed


def test_paths_are_as_from_where_somebody_stands(loaded: Loaded) -> None:
    below = loaded.root.resolve() / "people"
    found = json.loads(written(loaded, "json", language="en", standing_in=below))["diagnostics"]
    assert {one["path"] for one in found} >= {"jan.yml", "../learners/anna/contacts/2026-05-28-visit.yml"}


def test_without_excerpts_no_line_of_a_record_is_shown(loaded: Loaded) -> None:
    text = written(loaded, "text", language="en", standing_in=Path("/"), excerpts=False)
    assert "koelcel" not in text
    assert "E106" in text
