"""Which option wins, and what is said about one that means nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bekwaam.mkdocs_plugin.options import (
    Given,
    WrongOption,
    first_of,
    from_environment,
    message_of,
    parse_date,
    settle,
)
from bekwaam.model.audience import Audience

HERE = Path("school")


def test_the_defaults_show_least() -> None:
    options = settle(Given(), Given(), {"SOURCE_DATE_EPOCH": "0"}, HERE)
    assert options.audience is Audience.PUBLIC
    assert options.portfolios == HERE / "portfolios"
    assert options.pdf
    assert options.learners == ()
    assert options.as_of == dt.date(1970, 1, 1)


def test_the_command_goes_before_the_environment_and_that_before_the_file() -> None:
    command = Given(audience=Audience.TEAM)
    environment = from_environment({"BEKWAAM_AUDIENCE": "handover", "BEKWAAM_AS_OF": "2026-01-01"}, HERE)
    file = Given(audience=Audience.PUBLIC, as_of=dt.date(2025, 1, 1), pdf=False)
    options = settle(first_of(command, environment), file, {}, HERE)
    assert options.audience is Audience.TEAM
    assert options.as_of == dt.date(2026, 1, 1)
    assert not options.pdf
    assert not options.pdf_asked


def test_everything_in_the_environment_is_read() -> None:
    given = from_environment(
        {
            "BEKWAAM_PORTFOLIOS": "records",
            "BEKWAAM_LEARNERS": "anna, noor  yusuf",
            "BEKWAAM_PDF": "No",
            "BEKWAAM_AUDIENCE": "",
        },
        HERE,
    )
    assert given == Given(portfolios=HERE / "records", learners=("anna", "noor", "yusuf"), pdf=False)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("AUDIENCE", "publiek", "did you mean “public”"),
        ("AUDIENCE", "x", "team, handover, public"),
        ("PDF", "maybe", "true or false"),
        ("AS_OF", "30/06/2026", "2026-06-30"),
        ("AS_OF", "2026-02-30", "2026-06-30"),
        ("AS_OF", "٢٠٢٦-٠٦-٣٠", "2026-06-30"),
    ],
)
def test_a_value_that_means_nothing_is_told(name: str, value: str, said: str) -> None:
    with pytest.raises(WrongOption) as wrong:
        from_environment({f"BEKWAAM_{name}": value}, HERE)
    message = message_of(wrong.value).render()
    assert said in message
    assert f"BEKWAAM_{name}" in message


def test_a_preview_has_no_documents_unless_they_are_asked_for() -> None:
    assert not settle(Given(), Given(pdf=True), {}, HERE).for_preview().pdf
    assert settle(Given(pdf=True), Given(), {}, HERE).for_preview().pdf


def test_a_strange_epoch_is_told() -> None:
    with pytest.raises(WrongOption):
        settle(Given(), Given(), {"SOURCE_DATE_EPOCH": "tomorrow"}, HERE)
    with pytest.raises(WrongOption):
        parse_date("2026-06-30\n", "--as-of")
