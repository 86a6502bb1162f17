"""Icons in the page."""

import pytest

from bekwaam.rendering.icons import icon


def test_an_icon_is_hidden_from_screen_readers() -> None:
    drawing = icon("download")
    assert drawing.startswith('<svg class="icon icon-download" aria-hidden="true" focusable="false"')
    assert drawing.endswith("</svg>")


@pytest.mark.parametrize("name", ["nothing", "../fonts/x", "Download", ""])
def test_another_name_is_a_mistake(name: str) -> None:
    with pytest.raises(LookupError):
        icon(name)
