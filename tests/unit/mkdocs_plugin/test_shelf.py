"""What is kept of a learner's pages, and what of them was read back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bekwaam.mkdocs_plugin import forking, shelf
from bekwaam.mkdocs_plugin.shelf import Shelf
from bekwaam.source import digest_of

_URI, _PAGE = "learners/anna/", b"<p>Anna</p>"
_KEY = f"{_URI}index.html"


def published(folder: Path, site: Path) -> Path:
    """A site with one page that was read back, and is kept."""
    (site / _URI).mkdir(parents=True)
    (site / _KEY).write_bytes(_PAGE)
    first = Shelf(folder)
    first.note("a", _URI, {"files": {"index.html": digest_of(_PAGE)}, "words": "anna"})
    first.read_back("sought")
    first.was_read({_KEY: digest_of(_PAGE)})
    first.keep(site, site.with_name("old"), whole=True)
    return site


def test_pages_that_are_made_again_do_not_count_as_taken(tmp_path: Path) -> None:
    published(tmp_path / "shelf", tmp_path / "site")
    second, site = Shelf(tmp_path / "shelf"), tmp_path / "second"
    assert second.take("a", _URI, site) is not None
    assert second.taken() == {_KEY: digest_of(_PAGE)}
    second.drop(_URI, site)
    assert second.taken() == second.words() == {}
    assert not (site / _URI).exists()


def test_what_was_read_holds_for_what_was_sought_then(tmp_path: Path) -> None:
    published(tmp_path / "shelf", tmp_path / "site")
    second = Shelf(tmp_path / "shelf")
    assert second.read_back("sought") == {_KEY: digest_of(_PAGE)}
    assert second.read_back("something else") == {}


@pytest.mark.parametrize("lost", [False, True])
def test_several_processes_keep_what_one_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, lost: bool
) -> None:
    monkeypatch.setattr(shelf, "LEAST", 2)
    monkeypatch.setattr(shelf, "_TOGETHER", 3)
    monkeypatch.setattr(forking, "processors", lambda: 2)
    site, parent = tmp_path / "site", os.getpid()
    first = Shelf(tmp_path / "shelf")
    learners = [f"learners/learner-{number}/" for number in range(20)]
    for number, uri in enumerate(learners):
        (site / uri).mkdir(parents=True)
        (site / uri / "index.html").write_bytes(uri.encode())
        first.note(str(number), uri, {"files": {"index.html": digest_of(uri.encode())}, "words": ""})
    link = os.link

    def watched(*paths: str) -> None:
        (tmp_path / f"by-{os.getpid()}").touch()
        if lost and os.getpid() != parent:
            os._exit(1)
        link(*paths)

    monkeypatch.setattr(os, "link", watched)
    first.keep(site, tmp_path / "old", whole=True)
    monkeypatch.undo()
    # What a copy that is gone did not do is done here.
    assert (tmp_path / f"by-{parent}").exists() == lost
    assert any(one.name != f"by-{parent}" for one in tmp_path.glob("by-*"))
    second = Shelf(tmp_path / "shelf")
    taken = [
        uri
        for number, uri in enumerate(learners)
        if second.take(str(number), uri, tmp_path / "second") is not None
    ]
    assert taken == learners
    assert all((site / uri / "index.html").is_file() for uri in learners)
    assert not any(one.is_dir() for one in (tmp_path / "shelf").iterdir())
