"""A change in words: as text, as Markdown for a review, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from bekwaam.cli.difference_parts import Coded, Named, Written
from bekwaam.cli.differences import ADDED, MARKED, MARKED_BY_SEAL, WITHDRAWN, Line
from bekwaam.cli.quoting import in_html, in_markdown
from bekwaam.diagnostics import Message, say
from bekwaam.diagnostics.message import N_
from bekwaam.model.evidence import Evidence
from bekwaam.model.project import Project
from bekwaam.rendering import labels, translations

_TAIL = 300
"""Room for the sentence that says what was left out."""

_TITLE = say("What this change does")
_TOGETHER = {
    ADDED: (N_("Added ({number}): {record}."), "record"),
    WITHDRAWN: (N_("Withdrawn ({number}): {record}."), "record"),
    MARKED: (N_("{competence} get a mark: {flag}."), "competence"),
    MARKED_BY_SEAL: (
        N_("{competence} have to be looked at again: what was assessed has changed since."),
        "competence",
    ),
}
"""What is said once of several: the sentence, and which of its values are many."""

_AT_ONCE = 10
"""More than that in one sentence nobody reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How a change is told: in which language, and with or without names.

    Without names, what people wrote themselves (titles, ids) stays out as well: a name may stand
    in it.
    """

    old: Project
    new: Project
    language: str
    pseudonyms: bool

    def told(self, message: Message) -> str:
        """A message with its records, competences and labels as words."""
        values = {name: self._word(value) for name, value in message.values}
        translated = translations.load(self.language).gettext(message.template)
        return translated.format_map(values)

    def learner(self, id_: str) -> str:
        """How a learner is called."""
        folder = self.new.learners.get(id_) or self.old.learners[id_]
        data = folder.learner.data
        if self.pseudonyms:
            return data.pseudonym
        first = self.new.school.data.first_language
        return data.name.pick(self.language, first) if data.name else data.pseudonym

    def _word(self, value: object) -> str:
        if isinstance(value, Message):
            return self.told(value)
        if isinstance(value, tuple):
            return ", ".join(self._word(one) for one in value)
        if isinstance(value, Enum):
            return labels.label(value, translations.load(self.language).gettext)
        if isinstance(value, Coded):
            return self._code(value)
        if isinstance(value, Named):
            return self._record(value)
        if isinstance(value, Written):
            return self._written(value)
        if self.pseudonyms and isinstance(value, str) and "/" in value and value.startswith("`"):
            return f"`{value.strip('`').partition('/')[0]}`"
        return str(value)

    def _record(self, value: Named) -> str:
        record = value.record
        kind = labels.label(record.kind, translations.load(self.language).gettext)
        if self.pseudonyms:
            date = getattr(record.data, "date", None)
            return f"{kind} ({date})" if date else kind
        if isinstance(record.data, Evidence):
            title = record.data.title.pick(self.language, self.new.school.data.first_language)
            return f"{kind} “{title}”"
        signer = getattr(record.data, "assessor", None) or getattr(record.data, "by", None)
        person = self.new.people.get(signer) or self.old.people.get(signer) if signer else None
        if person is None:
            return f"{kind} “{record.id}”"
        first = self.new.school.data.first_language
        return f"{kind} “{record.id}” ({person.data.name.pick(self.language, first)})"

    def _written(self, value: Written) -> str:
        """Without names, nothing that people wrote themselves."""
        if self.pseudonyms:
            return "…"
        if isinstance(value.text, str):
            return value.text
        return value.text.pick(self.language, self.new.school.data.first_language)

    def _code(self, value: Coded) -> str:
        first = self.new.school.data.first_language
        if value.what == "competence":
            found = self.new.competence(value.code) or self.old.competence(value.code)
            return found.title.pick(self.language, first) if found else value.code
        for level in self.new.school.data.levels:
            if level.code == value.code:
                return level.label.pick(self.language, first)
        return value.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All that a change does."""

    base: str
    head: str
    learners: Mapping[str, Sequence[Line]]
    school: Sequence[Line]
    errors: tuple[int, int]


