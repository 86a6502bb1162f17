"""Small matters of language and type that templates cannot settle themselves."""

from __future__ import annotations

_NOUNS_KEEP_CAPITALS = ("de",)


def in_sentence(title: str, language: str) -> str:
    """A title as it stands inside a sentence: ``Bakker`` becomes ``bakker``, ``ICT`` stays.

    >>> in_sentence("Bakker", "nl")
    'bakker'
    >>> in_sentence("ICT-beheerder", "nl")
    'ICT-beheerder'
    """
    single_capital = title[:1].isupper() and title[1:2].islower()
    if not single_capital or language.startswith(_NOUNS_KEEP_CAPITALS):
        return title
    return title[0].lower() + title[1:]


def in_groups(digest: str, groups: int = 4) -> str:
    """The start of a digest in fours, short enough to compare by eye.

    >>> in_groups("7f3a91c20be455d8aa00")
    '7f3a 91c2 0be4 55d8'
    """
    return " ".join(digest[at : at + 4] for at in range(0, 4 * groups, 4))


def readable_address(address: str) -> str:
    """An address without what nobody types.

    >>> readable_address("https://school.example/c/AZ-1/")
    'school.example/c/AZ-1'
    """
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")
