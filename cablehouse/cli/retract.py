"""`cablehouse retract`: a batch is taken out again, completely."""

from __future__ import annotations

from typing import Annotated

import typer

from cablehouse.cli.console import (
    HomeOption,
    complain,
    out,
    plain,
    readable_errors,
    settings_for,
    user_name,
)


def retract(
    batch: Annotated[str, typer.Argument(help="The batch, as `batches` lists it.")],
    reason: Annotated[str, typer.Option(help="Why; goes into the record.")],
    by: Annotated[
        str | None, typer.Option(help="Who takes it out [default: the user of this machine].")
    ] = None,
    home: HomeOption = None,
) -> None:
    """Take a batch out again: rows, lake, quarantine, older generations, landing copies.

    Its inputs leave every batch that read them, and are passed over from now on, unless they are
    ingested with --readmit. Exit status 0: done, also when it was done before. 1: failed.
    """
    from cablehouse import pipeline
    from cablehouse.errors import AlreadyRetracted

    settings = settings_for(home)
    with readable_errors():
        try:
            report = pipeline.retract(settings, batch, reason=reason, by=by or user_name())
        except AlreadyRetracted as done:
            out.print(str(done), highlight=False, markup=False, soft_wrap=True)
            return
    if report.outcome == "failed":
        complain(f"{report.failed_step}: {report.error}")
        raise typer.Exit(1)
    out.print(f"Batch {plain(batch)} is out; {report.cable_count or 0:,} cables are left.")
    for line in report.cleared:
        out.print(f"  {plain(line)}", highlight=False, soft_wrap=True)
