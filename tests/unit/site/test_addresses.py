"""Links between pages and to elsewhere."""

import pytest

from bekwaam.site.addresses import outside, relative


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        ("learners/anna/", "learners/", "../../learners/"),
        ("learners/anna/", "learners/anna/#bakery-dough", "#bakery-dough"),
        ("learners/anna/", "", "../../"),
        ("learners/anna/", "learners/anna/", "../../learners/anna/"),
        ("learners/anna/", "learners/anna/evidence/one/#top", "evidence/one/#top"),
        ("learners/ann/", "learners/anna/", "../../learners/anna/"),
        ("", "learners/", "learners/"),
        ("", "", "./"),
    ],
)
def test_links_are_relative(page: str, target: str, link: str) -> None:
    assert relative(page, target) == link


@pytest.mark.parametrize("address", ["https://example.org/a", "mailto:a@example.org"])
def test_safe_addresses_are_kept(address: str) -> None:
    assert outside(address) == address


@pytest.mark.parametrize(
    "address",
    [None, "", "javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "//x", "http://[x"],
)
def test_other_addresses_lead_nowhere(address: str | None) -> None:
    assert outside(address) is None
