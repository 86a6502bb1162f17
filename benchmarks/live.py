"""Times the live server: from saving a record to the new page in the browser."""

from __future__ import annotations

import os
import re
import signal
import socket  # noqa: TID251 - to ask our own server
import subprocess
import time
import urllib.error
import urllib.request  # noqa: TID251 - to ask our own server
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.process import environment

_MOST = 600
"""Seconds that the first build may take."""
_PATIENCE = 30
"""Seconds in which a server that is interrupted should have ended."""
_TITLE = re.compile(r"^title: .*$", re.MULTILINE)


def seconds_to_new_page(command: Sequence[str], school: Path, log: Path) -> float | None:
    """Serve a school, change the title of a piece of evidence, and wait for it; None where it never comes."""
    file = max((school / "portfolios" / "learners").glob("*/evidence/*.yml"))
    learner, piece = file.parent.parent.name, file.stem
    port = _free_port()
    page = f"http://127.0.0.1:{port}/learners/{learner}/evidence/{piece}/"
    with log.open("wb") as sink:
        server = subprocess.Popen(
            [*command, "--address", f"127.0.0.1:{port}"],
            cwd=school,
            env=environment(),
            stdout=sink,
            stderr=sink,
        )
    try:
        if not _within(_MOST, lambda: bool(_read(page))):
            return None
        text = file.read_text(encoding="utf-8")
        title = f"Helemaal nieuw {os.getpid()}"
        file.write_text(_TITLE.sub(f"title: {title}", text, count=1), encoding="utf-8")
        saved = time.perf_counter()
        there = _within(_MOST, lambda: title in _read(page))
        waited = time.perf_counter() - saved
        file.write_text(text, encoding="utf-8")
        return waited if there else None
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(_PATIENCE)
        except subprocess.TimeoutExpired:  # what a shell starts in the background hears no interrupt
            server.terminate()
            server.wait()


def _within(seconds: float, there: Callable[[], bool]) -> bool:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        if there():
            return True
        time.sleep(0.1)
    return False


def _read(page: str) -> str:
    try:
        with urllib.request.urlopen(page, timeout=_MOST) as answer:  # noqa: S310, TID251 - our own server
            return str(answer.read().decode())
    except (urllib.error.URLError, OSError):
        return ""


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
