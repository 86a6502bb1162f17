"""The example school: no error, exactly the warnings that are meant, and every situation in it."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from bekwaam import project
from bekwaam.audience import restrict
from bekwaam.model.agreement import LearningForm
from bekwaam.model.audience import Audience
from bekwaam.model.evidence import EvidenceType, Visibility
from bekwaam.model.follow_up import ContactKind, NextStepType
from bekwaam.model.learner import ConsentScope, GivenBy, LearnerStatus
from bekwaam.model.status import Flag, Status

DAY = dt.date(2026, 6, 30)


@pytest.fixture(scope="module")
def loaded() -> project.Loaded:
    return project.load(Path(__file__).parent.parent / "portfolios", DAY)


def test_no_error_and_exactly_these_warnings(
    loaded: project.Loaded, golden: Callable[[str, str], None]
) -> None:
    assert loaded.errors == 0
    lines = [
        f"{one.path}:{one.location.line if one.location else 0} {one.code}" for one in loaded.diagnostics
    ]
    golden("example/warnings.txt", "\n".join(lines) + "\n")


def test_statuses_are_as_counted_by_hand(loaded: project.Loaded) -> None:
    by_hand = Path(__file__).parent / "golden" / "example" / "statuses-by-hand.json"
    expected = json.loads(by_hand.read_text(encoding="utf-8"))
    found = {
        learner: {one: status.status.value for one, status in statuses.items()}
        for learner, statuses in loaded.statuses.items()
    }
    assert found == expected


def test_every_status_occurs_twice(loaded: project.Loaded) -> None:
    every = [one for found in loaded.statuses.values() for one in found.values()]
    counted = Counter(one.status for one in every)
    assert all(counted[status] >= 2 for status in Status)
    flags = Counter(flag for one in every for flag in one.flags)
    assert all(flags[flag] >= 1 for flag in Flag)


def test_enough_of_everything(loaded: project.Loaded) -> None:
    school = loaded.project
    assert len(school.frameworks) >= 3
    assert all(len(one.data.competences) >= 6 for one in school.frameworks.values())
    assert all(
        any(criterion.critical for each in one.data.competences for criterion in each.criteria)
        for one in school.frameworks.values()
    )
    assert sum(len(one.data.workplaces) for one in school.organisations.values()) >= 4
    assert len(school.people) >= 8
    assert len(school.learners) >= 10
    assert len(school.self_evaluations) >= 1
    assert len(school.actions) >= 1


def test_every_situation_occurs(loaded: project.Loaded) -> None:
    folders = list(loaded.project.learners.values())
    evidence = [one.data for folder in folders for one in folder.evidence.values()]
    assert len(evidence) >= 80
    assert {one.type for one in evidence} == set(EvidenceType)
    assert {one.visibility for one in evidence} == set(Visibility)
    learners = [folder.learner.data for folder in folders]
    assert {one.status for one in learners} == set(LearnerStatus)
    consents = [consent for one in learners for consent in one.consents]
    assert {one.scope for one in consents} == set(ConsentScope)
    assert {one.given_by for one in consents} == set(GivenBy)
    assert any(one.withdrawn for one in consents)
    assert any(not one.consents for one in learners)
    agreements = [one.data for folder in folders for one in folder.agreements.values()]
    assert len({one.form for one in agreements}) >= len(LearningForm) - 1
    contacts = [one.data for folder in folders for one in folder.contacts.values()]
    assert {one.kind for one in contacts} >= set(ContactKind) - {ContactKind.TRAINING}
    assert {folder.next_step.data.type for folder in folders if folder.next_step} == set(NextStepType)


def test_audiences_grow_narrower(loaded: project.Loaded) -> None:
    shown = {
        audience: len(restrict(loaded.project, loaded.statuses, audience, DAY).shown) for audience in Audience
    }
    assert shown[Audience.TEAM] > shown[Audience.HANDOVER] > shown[Audience.PUBLIC] > 0


def test_pictures_have_a_text_and_no_metadata(loaded: project.Loaded) -> None:
    from PIL import Image

    for file in loaded.project.media.values():
        if Path(file.path).suffix not in (".webp", ".jpg", ".png"):
            continue
        with Image.open(loaded.root / file.path) as picture:
            assert not picture.getexif()
            assert not {"exif", "xmp", "comment", "icc_profile"} & set(picture.info)
