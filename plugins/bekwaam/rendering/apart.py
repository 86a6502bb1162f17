"""Opens a file that nobody vouches for in a process of its own, which may take only so much.

A decoder that crashes, hangs or eats memory then costs that file, and not the build.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from importlib import import_module

from bekwaam.diagnostics import say
from bekwaam.rendering.unreadable import UnreadablePictureError

SECONDS = 60
"""By the clock; of a processor it is half of that."""

MEMORY = 2 << 30
"""Bytes."""

TOO_MUCH = say("It took too much time or memory to open this file.")

_WORK = {"heic": "bekwaam.rendering.heic", "pdf": "bekwaam.rendering.documents"}
_FIRST_REFUSAL = 10


class ApartFailed(Exception):  # noqa: N818 - the file is at fault, not the program
    """No result; the argument is the number of the refusal, None where the process had to be stopped."""

    @property
    def refusal(self) -> int | None:
        """Which of the module's refusals."""
        found: int | None = self.args[0]
        return found


def apart(work: str, content: bytes) -> bytes:
    """What a module's `clean` makes of a file, done in another process.

    Args:
        work: a key of the table of modules.
        content: the file.

    Raises:
        ApartFailed: where the module refuses the file, or takes too much over it.
    """
    # Isolated: neither the working folder nor the environment may bring modules of their own.
    command = [sys.executable, "-I", "-m", "bekwaam.rendering.apart", work]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise ApartFailed(None) from None
    if done.returncode == 0:
        return done.stdout
    refusal = done.returncode - _FIRST_REFUSAL
    raise ApartFailed(refusal if refusal >= 0 else None)


def main(work: str) -> int:
    """The other process: standard input to standard output; gives the exit code."""
    import resource

    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS // 2),
        (resource.RLIMIT_CORE, 0),
    ):
        _, highest = resource.getrlimit(kind)
        wanted = most if highest == resource.RLIM_INFINITY else min(most, highest)
        # Not every system has every limit; the clock is watched from outside.
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (wanted, wanted))
    module = import_module(_WORK[work])
    try:
        made = module.clean(sys.stdin.buffer.read())
    except UnreadablePictureError as reason:
        return _FIRST_REFUSAL + int(module.REFUSALS.index(reason.args[0]))
    except MemoryError:
        return 1
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
