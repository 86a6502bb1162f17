"""Texts that want a certain form: ids, references, dates, addresses."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from bekwaam.diagnostics import Message, say
from bekwaam.diagnostics.message import N_
from bekwaam.schema import corrections
from bekwaam.schema.failure import Failure, Words
from bekwaam.schema.registry import PART
from bekwaam.schema.values import shown

Correct = Callable[[str], str]

_LONGEST_MEANT = 100


class Form(NamedTuple):
    """What to say about a text that does not have this form, and what was perhaps meant."""

    message: str
    hint: str
    correct: Correct = str


SEAL_HINT = N_("Do not write seals by hand: let `bekwaam seal` do it.")

FORMS: Mapping[str, Form] = {
    "language": Form(
        N_("`{value}` is not the code of a language."),
        N_("Write two or three small letters, such as `nl` or `en`."),
        str.lower,
    ),
    "id": Form(
        N_("`{value}` cannot be an id or a code."),
        N_("Use letters without accents, digits, `-`, `_` and `.`, such as `jan-de-smet`."),
        corrections.identifier,
    ),
    "competence_ref": Form(
        N_("`{value}` does not name a competence."),
        N_("Write the framework, a slash and the code: `bakery/dough`."),
        corrections.two_parts,
    ),
    "criterion_ref": Form(
        N_("`{value}` does not name a criterion."),
        N_("Write the framework, the competence and the criterion: `bakery/dough/temperature`."),
    ),
    "workplace_ref": Form(
        N_("`{value}` does not name a workplace."),
        N_("Write the organisation, a slash and the workplace: `bakkerij-de-gist/bakkerij`."),
        corrections.two_parts,
    ),
    "uri": Form(
        N_("`{value}` is not a web address."),
        N_("Start it with `https://`, and leave out spaces."),
        corrections.web_address,
    ),
    "email": Form(
        N_("`{value}` is not an e-mail address."),
        N_("Write one plain address, such as `jan@bakkerij.example`."),
        corrections.email,
    ),
    "phone": Form(
        N_("`{value}` is not a phone number."),
        N_("Use digits, spaces and `+`, such as `+32 9 000 00 00`."),
    ),
    "colour": Form(
        N_("`{value}` is not a colour."),
        N_('Write `#` and six digits or letters from a to f, in quotes: `"#9a4a1f"`.'),
        corrections.colour,
    ),
    "file": Form(
        N_("`{value}` is not the way to a file beside this record."),
        N_("Write it from the record's own folder, such as `../media/trap.webp`."),
        corrections.file,
    ),
    "signing_key": Form(
        N_("This is not an SSH public key."),
        N_("Copy the one line of the file that ends in `.pub`; it starts with `ssh-ed25519` or alike."),
    ),
    "digest": Form(
        N_("`{value}` is not a digest."),
        SEAL_HINT,
    ),
    "signature": Form(
        N_("This is not an SSH signature."),
        SEAL_HINT,
    ),
    "point": Form(
        N_("`{value}` is not the number of a point."),
        N_("Write two digits, such as `09` or `43`."),
        corrections.point,
    ),
    "own_point_code": Form(
        N_("`{value}` cannot be the number of a point of your own."),
        N_('The guide has 57 points; write a number from 58 to 99, in quotes: `"58"`.'),
    ),
    "origin": Form(
        N_("`{value}` does not say where the action comes from."),
        N_('Write a point in two digits, such as `"43"`, or a record such as `anna/contacts/2026-03-05`.'),
        corrections.point,
    ),
}
"""By the name of the part in ``common.schema.json`` whose pattern was not met."""

NOT_BLANK = r"\S"
"""The pattern of texts that may say anything but nothing."""


def explain(one: Failure) -> Words:
    """Say which form is wanted, with an example or with what was perhaps meant."""
    value = str(one.value)
    if one.limit == NOT_BLANK:
        return "E207", say("This text is empty."), say("Fill it in, or remove the key.")
    form = FORMS.get(one.schema.get(PART))
    if form is None:
        return other(value)
    message = Message(form.message, (("value", shown(value)),))
    meant = form.correct(value)
    if meant != value and len(meant) <= _LONGEST_MEANT and re.search(one.limit, meant):
        return "E206", message, say("Did you mean `{meant}`?", meant=meant)
    return "E206", message, Message(form.hint)


def other(value: object) -> Words:
    """What can still be said where nothing is known about the form that is wanted."""
    message = say("`{value}` does not have the right form.", value=shown(value))
    return "E206", message, say("Compare it with the reference of this kind of record.")


def not_a_date(value: object) -> Words:
    """Say how dates are written, or that there is no such day."""
    text = str(value)
    impossible = corrections.DATE.match(text)
    if impossible:
        return "E205", say("The day `{value}` does not exist.", value=text), _calendar_hint(impossible)
    message = say("`{value}` is not a date as it is written here.", value=shown(value))
    meant = corrections.date(text)
    if meant is not None:
        return "E205", message, say("Did you mean `{meant}`? Write year, month and day.", meant=meant)
    return "E205", message, say("Write year, month and day, such as `2026-03-05`.")


def _calendar_hint(parts: re.Match[str]) -> Message:
    year, month = int(parts[1]), int(parts[2])
    if not 1 <= month <= 12:
        return say("Write year, month and day; the month is a number from 01 to 12.")
    if year == 0:
        return say("Write year, month and day, such as `2026-03-05`.")
    days = calendar.monthrange(year, month)[1]
    return say("That month has {days} days.", days=days)
