"""What one piece of work may take, held by the process that does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bekwaam.diagnostics import Message, say

Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one piece of work may take: seconds by the clock (and of a processor), and bytes of memory."""

    seconds: int
    memory: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TooMuch:
    """A piece of work that was stopped, and why."""

    reason: Message


class _TooLong(BaseException):
    """The time is up. No library that is at work may take this for a failure of its own."""


def within(limits: Limits, work: Callable[[Task], Result], task: Task) -> Result | TooMuch:
    """Do ``work`` here and now; for a process of its own, which ends where a library doesn't return."""
    import resource
    import signal

    def too_long(_signal: int, _frame: object) -> None:
        raise _TooLong

    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, resource.RLIM_INFINITY))
    # The clock's alarm waits for a library to return. The processor's limit does not: it ends the process.
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + limits.seconds + 2
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(limits.seconds)
    try:
        return work(task)
    except _TooLong:
        return TooMuch(reason=say("it took more than {seconds} seconds", seconds=limits.seconds))
    except MemoryError:
        return TooMuch(reason=say("it took more than {memory} MB of memory", memory=limits.memory >> 20))
    except RecursionError:
        return TooMuch(reason=say("its texts have too many lists and quotes inside each other"))
    finally:
        signal.alarm(0)
