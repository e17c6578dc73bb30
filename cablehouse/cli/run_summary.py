"""How a run ended, as people want to read it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from rich.table import Table

from cablehouse.cli.console import complain, out, plain
from cablehouse.reports import RunReport
from cablehouse.settings import Settings

_SHOWN = 8


def print_report(report: RunReport, settings: Settings) -> None:
    """Print what a run brought, what it refused and why, and how to query the warehouse."""
    for line in report.gone:
        complain(line)
    if report.outcome == "nothing_new":
        _print_nothing_new(report)
        return
    if report.outcome == "failed":
        complain(f"{report.failed_step}: {report.error}")
    out.print(_counts(report))
    for title, lines, count in (
        ("Quarantined", report.quarantined, report.quarantined_count),
        ("Warnings", report.warnings, report.warning_count),
    ):
        if lines:
            out.print(f"\n[bold]{title}[/]")
            for line in lines[:_SHOWN]:
                out.print(f"  {plain(line)}", highlight=False, soft_wrap=True)
            if count > _SHOWN:
                out.print(f"  ... and {count - _SHOWN} more: cablehouse status")
    if report.withheld:
        _print_withheld(report)
    if report.outcome == "published":
        out.print(
            f"\n{report.cable_count} cables in {plain(settings.warehouse_file)}\n"
            f"Query them:  {plain(_command(settings, 'sql'))} "
            '"SELECT cable_id, subject FROM cables LIMIT 5"\n'
            f"Look back:   {plain(_command(settings, 'status'))}\n"
            f"Checks:      {plain(settings.docs / 'validation' / f'{report.run_id}.html')}",
            highlight=False,
            soft_wrap=True,
        )


def _print_nothing_new(report: RunReport) -> None:
    if report.withheld:
        _print_withheld(report)
    elif not report.gone:
        out.print(
            f"Nothing new: all {report.known_count} files are already in the warehouse."
            if report.known_count
            else "Nothing new: there is no file to read. Folders are searched wholly, but for "
            "hidden and unfinished files (.x, x.part, x~) and links to folders.",
            soft_wrap=True,
        )


def _print_withheld(report: RunReport) -> None:
    out.print("\n[bold]Passed over[/], retracted or rolled back before (--readmit takes them):")
    for line in report.withheld[:_SHOWN]:
        out.print(f"  {plain(line)}", highlight=False, soft_wrap=True)
    if len(report.withheld) > _SHOWN:
        out.print("  ... and more")


def _command(settings: Settings, name: str) -> str:
    """A command as it can be typed here, with the path of the program and the home where needed."""
    program = Path(sys.executable).with_name("cablehouse")
    here = Path.cwd()
    if shutil.which("cablehouse"):
        words = ["cablehouse"]
    else:
        words = [str(program.relative_to(here) if program.is_relative_to(here) else program)]
    words.append(name)
    if settings.home.resolve() != (here / "data").resolve():
        words += ["--home", str(settings.home)]
    return " ".join(words)


def _counts(report: RunReport) -> Table:
    table = Table(title=f"Run {report.run_id}: {report.outcome}", title_justify="left")
    for name in ("read", "loaded", "duplicate", "superseded", "quarantined", "files skipped"):
        table.add_column(name, justify="right")
    table.add_row(
        *(
            f"{count:,}"
            for count in (
                report.record_count,
                report.loaded_count,
                report.duplicate_count,
                report.superseded_count,
                report.quarantined_count,
                report.skipped_count,
            )
        )
    )
    return table
