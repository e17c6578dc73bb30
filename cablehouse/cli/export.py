"""`cablehouse export`: tables, views and the reference graph as files for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cablehouse.cli.console import HomeOption, out, plain, readable_errors, settings_for


class Form(StrEnum):
    """What kind of file is written."""

    parquet = "parquet"
    csv = "csv"
    jsonl = "jsonl"
    graphml = "graphml"


def export(
    names: Annotated[
        list[str] | None,
        typer.Argument(help="Tables and views [default: all tables of cables and what hangs off]."),
    ] = None,
    home: HomeOption = None,
    form: Annotated[
        Form,
        typer.Option(
            "--format",
            help="parquet; csv with cells that no spreadsheet takes for a formula; jsonl; graphml "
            "for the reference graph.",
        ),
    ] = Form.parquet,
    output: Annotated[
        Path, typer.Option("-o", "--output", help="Folder to write to; for graphml a file.")
    ] = Path("export"),
) -> None:
    """Write the published tables, or the reference graph, to files."""
    from transforms.schema.model import data_tables
    from warehouse.connect import open_reader
    from warehouse.export import export_graph, export_tables

    with readable_errors(), open_reader(settings_for(home).warehouse_file) as connection:
        if form is Form.graphml:
            path = output if output.suffix else output / "refs.graphml"
            nodes, edges = export_graph(connection, path)
            out.print(f"{nodes:,} cables and {edges:,} references: {plain(path)}", highlight=False)
            return
        wanted = names or [table.table for table in data_tables()]
        for name, rows, path in export_tables(connection, wanted, form.value, output):
            out.print(f"{rows:,} rows of {name}: {plain(path)}", highlight=False, soft_wrap=True)
