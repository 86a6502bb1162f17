"""Makes one part of a site that is built in parts."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from bekwaam import project
from bekwaam.cli.settings import Settings
from bekwaam.diagnostics import Message, say
from bekwaam.mkdocs_plugin import findings
from bekwaam.mkdocs_plugin.asked import Asked
from bekwaam.mkdocs_plugin.building import CannotBuild
from bekwaam.mkdocs_plugin.content import gather
from bekwaam.mkdocs_plugin.documents import print_part
from bekwaam.mkdocs_plugin.jobs import CannotPrint
from bekwaam.mkdocs_plugin.options import WrongOption
from bekwaam.mkdocs_plugin.shards import Shard, describe, write_part
from bekwaam.rendering import translations


def make_part(chosen: Settings, wanted: Asked, shard: Shard, folder: Path) -> list[str]:
    """Write one part; gives what could not be printed as it should.

    Raises:
        CannotBuild: where the records have errors, or a document cannot be made.
    """
    options = replace(chosen.options, pdf=True)
    loaded = project.load(options.portfolios, as_of=options.as_of)
    spoken = translations.spoken_language(os.environ, loaded.project.school.data.first_language)
    translate = translations.load(spoken).gettext

    def stop(message: Message, *, of_the_records: bool = False) -> CannotBuild:
        return CannotBuild(message.render(translate), of_the_records=of_the_records)

    if loaded.errors:
        colour = findings.colours(os.environ, sys.stderr)
        sys.stderr.write(findings.report(loaded, spoken, colour=colour, standing_in=Path.cwd()) + "\n")
        raise stop(say("Nothing was built, because of the errors above."), of_the_records=True)
    home = chosen.config_file.parent if chosen.config_file else Path.cwd()
    cache = home / ".cache" / "bekwaam"
    try:
        content = gather(loaded, options, cache)
        printed = print_part(content, cache, wanted, shard.keys(content), shared=shard.number == 1)
        write_part(folder, describe(shard, options), content, printed)
    except (CannotPrint, WrongOption) as wrong:
        raise stop(wrong.args[0]) from wrong
    return [f"{one.whose}: {message.render(translate)}" for one in printed for message in one.messages]
