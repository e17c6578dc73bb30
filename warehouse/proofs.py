"""Proofs that a file is sound: every one is a query that finds the rows that break it."""

from __future__ import annotations

import duckdb

from transforms.schema.model import tables
from warehouse.ddl import VIEWS
from warehouse.errors import LoadCheckFailed
from warehouse.statements import names_in, read_sql

_EXAMPLES = 5


def prove(connection: duckdb.DuckDBPyConnection) -> None:
    """Prove that keys are unique, children have their cables, and the ledger adds up.

    Raises:
        LoadCheckFailed: With the first rows that break a proof.
    """
    for table in tables().values():
        keys = ", ".join(table.key)
        must_be_empty(
            connection,
            f"{table.table}: key {keys} is unique",
            f"SELECT {keys}, count(*) FROM {table.table} GROUP BY {keys} HAVING count(*) > 1",
        )
        if table.parent is not None:
            must_be_empty(
                connection,
                f"{table.table}: every row has its cable",
                f"SELECT DISTINCT cable_id, sighting_id FROM {table.table} AS child "
                f"ANTI JOIN {table.parent} USING (cable_id, sighting_id)",
            )
    for name in names_in("checks"):
        must_be_empty(connection, name, read_sql("checks", name))


def count_rows(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Rows of every table and view, by name."""
    counts: dict[str, int] = {}
    for name in (*tables(), *VIEWS):
        row = connection.execute(f"SELECT count(*) FROM {name}").fetchone()
        counts[name] = int(row[0]) if row else 0
    return counts


def must_be_empty(connection: duckdb.DuckDBPyConnection, check: str, sql: str) -> None:
    """Prove by a query that finds the rows that break it.

    Raises:
        LoadCheckFailed: With the first of those rows.
    """
    rows = connection.execute(sql).fetchmany(1000)
    if rows:
        examples = tuple(", ".join(map(str, row)) for row in rows[:_EXAMPLES])
        raise LoadCheckFailed(check, len(rows), examples)
