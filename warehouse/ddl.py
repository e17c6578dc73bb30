"""Tables with their comments, derived from the schema; views and macros from their files."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

import duckdb

from transforms.schema.model import Column, Table, tables
from warehouse.connect import quote
from warehouse.statements import names_in, purpose_of, read_sql

_TYPES = {
    "string": "VARCHAR",
    "int32": "INTEGER",
    "int64": "BIGINT",
    "double": "DOUBLE",
    "bool": "BOOLEAN",
    "timestamp": "TIMESTAMP",
    "date": "DATE",
    "list<string>": "VARCHAR[]",
}

VIEWS = (
    "cable_text",
    "ref_edges",
    "missing_cables",
    "monthly_volume",
    "post_activity",
    "tag_trends",
    "tag_pairs",
    "cable_degrees",
    "cocited_pairs",
    "citation_delays",
    "serial_coverage",
    "classification_trends",
    "caption_trends",
    "distribution_lists",
    "redactions_by_post",
    "redactions_by_tag",
    "cable_versions",
    "current_inputs",
    "current_readings",
    "open_quarantine",
)
"""Views in the order in which they build upon each other."""


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create all tables with comments in an empty file."""
    for table in tables().values():
        for statement in table_statements(table):
            connection.execute(statement)


def bring_up_to_date(connection: duckdb.DuckDBPyConnection) -> None:
    """Add the tables and columns that the generation of an older version lacks.

    Rows that are there have NULL in a new column until they are parsed again.
    """
    rows = connection.execute("SELECT table_name, column_name FROM duckdb_columns()").fetchall()
    present = {(str(table), str(column)) for table, column in rows}
    names = {table for table, _ in present}
    for table in tables().values():
        if table.table not in names:
            for statement in table_statements(table):
                connection.execute(statement)
            continue
        for column in table.columns:
            if (table.table, column.name) not in present:
                kind = _TYPES[column.type]
                connection.execute(f"ALTER TABLE {table.table} ADD COLUMN {column.name} {kind}")
                connection.execute(_column_comment(table, column))


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Create or replace all views and macros with their comments."""
    for name in VIEWS:
        sql = read_sql("views", name)
        connection.execute(sql)
        describe(connection, "VIEW", name, sql)
    for name in names_in("macros"):
        sql = read_sql("macros", name)
        connection.execute(sql)
        describe(connection, "MACRO TABLE" if " AS TABLE\n" in sql else "MACRO", name, sql)


def describe(connection: duckdb.DuckDBPyConnection, kind: str, name: str, sql: str) -> None:
    """Comment on an object, and on the columns of a table or view, with what its file says.

    Args:
        connection: Where the object is.
        kind: `TABLE`, `VIEW`, `MACRO` or `MACRO TABLE`.
        name: Its name.
        sql: Its file; the opening comment is its purpose, `--   column: meaning` its columns.
    """
    connection.execute(f"COMMENT ON {kind} {name} IS {quote(purpose_of(sql))}")
    if kind in {"TABLE", "VIEW"}:
        for column, meaning in _column_comments(connection, name, sql):
            connection.execute(f"COMMENT ON COLUMN {name}.{column} IS {quote(meaning)}")


def fill_reference_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Replace posts and tag codes by what the installed program knows."""
    for table in tables().values():
        if table.reference is None:
            continue
        columns = ", ".join(
            f"nullif({column.name}, '')::{_TYPES[column.type]}" for column in table.columns
        )
        file = resources.files("transforms.codes").joinpath(table.reference)
        with resources.as_file(file) as path:
            connection.execute(f"DELETE FROM {table.table}")
            connection.execute(
                f"INSERT INTO {table.table} SELECT {columns} "
                "FROM read_csv(?, header = true, all_varchar = true, quote = '\"')",
                [str(path)],
            )


def table_statements(table: Table) -> Iterator[str]:
    """CREATE TABLE and the comments of one table."""
    columns = ",\n  ".join(
        f"{column.name} {_TYPES[column.type]}{'' if column.nullable else ' NOT NULL'}"
        for column in table.columns
    )
    yield f"CREATE TABLE {table.table} (\n  {columns}\n)"
    comment = f"{table.description} ({table.grain}; key: {', '.join(table.key)})"
    yield f"COMMENT ON TABLE {table.table} IS {quote(_line(comment))}"
    for column in table.columns:
        yield _column_comment(table, column)


def _column_comment(table: Table, column: Column) -> str:
    meaning = quote(_line(_meaning(column)))
    return f"COMMENT ON COLUMN {table.table}.{column.name} IS {meaning}"


def _meaning(column: Column) -> str:
    facts = [fact for fact in (column.unit, column.time_zone) if fact]
    if column.codes:
        facts.append(f"codes: {column.codes}")
    return f"{column.description} [{'; '.join(facts)}]" if facts else column.description


def _line(text: str) -> str:
    return " ".join(text.split())


def _column_comments(
    connection: duckdb.DuckDBPyConnection, view: str, sql: str
) -> Iterator[tuple[str, str]]:
    """`-- column: meaning` lines of a view's file; for columns that it keeps, the schema's."""
    own = {}
    for line in sql.splitlines():
        if line.startswith("--   ") and ":" in line:
            name, _, meaning = line.removeprefix("--").strip().partition(":")
            own[name.strip()] = meaning.strip()
    # A name that several tables have means in a view what it means in the first of them: `cables`.
    known: dict[str, Column] = {}
    for table in tables().values():
        for column in table.columns:
            known.setdefault(column.name, column)
    described = connection.execute(f"DESCRIBE {view}").fetchall()
    for name, *_ in described:
        if name in own:
            yield name, own[name]
        elif name in known:
            yield name, _line(_meaning(known[name]))
