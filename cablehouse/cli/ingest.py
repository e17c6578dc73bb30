"""`cablehouse ingest`: one run of the pipeline without a scheduler."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from cablehouse.cli.console import (
    HomeOption,
    err,
    is_terminal,
    readable_errors,
    settings_for,
)

if TYPE_CHECKING:
    from cablehouse.reports import OnProgress, Progress


class EngineName(StrEnum):
    """What spreads the work."""

    local = "local"
    spark = "spark"


def ingest(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, archives, s3:// URLs.")],
    home: HomeOption = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that read [default: one per core].")
    ] = None,
    engine: Annotated[
        EngineName, typer.Option(help="Processes here, or a Spark session.")
    ] = EngineName.local,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail when any record is quarantined.")
    ] = False,
    readmit: Annotated[
        bool,
        typer.Option("--readmit", help="Take also what was retracted or rolled back before."),
    ] = False,
) -> None:
    """Load dumps into the warehouse.

    Exit status 0: published, or nothing was new. 1: failed, the published warehouse is as it was.
    2: wrong usage, for instance a path that does not exist.
    """
    from cablehouse import pipeline
    from cablehouse.cli.run_summary import print_report

    settings = settings_for(home)
    with readable_errors(), show_progress() as on_progress:
        report = pipeline.run(
            settings,
            paths,
            engine=engine.value,
            is_strict=strict,
            workers=workers,
            is_readmitting=readmit,
            on_progress=on_progress,
        )
    print_report(report, settings)
    if report.outcome == "failed":
        raise typer.Exit(1)


@contextmanager
def show_progress() -> Iterator[OnProgress | None]:
    """A bar with records per second on a terminal; elsewhere the log lines say enough."""
    if not is_terminal():
        yield None
        return
    from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    with Bar(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[records]:>9,} records"),
        TextColumn("{task.fields[rate]:>7,.0f}/s"),
        TimeElapsedColumn(),
        console=err,
        transient=True,
    ) as bar:
        task = bar.add_task("discover", total=None, records=0, rate=0.0)

        def show(progress: Progress) -> None:
            if progress.step == "build_batch":
                elapsed = bar.tasks[0].elapsed or 0.0
                bar.update(
                    task,
                    total=progress.bytes_total or None,
                    completed=progress.bytes_done,
                    records=progress.records,
                    rate=progress.records / elapsed if elapsed else 0.0,
                )
            bar.update(task, description=progress.step)

        yield show
