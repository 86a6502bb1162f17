"""What a pipeline installs: this version of bekwaam and all it needs, each by the digest of its file."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import bekwaam

WHEELS = "wheels"
"""Where a school keeps the program itself, for a pipeline that gets it from nowhere else."""

_ROOM = Path(bekwaam.__file__).parent
_NOT_NEEDED = ("hatchling==", "trove-classifiers==", "editables==")


def requirements(heading: str, wheel: Path | None) -> str:
    """A requirements file for pip, whose every line holds one file of one version.

    Where the digest of bekwaam's own file is not known, its line lacks it: pip then refuses, and
    prints the line that it wants.
    """
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest() if wheel else _installed_from()
    own = f"bekwaam=={bekwaam.__version__}" + (f" \\\n    --hash=sha256:{digest}" if digest else "")
    place = f"--find-links {WHEELS}\n" if wheel else ""
    return f"# {heading}\n{place}{own}\n{_lock()}"


def knows_digest(text: str) -> bool:
    """Whether bekwaam's own line in a requirements file has a digest."""
    return f"bekwaam=={bekwaam.__version__} \\" in text


def _lock() -> str:
    """The lock that this version was tested with, without what only building it needs."""
    installed = _ROOM / "requirements.txt"
    file = installed if installed.is_file() else _ROOM.parents[1] / "requirements.txt"
    kept, keep = [], True
    for line in file.read_text(encoding="utf-8").splitlines(keepends=True):
        if not line.startswith((" ", "\t")):
            keep = not line.startswith(_NOT_NEEDED)
        if keep:
            kept.append(line)
    return "".join(kept)


def _installed_from() -> str | None:
    """The digest of the wheel that this program was installed from, where pip noted it."""
    try:
        noted = distribution("bekwaam").read_text("direct_url.json")
    except PackageNotFoundError:
        return None
    hashes = json.loads(noted).get("archive_info", {}).get("hashes", {}) if noted else {}
    found = hashes.get("sha256")
    return found if isinstance(found, str) else None
