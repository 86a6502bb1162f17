"""`python -m benchmarks.bare_yaml FOLDER`: parses every record with libyaml, and does nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml


def main(folder: Path) -> None:
    """Parse all files below ``folder``, one after another."""
    for file in sorted(folder.rglob("*.yml")):
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
