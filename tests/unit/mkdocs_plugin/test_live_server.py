"""The live server, asked as a browser asks it."""

from __future__ import annotations

import re
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bekwaam.mkdocs_plugin import plugin
from bekwaam.mkdocs_plugin.asked import Asked
from bekwaam.mkdocs_plugin.building import serve
from bekwaam.mkdocs_plugin.content import Content
from bekwaam.mkdocs_plugin.live_server import LiveServer
from bekwaam.mkdocs_plugin.options import Given
from bekwaam.site.pages import Share

LONG = 120
"""Seconds after which a test gives up."""

EVIDENCE = "learners/anna/evidence/"


class Browser:
    """Asks a server for pages, and waits for what the pages wait for."""

    def __init__(self, address: str) -> None:
        self._address = address

    def open(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"{self._address}{path}", timeout=LONG) as answer:
                return answer.status, answer.read().decode(errors="replace")
        except urllib.error.HTTPError as wrong:
            return wrong.code, wrong.read().decode(errors="replace")

    def after(self, change: Callable[[], object]) -> None:
        """Change something, and wait until the page would load again."""
        _, page = self.open("")
        found = re.search(r"livereload\((\d+),", page)
        assert found is not None
        change()
        assert int(self.open(f"livereload/{found[1]}/1")[1]) > int(found[1])


Serving = Callable[[], Browser]


@pytest.fixture
def serving(school: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serving]:
    """Serves the school as it is when it is called."""
    monkeypatch.chdir(school)
    monkeypatch.setenv("BEKWAAM_LANGUAGE", "en")
    servers: list[LiveServer] = []
    ready = threading.Event()
    threads: list[threading.Thread] = []

    class Known(LiveServer):
        def server_activate(self) -> None:
            super().server_activate()
            servers.append(self)
            ready.set()

    monkeypatch.setattr(plugin, "LiveServer", Known)

    def start() -> Browser:
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            port = one.getsockname()[1]
        address = f"127.0.0.1:{port}"
        work = threading.Thread(
            target=lambda: serve(Asked(given=Given()), school / "mkdocs.yml", address, quiet=False)
        )
        work.start()
        threads.append(work)
        assert ready.wait(LONG)
        return Browser(f"http://{address}/")

    yield start
    for server in servers:
        server.shutdown()
    for thread in threads:
        thread.join(LONG)
        assert not thread.is_alive()


def piece_of(school: Path) -> Path:
    return next((school / "portfolios/learners/anna/evidence").glob("2026-05-20*"))


def retitle(file: Path, title: str) -> None:
    text = file.read_text(encoding="utf-8")
    new = file.with_name(f".{file.name}.swp")
    new.write_text(re.sub(r"(?m)^title:.*$", f"title: {title}", text), encoding="utf-8")
    new.replace(file)


def test_a_save_is_seen_and_only_what_is_looked_at_is_made(
    school: Path, serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    share = Content.share

    def note(content: Content, key: str, *, followed: bool = True) -> Share:
        made.append(key)
        return share(content, key, followed=followed)

    monkeypatch.setattr(Content, "share", note)
    browser = serving()
    piece = piece_of(school)
    page = f"{EVIDENCE}{piece.stem}/"
    assert browser.open("")[0] == 200
    assert made == []
    status, text = browser.open(page)
    assert status == 200
    assert "livereload(" in text
    assert browser.open(page.rstrip("/"))[0] == 200
    browser.after(lambda: retitle(piece, "Entirely new"))
    assert "Entirely new" in browser.open(page)[1]
    assert set(made) == {"anna"}
    assert len(made) == 2
    assert browser.open("learners/nobody/")[0] == 404
    assert browser.open("team/nothing/")[0] == 404
    assert browser.open("nothing.txt")[0] == 404
    assert "Entirely new" in browser.open("search/search_index.json")[1]
    assert len(made) == 2
    other = piece.with_name("2026-05-21-other.yml")
    browser.after(lambda: other.write_bytes(piece.read_bytes()))
    assert browser.open(f"{EVIDENCE}{other.stem}/")[0] == 200
    browser.after(other.unlink)
    assert browser.open(f"{EVIDENCE}{other.stem}/")[0] == 404


def test_a_mistake_leaves_the_last_good_page(
    school: Path, serving: Serving, capfd: pytest.CaptureFixture[str]
) -> None:
    browser = serving()
    piece = piece_of(school)
    page = f"{EVIDENCE}{piece.stem}/"
    before = browser.open(page)
    good = piece.read_text(encoding="utf-8")
    capfd.readouterr()
    told = ""
    piece.write_text("title: [", encoding="utf-8")
    for _ in range(200):
        # What is written while it is taken away is lost: the less often, the better.
        time.sleep(0.3)
        told += capfd.readouterr().err
        if "The pages stay as they were" in told:
            break
    assert str(piece.relative_to(school)) in told
    status, text = browser.open(page)
    assert status == before[0]
    assert text.partition("livereload = ")[0] == before[1].partition("livereload = ")[0]
    browser.after(lambda: piece.write_text(good.replace("title: ", "title: Mended "), encoding="utf-8"))
    assert "Mended" in browser.open(page)[1]


def test_the_sites_own_pages_are_followed_too(school: Path, serving: Serving) -> None:
    browser = serving()
    docs = school / "docs" / "index.md"
    browser.after(lambda: docs.write_text("# Hello again\n", encoding="utf-8"))
    assert "Hello again" in browser.open("")[1]
    config = school / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("South School", "North School")
    browser.after(lambda: config.write_text(text, encoding="utf-8"))
    assert "North School" in browser.open("")[1]
    assert "North School" in browser.open("learners/")[1]


def test_a_page_that_cannot_be_made_says_so(
    serving: Serving, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    browser = serving()
    capfd.readouterr()

    def full(*_: object, **__: object) -> Share:
        raise OSError(28, "no space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Content, "share", full)
        status, text = browser.open("learners/anna/")
    assert status == 500
    assert "no space left on device" in text
    assert "livereload(" in text
    assert "no space left on device" in capfd.readouterr().err
    assert browser.open("learners/anna/")[0] == 200


def test_many_ask_at_once_and_all_get_the_newest(school: Path, serving: Serving) -> None:
    browser = serving()
    piece = piece_of(school)
    paths = [f"{EVIDENCE}{piece.stem}/", "learners/", "team/", "quality/", "search/search_index.json"] * 4
    found: dict[int, tuple[int, str]] = {}
    browser.after(lambda: retitle(piece, "Entirely new"))

    def ask(number: int) -> None:
        found[number] = browser.open(paths[number])

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(len(paths))]
    for one in threads:
        one.start()
    for one in threads:
        one.join(LONG)
    assert [status for status, _ in found.values()] == [200] * len(paths)
    newest = [
        text
        for number, (_, text) in found.items()
        if "evidence" in paths[number] or "search" in paths[number]
    ]
    assert all("Entirely new" in text for text in newest)
