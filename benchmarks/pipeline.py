"""Measures the pipeline on invented dumps against a floor, all in one run on one machine.

    python benchmarks/pipeline.py [CABLES ...]        default: 1000 5000

The floor is what the work costs at least: DuckDB reading the same CSV once, every body split once by
a compiled pattern, and the rows written as zstd Parquet. Machines are noisy, so the ratio to the
floor is the figure to watch; results go to `benchmarks/results/`.
"""

from __future__ import annotations

import json
import platform
import re
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import psutil

from samples.generate import write_sample

ROOT = Path(__file__).parent
SIZES = (1000, 5000)


def main() -> None:
    """Measure every size, print a table, write the results."""
    sizes = tuple(int(word) for word in sys.argv[1:]) or SIZES
    rows = [measure(cables) for cables in sizes]
    print(
        f"{'cables':>8} {'MB':>7} {'floor s':>8} {'run s':>7} {'ratio':>6} {'cables/s':>9} {'MB/s':>6} {'peak MB':>8}"
    )
    for row in rows:
        print(
            f"{row['cables']:>8} {row['megabytes']:>7.1f} {row['floor_seconds']:>8.2f} "
            f"{row['run_seconds']:>7.2f} {row['ratio']:>6.1f} {row['cables_per_second']:>9.0f} "
            f"{row['megabytes_per_second']:>6.1f} {row['peak_megabytes']:>8.0f}"
        )
    target = ROOT / "results" / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(
        json.dumps({"machine": machine(), "commit": commit(), "rows": rows}, indent=1) + "\n"
    )


def measure(cables: int) -> dict[str, Any]:
    """Time the floor and a whole run over an invented dump of that many cables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_sample(folder, cables=cables, formats=["cables_csv"], has_defects=False)
        dump = folder / "dump" / "cables-csv" / "cables.csv"
        size = dump.stat().st_size / 1e6
        floor_seconds = floor(dump, folder / "floor.parquet")
        program = "from cablehouse.cli.main import run; run()"
        words = [sys.executable, "-c", program, "ingest", str(dump), "--home", str(folder / "home")]
        seconds, peak = watch(words)
    return {
        "cables": cables,
        "megabytes": size,
        "floor_seconds": floor_seconds,
        "run_seconds": seconds,
        "ratio": seconds / floor_seconds,
        "cables_per_second": cables / seconds,
        "megabytes_per_second": size / seconds,
        "peak_megabytes": peak,
    }


def floor(dump: Path, target: Path) -> float:
    """Seconds that reading, splitting once and writing take at least."""
    pattern = re.compile(r"^\s*(?:¶\s?)?\d{1,3}\s?[.)]", re.MULTILINE)
    started = time.perf_counter()
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE dump AS SELECT * FROM read_csv(?, header = false, quote = '\"', escape = '\\', "
            "max_line_size = 10000000, all_varchar = true, strict_mode = false)",
            [str(dump)],
        )
        for (body,) in connection.execute("SELECT column7 FROM dump").fetchall():
            pattern.split(body)
        connection.execute(f"COPY dump TO '{target}' (FORMAT parquet, COMPRESSION zstd)")
    return time.perf_counter() - started


def watch(words: list[str]) -> tuple[float, float]:
    """Seconds and peak memory in MB of a process with all its children."""
    started = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    peak = 0.0

    def sample() -> None:
        nonlocal peak
        tree = psutil.Process(process.pid)
        while process.poll() is None:
            try:
                family = [tree, *tree.children(recursive=True)]
                peak = max(peak, sum(one.memory_info().rss for one in family) / 1e6)
            except psutil.Error:
                pass
            time.sleep(0.05)

    watcher = threading.Thread(target=sample)
    watcher.start()
    _, errors = process.communicate()
    watcher.join()
    if process.returncode:
        sys.exit(f"the run failed:\n{errors}")
    return time.perf_counter() - started, peak


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    return {
        "system": platform.system(),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "cores": psutil.cpu_count(),
        "memory_gigabytes": round(psutil.virtual_memory().total / 1e9),
    }


def commit() -> str:
    """The commit that was measured."""
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    return done.stdout.strip()


if __name__ == "__main__":
    main()
