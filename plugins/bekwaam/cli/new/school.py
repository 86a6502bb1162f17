"""`bekwaam new school`: a folder with everything that a school starts with."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
from pathlib import Path

import click

from bekwaam import project
from bekwaam.audience.slug import slug
from bekwaam.cli.codeowners import owners_of
from bekwaam.cli.codeowners_dialects import FILES
from bekwaam.cli.new.editor import extensions, settings
from bekwaam.cli.new.pipelines import HOSTS, NONE, owner, pipelines
from bekwaam.cli.new.place import SCHEMAS, put, put_schemas, wrong_shape
from bekwaam.cli.new.questions import Questions
from bekwaam.cli.new.requirements import WHEELS, knows_digest, requirements
from bekwaam.diagnostics import Message, say
from bekwaam.rendering import translations
from bekwaam.rendering.scaffolds import scaffold

PORTFOLIOS = "portfolios"
_NO_DIGEST = say(
    "requirements.txt does not have the digest of bekwaam itself yet. Start again in an empty folder with"
    " “--wheel FILE”, or let pip tell it: see “Set up the repository” in the documentation."
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", help="The school's name.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="L",
    help="As nl; may be repeated, the first counts most.",
)
@click.option("--responsible", metavar="NAME", help="Who answers for workplace learning.")
@click.option("--framework", metavar="TITLE", help="The first occupation or programme.")
@click.option(
    "--host",
    type=click.Choice(tuple(HOSTS)),
    help="Where the repository will be: writes pipelines and CODEOWNERS for it.  [default: none]",
)
@click.option("--account", metavar="NAME", help="The account there of who answers for workplace learning.")
@click.option(
    "--technical",
    multiple=True,
    callback=owner,
    metavar="WHO",
    help="Who looks after settings and pipelines, as for “bekwaam codeowners”; may be repeated.",
)
@click.option(
    "--wheel",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="bekwaam's own file, for pipelines that find it nowhere else: a copy goes into wheels/.",
)
def school(
    *,
    folder: Path | None,
    name: str | None,
    languages: tuple[str, ...],
    responsible: str | None,
    framework: str | None,
    host: str | None,
    account: str | None,
    technical: tuple[str, ...],
    wheel: Path | None,
) -> int:
    """Start a school in FOLDER, by default the folder that you stand in.

    What is there already stays as it is.
    """
    home = (folder or Path()).absolute()
    spoken = translations.spoken_language(os.environ, translations.SOURCE_LANGUAGE)
    ask = Questions(translations.load(spoken).gettext)
    if (home / PORTFOLIOS / "school.yml").exists():
        raise click.UsageError(ask.told(say("There is a school in {folder} already.", folder=home)))
    ask.require({"--name": name, "--responsible": responsible, "--framework": framework})
    name = ask.text(say("The school's name"), name)
    first = ask.text(
        say("Its first language, as nl or en"),
        languages[0] if languages else None,
        default=spoken,
        check=_language,
    )
    responsible = ask.text(say("Who answers for workplace learning"), responsible)
    framework = ask.text(say("The first occupation or programme, as Baker"), framework)
    choices = {one: ask.told(what) if isinstance(what, Message) else what for one, what in HOSTS.items()}
    host = ask.choice(say("Where will the repository be?"), choices, host, default=NONE)
    files = _files(name, list(dict.fromkeys((first, *languages))), responsible, framework, account, host)
    files |= pipelines(host, technical, first)
    if host != NONE:
        heading = scaffold("requirements.txt", first).strip()
        files["requirements.txt"] = requirements(heading, wheel)
    for path, text in files.items():
        for wrong in (
            wrong_shape(text, path.removeprefix(f"{PORTFOLIOS}/")) if path.startswith(PORTFOLIOS) else ()
        ):
            raise click.UsageError(ask.told(wrong.message))
    put_schemas(home)
    for path, text in files.items():
        _put(home, path, text, ask)
    if host != NONE:
        loaded = project.load(home / PORTFOLIOS, dt.date.today())
        _put(home, FILES[host], owners_of(loaded, host, technical, home, dt.date.today()), ask)
        if wheel:
            (home / WHEELS).mkdir(exist_ok=True)
            shutil.copyfile(wheel, home / WHEELS / wheel.name)
        if not knows_digest(files["requirements.txt"]):
            click.echo(ask.told(_NO_DIGEST), err=True)
    return 0


def _put(home: Path, path: str, text: str, ask: Questions) -> None:
    if put(home / path, text):
        click.echo(Path(os.path.relpath(home / path)).as_posix())
    else:
        kept = say("{file} was there already, and stays as it is.", file=path)
        click.echo(ask.told(kept), err=True)


def _files(
    name: str, languages: list[str], responsible: str, framework: str, account: str | None, host: str
) -> dict[str, str]:
    """Every file of a new school but its pipelines, by its path."""
    first = languages[0]
    person, own, programme = (_id(one) for one in (responsible, name, framework))

    def record(path: str, kind: str, **values: object) -> tuple[str, str]:
        path = f"{PORTFOLIOS}/{path}"
        schema = f"{'../' * path.count('/')}{SCHEMAS}/{kind}.schema.json"
        return path, scaffold(f"{kind}.yml", first, schema=schema, **values)

    start = dt.date.today()
    return dict(
        (
            ("mkdocs.yml", scaffold("mkdocs.yml", first, name=name)),
            ("docs/index.md", scaffold("index.md", first, name=name)),
            ("README.md", scaffold("README.md", first, name=name, host=host)),
            (".gitignore", scaffold("gitignore", first)),
            (".pre-commit-config.yaml", scaffold("pre-commit.yml", first, portfolios=f"^{PORTFOLIOS}/")),
            (".vscode/settings.json", settings(PORTFOLIOS)),
            (".vscode/extensions.json", extensions()),
            record("school.yml", "school", name=name, languages=languages, responsible=person),
            record(f"frameworks/{programme}.yml", "framework", title=framework),
            record(f"organisations/{own}.yml", "organisation", name=name, type="school", responsible=person),
            record(
                f"people/{person}.yml",
                "person",
                name=responsible,
                role="school_responsible",
                organisation=own,
                start=start,
                account=account,
            ),
        )
    )


def _id(text: str) -> str:
    return slug(text)[:60].strip("-")


def _language(code: str) -> Message | None:
    if _LANGUAGE.fullmatch(code):
        return None
    return say("“{code}” is not a language; write it as nl or en.", code=code)
