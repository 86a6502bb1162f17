"""Ids and pseudonyms that tell nothing about who somebody is."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection

from bekwaam.diagnostics import Message, say

_ANIMALS = {
    "badger": say("badger"),
    "beaver": say("beaver"),
    "curlew": say("curlew"),
    "dolphin": say("dolphin"),
    "falcon": say("falcon"),
    "hare": say("hare"),
    "heron": say("heron"),
    "kestrel": say("kestrel"),
    "kingfisher": say("kingfisher"),
    "lynx": say("lynx"),
    "marten": say("marten"),
    "otter": say("otter"),
    "owl": say("owl"),
    "plover": say("plover"),
    "seal": say("seal (the animal)"),
    "squirrel": say("squirrel"),
    "stork": say("stork"),
    "swallow": say("swallow"),
    "swift": say("swift (the bird)"),
    "wren": say("wren"),
}
_COLOURS = (
    say("Blue {animal}"),
    say("Green {animal}"),
    say("Grey {animal}"),
    say("Red {animal}"),
    say("White {animal}"),
    say("Yellow {animal}"),
)
_NUMBERS = range(10, 100)

Pick = Callable[[list[str]], str]


def propose_id(taken: Collection[str], pick: Pick = secrets.choice) -> str:
    """An animal and a number that no learner has yet."""
    free = [f"{animal}-{number}" for animal in _ANIMALS for number in _NUMBERS]
    used = {one.casefold() for one in taken}
    return pick([one for one in free if one not in used] or [f"learner-{len(used) + 1}"])


def propose_pseudonym(
    taken: Collection[str], own_id: str, told: Callable[[Message], str], pick: Pick = secrets.choice
) -> str:
    """A colour and an animal that nobody has; another animal than in the id, which it must not tell."""
    others = [one for animal, one in _ANIMALS.items() if not own_id.startswith(animal)]
    animals = [told(one).partition(" (")[0] for one in others]
    found = [told(say(colour.template, animal=animal)) for colour in _COLOURS for animal in animals]
    used = {one.casefold() for one in taken}
    return pick([one for one in found if one.casefold() not in used] or [f"{found[0]} {len(used) + 1}"])
