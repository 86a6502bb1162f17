"""`python -m benchmarks.schema_check FOLDER COUNT`: check-jsonschema on records, once for each schema."""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from bekwaam import source
from bekwaam.schema.registry import folder as schemas

_AT_ONCE = 5000
"""Files in one command; a system allows only so long a list of arguments."""


def main(folder: Path, most: int) -> None:
    """Check the first so many records, kind by kind: the command takes one schema at a time."""
    tree, _ = source.discover(folder)
    by_kind: dict[str, list[str]] = defaultdict(list)
    for file in tree.records[:most]:
        by_kind[file.kind.value].append(str(folder / file.path))
    command = Path(sys.executable).with_name("check-jsonschema")
    for kind, files in by_kind.items():
        schema = schemas() / f"{kind}.schema.json"
        for first in range(0, len(files), _AT_ONCE):
            some = files[first : first + _AT_ONCE]
            subprocess.run([command, "--schemafile", schema, *some], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
