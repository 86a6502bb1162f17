"""What a document may load, and all that it may not."""

from pathlib import Path

import pytest
from weasyprint.urls import URLFetchingError

from bekwaam.pdf.assets import AssetFetcher


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
