"""What a build is asked to do, from the command, the environment, `mkdocs.yml` and the defaults."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from bekwaam.diagnostics import Message, nearest, say
from bekwaam.model.audience import Audience

_YES = ("true", "yes", "on", "1")
_NO = ("false", "no", "off", "0")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class WrongOption(Exception):  # noqa: N818 - what somebody typed is wrong, not the program
    """An option that cannot be used; the argument is the `Message` that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What one source says; None where it says nothing."""

    portfolios: Path | None = None
    audience: Audience | None = None
    learners: tuple[str, ...] | None = None
    as_of: dt.date | None = None
    pdf: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a build does. ``pdf_asked`` tells whether ``pdf`` was asked for outside `mkdocs.yml`."""

    portfolios: Path
    audience: Audience
    learners: tuple[str, ...]
    as_of: dt.date
    pdf: bool
    pdf_asked: bool

    def for_preview(self) -> Options:
        """Without documents, which take long, unless they were asked for."""
        return self if self.pdf_asked else replace(self, pdf=False)


def first_of(*sources: Given) -> Given:
    """For every option the first source that says something."""
    found: dict[str, Any] = {}
    for field in fields(Given):
        said = (getattr(source, field.name) for source in sources)
        found[field.name] = next((one for one in said if one is not None), None)
    return Given(**found)


def from_environment(environment: Mapping[str, str], folder: Path) -> Given:
    """Read ``BEKWAAM_...``; an empty variable says nothing. Paths are relative to ``folder``.

    Raises:
        WrongOption: for a value that means nothing.
    """

    def value(name: str) -> str | None:
        return environment.get(f"BEKWAAM_{name}", "").strip() or None

    portfolios, audience, learners = value("PORTFOLIOS"), value("AUDIENCE"), value("LEARNERS")
    as_of, pdf = value("AS_OF"), value("PDF")
    return Given(
        portfolios=folder / portfolios if portfolios else None,
        audience=parse_audience(audience, "BEKWAAM_AUDIENCE") if audience else None,
        learners=tuple(re.split(r"[,\s]+", learners)) if learners else None,
        as_of=parse_date(as_of, "BEKWAAM_AS_OF") if as_of else None,
        pdf=_parse_switch(pdf, "BEKWAAM_PDF") if pdf else None,
    )


def settle(asked: Given, configured: Given, environment: Mapping[str, str], folder: Path) -> Options:
    """Put what was asked for (command, environment) before `mkdocs.yml`, and that before the defaults.

    ``folder`` is where `mkdocs.yml` stands, with ``portfolios`` beside it unless told otherwise.
    """
    given = first_of(asked, configured)
    return Options(
        portfolios=given.portfolios or folder / "portfolios",
        audience=given.audience or Audience.PUBLIC,
        learners=given.learners or (),
        as_of=given.as_of or default_day(environment),
        pdf=True if given.pdf is None else given.pdf,
        pdf_asked=asked.pdf is not None,
    )


def default_day(environment: Mapping[str, str]) -> dt.date:
    """The day of ``SOURCE_DATE_EPOCH`` (seconds, UTC), else today."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return dt.date.today()
    try:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise WrongOption(
            say("SOURCE_DATE_EPOCH is {value}; it wants a number of seconds.", value=epoch)
        ) from None


def parse_audience(text: str, name: str) -> Audience:
    """An audience by its word; ``name`` is what the option is called."""
    words = [audience.value for audience in Audience]
    if text in words:
        return Audience(text)
    meant = nearest(text, words)
    if meant:
        raise WrongOption(
            say("{name} is “{value}”; did you mean “{meant}”?", name=name, value=text, meant=meant)
        )
    raise WrongOption(
        say("{name} is “{value}”; it can be {words}.", name=name, value=text, words=tuple(words))
    )


def parse_date(text: str, name: str) -> dt.date:
    """An ISO date; ``name`` is what the option is called."""
    try:
        if _DATE.fullmatch(text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    raise WrongOption(say("{name} is “{value}”; it wants a date such as 2026-06-30.", name=name, value=text))


def _parse_switch(text: str, name: str) -> bool:
    if text.lower() in _YES:
        return True
    if text.lower() in _NO:
        return False
    raise WrongOption(say("{name} is “{value}”; it can be true or false.", name=name, value=text))


def message_of(wrong: WrongOption) -> Message:
    """Why an option cannot be used."""
    message: Message = wrong.args[0]
    return message


def unknown_learner(learner: str, learners: Iterable[str]) -> Message:
    """What to say about a learner who is not there."""
    meant = nearest(learner, learners)
    if meant is None:
        return say("There is no learner “{learner}”.", learner=learner)
    return say("There is no learner “{learner}”; did you mean “{meant}”?", learner=learner, meant=meant)
