"""One run of the pipeline, stage by stage, for `pipeline.py`, which watches this process from outside.

    python benchmarks/road.py HOME WORKERS PATH ...

Prints a line of JSON before each stage, and one with what it took behind it: seconds, seconds of CPU
of this process and its finished children, bytes written to disk. The search index is told apart from
the rest of the load.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

STARTED = time.perf_counter()
INDEX = "search index (of load)"


def main() -> None:
    """Follow the road; what is new is published."""
    home, workers, *paths = sys.argv[1:]
    with stage("start-up", STARTED):
        from cablehouse import pipeline
        from cablehouse.engines.local import build_locally
        from cablehouse.logs import set_up_logs
        from cablehouse.settings import Settings
        from cablehouse.workspace import Workspace

        set_up_logs("WARNING")
        settings = Settings(home=Path(home))
    with stage("discover"):
        run_id = pipeline.discover(settings, paths, workers=int(workers)).run_id
    if run_id is None:
        return
    tell_index_apart()
    with Workspace(settings, run_id).alive():
        with stage("plan"):
            pipeline.plan(settings, run_id)
        with stage("read, parse, write"):
            build_locally(settings, run_id, int(workers), None)
        for name in ("validate", "load", "publish"):
            with stage(name):
                getattr(pipeline, name)(settings, run_id)
    with stage("report"):
        pipeline.report(settings, run_id)


def tell_index_apart() -> None:
    """Have the search index measured as a stage within the load."""
    from warehouse import load

    update: Callable[..., Any] = load.update_search_index

    def measured(*words: Any, **named: Any) -> Any:
        with stage(INDEX):
            return update(*words, **named)

    load.update_search_index = measured


@contextmanager
def stage(name: str, started: float | None = None) -> Iterator[None]:
    """Tell that a stage begins, and what it took."""
    say(stage=name)
    clock = time.perf_counter() if started is None else started
    cpu, written = (cpu_seconds(), written_bytes()) if started is None else (0.0, 0)
    yield
    say(
        stage=name,
        seconds=time.perf_counter() - clock,
        cpu_seconds=cpu_seconds() - cpu,
        written_bytes=written_bytes() - written,
    )


def cpu_seconds() -> float:
    """Seconds of CPU of this process and the children it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def written_bytes() -> int:
    """Bytes that this process and its finished children had written to disk; 0 where unknown."""
    try:
        lines = Path("/proc/self/io").read_text().splitlines()
    except OSError:
        return 0
    return int(dict(line.split(": ") for line in lines)["write_bytes"])


def say(**facts: object) -> None:
    """One line of JSON for the process that watches."""
    print(json.dumps(facts), flush=True)


if __name__ == "__main__":
    main()
