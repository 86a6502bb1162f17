"""What cannot be done in the tree: rewriting the history, and copies that others keep."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator, Sequence

from bekwaam.audience.slug import slug
from bekwaam.cli.forget.marks import Marks
from bekwaam.cli.forget.removal import REMOVED
from bekwaam.diagnostics import Message, say

_NOBODY = "- <unknown@people.invalid>"

HOSTS: tuple[Message, ...] = (
    say("Everyone who has a clone keeps the old history, and can push it back: ask for new clones."),
    say("A branch from which the site is published has pages of them: delete it and publish anew."),
    say("Forks keep it, and so do pull and merge requests and what is written in them: ask the host."),
    say("A host keeps commits that nobody points at for weeks, and shows them to who knows their id."),
    say("Pipelines keep artefacts, caches and logs, with sites and findings in them: delete those."),
    say("Back-ups of the host, of the school and of laptops keep it until newer ones take their place."),
    say("Published sites stay until you build and publish again; search engines keep copies for a while."),
    say("PDFs and exports that were handed over stay with who has them: nobody can call them back."),
)
"""What others keep, and what to do about it."""


def rewriting(homes: Sequence[str], files: Iterable[str], marks: Marks) -> Iterator[str]:
    """The lines to type in a fresh mirror of the repository, safe for any name."""
    words = [*marks.sure, marks.id, *marks.pseudonyms]
    texts = [f"literal:{one}==>{REMOVED}" for one in marks.sure]
    # Behind an id stands what an action came from; a short id by itself would hit other words.
    texts.append(rf"regex:(?<![\w.-]){re.escape(marks.id)}/==>{REMOVED}/")
    # In messages and branches there are no records to break, so all that may mean them goes.
    messages = [f"literal:{one}==>{REMOVED}" for one in dict.fromkeys((*words, *marks.names))]
    people = [f"{_NOBODY} <{one}>" for one in marks.emails]
    lists = (("texts", texts), ("messages", messages), ("people", people))
    for name, rows in lists:
        if rows:
            yield f"printf '%s\\n' {' '.join(shlex.quote(one) for one in rows)} > ../forget-{name}.txt"
    paths = [one for home in homes if home for one in ("--path", home)]
    paths += [one for file in files for one in ("--path", file)]
    # In whatever folder or branch: a built site that was committed has them in its own place.
    keys = dict.fromkeys((marks.id, *(slug(one) for one in marks.pseudonyms)))
    paths += [one for key in keys for one in ("--path-regex", rf"(?:^|/)learners/{re.escape(key)}/")]
    options = ["--sensitive-data-removal", "--invert-paths", *paths]
    for name, option in (
        ("texts", "--replace-text"),
        ("messages", "--replace-message"),
        ("people", "--mailmap"),
    ):
        if dict(lists)[name]:
            options += [option, f"../forget-{name}.txt"]
    yield f"git filter-repo {' '.join(shlex.quote(one) for one in options)}"
