"""The page of views and macros, generated from their files and from the engine's own answer.

python -m warehouse.reference > docs/reference/views_and_macros.md
"""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from warehouse.connect import open_scratch
from warehouse.ddl import VIEWS, create_tables, create_views
from warehouse.ref_graph import create_ref_graph
from warehouse.search_index import create_search_index
from warehouse.statements import names_in, read_sql

_HEAD = """# Views and macros

Generated from `warehouse/sql/views` and `warehouse/sql/macros` by `make docs`; do not edit. These
are the stable face of the warehouse. The tables that they stand on are in the
[data dictionary](data_dictionary.md); the [query library](query_library.md) has questions that they
answer.
"""

_INDEX = """## The schema `search_index`

What `search('...')` stands on: an inverted index in plain tables
([decision 11](../decisions/0011-search-in-plain-tables.md)), and the macros by which texts and
queries are taken apart. Its tables may change with any version; ask them through `search`.
"""


def views_and_macros() -> str:
    """The page, as Markdown: every view with its columns, every macro with its parameters."""
    with open_scratch() as connection:
        create_tables(connection)
        create_search_index(connection)
        create_ref_graph(connection)
        create_views(connection)
        parts = [_HEAD, _contents()]
        parts += ["## Views", *(_view(connection, name) for name in VIEWS)]
        parts += ["## Macros", *(_macro(name) for name in names_in("macros"))]
        parts.append(_INDEX)
        parts += [_view(connection, name, "search_tables") for name in names_in("search_tables")]
        parts += [_macro(name, "search_macros") for name in names_in("search_macros")]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _view(connection: duckdb.DuckDBPyConnection, name: str, folder: str = "views") -> str:
    rows = connection.execute(
        "SELECT column_name, data_type, coalesce(comment, '') FROM duckdb_columns() "
        "WHERE table_name = ? ORDER BY column_index",
        [name],
    ).fetchall()
    table = ["| column | type | meaning |", "|---|---|---|"]
    table += [f"| `{column}` | {kind} | {comment} |" for column, kind, comment in rows]
    where = f"Defined in `warehouse/sql/{folder}/{name}.sql`."
    return "\n\n".join([f"### {name}", *_prose(read_sql(folder, name)), where, "\n".join(table)])


def _macro(name: str, folder: str = "macros") -> str:
    sql = read_sql(folder, name)
    parameters = sql.partition("MACRO ")[2].partition("(")[2].partition(") AS")[0]
    call = f"`{name}({' '.join(parameters.split())})`"
    return "\n\n".join([f"### {name}", call, *_prose(sql)])


def _contents() -> str:
    """What each is for, in a line."""
    folders = [("views", name) for name in VIEWS]
    folders += [("macros", name) for name in names_in("macros")]
    lines = []
    for folder, name in folders:
        purpose = next(_prose(read_sql(folder, name))).partition(". ")[0].rstrip(".")
        lines.append(f"- [`{name}`](#{name}): {purpose}")
    return "\n".join(lines)


def _prose(sql: str) -> Iterator[str]:
    """The opening comment of a file: purpose, grain and an example, the columns aside."""
    purpose: list[str] = []
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        text = line.removeprefix("--")
        if text.startswith(" Usage:"):
            yield " ".join(purpose)
            yield f"```sql\n{text.removeprefix(' Usage:').strip()}\n```"
            return
        if not text.startswith("   "):
            purpose.append(text.strip().replace("Grain:", "**Grain:**"))
    yield " ".join(purpose)


if __name__ == "__main__":
    print(views_and_macros(), end="")  # noqa: T201 - the page itself
