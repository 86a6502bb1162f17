"""An icon that a page shows often is drawn once."""

from bekwaam.rendering.icons import icon
from bekwaam.site.symbols import share_icons
from tests.unit.site.markup import Markup


def test_an_icon_that_stands_often_is_drawn_once() -> None:
    body = f"<p>{icon('verified') * 4}{icon('lock')}</p>"
    shared = share_icons(body)
    assert shared.count("<symbol ") == 1
    assert shared.count('<use href="#bk-i-verified"/>') == 4
    assert str(icon("lock")) in shared
    assert len(shared) < len(body)
    Markup(shared)


def test_the_drawing_keeps_how_it_is_drawn() -> None:
    symbol = share_icons(str(icon("verified")) * 3).partition("</symbol>")[0]
    assert 'viewBox="0 0 24 24"' in symbol and 'stroke="currentColor"' in symbol
    assert ' width="' not in symbol.partition("<symbol")[2]


def test_a_page_with_few_icons_stays_as_it_is() -> None:
    body = f"<p>{icon('lock')}</p>"
    assert share_icons(body) == body
