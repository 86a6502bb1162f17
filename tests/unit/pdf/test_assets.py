"""What a document may load, and all that it may not."""

import io
from pathlib import Path

import pytest
from fontTools.ttLib import woff2
from weasyprint.urls import URLFetchingError

from bekwaam.pdf.assets import AssetFetcher
from tests.conftest import ROOT


@pytest.mark.parametrize(
    "address",
    [
        "asset:css/print.css",
        "asset:fonts/atkinson-hyperlegible-next-latin-400-normal.woff2",
        "asset:pictures/one.jpg",
    ],
)
def test_our_own_files_are_served(address: str, sample_picture: Path) -> None:
    assert AssetFetcher({"one.jpg": sample_picture}).fetch(address).read()


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:9/x",
        "https://example.org/x.css",
        "ftp://127.0.0.1/x",
        "data:text/css,p{color:red}",
        "asset:css/../../templates/pdf/plan.html",
        "asset:css/%2e%2e/print.css",
        "asset:css/missing.css",
        "asset:fonts/README.md",
        "asset:fonts/",
        "asset:pictures/two.jpg",
        "asset:pictures//etc/passwd",
        "asset://css/print.css",
        "ASSET:css/print.css\n",
        "",
    ],
)
def test_everything_else_is_refused(address: str, sample_picture: Path) -> None:
    fetcher = AssetFetcher({"one.jpg": sample_picture})
    with pytest.raises(URLFetchingError):
        fetcher.fetch(address)
    assert fetcher.refused == [address]


def test_a_font_comes_unpacked_as_the_printer_would_unpack_it() -> None:
    name = "atkinson-hyperlegible-next-latin-400-normal.woff2"
    packed = (ROOT / "plugins" / "bekwaam" / "assets" / "fonts" / name).read_bytes()
    unpacked = io.BytesIO()
    woff2.decompress(io.BytesIO(packed), unpacked)
    assert packed.startswith(b"wOF2")
    for _ in range(2):
        assert AssetFetcher().fetch(f"asset:fonts/{name}").read() == unpacked.getvalue()
