"""Quicker templates say what slow ones would."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from bekwaam.rendering.compiling import QuickEnvironment, counting, saying

_VALUES = {
    "plain": "a b",
    "special": "<i>&'\"",
    "markup": Markup("<b>"),
    "number": 3,
    "none": None,
    "pair": ("<", 1),
    "call": lambda *given, **named: f"{given}{named}",
}
_TEMPLATE = """
{% macro twice(one, other="<") %}{{ one }}{{ other }}{% endmacro %}
{% macro around(one) %}{{ one }}{{ caller() }}{% endmacro %}
{% for value in [plain, special, markup, number, none, pair] %}{{ value }} {{ loop.index }}{% endfor %}
{{ call(1, special, b=2, c="x") }} {{ call(*pair, **{"d": 4}) }} {{ call() }}
{{ twice(special) }} {{ twice(markup, other=number) }} {% call around("x") %}{{ special }}{% endcall %}
{% set kept %}{{ special }}{% endset %}{{ kept }} {{ special ~ markup }} {{ "a" if plain.startswith("a") }}
"""


def quick(**constant: object) -> QuickEnvironment:
    return QuickEnvironment(constant, autoescape=True, undefined=StrictUndefined)  # type: ignore[arg-type]


def test_a_template_comes_out_as_jinja_itself_makes_it() -> None:
    slow = Environment(autoescape=True, undefined=StrictUndefined).from_string(_TEMPLATE)
    assert quick().from_string(_TEMPLATE).render(_VALUES) == slow.render(_VALUES)


def test_what_may_be_missing_can_be_asked_for() -> None:
    template = quick().from_string(
        "{{ plain.nothing is defined }} {{ plain.upper is defined }} {{ plain.upper() }}"
    )
    assert template.render(_VALUES) == "False True A B"


def test_macros_of_another_template_are_the_same_for_all_that_import_them() -> None:
    environment = quick()
    environment.loader = DictLoader(
        {"macros": "{% macro bold(word, mark='!') %}<b>{{ word }}{{ mark }}</b>{% endmacro %}"}
    )
    template = environment.from_string(
        '{% import "macros" as m %}{{ m.bold(special) }}{{ m.bold("a","?") }}{{ m.bold(mark="<", word=1) }}'
    )
    expected = "<b>&lt;i&gt;&amp;&#39;&#34;!</b><b>a?</b><b>1&lt;</b>"
    assert template.render(_VALUES) == template.render(_VALUES) == expected
    assert environment.module("macros") is environment.module("macros")
    with pytest.raises(TypeError):
        environment.from_string('{% import "macros" as m %}{{ m.bold("a", wrong=1) }}').render()


def test_our_own_sentences_are_looked_up_once() -> None:
    asked: list[str] = []

    def translate(sentence: str) -> str:
        asked.append(sentence)
        return sentence.replace("a", "b")

    template = quick(_=saying(translate)).from_string('{{ _("a & %% b") }}{{ _("%(x)s", x=x) }}')
    assert template.render(x="<") == template.render(x="<")
    assert asked == ["a & %% b", "%(x)s", "%(x)s"]


def test_a_number_is_counted_and_gaps_are_escaped() -> None:
    count = counting(lambda one, many, number: one if number == 1 else many)
    template = quick(ngettext=count).from_string('{{ ngettext("one", "%(num)s of %(who)s", n, who="<") }}')
    assert template.render(n=1) == "one"
    assert template.render(n=2) == "2 of &lt;"


def test_what_is_missing_is_a_mistake() -> None:
    for template in ("{{ nothing }}", "{{ nothing() }}", "{{ plain.nothing }}"):
        with pytest.raises((UndefinedError, AttributeError)):
            quick().from_string(template).render(_VALUES)
