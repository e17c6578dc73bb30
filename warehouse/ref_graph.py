"""Keeps the reference graph of a generation: which cable cites which, in the schema `ref_graph`.

The view `ref_edges` shows it, and the views and macros of references build upon that. It follows
from `cables`, `refs` and `mentions`; a load touches only what hangs off the cables that changed.
"""

from __future__ import annotations

import duckdb

from warehouse.ddl import describe
from warehouse.statements import read_sql


def create_ref_graph(connection: duckdb.DuckDBPyConnection) -> bool:
    """Create the table where it is missing.

    Returns:
        Whether it is new, so that the cables that are there are not in it yet.
    """
    rows = connection.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'ref_graph'"
    ).fetchone()
    connection.execute("CREATE SCHEMA IF NOT EXISTS ref_graph")
    connection.execute(read_sql("ref_graph", "edges"))
    describe(connection, "TABLE", "ref_graph.edges", read_sql("views", "ref_edges"))
    return rows == (0,)


def update_ref_graph(connection: duckdb.DuckDBPyConnection, *, is_new: bool) -> None:
    """Make the graph agree with `cables`, `refs` and `mentions`.

    Args:
        connection: A private generation, with the temporary table `changed_cables` of its load.
        is_new: The graph is empty: take in what all cables cite.
    """
    for step in ("forget_edges", "mark_held"):
        connection.execute(read_sql("ref_graph", step))
    connection.execute(read_sql("ref_graph", "add_edges"), [is_new])
