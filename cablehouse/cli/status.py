"""`cablehouse status`: the last runs, what each brought, and how large everything is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cablehouse.cli.console import HomeOption, out, plain, readable_errors, settings_for

if TYPE_CHECKING:
    from rich.table import Table

    from cablehouse.settings import Settings


def status(
    home: HomeOption = None,
    limit: Annotated[int, typer.Option("--runs", min=1, help="Runs to show.")] = 5,
) -> None:
    """Show the last runs, validation, quarantine, and sizes."""
    from warehouse.connect import open_reader
    from warehouse.reads import read

    settings = settings_for(home)
    runs: list[dict[str, Any]] = []
    counts: list[dict[str, Any]] = []
    with readable_errors():
        if settings.warehouse_file.exists():
            with open_reader(settings.warehouse_file) as connection:
                runs = read(connection, "last_runs", [limit])
                counts = read(connection, "table_counts", [])
                for run in runs:
                    run["reasons"] = read(connection, "run_reasons", [run["run_id"]])
                    run["checks"] = read(connection, "check_counts", [run["run_id"]])[0]
                    run["failed_checks"] = read(connection, "run_quality", [run["run_id"]])
        else:
            out.print("No warehouse yet. Load one with `cablehouse ingest PATH`.")
        runs = sorted([*runs, *_failed_since(settings, runs)], key=lambda r: r["run_id"])[-limit:]
        for run in reversed(runs):
            _print_run(run)
        _print_sizes(settings, counts)


def _failed_since(settings: Settings, runs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Failed runs that no published generation has taken in yet."""
    from cablehouse.endings import kept_reports

    known = {run["run_id"] for run in runs}
    return [
        {**report.model_dump(), "reasons": [], "failed_checks": [], "checks": None}
        for report in kept_reports(settings)
        if report.outcome == "failed" and report.run_id not in known
    ]


def _print_run(run: dict[str, Any]) -> None:
    colour = "green" if run["outcome"] == "published" else "red"
    took = (run["finished_at"] - run["started_at"]).total_seconds() if run["finished_at"] else 0
    out.print(
        f"\n[bold]{plain(run['run_id'])}[/]  [{colour}]{plain(run['outcome'])}[/]  "
        f"in {took:.0f} s, engine {plain(run['engine'])}\n  {_outcomes(run)}",
        highlight=False,
        soft_wrap=True,
    )
    if run["outcome"] == "failed":
        for line in (
            f"[red]{plain(run['failed_step'])}[/]: {plain(run['error'])}",
            *map(plain, run.get("quarantined", ())[:5]),
        ):
            out.print(f"  {line}", highlight=False, soft_wrap=True)
    if run["reasons"]:
        out.print(_reasons(run["reasons"]))
    if run["checks"] and run["checks"]["check_count"]:
        out.print(f"  {run['checks']['met_count']} of {run['checks']['check_count']} checks met")
    for row in run["failed_checks"]:
        first = f", first: {plain(row['examples'][0])}" if row["examples"] else ""
        out.print(
            f"  [yellow]{row['level']}[/] {row['table_name']}.{row['expectation']}: "
            f"{plain(row['observed'])}{first}",
            highlight=False,
            soft_wrap=True,
        )


def _outcomes(run: dict[str, Any]) -> str:
    if run["outcome"] == "failed":
        refused = run["quarantined_count"]
        of_them = f", {refused:,} of them not understood" if refused else ""
        return f"{run['record_count']:,} read{of_them}; nothing was loaded"
    return (
        f"{run['record_count']:,} read = {run['loaded_count']:,} loaded + "
        f"{run['duplicate_count']:,} duplicate + {run['superseded_count']:,} superseded + "
        f"{run['quarantined_count']:,} quarantined"
    )


def _reasons(rows: list[dict[str, Any]]) -> Table:
    """What was not loaded, by reason, each with the first place, whole."""
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for name in ("  records", "outcome", "reason", "first of them"):
        is_count = name == "  records"
        table.add_column(name, justify="right" if is_count else "left", overflow="fold")
    for row in rows:
        detail = f" ({row['detail']})" if row["detail"] else ""
        table.add_row(
            f"{row['record_count']:,}",
            plain(row["outcome"]),
            plain(f"{row['reason']}{detail}"),
            plain(row["first_place"]),
        )
    return table


def _print_sizes(settings: Settings, counts: list[dict[str, Any]]) -> None:
    """Rows of the published tables, then the space that each folder of the home takes."""
    from rich.table import Table

    if counts:
        rows = ", ".join(f"{row['table_name']} {row['row_count']:,}" for row in counts)
        out.print(f"\n[bold]Rows[/]  {rows}", highlight=False)
    table = Table(title="Sizes", title_justify="left")
    for name in ("what", "files", "MB"):
        table.add_column(name, justify="left" if name == "what" else "right")
    for name, folder in (
        ("generations of the warehouse", settings.generations),
        ("lake", settings.lake),
        ("quarantine", settings.quarantine),
        ("staging", settings.staging),
        ("landing", settings.landing),
    ):
        files, size = _size(folder)
        table.add_row(name, f"{files:,}", f"{size / 1e6:,.1f}")
    out.print()
    out.print(table)


def _size(folder: Path) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
