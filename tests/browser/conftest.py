"""A browser that looks at our pages from this machine only, and minds every complaint it makes."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from tests.conftest import IN_CI, BuildSite

Serve = Callable[[Path], str]
NewPage = Callable[..., Page]

# Chromium asks its maker for updates and the like, which a test should not.
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

TELL_VIOLATIONS = """
addEventListener("securitypolicyviolation", event =>
  console.error(`content security policy: ${event.violatedDirective} blocked ${event.blockedURI}`));
"""


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Chromium on this machine; the environment's CHROMIUM goes first."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    for name in filter(None, names):
        if found := shutil.which(name):
            return Path(found)
    if IN_CI:
        pytest.fail("there is no Chromium on this machine; .ci/bootstrap test should have installed it")
    pytest.skip("there is no Chromium on this machine; `make test` installs it")


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """One browser for all tests; each test gets a fresh context in it."""
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(executable_path=chromium, headless=True, args=QUIET + as_root)
        yield instance
        instance.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing: pytest's output is for the tests."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serves a folder on a free port of this machine and returns its address: `serve(folder)`."""
    servers: dict[Path, ThreadingHTTPServer] = {}

    def start(folder: Path) -> str:
        if folder not in servers:
            server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
            server.daemon_threads = True
            Thread(target=server.serve_forever, daemon=True).start()
            servers[folder] = server
        return f"http://127.0.0.1:{servers[folder].server_port}/"

    yield start
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def team_site(build_site: BuildSite, serve: Serve) -> str:
    """The address of the example school's site as the team sees it."""
    return serve(build_site("team"))


@pytest.fixture(scope="session")
def public_site(build_site: BuildSite, serve: Serve) -> str:
    """The address of the example school's site as the public sees it."""
    return serve(build_site("public"))


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of; a test that expects a complaint takes it out of this list."""
    return []


@pytest.fixture
def new_page(browser: Browser, complaints: list[str]) -> Iterator[NewPage]:
    """Opens pages: `new_page(width=390, java_script_enabled=False)`; the options are Playwright's.

    At the end the test fails when a page asked another machine for something, logged an error, broke
    its content security policy or ended in an exception.
    """
    contexts: list[BrowserContext] = []

    def mind(request: Request) -> None:
        # It does not get there: the browser knows no other host. Routes would stop them as well, and
        # with them nothing is kept from one page to the next.
        if _is_elsewhere(request.url):
            complaints.append(f"request to another host: {request.url}")

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(f"console: {message.text} ({message.location.get('url', '')})")

    def open_page(*, width: int = 1280, height: int = 900, **options: Any) -> Page:
        usual = {"locale": "nl-BE", "timezone_id": "Europe/Brussels"}
        context = browser.new_context(**{"viewport": {"width": width, "height": height}, **usual, **options})
        # Two of these share two processors with a whole build: what is slow is not what is wrong.
        context.set_default_timeout(45_000)
        context.on("request", mind)
        context.add_init_script(TELL_VIOLATIONS)
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: complaints.append(f"exception: {error}"))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page as wide as on a small laptop."""
    return new_page()


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    """A page as wide as on a phone, touched by a finger."""
    return new_page(width=390, height=844, has_touch=True, is_mobile=True, device_scale_factor=2)


def _is_elsewhere(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss", "ftp") and parts.hostname != "127.0.0.1"
