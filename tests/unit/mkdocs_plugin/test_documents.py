"""Documents of a site: printed once, and one that fails says whose it is."""

from __future__ import annotations

import datetime as dt
import pickle
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from bekwaam import project
from bekwaam.mkdocs_plugin.asked import Asked
from bekwaam.mkdocs_plugin.content import Content, gather
from bekwaam.mkdocs_plugin.documents import print_all
from bekwaam.mkdocs_plugin.jobs import CannotPrint, job_for
from bekwaam.mkdocs_plugin.options import Options
from bekwaam.model.audience import Audience

DAY = dt.date(2026, 6, 30)


def options(school: Path) -> Options:
    return Options(
        portfolios=school / "portfolios",
        audience=Audience.TEAM,
        learners=(),
        as_of=DAY,
        pdf=True,
        pdf_asked=False,
    )


@pytest.fixture
def content(school: Path) -> Content:
    return gather(project.load(school / "portfolios", DAY), options(school), school / ".cache")


def test_only_what_changed_is_printed_again(content: Content, school: Path) -> None:
    heard: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        heard.append((done, total))

    first = print_all(content, school / ".cache", Asked(progress=progress), whole=True)
    assert [one.uri for one in first] == [
        "learners/anna/competence-description.en.pdf",
        "learners/anna/portfolio.en.pdf",
        "learners/anna/training-plan.en.pdf",
        "learners/anna/assessment-form.en.pdf",
        "quality/checklist.en.pdf",
        "quality/checklist.learner.en.pdf",
        "quality/checklist.mentor.en.pdf",
    ]
    assert heard == [(done, 7) for done in range(8)]
    stamps = {one.path: one.path.stat().st_mtime_ns for one in first if one.path}
    assert len(stamps) == 7

    again = print_all(content, school / ".cache", Asked(progress=progress), whole=True)
    assert again == first
    assert len(heard) == 8
    assert {one.path: one.path.stat().st_mtime_ns for one in again if one.path} == stamps


def test_a_document_that_fails_names_its_learner(content: Content, school: Path) -> None:
    view = content.school.learners["anna"]
    broken = replace(view, documents=view.documents[:1], programme=None)  # type: ignore[arg-type]
    schools = {"en": replace(content.school, learners={"anna": broken})}
    with pytest.raises(CannotPrint) as failure:
        print_all(replace(content, schools=schools), school / ".cache", Asked(), whole=True)
    message = failure.value.args[0].render()
    assert message.startswith("The competence description of Anna Peeters could not be made")
    assert "\n" not in message


def test_a_document_rests_on_nobody_else(school: Path) -> None:
    """Else it would be printed again for somebody else's change, and its job grow with the school."""
    learners = school / "portfolios" / "learners"
    shutil.copytree(learners / "anna", learners / "bram")
    for record in (learners / "bram").rglob("*.yml"):
        record.write_text(record.read_text(encoding="utf-8").replace("Anna", "Bram"), encoding="utf-8")
    content = gather(project.load(school / "portfolios", DAY), options(school), school / ".cache")
    jobs = {
        document.uri: job_for(content, key, document.kind, document.language, school / ".cache")
        for key, document in content.documents()
    }
    assert len(jobs) == 8
    for uri, job in jobs.items():
        sent = pickle.dumps(replace(job, root=Path(), pictures=Path()))
        assert (b"Bram" in sent) == uri.startswith("learners/bram/")
        assert (b"Anna" in sent) == uri.startswith("learners/anna/")
