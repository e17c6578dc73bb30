"""What the work costs at least, for `pipeline.py`: the floor under a run.

    python benchmarks/floor.py DUMP.csv LAKE

DuckDB scans the csv once, one compiled pattern splits every body once, the Parquet of the lake is
written once more with zstd, and its rows are loaded into a DuckDB file. Prints one line of JSON.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import tempfile
import time
from pathlib import Path

import duckdb

PATTERN = re.compile(r"^\s*(?:¶\s?)?\d{1,3}\s?[.)]", re.MULTILINE)
READ = (
    "read_csv($1, header = false, quote = '\"', escape = '\\', max_line_size = 20000000, "
    "all_varchar = true, strict_mode = false)"
)
ROWS = 500


def main() -> None:
    """Do the least, and print what it took."""
    dump, lake = sys.argv[1:]
    parts: dict[str, float] = {}
    started = time.perf_counter()
    with (
        tempfile.TemporaryDirectory(dir=Path(lake).parent) as folder,
        duckdb.connect(f"{folder}/floor.duckdb") as connection,
    ):
        connection.execute("SET memory_limit = '1GB'")
        split_bodies(connection, dump)
        parts["scan and split"] = time.perf_counter() - started
        for table in sorted(Path(lake).iterdir()):
            rows = f"read_parquet('{table}/*/*.parquet', hive_partitioning = false)"
            target = f"{folder}/{table.name}.parquet"
            connection.execute(f"COPY (FROM {rows}) TO '{target}' (COMPRESSION zstd)")
        parts["write"] = time.perf_counter() - started - sum(parts.values())
        for table in sorted(Path(lake).iterdir()):
            rows = f"read_parquet('{folder}/{table.name}.parquet')"
            connection.execute(f"CREATE TABLE {table.name} AS FROM {rows}")
        connection.execute("CHECKPOINT")
    parts["load"] = time.perf_counter() - started - sum(parts.values())
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(
        json.dumps(
            {
                "seconds": time.perf_counter() - started,
                "cpu_seconds": used.ru_utime + used.ru_stime,
                "parts": parts,
            }
        )
    )


def split_bodies(connection: duckdb.DuckDBPyConnection, dump: str) -> None:
    """Scan the csv and split every body."""
    bodies = connection.execute(f"SELECT column7 FROM {READ}", [dump])
    while rows := bodies.fetchmany(ROWS):
        for (body,) in rows:
            PATTERN.split(body)


if __name__ == "__main__":
    main()
