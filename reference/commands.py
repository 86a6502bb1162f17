"""The page of the command: every verb with its arguments and options."""

from __future__ import annotations

import inspect

import click

from bekwaam.cli.main import cli

_INTRODUCTION = """\
---
lang: en
description: Every verb of the command, with its arguments and options.
---

# Commands

`bekwaam VERB ...` works in the folder where `mkdocs.yml` is. An option goes before an environment
variable, that before `mkdocs.yml`, and that before the default: see [Settings](settings.md).

Results go to standard output, everything else to standard error. The exit code says how it went:

- **0**: all is well, with or without warnings;
- **1**: there are errors among the findings; with `--strict`, warnings count too;
- **2**: it was used in a wrong way, or the program itself failed.

These options stand before the verb: `bekwaam --quiet build`.
"""


def page() -> str:
    """The page, from what click knows."""
    context = click.Context(cli, info_name="bekwaam")
    lines = [_INTRODUCTION, *_options(cli, context)]
    for verb in cli.list_commands(context):
        command = cli.get_command(context, verb)
        assert command is not None
        lines += _verb(verb, command, context)
    return "\n".join(lines)


def _verb(verb: str, command: click.Command, parent: click.Context) -> list[str]:
    context = click.Context(command, info_name=verb, parent=parent)
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    lines = [f"## {context.command_path}", "", "```", usage, "```", ""]
    lines += [inspect.cleandoc(command.help or ""), ""]
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            lines += [f"#{line}" if line.startswith("## ") else line for line in _verb(name, inner, context)]
        return lines
    return [*lines, *_options(command, context)]


def _options(command: click.Command, context: click.Context) -> list[str]:
    rows = []
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is None:
            continue
        names, meaning = record
        if isinstance(parameter, click.Argument) and not meaning:
            continue  # the usage line and the text above say what it is
        rows.append(f"- `{names}`: {' '.join(meaning.split())}" if meaning else f"- `{names}`")
    return [*rows, ""]
