"""The only place that opens DuckDB files: read-only for readers, one writer for what is built."""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.errors import NoWarehouse, WarehouseLocked

_MOST_THREADS = 4
"""Threads of a writer at most: each needs memory of its own, and a load writes one file."""

_THREAD_MEGABYTES = 250
"""What the engine may use for each thread; the process needs half as much again."""


def open_reader(link: Path) -> duckdb.DuckDBPyConnection:
    """Open the published warehouse read-only.

    The connection stays with the generation that was current when it was opened, whatever is
    published later.

    Args:
        link: `warehouse/cablehouse.duckdb`.

    Raises:
        NoWarehouse: Nothing was published yet.
        WarehouseLocked: Some program has it open for writing.
    """
    if not link.exists():
        raise NoWarehouse(str(link))
    path = str(link.resolve())
    try:
        connection = duckdb.connect(path, read_only=True)
    except duckdb.IOException as error:
        if "Could not set lock" not in str(error):
            raise
        raise WarehouseLocked(path, str(error)) from error
    connection.execute("SET TimeZone = 'UTC'")
    return connection


def open_writer(path: Path, temp_directory: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Open a private file for writing, with bounded memory.

    Args:
        path: A file that nobody else has open; made when it is not there.
        temp_directory: Where to spill; beside the file by default.
    """
    connection = duckdb.connect(str(path))
    connection.execute("SET TimeZone = 'UTC'")
    bound_memory(connection, _THREAD_MEGABYTES)
    # What it frees in one go, as when its memory is bounded anew, goes back to the machine.
    connection.execute("SET allocator_bulk_deallocation_flush_threshold = '64MB'")
    if temp_directory is not None:
        connection.execute(f"SET temp_directory = {quote(str(temp_directory))}")
    return connection


def bound_memory(connection: duckdb.DuckDBPyConnection, thread_megabytes: int) -> None:
    """Bound what the engine may take before it spills to disk.

    Args:
        connection: A writer, or any connection whose work is to stay small.
        thread_megabytes: For each of its threads, of which it keeps four at most.
    """
    row = connection.execute("SELECT current_setting('threads')").fetchone()
    threads = min(int(row[0]) if row else 1, _MOST_THREADS)
    connection.execute(f"SET threads = {threads}")
    # One thread alone still merges what it spilled from several places.
    connection.execute(f"SET memory_limit = '{max(threads, 2) * thread_megabytes}MB'")


def open_scratch() -> duckdb.DuckDBPyConnection:
    """A database in memory, for asking the engine about SQL and not about data."""
    return duckdb.connect()


def quote(text: str) -> str:
    """A text as an SQL literal, for the few places that take no parameter."""
    return "'" + text.replace("'", "''") + "'"
