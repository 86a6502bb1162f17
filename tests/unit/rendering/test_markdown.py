"""The Markdown that people may use in a record."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bekwaam.rendering import markdown
from bekwaam.rendering.markdown import render


def test_headings_start_at_the_level_that_the_page_has_room_for() -> None:
    assert render("# One\n\n## Two") == "<h3>One</h3>\n<h4>Two</h4>\n"
    assert render("## One\n\n# Two", level=2) == "<h3>One</h3>\n<h2>Two</h2>\n"


def test_no_heading_is_lower_than_six() -> None:
    assert render("# a\n\n###### b", level=5) == "<h5>a</h5>\n<h6>b</h6>\n"


def test_paragraphs_emphasis_lists_quotes_and_line_breaks() -> None:
    assert render("*a* and **b**\\\nc") == "<p><em>a</em> and <strong>b</strong><br>\nc</p>\n"
    assert render("- a\n- b") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"
    assert render("3. a") == '<ol start="3">\n<li>a</li>\n</ol>\n'
    assert render("> a") == "<blockquote>\n<p>a</p>\n</blockquote>\n"


@pytest.mark.parametrize("address", ["https://a.example/", "http://a.example/", "mailto:a@b.example"])
def test_a_link_to_the_web_or_a_mailbox_stays(address: str) -> None:
    assert render(f"[x]({address})") == f'<p><a href="{address}" rel="noopener nofollow ugc">x</a></p>\n'


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "../secret", "data:text/html,x", "ftp://a.example/", "//a.example/", "#top"],
)
def test_another_link_loses_its_address(address: str) -> None:
    assert render(f"[x]({address})") == "<p>x</p>\n"


def test_a_title_of_a_link_is_left_out() -> None:
    assert "title" not in render('[x](https://a.example/ "onclick=")')


def test_a_picture_becomes_its_words() -> None:
    assert render("![a loaf](https://a.example/loaf.png)") == "<p>a loaf</p>\n"


def test_html_code_and_tables_are_text() -> None:
    assert render("<b>x</b>") == "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"
    assert render("`x`") == "<p>`x`</p>\n"
    assert "<table" not in render("a|b\n-|-\n1|2")


def test_what_is_nested_too_deep_comes_out_whole_and_plain() -> None:
    html = render("\n".join("  " * depth + f"- word{depth}" for depth in range(60)))
    assert "word59" in html
    assert "<ul>" not in html


@given(st.text(st.sampled_from("aé1٣²字ﬁ\u0301 \n\n.,;:?'\"()/%+=–—‘’“”…-_*&<#"), max_size=25))
@settings(suppress_health_check=[HealthCheck.filter_too_much])
def test_a_text_without_marks_comes_out_as_the_parser_would_make_it(text: str) -> None:
    assume(markdown._is_without_marks(text))
    render.cache_clear()
    quick = render(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "_is_without_marks", lambda _: False)
        render.cache_clear()
        assert render(text) == quick


def test_most_of_what_people_write_needs_no_parser() -> None:
    for text in ("Ik bakte brood (12 stuks).\nHet was goed.\n\n“Nog eens”, zei ze.", "1 uur"):
        assert markdown._is_without_marks(text)
    for text in ("1. één", "- één", "a\n- b", "a\n2) b", "a *b*", "a  \nb", "# a", "    a"):
        assert not markdown._is_without_marks(text)
