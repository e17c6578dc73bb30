"""Modules that are imported in name only; in processes of their own, which imported nothing yet."""

from __future__ import annotations

import subprocess
import sys

from expectations.deferred import deferred


def run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_deferred_module_runs_when_it_is_used() -> None:
    assert run(
        "import sys\n"
        "from expectations.deferred import deferred\n"
        "with deferred('statistics'):\n"
        "    import statistics\n"
        "print('fractions' in sys.modules, statistics.mean([1, 3]), 'fractions' in sys.modules)"
    ) == ("False 2 True")


def test_great_expectations_starts_without_what_we_do_not_use() -> None:
    assert (
        run(
            "import sys\n"
            "from expectations.deferred import deferred\n"
            "with deferred('altair', 'scipy.stats'):\n"
            "    import great_expectations\n"
            "print('scipy.stats._stats_py' in sys.modules, 'altair.vegalite' in sys.modules)"
        )
        == "False False"
    )


def test_nothing_is_deferred_behind_it() -> None:
    before = list(sys.meta_path)
    with deferred("statistics"):
        assert sys.meta_path[1:] == before
    assert sys.meta_path == before
