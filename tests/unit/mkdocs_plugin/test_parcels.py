"""A document that is printed elsewhere: the same, and nothing goes along that its audience may not see."""

from __future__ import annotations

import datetime as dt
import pickle
import pickletools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bekwaam import project
from bekwaam.audience.withheld import shown_strings, withheld
from bekwaam.mkdocs_plugin.content import Content, gather
from bekwaam.mkdocs_plugin.jobs import Job, job_for, render_job
from bekwaam.mkdocs_plugin.needles import Needles, words_of
from bekwaam.mkdocs_plugin.options import Options
from bekwaam.mkdocs_plugin.parcels import OtherProgram, pack, render_parcel, with_paths
from bekwaam.model.audience import Audience
from bekwaam.project import Loaded
from bekwaam.views.learner import DocumentKind

DAY = dt.date(2026, 6, 30)
LEARNERS = ("anna-peeters", "ilyas-bouzid")


@pytest.fixture(scope="module")
def loaded(repository: Path) -> Loaded:
    return project.load(repository / "portfolios", DAY)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def content_for(loaded: Loaded, cache: Path, audience: Audience) -> Content:
    options = Options(
        portfolios=loaded.root, audience=audience, learners=LEARNERS, as_of=DAY, pdf=True, pdf_asked=True
    )
    return gather(loaded, options, cache)


def jobs(content: Content, cache: Path) -> Iterator[Job]:
    for key, document in content.documents():
        yield job_for(content, key, document.kind, document.language, cache / "pictures")


def words_in(thing: object) -> Iterator[str]:
    for _, argument, _ in pickletools.genops(pickle.dumps(thing)):
        if isinstance(argument, str):
            yield argument


@pytest.mark.parametrize("audience", [Audience.HANDOVER, Audience.PUBLIC])
def test_a_parcel_holds_nothing_that_was_withheld(loaded: Loaded, cache: Path, audience: Audience) -> None:
    content = content_for(loaded, cache, audience)
    shown = words_of(" \u0001x\u0001 ".join(shown_strings(content.gated)))
    needles = Needles(list(withheld(loaded.project, content.gated)), set(shown))
    needles.forget(shown)

    def leaks(thing: object) -> bool:
        return any(True for text in words_in(thing) for _ in needles.find(words_of(text)))

    made = [job for job in jobs(content, cache) if job.kind is DocumentKind.PORTFOLIO][:6]
    assert made
    # What stays on this machine knows where the pictures are, and what they are called there.
    assert any(map(leaks, made))
    assert not any(leaks(pack(job)) for job in made)


def test_a_parcel_knows_no_place_on_our_disk(loaded: Loaded, cache: Path) -> None:
    job = next(jobs(content_for(loaded, cache, Audience.TEAM), cache))
    places = {*cache.parts, *loaded.root.parts}
    assert places <= {*words_in(job), "/"}
    assert not places & {*words_in(pack(job))}
    assert b"/media/" not in pickle.dumps(pack(job))


def test_the_same_document_comes_back(loaded: Loaded, cache: Path) -> None:
    content = content_for(loaded, cache, Audience.PUBLIC)
    job = min(
        (one for one in jobs(content, cache) if one.kind is DocumentKind.PORTFOLIO),
        key=lambda one: len(one.evidence),
    )
    parcel = pack(job)
    assert any(name.endswith(".jpg") for name in parcel.files)
    assert render_parcel(pickle.loads(pickle.dumps(parcel))) == render_job(job)


def test_a_picture_that_is_missing_is_told_by_its_own_name(loaded: Loaded, cache: Path) -> None:
    content = content_for(loaded, cache, Audience.TEAM)
    job = next(one for one in jobs(content, cache) if one.learner.photo is not None)
    assert job.learner.photo is not None
    gone = replace(job.learner.photo, source="learners/anna/media/gone.jpg")
    job = replace(job, kind=DocumentKind.PORTFOLIO, learner=replace(job.learner, photo=gone), evidence=())
    document, messages = render_parcel(pack(job))
    assert (document, with_paths(messages, job)) == render_job(job)
    assert "learners/anna/media/gone.jpg" in with_paths(messages, job)[0].render()
    assert "gone" not in messages[0].render()


def test_another_program_prints_nothing(loaded: Loaded, cache: Path) -> None:
    job = next(jobs(content_for(loaded, cache, Audience.PUBLIC), cache))
    with pytest.raises(OtherProgram):
        render_parcel(replace(pack(job), program=b"other"))
