"""Texts as YAML writes them: always read back as what they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bekwaam.rendering.scaffolds import scaffold, scalar
from bekwaam.source import parse
from bekwaam.source.characters import has_forbidden


@given(st.text(min_size=1).filter(lambda text: not has_forbidden(text)))
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    for line in (f"x: {scalar(text)}", f"x: [{scalar(text)}, y]", f"{{x: {scalar(text)}}}"):
        data, wrong = parse(line, "x.yml")
        assert wrong == []
        assert data is not None
        found = data["x"]
        assert (found[0] if isinstance(found, list) else found) == text


@pytest.mark.parametrize("text", ["Els Maes", "d'Hondt", "de-gist", "Wat kan je?", "Één"])
def test_plain_words_need_no_quotes(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize("text", ["no", "True", "12", "2026-03-05", "a: b", "a #b", "- a", "{a}", ""])
def test_the_rest_gets_them(text: str) -> None:
    assert scalar(text)[0] == '"'


def test_a_scaffold_starts_with_the_editors_line() -> None:
    text = scaffold("organisation.yml", "nl", schema="s.json", name="X: Y", type="school", responsible="els")
    assert text.startswith('# yaml-language-server: $schema=s.json\n\nname: "X: Y"\n')
