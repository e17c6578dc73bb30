"""The staged tables as views of a scratch file, and what is wrong with which of their rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import duckdb

from expectations.checks import Check
from expectations.results import QualityRow
from transforms.schema.model import lake_tables

MEMORY = "1GB"
"""What the engine may use for checks; beyond that it spills beside the scratch file."""

_EXAMPLES = 20


class Staged:
    """Views over the staged Parquet in a scratch file; use it as a context manager."""

    def __init__(self, folder: Path, scratch: Path) -> None:
        """Name the folder with the batches, and the scratch file."""
        self._folder = folder
        self._scratch = scratch

    def __enter__(self) -> Staged:
        self._scratch.unlink(missing_ok=True)
        with duckdb.connect(str(self._scratch)) as connection:
            self._create_views(connection)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._scratch.unlink(missing_ok=True)

    @contextmanager
    def reader(self) -> Iterator[Explainer]:
        """A connection that explains failed checks."""
        # In memory: DuckDB opens a file once per process, and the judge has the scratch file.
        with duckdb.connect(
            config={"memory_limit": MEMORY, "temp_directory": f"{self._scratch}.tmp"}
        ) as connection:
            self._create_views(connection)
            yield Explainer(connection)

    def _create_views(self, connection: duckdb.DuckDBPyConnection) -> None:
        for table in lake_tables():
            files = sorted(self._folder.glob(f"batch=*/{table.table}/*.parquet"))
            listed = ", ".join("'" + str(path).replace("'", "''") + "'" for path in files)
            connection.execute(
                f"CREATE VIEW {table.table} AS SELECT * FROM read_parquet([{listed}], "
                "hive_partitioning = false)"
            )


class Explainer:
    """Finds the offenders of checks, with their places in the source."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Take a connection to the scratch file."""
        self._connection = connection

    def explain(self, run_id: str, check: Check, is_met: bool) -> QualityRow:
        """The row of `quality` for a check.

        Args:
            run_id: The run.
            check: The check.
            is_met: The verdict; offenders are looked for only when it was not met.
        """
        count = 0 if is_met else self._count(check)
        return QualityRow(
            run_id=run_id,
            table_name=check.table,
            expectation=check.name,
            column_name=check.column,
            level=check.level,
            success=is_met,
            observed=self._measure(check, count),
            unexpected_count=count,
            examples=() if is_met else self._examples(check),
            reason=check.reason,
        )

    def _count(self, check: Check) -> int:
        row = self._connection.execute(f"SELECT count(*) FROM ({check.rows})").fetchone()
        return int(row[0]) if row else 0

    def _measure(self, check: Check, count: int) -> str:
        if check.measure is not None:
            row = self._connection.execute(check.measure).fetchone()
            return str(row[0]) if row else ""
        return "as expected" if count == 0 else f"{count} rows"

    def _examples(self, check: Check) -> tuple[str, ...]:
        rows = self._connection.execute(
            "SELECT o.cable_id, s.source_uri, s.source_member, s.source_record, s.source_line "
            f"FROM ({check.rows}) AS o LEFT JOIN (SELECT DISTINCT ON (sighting_id) * "
            f"FROM sightings) AS s ON o.sighting_id = s.sighting_id LIMIT {_EXAMPLES}"
        ).fetchall()
        return tuple(_place(*row) for row in rows)


def _place(
    cable_id: str | None, uri: str | None, member: str | None, record: int | None, line: int | None
) -> str:
    """`06ASTANA668 in dump.zip!/cables.csv, record 7, line 1204`."""
    name = cable_id or "a record without a cable id"
    if uri is None:
        return name
    where = uri if member is None else f"{uri}!/{member}"
    at = f", record {record}" + ("" if line is None else f", line {line}")
    return f"{name} in {where}{at}"
