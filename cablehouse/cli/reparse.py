"""`cablehouse reparse`: what an older version read is read again."""

from __future__ import annotations

from typing import Annotated

import typer

from cablehouse.cli.console import HomeOption, out, readable_errors, settings_for
from cablehouse.cli.ingest import EngineName, show_progress


def reparse(
    batches: Annotated[
        list[str] | None,
        typer.Argument(help="Batches to read again [default: all of an older version]."),
    ] = None,
    home: HomeOption = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that read [default: one per core].")
    ] = None,
    engine: Annotated[
        EngineName, typer.Option(help="Processes here, or a Spark session.")
    ] = EngineName.local,
) -> None:
    """Read dumps again that an older parser or schema version read.

    Exit status 0: published, or nothing was left to read. 1: failed, or the files of some inputs
    are gone; what was read of those before stays.
    """
    from cablehouse import pipeline
    from cablehouse.cli.run_summary import print_report

    settings = settings_for(home)
    with readable_errors(), show_progress() as on_progress:
        report = pipeline.reparse(
            settings, batches, engine=engine.value, workers=workers, on_progress=on_progress
        )
    if report.outcome == "nothing_new" and not report.gone:
        out.print("Nothing to do: everything was read by this version.")
        return
    print_report(report, settings)
    if report.outcome == "failed" or report.gone:
        raise typer.Exit(1)
