"""Runs a program and watches the memory of its whole process tree."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import psutil

PAUSE = 0.2


@dataclass
class Watched:
    """What a program printed and took.

    Attributes:
        lines: Its output, each line as JSON where it is JSON.
        seconds: From start to end.
        cpu_seconds: Of all its processes.
        peak_megabytes: Largest sum of resident memory of its processes at one time.
        peaks: The same by stage, where the program tells its stages.
    """

    lines: list[Any] = field(default_factory=list)
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    peak_megabytes: float = 0.0
    peaks: dict[str, float] = field(default_factory=lambda: defaultdict(float))


def watch(words: list[str], environment: dict[str, str] | None = None) -> Watched:
    """Run a program to its end; a failure ends the benchmark."""
    watched = Watched()
    before = _children_seconds()
    started = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment)
    stages = ["start-up"]
    watcher = threading.Thread(target=_sample, args=(process, watched, stages))
    watcher.start()
    assert process.stdout is not None
    for line in process.stdout:
        facts = _read(line)
        watched.lines.append(facts)
        if isinstance(facts, dict) and "stage" in facts:
            _follow(stages, facts)
    process.wait()
    watcher.join()
    if process.returncode:
        sys.exit(f"{' '.join(words)} ended with {process.returncode}")
    watched.seconds = time.perf_counter() - started
    watched.cpu_seconds = _children_seconds() - before
    return watched


def _follow(stages: list[str], facts: dict[str, Any]) -> None:
    """Keep the stage that the program is in last: stages lie within each other."""
    if "seconds" in facts and len(stages) > 1:
        stages.pop()
    elif "seconds" not in facts:
        stages.append(facts["stage"])


def _sample(process: subprocess.Popen[str], watched: Watched, stages: list[str]) -> None:
    tree = psutil.Process(process.pid)
    while process.poll() is None:
        try:
            family = [tree, *tree.children(recursive=True)]
            now = sum(one.memory_info().rss for one in family) / 1e6
        except psutil.Error:
            now = 0.0
        watched.peak_megabytes = max(watched.peak_megabytes, now)
        watched.peaks[stages[-1]] = max(watched.peaks[stages[-1]], now)
        time.sleep(PAUSE)


def _read(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return line


def _children_seconds() -> float:
    times = psutil.Process().cpu_times()
    return times.children_user + times.children_system
