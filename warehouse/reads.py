"""Named questions to the published warehouse: the SQL lies in `sql/reads`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb

from warehouse.errors import OlderGeneration
from warehouse.statements import read_sql


def read(
    connection: duckdb.DuckDBPyConnection, name: str, parameters: Sequence[object] = ()
) -> list[dict[str, Any]]:
    """Answer one question.

    Args:
        connection: As `open_reader` gives it.
        name: Name of a file of `sql/reads`.
        parameters: Values for `$1`, `$2`, ...

    Returns:
        Rows as dictionaries, column name -> value.

    Raises:
        OlderGeneration: The file lacks a table, column or view that the question is about.
    """
    try:
        cursor = connection.execute(read_sql("reads", name), list(parameters))
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        raise OlderGeneration(str(error).partition("\n")[0]) from error
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
