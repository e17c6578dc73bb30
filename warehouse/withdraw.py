"""Takes inputs out of a generation that is being built: ledger, batches and, with them, cables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from warehouse.connect import open_writer, quote
from warehouse.publish import remove
from warehouse.statements import read_sql


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What a retraction takes out.

    Attributes:
        input_sha256s: Contents of the inputs; every batch that read one of them loses it.
        retracted_at: The moment, UTC, naive.
        retracted_by: Who takes it out.
        reason: Why.
    """

    input_sha256s: tuple[str, ...]
    retracted_at: datetime
    retracted_by: str
    reason: str


def withdraw(connection: duckdb.DuckDBPyConnection, run_id: str, withdrawal: Withdrawal) -> None:
    """Record the retraction and take its inputs out of `sightings`, `inputs` and `batches`.

    The rows of the cables follow from the rule over the sightings that remain.

    Args:
        connection: The file that is being built, with `withdrawn_inputs` filled.
        run_id: The run that retracts.
        withdrawal: What, who and why.
    """
    connection.execute(
        read_sql("load", "record_retraction"),
        [run_id, withdrawal.retracted_at, withdrawal.retracted_by, withdrawal.reason],
    )
    for step in ("withdraw_sightings", "withdraw_inputs", "withdraw_batches"):
        connection.execute(read_sql("load", step))
    connection.execute(read_sql("load", "recount_batches"), [run_id])


def rewrite_without_free_blocks(path: Path) -> None:
    """Write a closed file anew: DuckDB leaves deleted rows readable in its free blocks.

    Args:
        path: A private file; the new one takes its place by one rename.
    """
    fresh = path.with_name(f"{path.name}.fresh")
    remove(fresh)
    with open_writer(path, path.with_name(f"{path.name}.tmp")) as connection:
        row = connection.execute("SELECT current_database()").fetchone()
        assert row is not None  # noqa: S101 - a query without a table has one row
        connection.execute(f"ATTACH {quote(str(fresh))} AS fresh")
        connection.execute(f'COPY FROM DATABASE "{row[0]}" TO fresh')
        connection.execute("DETACH fresh")
    fresh.replace(path)
