"""Measures the pipeline on invented dumps against a floor, all on one machine in one run.

    python benchmarks/pipeline.py [--folder DIR] [--workers N] [--airflow] [CABLES ...]

Default: 1000 5000 cables, two workers. For each size: a run into an empty home, stage by stage; the
floor (`floor.py`), with the ratios of the whole run and of the run without its search index; 1,000
cables more; the same dump again; and the query library. `--airflow` adds the same dump through the
DAG. Machines are noisy and shared, so ratios and seconds of CPU are the
figures to watch. Dumps and homes are kept under `--folder` when it is given, and a dump that is there
is taken. Results go to `benchmarks/results/`, with a plot of the ratios over all commits.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import plot
import psutil
from road import INDEX
from watching import Watched, watch

from samples.generate import write_sample

HERE = Path(__file__).parent
ROOT = HERE.parent
MORE = 1000


def main() -> None:
    """Measure every size, print the tables, write the results."""
    words = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    words.add_argument("cables", nargs="*", type=int, default=[1000, 5000])
    words.add_argument("--folder", type=Path)
    words.add_argument("--workers", type=int, default=2)
    words.add_argument("--airflow", action="store_true")
    given = words.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.folder or Path(name)
        rows = [measure(folder, size, given.workers, given.airflow) for size in given.cables]
    print_summary(rows)
    target = HERE / "results" / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}.json"
    target.parent.mkdir(exist_ok=True)
    facts = {"machine": machine(), "commit": commit(), "rows": rows}
    target.write_text(json.dumps(facts, indent=1) + "\n")
    plot.main()


def measure(folder: Path, cables: int, workers: int, has_airflow: bool) -> dict[str, Any]:
    """All figures of one size."""
    dump = make_dump(folder / f"dump-{cables}", cables, 1)
    home = folder / f"home-{cables}"
    shutil.rmtree(home, ignore_errors=True)
    size = dump.stat().st_size / 1e6
    print(f"\n{cables:,} cables, {size:,.1f} MB", flush=True)
    run = follow_road(home, workers, dump)
    print_stages(run, cables, size)
    floor = watch([sys.executable, str(HERE / "floor.py"), str(dump), str(home / "lake")]).lines[-1]
    more = follow_road(home, workers, make_dump(folder / f"dump-{MORE}-more", MORE, 2))
    again = follow_road(home, workers, dump)
    index = sum(one["seconds"] for one in stages_of(run) if one["stage"] == INDEX)
    row = {
        "cables": cables,
        "megabytes": size,
        "floor_seconds": floor["seconds"],
        "floor_cpu_seconds": floor["cpu_seconds"],
        "floor_parts": floor["parts"],
        "run_seconds": run.seconds,
        "run_cpu_seconds": run.cpu_seconds,
        "ratio": run.seconds / floor["seconds"],
        "cpu_ratio": run.cpu_seconds / floor["cpu_seconds"],
        "index_seconds": index,
        "ratio_without_index": (run.seconds - index) / floor["seconds"],
        "cables_per_second": cables / run.seconds,
        "megabytes_per_second": size / run.seconds,
        "peak_megabytes": run.peak_megabytes,
        "stages": stages_of(run),
        "lake_megabytes": folder_size(home / "lake"),
        "warehouse_megabytes": (home / "warehouse" / "cablehouse.duckdb").stat().st_size / 1e6,
        "adding": {"cables": MORE, "seconds": more.seconds, "cpu_seconds": more.cpu_seconds,
                   "peak_megabytes": more.peak_megabytes, "stages": stages_of(more)},
        "nothing_new_seconds": sum(one["seconds"] for one in stages_of(again)[1:]),
        "start_up_seconds": stages_of(again)[0]["seconds"],
        "query_seconds": time_queries(home / "warehouse" / "cablehouse.duckdb"),
    }  # fmt: skip
    if has_airflow:
        through = run_dag(folder / f"airflow-{cables}", dump)
        row["airflow"] = {"seconds": through.seconds, "cpu_seconds": through.cpu_seconds}
    return row


def make_dump(folder: Path, cables: int, seed: int) -> Path:
    """A csv dump of invented cables; one that is there is taken."""
    dump = folder / "dump" / "cables-csv" / "cables.csv"
    if not (folder / "truth").is_dir():
        write_sample(folder, cables=cables, seed=seed, formats=["cables_csv"], has_defects=False)
    return dump


def follow_road(home: Path, workers: int, dump: Path) -> Watched:
    """One run, stage by stage."""
    words = [sys.executable, str(HERE / "road.py"), str(home), str(workers), str(dump)]
    return watch(words)


def run_dag(home: Path, dump: Path) -> Watched:
    """The same dump through the DAG, in one process, as `make run` does."""
    shutil.rmtree(home, ignore_errors=True)
    words = ["-m", "cablehouse.airflow_once", str(ROOT / "dags"), str(dump.resolve())]
    return watch([sys.executable, *words], {**os.environ, "CABLEHOUSE_HOME": str(home)})


def stages_of(run: Watched) -> list[dict[str, Any]]:
    """What each stage took, with the peak of its memory."""
    ended = [line for line in run.lines if isinstance(line, dict) and "seconds" in line]
    return [{**line, "peak_megabytes": run.peaks.get(line["stage"], 0.0)} for line in ended]


def time_queries(warehouse: Path) -> dict[str, float]:
    """Seconds of each question of the query library, the second time it is asked."""
    seconds = {}
    with duckdb.connect(str(warehouse.resolve()), read_only=True) as reader:
        for path in sorted((ROOT / "docs" / "queries").glob("*.sql")):
            for _ in range(2):
                started = time.perf_counter()
                reader.execute(path.read_text("utf-8")).fetchall()
                seconds[path.stem] = time.perf_counter() - started
    return seconds


def folder_size(folder: Path) -> float:
    """Megabytes of the files under a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def print_stages(run: Watched, cables: int, size: float) -> None:
    """The table of one run."""
    print(
        f"{'stage':<24} {'s':>8} {'CPU s':>8} {'cables/s':>9} {'MB/s':>7} {'peak MB':>8} {'wrote MB':>9}"
    )
    whole = {"stage": "all", "seconds": run.seconds, "cpu_seconds": run.cpu_seconds,
             "peak_megabytes": run.peak_megabytes, "written_bytes": 0}  # fmt: skip
    for one in (*stages_of(run), whole):
        seconds = max(one["seconds"], 1e-6)
        print(
            f"{one['stage']:<24} {seconds:>8.2f} {one['cpu_seconds']:>8.2f} {cables / seconds:>9,.0f} "
            f"{size / seconds:>7.1f} {one['peak_megabytes']:>8.0f} {one['written_bytes'] / 1e6:>9.1f}",
            flush=True,
        )


