"""The only place that opens DuckDB files: read-only for readers, one writer for what is built."""

from __future__ import annotations

from pathlib import Path

import duckdb

from warehouse.errors import NoWarehouse, WarehouseLocked

_WRITER_MEMORY = "1GB"
"""What the engine may use; the process needs half as much again."""


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
    connection.execute(f"SET memory_limit = '{_WRITER_MEMORY}'")
    if temp_directory is not None:
        connection.execute(f"SET temp_directory = {quote(str(temp_directory))}")
    return connection


def open_scratch() -> duckdb.DuckDBPyConnection:
    """A database in memory, for asking the engine about SQL and not about data."""
    return duckdb.connect()


def quote(text: str) -> str:
    """A text as an SQL literal, for the few places that take no parameter."""
    return "'" + text.replace("'", "''") + "'"
