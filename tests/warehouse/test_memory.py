"""What is freed is given back, also when small things lie between."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCATTER = """
from pathlib import Path
from warehouse.memory import give_large_blocks_back

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

{call}
bytes(b"x") * 30_000_000  # freed at once, after which glibc takes less for large
small = []
large = []
for _ in range(10):
    large.append(b"x" * 20_000_000)
    small.append(b"x" * 100_000)
before = resident()
large.clear()
print(before - resident())
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no /proc to ask")
def test_large_blocks_between_small_ones_are_given_back() -> None:
    freed = _run("give_large_blocks_back()")
    assert freed == pytest.approx(200, abs=4)
    assert _run("") < freed


GAPS = """
from pathlib import Path
from warehouse.memory import give_freed_back

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

gaps = [b"x" * 100_000 for _ in range(2000)]
stay = gaps[::10]
before = resident()
gaps.clear()
{call}
print(before - resident())
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no /proc to ask")
def test_gaps_between_what_stays_are_given_back() -> None:
    freed = _run("give_freed_back()", GAPS)
    assert freed == pytest.approx(180, abs=10)
    assert _run("", GAPS) < freed / 2


def _run(call: str, script: str = SCATTER) -> float:
    words = [sys.executable, "-c", script.format(call=call)]
    return float(subprocess.run(words, capture_output=True, text=True, check=True).stdout)
