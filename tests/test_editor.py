"""What the editor's own language server makes of our schemas; skipped where it is not installed.

`npm install --global yaml-language-server` brings it. It is the program behind VS Code's YAML extension.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bekwaam.cli.main import main

SERVER = shutil.which("yaml-language-server")
EVIDENCE = "portfolios/learners/heron-12/evidence/2026-01-01-{}.yml"
LINE = "# yaml-language-server: $schema=../../../../schemas/evidence.schema.json\n"

pytestmark = pytest.mark.skipif(SERVER is None, reason="yaml-language-server is not installed")


class Editor:
    """The few requests of the Language Server Protocol that an editor makes while somebody types."""

    def __init__(self, home: Path, schemas: dict[str, object]) -> None:
        assert SERVER is not None
        self.home, self.count = home, 0
        self.settings = {"schemas": schemas, "validate": True, "completion": True, "hover": True}
        self.settings["schemaStore"] = {"enable": False}
        self.server = subprocess.Popen([SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        workspace = {"configuration": True, "workspaceFolders": True}
        self.ask(
            "initialize",
            processId=None,
            rootUri=home.as_uri(),
            workspaceFolders=[{"uri": home.as_uri(), "name": "school"}],
            capabilities={"workspace": workspace, "textDocument": {"completion": {}, "hover": {}}},
        )
        self.send(method="initialized", params={})
        self.send(method="workspace/didChangeConfiguration", params={"settings": {"yaml": self.settings}})

    def send(self, **message: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin is not None
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def receive(self) -> dict[str, Any]:
        assert self.server.stdout is not None
        size = 0
        while (line := self.server.stdout.readline().strip()) or not size:
            if line.lower().startswith(b"content-length:"):
                size = int(line.partition(b":")[2])
        message: dict[str, Any] = json.loads(self.server.stdout.read(size))
        if message.get("method") == "workspace/configuration":
            wanted = message["params"]["items"]
            result = [self.settings if one.get("section") == "yaml" else {} for one in wanted]
            self.send(id=message["id"], result=result)
        return message

    def ask(self, method: str, **parameters: object) -> Any:
        self.count += 1
        self.send(id=self.count, method=method, params=parameters)
        while (message := self.receive()).get("id") != self.count or "method" in message:
            pass
        return message["result"]

    def open(self, path: str, text: str) -> list[str]:
        """Show a file; what is wrong with it."""
        uri = (self.home / path).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.send(method="textDocument/didOpen", params={"textDocument": document})
        while True:
            message = self.receive()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return [one["message"] for one in message["params"]["diagnostics"]]

    def at(self, request: str, path: str, text: str) -> Any:
        """Ask something about the place of the first ``|``."""
        before, _, after = text.partition("|")
        self.open(path, before + after)
        column = len(before) - before.rfind("\n") - 1
        place = {"line": before.count("\n"), "character": column}
        uri = (self.home / path).as_uri()
        return self.ask(f"textDocument/{request}", textDocument={"uri": uri}, position=place)

    def offered(self, path: str, text: str) -> set[str]:
        found = self.at("completion", path, text)
        return {one["label"] for one in (found["items"] if isinstance(found, dict) else found)}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    answers = ("--name", "De Proef", "--responsible", "Els Maes", "--framework", "Bakker")
    assert main(["new", "school", *answers]) == 0
    assert main(["new", "learner", "heron-12"]) == 0
    assert main(["new", "evidence", "heron-12", "--title", "Brood", "--competence", "bakker/first"]) == 0
    return tmp_path


@pytest.fixture(params=["settings", "line"])
def editor(request: pytest.FixtureRequest, home: Path) -> Iterator[tuple[Editor, str]]:
    """An editor that knows the schemas by the workspace's settings, or by the line in each record."""
    settings = json.loads((home / ".vscode/settings.json").read_text(encoding="utf-8"))
    by_settings = request.param == "settings"
    editor = Editor(home, settings["yaml.schemas"] if by_settings else {})
    yield editor, "" if by_settings else LINE
    editor.server.kill()
    editor.server.communicate()


def test_completes_explains_and_checks(editor: tuple[Editor, str], home: Path) -> None:
    open_one, line = editor
    assert {"date", "type", "competences", "media"} <= open_one.offered(
        EVIDENCE.format("a"), f"{line}title: x\n|\n"
    )
    assert {"photo", "witness_statement"} <= open_one.offered(EVIDENCE.format("b"), f"{line}type: |\n")
    inside = f"{line}media:\n  - file: x\n    third_parties: |\n"
    assert {"none", "anonymised"} <= open_one.offered(EVIDENCE.format("c"), inside)
    assert {"by", "date"} <= open_one.offered(EVIDENCE.format("d"), f"{line}verified:\n  |\n")
    hover = open_one.at("hover", EVIDENCE.format("e"), f"{line}ty|pe: photo\n")
    assert "What sort of evidence it is." in hover["contents"]["value"]
    wrong = " ".join(open_one.open(EVIDENCE.format("f"), f"{line}titel: x\ntype: foto\n"))
    assert "titel" in wrong
    assert "Valid values" in wrong
    for record in sorted((home / "portfolios").rglob("*.yml")):
        assert open_one.open(record.relative_to(home).as_posix(), record.read_text(encoding="utf-8")) == []
