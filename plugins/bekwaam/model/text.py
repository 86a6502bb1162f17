"""Words in one or more languages."""

from __future__ import annotations

from dataclasses import dataclass

UNMARKED = ""
"""The language of a text written as a plain string: the school's first one."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text per language, in the order in which they were written.

    A plain string stands under `UNMARKED`.
    """

    by_language: tuple[tuple[str, str], ...]

    def pick(self, language: str, first_language: str) -> str:
        """The text in ``language``; where it lacks, in the school's first language, else any."""
        return self.pick_with_language(language, first_language)[0]

    def pick_with_language(self, language: str, first_language: str) -> tuple[str, str]:
        """The text as `pick` gives it, and the language that it is really in."""
        code, text = self.by_language[0]
        if len(self.by_language) == 1:  # as nearly every text has
            return text, first_language if code == UNMARKED else code
        texts = dict(self.by_language)
        for wanted in (language, first_language):
            if wanted in texts:
                return texts[wanted], wanted
            if wanted == first_language and UNMARKED in texts:
                return texts[UNMARKED], first_language
        return text, code

    @property
    def everything(self) -> tuple[str, ...]:
        """The text in every language it has."""
        return tuple(text for _, text in self.by_language)


class Markdown(Text):
    """A text whose Markdown is rendered, and then sanitised."""

    __slots__ = ()
