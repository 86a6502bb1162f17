"""The page behind a printed document's QR code."""

from bekwaam.site.check import check_page
from tests import samples


def test_it_shows_number_digest_and_date_and_names_nobody() -> None:
    page = check_page(samples.stamp(), "en")
    assert page.uri == "c/AZ-2026-0147/"
    assert not page.search
    for expected in ("AZ-2026-0147", "<span>7f3a</span> <span>91c2</span>", "30 June 2026"):
        assert expected in page.body
    assert "Noor" not in page.body + page.title + page.description
