"""Words inside sentences, digests and addresses for the eye."""

import pytest

from bekwaam.pdf.phrases import in_groups, in_sentence, readable_address


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        ("Bakker", "nl", "bakker"),
        ("Brood- en banketbakker", "nl", "brood- en banketbakker"),
        ("ICT-beheerder", "nl", "ICT-beheerder"),
        ("Bäcker", "de", "Bäcker"),
        ("", "nl", ""),
        ("X", "nl", "X"),
    ],
)
def test_titles_inside_a_sentence(title: str, language: str, expected: str) -> None:
    assert in_sentence(title, language) == expected


def test_digest_in_groups() -> None:
    assert in_groups("7f3a91c20be455d8" * 4) == "7f3a 91c2 0be4 55d8"


def test_address_to_type() -> None:
    assert readable_address("https://school.example/c/AZ-1/") == "school.example/c/AZ-1"
