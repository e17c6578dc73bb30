"""`cablehouse quarantine`: records that could not be read; list them, look at one, try again."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from cablehouse.cli.console import HomeOption, out, plain, readable_errors, settings_for

quarantine = typer.Typer(
    name="quarantine",
    help="Records that could not be read: list, show, retry.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@quarantine.command("list")
def list_quarantined(
    home: HomeOption = None,
    limit: Annotated[int, typer.Option(min=1, help="Records to list.")] = 50,
) -> None:
    """List the quarantined records that no later run could read."""
    rows = _left(home, "")
    if not rows:
        out.print("The quarantine is empty.")
        return
    for row in rows[:limit]:
        out.print(
            f"{row['sighting_id']}  {plain(row['reason'])}: {plain(_place(row))}",
            highlight=False,
            soft_wrap=True,
        )
    if len(rows) > limit:
        out.print(f"... and {len(rows) - limit:,} more: --limit")


@quarantine.command("show")
def show_quarantined(
    record: Annotated[str, typer.Argument(help="As `list` shows it, or its start.")],
    home: HomeOption = None,
) -> None:
    """Show one quarantined record: why, where, and its first bytes."""
    from cablehouse.errors import NoSuchQuarantined
    from cablehouse.quarantine import refused_bytes

    settings = settings_for(home)
    with readable_errors():
        rows = _left(home, record)
        if len(rows) != 1:
            raise NoSuchQuarantined(record, len(rows))
        (row,) = rows
        raw = refused_bytes(settings.quarantine, row["run_id"], row["batch_id"], row["sighting_id"])
    for name, value in (
        ("record", row["sighting_id"]),
        ("place", _place(row)),
        ("reason", row["reason"]),
        ("detail", row["detail"]),
        ("read by", f"parser {row['parser_version']}, run {row['run_id']}"),
    ):
        out.print(f"{name:>8}  {plain(value)}", highlight=False, soft_wrap=True)
    text = "(not kept)" if raw is None else raw[:2000].decode("utf-8", "backslashreplace")
    out.print(text, markup=False, highlight=False, soft_wrap=True)


@quarantine.command("retry")
def retry_quarantined(
    records: Annotated[
        list[str] | None, typer.Argument(help="Records, or their starts [default: all].")
    ] = None,
    home: HomeOption = None,
) -> None:
    """Read quarantined records again with this version; those that parse are loaded.

    Exit status 0: done. 1: failed, or the files of some records are gone.
    """
    from cablehouse import pipeline
    from cablehouse.cli.run_summary import print_report

    settings = settings_for(home)
    with readable_errors():
        report = pipeline.retry(settings, records or ())
    if report.outcome == "nothing_new" and not report.gone:
        out.print("The quarantine is empty.")
        return
    print_report(report, settings)
    if report.outcome == "failed" or report.gone:
        raise typer.Exit(1)


def _left(home: Any, start: str) -> list[dict[str, Any]]:
    from warehouse.connect import open_reader
    from warehouse.reads import read

    with readable_errors(), open_reader(settings_for(home).warehouse_file) as connection:
        return read(connection, "quarantined", [start])


def _place(row: dict[str, Any]) -> str:
    """`dump.zip!/cables.csv, record 7, line 1204`."""
    where = "!/".join(part for part in (row["source_uri"], row["source_member"]) if part)
    at = "" if row["source_line"] is None else f", line {row['source_line']}"
    return f"{where}, record {row['source_record']}{at}"
