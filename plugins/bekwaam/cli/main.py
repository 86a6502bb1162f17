"""The command itself: finds the verb, and turns every end into an exit code and at most one line."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec

import click

import bekwaam
from bekwaam.cli.output import Output, complain
from bekwaam.cli.refusing import Refused, reason
from bekwaam.diagnostics import Translate, nearest, say
from bekwaam.rendering import translations

VERBS = {
    "audience": "bekwaam.cli.audience:command",
    "build": "bekwaam.cli.build:command",
    "checklist": "bekwaam.cli.checklist:command",
    "codeowners": "bekwaam.cli.codeowners:command",
    "cycle": "bekwaam.cli.cycle:command",
    "diff": "bekwaam.cli.diff:command",
    "explain": "bekwaam.cli.explain:command",
    "export": "bekwaam.cli.export:command",
    "forget": "bekwaam.cli.forget:command",
    "handover": "bekwaam.cli.handover:command",
    "merge": "bekwaam.cli.merge:command",
    "new": "bekwaam.cli.new:command",
    "pdf": "bekwaam.cli.pdf:command",
    "report": "bekwaam.cli.report:command",
    "seal": "bekwaam.cli.seal:command",
    "serve": "bekwaam.cli.serve:command",
    "stats": "bekwaam.cli.stats:command",
    "status": "bekwaam.cli.status:command",
    "validate": "bekwaam.cli.validate:command",
    "verify": "bekwaam.cli.verify:command",
}
"""Where each verb is; imported only when it is used, so that every verb starts fast."""

CLEAN, FOUND, FAILED = 0, 1, 2
"""Exit codes: all well; errors among the findings; wrong use or a failure of the program."""


class _Verbs(click.Group):
    """A group whose commands are imported one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click passes it
        return [verb for verb, place in VERBS.items() if find_spec(place.partition(":")[0])]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module, _, name = VERBS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            verbs = self.list_commands(ctx)
            meant = nearest(args[0], verbs)
            if meant:
                wrong = say("There is no verb “{verb}”. Did you mean “{meant}”?", verb=args[0], meant=meant)
            else:
                wrong = say(
                    "There is no verb “{verb}”. There are: {verbs}.", verb=args[0], verbs=tuple(verbs)
                )
            raise Refused(wrong, ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 all well, 1 errors found, 2 wrong use or a failure.",
)
@click.option("--quiet", is_flag=True, help="Say only what is wrong.")
@click.option("--debug", is_flag=True, help="Show the traceback when the program itself fails.")
@click.version_option(bekwaam.__version__, prog_name="bekwaam", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context, *, quiet: bool, debug: bool) -> None:
    """Portfolios and competence descriptions from records kept in git."""
    context.obj = Output(quiet=quiet, debug=debug)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; ``argv`` without the program's name, by default what was typed."""
    _speak_utf8()
    arguments = list(sys.argv[1:] if argv is None else argv)
    language = translations.spoken_language(os.environ)
    if language == translations.SOURCE_LANGUAGE:
        return _run(cli, arguments, str)
    # Only who reads another language waits for it.
    from bekwaam.cli.speaking import Speech

    speech = Speech(language)
    with speech.heard():
        return _run(speech.of(cli), arguments, translations.load(language).gettext)


def _run(command: click.Command, arguments: list[str], translate: Translate) -> int:
    try:
        result = command.main(arguments, prog_name="bekwaam", standalone_mode=False)
        return result if isinstance(result, int) else CLEAN
    except click.exceptions.Exit as done:
        return done.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain(say("stopped").render(translate))
        return FAILED
    except click.exceptions.NoArgsIsHelpError as wrong:
        click.echo(wrong.format_message(), err=True)
        return FAILED
    except click.UsageError as wrong:
        verb = wrong.ctx.command_path if wrong.ctx else "bekwaam"
        line = say(
            "{reason} (“{verb} --help” shows how it works)", reason=reason(wrong, translate), verb=verb
        )
        complain(line.render(translate))
        return FAILED
    except click.ClickException as wrong:
        complain(reason(wrong, translate))
        return wrong.exit_code
    except BrokenPipeError:
        # Whoever reads our output has seen enough; a second failure at exit would only confuse.
        sys.stderr.close()
        return FAILED
    except Exception as failure:
        if "--debug" in arguments:
            raise
        line = say(
            "the program failed: {reason} ({sort}; --debug shows where)",
            reason=" ".join(str(failure).split()) or type(failure).__name__,
            sort=type(failure).__name__,
        )
        complain(line.render(translate))
        return FAILED


def _speak_utf8() -> None:
    """Names of people come in every script; a terminal's odd encoding is no reason to fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
