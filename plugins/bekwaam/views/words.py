"""Text that remembers its language, so that a page can say so to a screen reader."""

from __future__ import annotations


class Words(str):
    """A string for the reader, with the language (BCP 47) that it is in.

    ``language`` is empty where it does not matter, as for a name.
    """

    language: str

    def __new__(cls, text: str, language: str = "") -> Words:
        """Make words of a text."""
        words = super().__new__(cls, text)
        words.language = language
        return words

    def __reduce__(self) -> tuple[type[Words], tuple[str, str]]:
        """Keep the language when words travel to another process."""
        return Words, (str(self), self.language)
