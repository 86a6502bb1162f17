"""Every code that a reader may meet has a word."""

import importlib
import pkgutil
from enum import Enum

import pytest

import bekwaam.model
import bekwaam.views
from bekwaam.model.references import Reference
from bekwaam.model.status import Status
from bekwaam.rendering import labels, translations
from bekwaam.views.review import Waiting

# `Waiting` has whole sentences, which stand with its page.
NOT_FOR_READERS = {Reference, Waiting}


def enumerations() -> set[type[Enum]]:
    found = set()
    for package in (bekwaam.model, bekwaam.views):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            members = vars(importlib.import_module(module.name)).values()
            found |= {one for one in members if isinstance(one, type) and issubclass(one, Enum)}
    return found - NOT_FOR_READERS - {Enum}


@pytest.mark.parametrize("kind", sorted(enumerations(), key=str))
def test_every_member_has_a_word(kind: type[Enum]) -> None:
    assert labels.labelled(kind)


def test_a_word_is_translated() -> None:
    assert labels.label(Status.ACHIEVED) == "achieved"
    assert labels.label(Status.ACHIEVED, translations.load("nl").gettext) == "verworven"
