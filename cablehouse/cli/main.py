"""The command line; every command is a module of this folder."""

from __future__ import annotations

import signal
from typing import Annotated

import typer

from cablehouse.cli import (
    dashboard,
    explain,
    export,
    ingest,
    quarantine,
    reparse,
    retract,
    rollback,
    sample,
    search,
    show,
    sql,
    status,
    versions,
)

app = typer.Typer(
    name="cablehouse",
    help="Turns dumps of US diplomatic cables into a warehouse that people trust.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    ingest.ingest,
    sql.sql,
    search.search,
    dashboard.dashboard,
    show.show,
    explain.explain,
    status.status,
    versions.versions,
    rollback.rollback,
    reparse.reparse,
    retract.retract,
    export.export,
    sample.sample,
):
    app.command()(command)
app.add_typer(quarantine.quarantine)


def _print_version(is_wanted: bool) -> None:
    if is_wanted:
        from cablehouse.runs import cablehouse_version

        typer.echo(cablehouse_version())
        raise typer.Exit


@app.callback()
def _start(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Version.")
    ] = False,
) -> None:
    """Nothing is set up here, so that `COMMAND --help` answers at once too."""


def run() -> None:
    """Entry point of the console script; told to end, it ends as after Ctrl-C, in order."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    app()
