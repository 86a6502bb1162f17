"""HTML that must not reach the printer from data; if it did, it would still load nothing."""

from __future__ import annotations

import io
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from bekwaam.pdf.assets import AssetFetcher
from bekwaam.pdf.press import Theme, press

CASES = sorted((Path(__file__).parent / "html").glob("*.html"))
SECRET = "CANARY-SECRET-9431"


class Listener:
    """A port on this machine that notes whether anybody comes."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self.visits = 0
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        while True:
            try:
                visitor, _ = self._socket.accept()
            except OSError:
                return
            self.visits += 1
            visitor.close()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(timeout=5)


@pytest.fixture
def listener() -> Iterator[Listener]:
    one = Listener()
    yield one
    one.close()


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    other = tmp_path / "otherlearner"
    other.mkdir()
    Image.new("RGB", (31, 37), "#123456").save(other / "face.png")
    (other / "x.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg"><text id="a">{SECRET}</text></svg>', encoding="utf-8"
    )
    return tmp_path


def test_there_are_cases() -> None:
    assert len(CASES) >= 24


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_nothing_is_loaded(
    case: Path, listener: Listener, canary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(canary)
    attack = case.read_text(encoding="utf-8")
    attack = attack.replace("/CANARY/", f"{canary}/").replace("PORT", str(listener.port))
    page = f'<html lang="en"><head><title>T</title></head><body><p>before</p>{attack}</body></html>'

    pdf, _, _ = press(
        page, sheets=("print.css",), themes=(Theme(css="", at_most=None),), fetcher=AssetFetcher()
    )

    reader = PdfReader(io.BytesIO(pdf))
    text = "".join(one.extract_text() for one in reader.pages)
    assert listener.visits == 0
    assert "before" in text
    assert SECRET not in text
    assert "JSRAN" not in text
    assert not list(reader.attachments)
    assert not [image for one in reader.pages for image in one.images]
    plain = b"".join(
        repr(reader.get_object(number)).encode() for number in range(1, len(reader.xref_objStm) + 1)
    )
    for trace in (SECRET.encode(), b"EmbeddedFile", b"javascript:", b"file:", b"Amina", b"medical", b"PRIV"):
        assert trace not in plain + pdf
