"""What a check is: a Great Expectations type for the verdict, and SQL for the offenders.

`rows` finds the rows that break the check, with `sighting_id` to lead to their source. Great
Expectations decides; the SQL explains, since its lists of offenders are cut and differ per type.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Level = Literal["stop", "warn"]


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation.

    Attributes:
        table: Table that is checked.
        name: Unique within the table.
        level: Whether a failure stops the run.
        reason: Why the check exists, and what to do when it fails.
        type: Name of the Great Expectations class; `UnexpectedRowsExpectation` runs `rows`.
        arguments: Its arguments.
        column: Column that is checked; None for whole rows.
        rows: SELECT of offending rows; its first columns are `cable_id` and `sighting_id`.
        measure: SELECT of one value that shows what was found; None shows the count of offenders.
    """

    table: str
    name: str
    level: Level
    reason: str
    type: str
    rows: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    column: str | None = None
    measure: str | None = None


def row_check(
    table: str,
    name: str,
    level: Level,
    *,
    rows: str,
    reason: str,
    column: str | None = None,
    measure: str | None = None,
) -> Check:
    """A check that fails when a query finds any row."""
    return Check(
        table=table,
        name=name,
        level=level,
        reason=reason,
        type="UnexpectedRowsExpectation",
        rows=rows,
        column=column,
        measure=measure,
    )


def share_check(
    table: str,
    name: str,
    *,
    condition: str,
    at_least: float,
    reason: str,
    column: str | None = None,
    fewest: int = 50,
) -> Check:
    """A check of level `warn` that a condition holds for a share of rows.

    Args:
        table: Table that is checked.
        name: Unique within the table.
        condition: SQL that is true for good rows.
        at_least: Smallest share that is expected, from 0 to 1.
        reason: Where the bound comes from, and what to do.
        column: Column that is checked.
        fewest: Below this many rows a share says nothing, and the check holds.
    """
    share = f"SELECT avg(CASE WHEN {condition} THEN 1.0 ELSE 0.0 END) FROM {table}"
    return row_check(
        table,
        name,
        "warn",
        rows=(
            f"SELECT cable_id, sighting_id FROM {table} WHERE NOT coalesce({condition}, false) "
            f"AND (SELECT count(*) FROM {table}) >= {fewest} AND ({share}) < {at_least}"
        ),
        reason=reason,
        column=column,
        measure=f"SELECT concat(round(100 * ({share}), 1), ' % (at least {100 * at_least:g} %)')",
    )