def as_lines(lines: Sequence[Line], words: Wording) -> list[str]:
    """What a change does to one learner, a sentence each."""
    groups: dict[object, list[Line]] = {}
    for number, line in enumerate(lines):
        alike = line.message.template in _TOGETHER
        groups.setdefault((line.kind, line.message.template) if alike else number, []).append(line)
    short = [group[at : at + _AT_ONCE] for group in groups.values() for at in range(0, len(group), _AT_ONCE)]
    return [_capital(_sentence(group, words)) for group in short]


def _sentence(group: Sequence[Line], words: Wording) -> str:
    """One sentence about one thing, or about several of the same kind."""
    if len(group) == 1:
        return words.told(group[0].message)
    template, name = _TOGETHER[group[0].message.template]
    values = dict(group[0].message.values)
    together = tuple(dict(line.message.values)[name] for line in group)
    if name == "competence":
        together = tuple(say("“{one}”", one=one) for one in together)
    return words.told(say(template, **{**values, name: together, "number": len(group)}))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def as_text(found: Difference, words: Wording) -> str:
    """A block per learner, and one for the school."""
    blocks = [_block(words.learner(one), lines, words) for one, lines in found.learners.items()]
    if found.school:
        blocks.append(_block(words.told(say("The school")), found.school, words))
    return "\n\n".join([*blocks, *_summary(found, words)])


def as_markdown(found: Difference, words: Wording, most: int | None = None) -> str:
    """For a pull request or merge request: what stands out on top, each learner can be opened.

    What would make it longer than ``most`` bytes is left out, and it is said how much that is.
    """
    rows = [f"### {in_markdown(words.told(_TITLE))}", ""]
    rows += [f"**{in_markdown(one)}**" for one in _summary(found, words)]
    blocks = [(words.learner(one), lines) for one, lines in found.learners.items()]
    if found.school:
        blocks.append((words.told(say("The school")), found.school))
    room = None if most is None else most - _bytes(rows) - _TAIL
    left_out = 0
    for name, lines in blocks:
        head = ["", f"<details><summary>{in_html(name)} ({len(lines)})</summary>", ""]
        items = [f"- {in_markdown(one)}" for one in as_lines(lines, words)]
        kept = items if room is None else _fitting(items, room - _bytes(head))
        left_out += len(items) - len(kept)
        if kept:
            block = [*head, *kept, "", "</details>"]
            rows += block
            room = None if room is None else room - _bytes(block)
    if left_out:
        told = say(
            "Left out, because this would grow too long: {count}. “bekwaam diff” tells all.", count=left_out
        )
        rows += ["", in_markdown(words.told(told))]
    return "\n".join(rows)


def _fitting(items: Sequence[str], room: int) -> list[str]:
    kept = []
    for one in items:
        room -= _bytes([one])
        if room < 0:
            break
        kept.append(one)
    return kept


def _bytes(rows: Sequence[str]) -> int:
    return sum(len(one.encode()) + 1 for one in rows)


def as_json(found: Difference, words: Wording) -> str:
    """For programs: a kind, a sentence and, with names, the record of each line."""

    def entry(line: Line) -> dict[str, str | None]:
        record = None if words.pseudonyms else line.record
        return {"kind": line.kind, "text": words.told(line.message), "record": record}

    shown: Callable[[str], str] = words.learner if words.pseudonyms else str
    data = {
        "base": found.base,
        "head": found.head,
        "learners": {shown(one): [entry(line) for line in lines] for one, lines in found.learners.items()},
        "school": [entry(line) for line in found.school],
        "errors": {"before": found.errors[0], "after": found.errors[1]},
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _block(name: str, lines: Sequence[Line], words: Wording) -> str:
    return "\n".join([name, *(f"  - {sentence}" for sentence in as_lines(lines, words))])


def _summary(found: Difference, words: Wording) -> list[str]:
    counted = [line for lines in found.learners.values() for line in lines]

    def count(*kinds: str) -> int:
        return sum(line.kind in kinds for line in counted)

    said = [
        words.told(
            say(
                "Learners touched: {learners}. Statuses that move: {statuses}. Seals that break: {seals}.",
                learners=len(found.learners),
                statuses=count("status"),
                seals=count("seal_breaks"),
            )
        )
    ]
    if found.errors[1]:
        said.append(
            words.told(
                say(
                    "The records then have errors: {after} (now {before}). What is in error is not told"
                    " here; “bekwaam validate” does.",
                    before=found.errors[0],
                    after=found.errors[1],
                )
            )
        )
    return said
