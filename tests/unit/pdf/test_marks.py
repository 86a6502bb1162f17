"""Accents stay on their letters."""

import pytest

from bekwaam.pdf.marks import keep_marks


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Noe\u0308l</p>", "<p>Noël</p>"),
        ("<p>m\u0300</p>", "<p>m\u0300</p>"),
        ("<h1>Ọkáfọ\u0300</h1>", '<h1>Ọkáf<span class="letters-vietnamese">ọ\u0300</span></h1>'),
        ("<p>ǫ\u0301</p>", '<p><span class="letters-more">ǫ\u0301</span></p>'),
        ('<p title="fọ\u0300">x</p>', '<p title="fọ\u0300">x</p>'),
        ("<title>fọ\u0300</title>", "<title>fọ\u0300</title>"),
    ],
)
def test_letter_and_accent_share_a_font(html: str, expected: str) -> None:
    assert keep_marks(html) == expected
