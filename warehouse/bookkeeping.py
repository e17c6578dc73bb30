"""What the published warehouse holds; decides what is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from warehouse.connect import open_reader
from warehouse.statements import read_sql


def known_inputs(link: Path, parser_version: str, schema_version: str) -> frozenset[str]:
    """SHA-256 of all input files that were read with these versions; empty without a warehouse."""
    if not link.exists():
        return frozenset()
    with open_reader(link) as connection:
        if not _is_of_this_version(connection):
            return frozenset()
        rows = connection.execute(
            read_sql("reads", "known_inputs"), [parser_version, schema_version]
        ).fetchall()
    return frozenset(row[0] for row in rows)


def known_runs(link: Path) -> frozenset[str]:
    """Ids of all runs that were published; empty without a warehouse."""
    if not link.exists():
        return frozenset()
    with open_reader(link) as connection:
        rows = connection.execute(read_sql("reads", "known_runs")).fetchall()
    return frozenset(row[0] for row in rows)


def known_batches(generation: Path | None) -> frozenset[str]:
    """Ids of all batches that a generation holds; empty without one."""
    if generation is None:
        return frozenset()
    with open_reader(generation) as connection:
        rows = connection.execute(read_sql("reads", "known_batches")).fetchall()
    return frozenset(row[0] for row in rows)


def withheld_inputs(link: Path, beside: Mapping[str, Sequence[Path]]) -> dict[str, str]:
    """Contents that must not come back by themselves; empty without a warehouse.

    What the current generation holds is not withheld.

    Args:
        link: The link that readers open.
        beside: Parquet files with rows of `retractions` and `rollbacks`, by table, that the
            current generation may lack.

    Returns:
        SHA-256 of the input -> the table that says so: `retractions` before `rollbacks`.
    """
    if not link.exists():
        return {}
    found: dict[str, str] = {}
    with open_reader(link) as connection:
        held = {row[0] for row in connection.execute(read_sql("reads", "held_inputs")).fetchall()}
        for name in ("retractions", "rollbacks"):
            rows = []
            if _is_of_this_version(connection):
                rows = connection.execute(f"SELECT unnest(input_sha256s) FROM {name}").fetchall()
            if files := [str(path) for path in beside.get(name, ())]:
                rows += connection.execute(
                    "SELECT unnest(input_sha256s) FROM read_parquet($1)", [files]
                ).fetchall()
            for (sha256,) in rows:
                if sha256 not in held:
                    found.setdefault(sha256, name)
    return found


def held_inputs(generation: Path) -> frozenset[str]:
    """Contents of all inputs that a generation holds, whichever version read them."""
    with open_reader(generation) as connection:
        rows = connection.execute(read_sql("reads", "held_inputs")).fetchall()
    return frozenset(row[0] for row in rows)


def _is_of_this_version(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether the generation has today's bookkeeping; an older one gets it from the next load."""
    row = connection.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'retractions'"
    ).fetchone()
    return row == (1,)
