"""What the numbers were measured on, in words that tell nothing about whose machine it is."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version

_PACKAGES = ("mkdocs", "mkdocs-material", "zensical", "weasyprint", "check-jsonschema", "pyyaml")

_QUIET = 0.5
"""Processes that wait or run, on average, on a machine that does nothing else."""


def machine() -> str:
    """Processors, memory, and the version of Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    return (
        f"{platform.system()} on {platform.machine()}, {cores} cores, {memory:.0f} GiB of memory, "
        f"Python {platform.python_version()}"
    )


def is_busy() -> bool:
    """Whether others have had a good part of a processor in the last minutes."""
    return max(os.getloadavg()[1:]) > _QUIET


def versions() -> str:
    """The programs that we measured ourselves against."""
    found = []
    for package in _PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return ", ".join(found)