def print_summary(rows: list[dict[str, Any]]) -> None:
    """The table over all sizes."""
    print(
        f"\n{'cables':>8} {'floor s':>8} {'run s':>8} {'ratio':>6} {'CPU':>6} {'no index':>9} {'index s':>8} "
        f"{'peak MB':>8} {'+1,000 s':>9} {'nothing new s':>14} {'slowest query':>24}"
    )
    for row in rows:
        slowest = max(row["query_seconds"].items(), key=lambda item: item[1])
        print(
            f"{row['cables']:>8} {row['floor_seconds']:>8.2f} {row['run_seconds']:>8.2f} "
            f"{row['ratio']:>6.1f} {row['cpu_ratio']:>6.1f} {row['ratio_without_index']:>9.1f} "
            f"{row['index_seconds']:>8.1f} {row['peak_megabytes']:>8.0f} {row['adding']['seconds']:>9.1f} "
            f"{row['nothing_new_seconds']:>14.2f} {slowest[0][:18]:>18} {slowest[1]:>5.2f}"
        )
        if "airflow" in row:
            over = row["airflow"]["seconds"] - row["run_seconds"]
            print(f"{'':>8} through the DAG {row['airflow']['seconds']:.1f} s, {over:+.1f} s")


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    return {
        "system": platform.system(),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "cores": psutil.cpu_count(),
        "memory_gigabytes": round(psutil.virtual_memory().total / 1e9),
        "load": psutil.getloadavg()[0],
    }


def commit() -> str:
    """The commit that was measured."""
    words = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False)
    return done.stdout.strip()


if __name__ == "__main__":
    main()
