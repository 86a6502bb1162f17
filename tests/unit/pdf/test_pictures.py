"""Photos hang in rows, each of them whole."""

from pathlib import Path

import pytest

from bekwaam.pdf.pictures import Album
from bekwaam.rendering.pictures import Picture, Variant
from bekwaam.views.parts import PhotoView
from bekwaam.views.words import Words

SHAPES = {"wide": (1200, 800), "tall": (900, 1200), "panorama": (1200, 200)}


def photo(source: str) -> PhotoView:
    return PhotoView(source=source, alt=Words("iets"), caption=None)


def prepare(source: str) -> Picture | None:
    if source not in SHAPES:
        return None
    width, height = SHAPES[source]
    name = f"{source}.jpg"
    small = Variant(name=f"{source}.webp", width=480, height=320, mime="image/webp", path=Path(name))
    large = Variant(name=name, width=width, height=height, mime="image/jpeg", path=Path(name))
    return Picture(width=width, height=height, variants=(small, large))


@pytest.mark.parametrize(
    ("sources", "rows"),
    [
        (("wide",), [1]),
        (("wide", "tall"), [2]),
        (("tall", "tall", "wide"), [3]),
        (("wide",) * 4, [2, 2]),
        (("wide", "gone", "panorama", "tall", "wide"), [3, 2]),
    ],
)
def test_rows_are_even_and_fit_the_page(sources: tuple[str, ...], rows: list[int]) -> None:
    hung = Album(prepare).rows(tuple(photo(source) for source in sources))
    assert [len(row) for row in hung] == rows
    for row in hung:
        assert len({frame.height for frame in row}) == 1
        assert sum(frame.width for frame in row) + 4 * (len(row) - 1) <= 170.1
        for frame in row:
            if frame.picture:
                ratio = frame.picture.width / frame.picture.height
                assert frame.width / frame.height == pytest.approx(ratio, rel=0.01)


def test_only_prints_are_put_on_the_shelf() -> None:
    album = Album(prepare)
    album.rows((photo("wide"), photo("gone")))
    assert list(album.files) == ["wide.jpg"]
    assert [message.render() for message in album.missing] == [
        "The picture gone could not be read, so it is not printed."
    ]


def test_best_work_is_shown_large() -> None:
    album = Album(prepare)
    (small,), (large,) = album.rows((photo("wide"),))[0], album.rows((photo("wide"),), large=True)[0]
    assert small.height < large.height
    assert large.width <= 170
