"""Files made to hurt a YAML reader: each is read by a child process that may take little."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FILES = Path(__file__).parent / "yaml"
MEMORY = 500 * 1024 * 1024
SECONDS = 8

READ = """
import json, sys
from pathlib import Path
from bekwaam.diagnostics import At
from bekwaam.source import discover, locate, read

root = Path(sys.argv[1])
tree, found = discover(root)
result = {"codes": [finding.code for finding in found], "shown": "", "data": None}
for file in tree.records:
    data, text, findings, _ = read(root, file)
    if file.id == "good":
        result["good"] = data
        continue
    result["data"] = data
    result["codes"] += [finding.code for finding in findings]
    result["shown"] += "".join(finding.message.render() + finding.hint.render() for finding in findings)
    result["place"] = repr(locate(text or "", ("a", 0, "b"), At.KEY))
print(json.dumps(result))
"""

TAMED = {
    "bidi.yml": {"E105"},
    "bomb-alias-list.yml": {"E107"},
    "bomb-alias-small.yml": {"E107"},
    "bomb-merge-exponential.yml": {"E107"},
    "cr-only.yml": {"E105"},
    "deep-flow.yml": {"E104"},
    "doc-end-trailing.yml": {"E110"},
    "dup-keys-merge.yml": {"E107"},
    "dup-keys-nested.yml": {"E106"},
    "float-special.yml": {"E111"},
    "huge-int-4000.yml": {"E111"},
    "huge-int.yml": {"E111"},
    "keys-unhashable.yml": {"E109"},
    "multi-doc.yml": {"E110"},
    "nel-ls.yml": {"E105"},
    "nul-escape.yml": {"E105"},
    "nul.yml": {"E105"},
    "python-name.yml": {"E108"},
    "python-object.yml": {"E108"},
    "root-list.yml": {"E112"},
    "root-null.yml": {"E112"},
    "root-scalar.yml": {"E112"},
    "self-reference-list.yml": {"E107"},
    "self-reference.yml": {"E107"},
    "surrogate.yml": {"E105"},
    "tabs.yml": {"E101"},
    "utf16le.yml": {"E102"},
    "value-tag.yml": {"E108"},
}
"""What must be found; every file that is not named here is a record that can be read."""

READ_AS_TYPED: dict[str, dict[str, Any]] = {
    "bom-utf8.yml": {"visibility": "private"},
    "consent-string.yml": {"consent": "false", "visibility": "Public"},
    "equals-scalar.yml": {"x": "="},
    "i18n-ok.yml": {
        "name": "محمد عبد الله",
        "name2": "佐藤花子",
        "name3": "Zoë 🧑\u200d🏫",
        "name4": 'O\'Brien <&> "Q"',
    },
    "keys-norway.yml": {"on": "2024-01-01", "no": 5},
    "norway.yml": {
        "country": "NO",
        "lang": "no",
        "name": "On",
        "flag": "yes",
        "y": "y",
        "null_name": "Null",
        "tilde": "~",
    },
    "sexagesimal.yml": {
        "duration": "12:30:45",
        "time": "1:30",
        "hours": "08:30",
        "port": "22:22",
        "neg": "-1:30",
    },
    "visibility-null.yml": {"id": "ev-1"},
}

ROOM = 255 * 1024

MADE: dict[str, tuple[Callable[[], str], str]] = {
    "block lists in lists": (lambda: "a:\n" + "- " * (ROOM // 2), "E104"),
    "block mappings in mappings": (lambda: "".join(" " * n + "a:\n" for n in range(700)), "E104"),
    "open brackets": (lambda: "a: " + "[" * ROOM, "E104"),
    "open braces": (lambda: "{a: " * (ROOM // 4), "E104"),
    "explicit keys": (lambda: "? " * (ROOM // 2), "E104 E109"),
    "keys in brackets": (lambda: "a: " + "[? " * (ROOM // 3), "E104 E109"),
    "closing brackets": (lambda: "a: " + "]" * ROOM, "E101"),
    "a megabyte": (lambda: "a: " + "x" * 1024 * 1024, "E103"),
    "one long text": (lambda: "a: " + "x" * ROOM, ""),
    "one long line of words": (lambda: "a: " + "x " * (ROOM // 2), ""),
    "one long quoted text": (lambda: 'a: "' + "\\t" * (ROOM // 2 - 9) + '"', ""),
    "many escapes that are not allowed": (lambda: 'a: "' + "\\0" * (ROOM // 2 - 9) + '"', "E105"),
    "many control characters": (lambda: "a: " + "b\x01" * (ROOM // 2), "E105"),
    "nothing but NUL": (lambda: "\0" * ROOM, "E105"),
    "one long comment": (lambda: "a: b #" + "x" * ROOM, ""),
    "empty lines": (lambda: "a: b" + "\n" * ROOM, ""),
    "spaces": (lambda: "a: b" + " " * ROOM, ""),
    "many anchors": (lambda: "".join(f"k{n}: &a{n} v\n" for n in range(15_000)), "E107"),
    "one long anchor": (lambda: "a: &" + "x" * ROOM + " b", "E107"),
    "one long tag": (lambda: "a: !" + "x" * ROOM + " b", "E108"),
    "many tags": (lambda: "a: [" + "!x b," * 40_000 + "]", "E108"),
    "many keys": (lambda: "".join(f"k{n}: v\n" for n in range(20_000)), "E104"),
    "one key many times": (lambda: "key: v\n" * 30_000, "E106"),
    "long keys twice": (lambda: ("k" * 1000 + ": v\n") * 250, "E106"),
    "many values": (lambda: "a: [" + "1," * 100_000 + "]", "E104"),
    "many documents": (lambda: "---\n" * 60_000, "E110"),
    "many directives": (lambda: "%X a\n" * 50_000 + "---\na: b", "E101"),
    "a hexadecimal number": (lambda: "a: 0x" + "f" * 200_000, ""),
    "a sexagesimal number": (lambda: "a: 1" + ":59" * 60_000, ""),
    "a long decimal number": (lambda: "a: 0." + "1" * 200_000, ""),
    "a large exponent": (lambda: "a: 1e" + "9" * 200_000, "E111"),
    "a large whole number": (lambda: "a: " + "9" * 200_000, "E111"),
    "open quotes": (lambda: "a: '" + "''" * (ROOM // 2 - 9), "E101"),
    "open block text": (lambda: "a: |\n" + " \n" * (ROOM // 2 - 9), ""),
    "question marks": (lambda: "a: {" + "?," * (ROOM // 2 - 9), "E109"),
}


def read_in_child(folder: Path, content: bytes) -> dict[str, Any]:
    people = folder / "people"
    people.mkdir()
    (people / "bad.yml").write_bytes(content)
    (people / "good.yml").write_text("name: Jan\n")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    done = subprocess.run(
        [sys.executable, "-c", READ, str(folder)],
        capture_output=True,
        timeout=SECONDS,
        preexec_fn=limit,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    result: dict[str, Any] = json.loads(done.stdout)
    assert result["good"] == {"name": "Jan"}
    assert len(result["shown"]) < 10_000
    assert "\n" not in result["shown"]
    return result


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.iterdir()))
def test_kept_files(name: str, tmp_path: Path) -> None:
    result = read_in_child(tmp_path, (FILES / name).read_bytes())
    assert set(result["codes"]) == TAMED.get(name, set())
    assert (result["data"] is None) == (name in TAMED)
    if name in READ_AS_TYPED:
        assert result["data"] == READ_AS_TYPED[name]


@pytest.mark.parametrize("name", MADE)
def test_made_files(name: str, tmp_path: Path) -> None:
    make, codes = MADE[name]
    result = read_in_child(tmp_path, make().encode())
    assert sorted(set(result["codes"])) == codes.split()


def test_every_expectation_has_its_file() -> None:
    names = {path.name for path in FILES.iterdir()}
    assert TAMED.keys() <= names
    assert READ_AS_TYPED.keys() <= names
