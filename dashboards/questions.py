"""Named questions of the pages to the published warehouse; the SQL lies in `queries/`."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import duckdb

Row = dict[str, Any]


@cache
def read_question(name: str) -> str:
    """The text of `queries/<name>.sql`."""
    return resources.files("dashboards").joinpath("queries", f"{name}.sql").read_text("utf-8")


@cache
def questions() -> tuple[str, ...]:
    """Names of all questions, sorted."""
    folder = resources.files("dashboards").joinpath("queries")
    names = (path.name for path in folder.iterdir() if path.name.endswith(".sql"))
    return tuple(sorted(name.removesuffix(".sql") for name in names))


def ask(
    connection: duckdb.DuckDBPyConnection, name: str, parameters: dict[str, object] | None = None
) -> list[Row]:
    """Answer one question.

    Args:
        connection: As `open_reader` gives it.
        name: Name of a file of `queries`.
        parameters: Values for its `$name` parameters.

    Returns:
        Rows as dictionaries, column name -> value.
    """
    cursor = connection.execute(read_question(name), parameters or {})
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
