"""What the search gets of a page."""

from bekwaam.mkdocs_plugin.searching import words


def test_only_the_words_after_the_title_are_found() -> None:
    body = (
        "<nav>Learners / Anna</nav><h1>Rye bread</h1><svg><title>drawing</title></svg>"
        "<p>Dough &amp; salt,<br>4 &lt; 5</p><form>filter</form><ul><li>one</li><li>two</li></ul>"
    )
    assert words(body, 1000) == "Dough &amp; salt, 4 &lt; 5 one two"


def test_what_was_escaped_stays_escaped() -> None:
    assert words("<h1>a</h1><p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</p>", 100) == (
        "&lt;script&gt;alert('1')&lt;/script&gt;"
    )


def test_a_long_text_is_cut_after_a_word() -> None:
    assert words("<h1>a</h1>" + "bread " * 100, 20) == "bread bread bread"


def test_a_page_without_a_title_is_read_from_the_start() -> None:
    assert words("<p>bread</p>", 20) == "bread"
