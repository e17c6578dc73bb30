"""What lies beside the published file: runs that failed since, refused bytes, sizes on the disk."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from cablehouse.endings import kept_reports
from cablehouse.quarantine import refused_bytes
from cablehouse.settings import Settings
from dashboards.questions import Row

_SHOWN_BYTES = 20_000


@dataclass(frozen=True, slots=True)
class FolderSize:
    """How much a folder of the home holds.

    Attributes:
        name: What it is for.
        path: Where it is.
        file_count: Files in it, at any depth.
        size_bytes: Their size together.
    """

    name: str
    path: str
    file_count: int
    size_bytes: int


def folder_sizes(settings: Settings) -> list[FolderSize]:
    """The folders of the home with what they hold."""
    folders = (
        ("Generations (DuckDB)", settings.generations),
        ("Lake (Parquet)", settings.lake),
        ("Quarantine", settings.quarantine),
        ("Staging", settings.staging),
        ("Landing", settings.landing),
    )
    return [_measure(name, path) for name, path in folders]


def _measure(name: str, folder: Path) -> FolderSize:
    sizes = []
    for path in folder.rglob("*"):
        try:
            if path.is_file():
                sizes.append(path.stat().st_size)
        except FileNotFoundError:  # a run moved it in between
            continue
    return FolderSize(name, str(folder), len(sizes), sum(sizes))


def with_failed_runs(runs: Sequence[Row], settings: Settings) -> list[Row]:
    """Runs of the warehouse and those that failed since it was published, the newest first.

    Args:
        runs: Of `runs.sql`.
        settings: Where the summaries of failed runs lie.
    """
    known = {run["run_id"] for run in runs}
    failed = []
    for report in kept_reports(settings):
        if report.outcome == "failed" and report.run_id not in known:
            row = report.model_dump()
            ended = report.finished_at or report.started_at
            row["seconds"] = (ended - report.started_at).total_seconds()
            failed.append(row)
    return sorted([*runs, *failed], key=lambda run: str(run["run_id"]), reverse=True)


def refused_text(record: Row, settings: Settings) -> tuple[str, bool] | None:
    """The bytes of a quarantined record as text, and whether they were cut.

    Args:
        record: Of `quarantined_record.sql`.
        settings: Where the quarantine lies.

    Returns:
        Bytes that are no UTF-8 are spelled out; None when the bytes are not kept any more.
    """
    raw = refused_bytes(
        settings.quarantine, record["run_id"], record["batch_id"], record["sighting_id"]
    )
    if raw is None:
        return None
    shown = raw[:_SHOWN_BYTES].decode("utf-8", "backslashreplace").replace("\0", "\\x00")
    return shown, len(raw) > _SHOWN_BYTES


def check_rows(rows: Sequence[Row]) -> tuple[list[str], list[Row]]:
    """Checks as a table: a column for each run, a sign for each result.

    Args:
        rows: Of `checks_history.sql`.

    Returns:
        The runs, the oldest first; the rows with `cells`: True, False, or None where a run did not
        make the check.
    """
    runs = sorted({run for row in rows for run in row["run_ids"]})
    table = []
    for row in rows:
        results = dict(zip(row["run_ids"], row["results"], strict=True))
        table.append({**row, "cells": [results.get(run) for run in runs]})
    return runs, table


def never_met(rows: Collection[Row]) -> int:
    """How many checks failed in one of the runs."""
    return sum(bool(row["failed_count"]) for row in rows)
