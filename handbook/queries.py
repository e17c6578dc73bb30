"""The page of the query library: every question with its SQL and its answer on a known dump."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import yaml

from handbook.markdown import code, one_line, page, table
from handbook.places import ROOT
from warehouse.connect import open_scratch
from warehouse.ddl import create_tables, create_views
from warehouse.ref_graph import create_ref_graph
from warehouse.search_index import create_search_index

QUESTIONS = ROOT / "docs" / "queries"
_ANSWERS = ROOT / "tests" / "queries" / "answers.yaml"
_HEAD = """# Query library

Questions that people ask of the warehouse, each in SQL; generated from `docs/queries/*.sql` by
`make docs`. The answers are those of a small invented dump whose truth is known
(`tests/queries/answers.yaml`), where the tests compare them. Values such as a post, a month or a
tag stand in the text: change them. From a checkout:

```sh
cablehouse sql - < docs/queries/04-cites-what-we-lack.sql
```
"""


def query_library() -> str:
    """The page, as Markdown.

    Raises:
        KeyError: A question has no answer in the tests.
    """
    answers = yaml.safe_load(_ANSWERS.read_text("utf-8"))
    lines = [_HEAD]
    with open_scratch() as connection:
        create_tables(connection)
        create_search_index(connection)
        create_ref_graph(connection)
        create_views(connection)
        for path in sorted(QUESTIONS.glob("*.sql")):
            lines += _question(connection, path, answers[path.stem])
    return page(lines)


def _question(
    connection: duckdb.DuckDBPyConnection, path: Path, answer: list[list[Any]]
) -> Iterator[str]:
    title, _, sql = path.read_text("utf-8").partition("\n")
    yield from (f"## {title.removeprefix('-- ')}", "", "```sql", sql.strip(), "```", "")
    heads = [code(row[0]) for row in connection.execute(f"DESCRIBE {sql}").fetchall()]
    yield from table(heads, ([_shown(value) for value in row] for row in answer))


def _shown(value: object) -> str:
    """A value as DuckDB prints it."""
    if isinstance(value, list):
        return one_line("[" + ", ".join(map(_shown, value)) + "]")
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, bool):
        return str(value).lower()
    return "NULL" if value is None else one_line(value)
