"""What the published warehouse holds; decides what is new."""

from __future__ import annotations

from pathlib import Path

from warehouse.connect import open_reader
from warehouse.statements import read_sql


def known_inputs(link: Path, parser_version: str, schema_version: str) -> frozenset[str]:
    """SHA-256 of all input files that were read with these versions; empty without a warehouse."""
    if not link.exists():
        return frozenset()
    with open_reader(link) as connection:
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
