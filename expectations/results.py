"""What a check found: the rows of `quality`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from transforms.schema.arrow import arrow_schema


@dataclass(frozen=True, slots=True)
class QualityRow:
    """One row of `quality`; see its schema file for the meaning of each field."""

    run_id: str
    table_name: str
    expectation: str
    column_name: str | None
    level: str
    success: bool
    observed: str | None
    unexpected_count: int
    examples: tuple[str, ...]
    reason: str

    def summary(self) -> str:
        """One line for people: what failed, how often, and the first offender."""
        first = f", first: {self.examples[0]}" if self.examples else ""
        return f"{self.table_name}.{self.expectation}: {self.observed or 'failed'}{first}"


def write_quality(rows: Sequence[QualityRow], path: Path) -> None:
    """Write the rows as Parquet, as the schema of `quality` says."""
    table = pa.Table.from_pylist([asdict(row) for row in rows], schema=arrow_schema("quality"))
    pq.write_table(table, path, compression="zstd")


def read_quality(path: Path) -> list[QualityRow]:
    """Read what `write_quality` wrote."""
    rows = pq.read_table(path).to_pylist()
    return [QualityRow(**{**row, "examples": tuple(row["examples"])}) for row in rows]
