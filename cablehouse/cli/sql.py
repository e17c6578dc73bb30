"""`cablehouse sql`: read-only SQL on the published warehouse."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cablehouse.cli.console import HomeOption, complain, out, plain, readable_errors, settings_for

if TYPE_CHECKING:
    import duckdb

_SHOWN_ROWS = 200
_NARROWEST = 6
"""Characters of a column, or what it holds when that is less, below which a table is unreadable."""


class Format(StrEnum):
    """How the answer is written."""

    table = "table"
    csv = "csv"
    json = "json"
    parquet = "parquet"


_OPTIONS = {
    Format.csv: "FORMAT csv, HEADER",
    Format.json: "FORMAT json, ARRAY true",
    Format.parquet: "FORMAT parquet, COMPRESSION zstd",
}


def sql(
    query: Annotated[str, typer.Argument(help="One SELECT; `-` reads it from standard input.")],
    home: HomeOption = None,
    form: Annotated[
        Format, typer.Option("--format", help="How the answer is written.")
    ] = Format.table,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            help="File to write instead of printing; without --format its ending tells "
            "how: .json, .parquet, else csv.",
        ),
    ] = None,
) -> None:
    """Ask the warehouse in SQL.

    What is too wide for a table is shown one column a line.
    """
    import duckdb

    from warehouse.connect import open_reader

    text = sys.stdin.read() if query == "-" else query
    if form is Format.parquet and output is None:
        complain("Parquet is no text: name a file with -o FILE.")
        raise typer.Exit(2)
    if form is Format.table and output is not None:
        ending = output.suffix.lower().removeprefix(".")
        form = Format(ending) if ending in {Format.json, Format.parquet} else Format.csv
    with readable_errors(), open_reader(settings_for(home).warehouse_file) as connection:
        try:
            relation = _ask(connection, text)
            if relation is None:
                return
            if form is Format.table:
                _print_table(relation)
            else:
                _write(connection, relation, form, output)
        except duckdb.Error as error:
            complain(str(error))
            raise typer.Exit(1) from None


def _ask(connection: duckdb.DuckDBPyConnection, text: str) -> duckdb.DuckDBPyRelation | None:
    import duckdb

    statements = connection.extract_statements(text)
    if len(statements) != 1:
        complain(f"One statement is wanted, {len(statements)} were given.")
        raise typer.Exit(2)
    reading = {duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN}
    if statements[0].type not in reading:
        complain(
            f"The warehouse is read-only: {statements[0].type.name} is not possible. Copy the file "
            "if you want to change it."
        )
        raise typer.Exit(1)
    return connection.sql(text)


def _print_table(relation: duckdb.DuckDBPyRelation) -> None:
    from rich.table import Table

    columns = relation.columns
    rows = relation.fetchmany(_SHOWN_ROWS + 1)
    shown = [
        ["[dim]NULL[/]" if value is None else plain(value) for value in row]
        for row in rows[:_SHOWN_ROWS]
    ]
    if _is_too_wide(columns, rows[:_SHOWN_ROWS]):
        _print_one_by_one(columns, shown)
    else:
        table = Table()
        for name in columns:
            table.add_column(plain(name), overflow="fold")
        for cells in shown:
            table.add_row(*cells)
        out.print(table)
    if len(rows) > _SHOWN_ROWS:
        out.print(f"The first {_SHOWN_ROWS} rows; all of them: --format csv -o FILE")


def _is_too_wide(columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> bool:
    needed = 1  # the right edge; each column has its left one and two blanks
    for name, *values in zip(columns, *rows, strict=True):
        longest = max(len(name), *(len(str(value)) for value in values), 0)
        needed += 3 + min(longest, _NARROWEST)
    return needed > out.width


def _print_one_by_one(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows one below the other, for people, as `psql` does on request."""
    from rich.table import Table

    if not rows:
        out.print(f"No rows of: {plain(', '.join(columns))}")
    for number, cells in enumerate(rows, 1):
        out.print(f"[bold]row {number}[/]")
        table = Table.grid(padding=(0, 2))
        table.add_column()
        table.add_column(overflow="fold")
        for name, cell in zip(columns, cells, strict=True):
            table.add_row(f"[dim]{plain(name)}[/]", cell)
        out.print(table)


def _write(
    connection: duckdb.DuckDBPyConnection,
    relation: duckdb.DuckDBPyRelation,
    form: Format,
    output: Path | None,
) -> None:
    if output is not None:
        _copy(connection, relation, form, output)
        return
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer"
        _copy(connection, relation, form, answer)
        with answer.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.flush()


def _copy(
    connection: duckdb.DuckDBPyConnection,
    relation: duckdb.DuckDBPyRelation,
    form: Format,
    path: Path,
) -> None:
    from warehouse.connect import quote

    source = relation.sql_query()
    if source.lstrip().upper().startswith(("DESCRIBE", "SHOW", "SUMMARIZE", "PRAGMA", "EXPLAIN")):
        # COPY takes no such statement; their answers are small.
        connection.register("answer", relation.to_arrow_table())
        source = "SELECT * FROM answer"
    connection.execute(f"COPY ({source}) TO {quote(str(path))} ({_OPTIONS[form]})")
