"""What templates can use."""

import datetime as dt

import pytest
from jinja2 import UndefinedError

from bekwaam.diagnostics import say
from bekwaam.model.roles import Role
from bekwaam.rendering.environment import capital, make, mark_codes
from bekwaam.views.words import Words


def render(template: str, language: str = "nl", **context: object) -> str:
    return make(language).from_string(template).render(**context)


def test_words_are_escaped_and_say_their_language_where_it_is_another() -> None:
    assert render("{{ x | words }}", x=Words("<b>", "nl")) == "&lt;b&gt;"
    assert render("{{ x | words }}", x=Words("<b>", "en")) == '<span lang="en">&lt;b&gt;</span>'
    assert render("{{ x | words }}", x="Anna") == "Anna"


def test_markdown_says_its_language_too() -> None:
    assert render("{{ x | markdown }}", x=Words("a", "nl")) == "<p>a</p>\n"
    assert render("{{ x | markdown(2) }}", x=Words("# a", "nl")) == "<h2>a</h2>\n"
    assert render("{{ x | markdown }}", x=Words("a", "en")) == '<div lang="en"><p>a</p>\n</div>'


def test_everything_is_escaped() -> None:
    assert render("{{ x }}", x="<script>") == "&lt;script&gt;"
    assert render('{{ _("Check a document") }} {{ say | say }}', x="", say=say("{a}", a="<i>")).endswith(
        "&lt;i&gt;"
    )


def test_dates_and_labels_are_in_the_language_of_the_page() -> None:
    day = dt.date(2026, 5, 14)
    assert render("{{ x | date }}", x=day) == "14 mei 2026"
    assert render("{{ x | date_short }}, {{ x | month }}", "en", x=day) == "14 May, May 2026"
    assert render("{{ x | period(x) }}", x=day) == "mei 2026"
    assert render("{{ x | label | capital }}", x=Role.COACH) == "Trajectbegeleider"


def test_what_is_missing_is_a_mistake() -> None:
    with pytest.raises(UndefinedError):
        render("{{ nothing }}")


def test_a_capital_leaves_the_other_letters_alone() -> None:
    assert capital("élan VKS") == "Élan VKS"
    assert capital("") == ""


def test_what_stands_between_backticks_is_code_and_all_of_it_is_escaped() -> None:
    assert mark_codes("write `a: <b>` & go") == "write <code>a: &lt;b&gt;</code> &amp; go"
    assert mark_codes("one ` alone <i>") == "one ` alone &lt;i&gt;"
    told = make("nl").from_string("{{ message | told }}")
    assert told.render(message=say("on {day}: `x`", day=dt.date(2026, 5, 1))) == (
        "on 1 mei 2026: <code>x</code>"
    )
