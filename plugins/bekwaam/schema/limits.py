"""What is too long, too many, too few, too large or too small."""

from __future__ import annotations

from bekwaam.diagnostics import say
from bekwaam.schema.failure import Failure, Words
from bekwaam.schema.values import shown


def too_many(one: Failure) -> Words:
    """Say how many there are, and how many fit."""
    count, most = len(one.value), one.limit
    if isinstance(one.value, str):
        message = say("This text has {count} characters; at most {most} fit here.", count=count, most=most)
        return "E207", message, say("Make it shorter, or tell a part of it elsewhere.")
    if isinstance(one.value, list):
        message = say("This list has {count} items; at most {most} fit here.", count=count, most=most)
    else:
        message = say("This mapping has {count} keys; at most {most} fit here.", count=count, most=most)
    return "E207", message, say("Keep what matters most, or split the record.")


def too_few(one: Failure) -> Words:
    """Say that something is empty: nothing has to hold more than one."""
    if isinstance(one.value, list):
        return "E207", say("This list is empty."), say("Add at least one item, with `- ` in front.")
    return "E207", say("This mapping is empty."), say("Fill it in, or remove the key.")


def out_of_range(one: Failure) -> Words:
    """Say between which numbers it must lie."""
    value = shown(one.value)
    if one.keyword == "minimum":
        message = say("{value} is too small here.", value=value)
    else:
        message = say("{value} is too large here.", value=value)
    low, high = one.schema.get("minimum"), one.schema.get("maximum")
    if high is None:
        return "E208", message, say("Write a number that is not below {low}.", low=low)
    return "E208", message, say("Write a number from {low} to {high}.", low=low, high=high)
