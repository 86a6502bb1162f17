"""What is told of work that took too much; where it runs is up to others."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys, time
from bekwaam.mkdocs_plugin.limits import Limits, within

def nest(depth):
    return nest(depth + 1)

works = {"do": str, "sleep": lambda _: time.sleep(60), "nest": nest, "eat": lambda _: bytearray(4 << 30)}
done = within(Limits(seconds=1, memory=2 << 30), works[sys.argv[1]], 0)
sys.stdout.write(done if isinstance(done, str) else done.reason.render())
"""


def said(what: str) -> str:
    done = subprocess.run([sys.executable, "-c", PROGRAM, what], capture_output=True, text=True, check=True)
    return done.stdout


def test_each_limit_has_its_words() -> None:
    assert said("do") == "0"
    assert said("sleep") == "it took more than 1 seconds"
    assert said("nest") == "its texts have too many lists and quotes inside each other"
    assert said("eat") == "it took more than 2048 MB of memory"
