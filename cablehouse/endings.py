"""How runs end: the summary that stays as `runs/<run_id>.json`, and the row of `runs`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from cablehouse.quarantine import move_into_quarantine
from cablehouse.reports import BatchSummary, Discovery, Engine, LoadReport, RunReport, RunState
from cablehouse.runs import cablehouse_version, now
from cablehouse.settings import Settings
from cablehouse.traces import clear_traces
from cablehouse.workspace import Workspace, write_atomically
from transforms.schema.model import schema_version, tables
from transforms.version import PARSER_VERSION

_LISTED = 100


def conclude(settings: Settings, run_id: str) -> RunReport:
    """Write down how a published run ended, and clear its staging folder.

    A retraction first removes what it leaves outside the published file.

    Raises:
        RunGone: The run was never published, and its folder is not there any more.
    """
    kept = settings.runs / f"{run_id}.json"
    if kept.is_file() and not Workspace(settings, run_id).folder.exists():
        return RunReport.model_validate_json(kept.read_text("utf-8"))
    space = Workspace.open(settings, run_id)
    retraction = space.retraction()
    cleared = clear_traces(settings, run_id, retraction) if retraction else ()
    loaded = space.load_report() or LoadReport(run_id=run_id, base=None, generation=None)
    report = _describe(space.state(), space.summaries()).model_copy(
        update={
            "outcome": "published",
            "cleared": cleared,
            "warnings": warnings_of(space),
            "warning_count": len(warnings_of(space)),
            "generation": loaded.generation,
            "loaded_count": loaded.loaded_count,
            "duplicate_count": loaded.duplicate_count,
            "superseded_count": loaded.superseded_count,
            "cable_count": loaded.cable_count,
        }
    )
    write_atomically(kept, report.model_dump_json(indent=1))
    space.remove()
    return report


def give_up(settings: Settings, run_id: str, step: str, error: str) -> RunReport:
    """Write down that and why a run failed, keep its quarantine, and clear its staging folder.

    Repeating it is safe. A run whose generation is published stays published: it died after the
    switch, and only its report is missing.
    """
    from warehouse.publish import discard_generation

    kept = settings.runs / f"{run_id}.json"
    if kept.is_file():
        return RunReport.model_validate_json(kept.read_text("utf-8"))
    if is_published(settings, run_id):
        return conclude(settings, run_id)
    space = Workspace.open(settings, run_id)
    summaries = [s for s in map(space.summary, space.batch_ids()) if s is not None]
    report = _describe(space.state(), summaries).model_copy(
        update={"outcome": "failed", "failed_step": step, "error": error}
    )
    # What takes room goes first: a run that filled the disk must be able to say so.
    discard_generation(settings.generations, run_id)
    settings.runs.mkdir(parents=True, exist_ok=True)
    if space.quality.is_file():
        shutil.move(space.quality, settings.runs_quality(run_id))
    move_into_quarantine(space.batch_folders().values(), settings.quarantine, run_id)
    space.remove_batches()
    write_atomically(kept, report.model_dump_json(indent=1))
    space.remove()
    return report


def is_published(settings: Settings, run_id: str) -> bool:
    """Whether the published generations are, or stand on, the one of this run."""
    from warehouse.bookkeeping import known_runs

    return run_id in known_runs(settings.warehouse_file)


def nothing_new(found: Discovery, engine: Engine) -> RunReport:
    """The report of a run that found nothing new; it leaves no trace."""
    at = now()
    return RunReport(
        run_id=None,
        outcome="nothing_new",
        started_at=at,
        finished_at=at,
        engine=engine,
        parser_version=PARSER_VERSION,
        schema_version=schema_version(),
        cablehouse_version=cablehouse_version(),
        known_count=found.known_count,
        withheld=found.withheld,
        gone=found.gone,
    )


def kept_reports(settings: Settings) -> Iterator[RunReport]:
    """The summaries of all ended runs, oldest first."""
    for path in sorted(settings.runs.glob("*.json")):
        yield RunReport.model_validate_json(path.read_text("utf-8"))


def earlier_rows(settings: Settings) -> list[dict[str, object]]:
    """Rows of `runs` for all ended runs; the load takes those that its base does not know.

    A published run that the base does not know was rolled back.
    """
    rows = [as_row(report) for report in kept_reports(settings)]
    return [
        {**row, "outcome": "rolled_back" if row["outcome"] == "published" else row["outcome"]}
        for row in rows
    ]


def run_row(space: Workspace) -> dict[str, object]:
    """The row of `runs` for a run that is about to be published; the load fills in the counts."""
    report = _describe(space.state(), space.summaries())
    warnings = len(warnings_of(space))
    return as_row(report.model_copy(update={"outcome": "published", "warning_count": warnings}))


def as_row(report: RunReport) -> dict[str, object]:
    """The columns of `runs` out of a report."""
    values = report.model_dump()
    return {column.name: values[column.name] for column in tables()["runs"].columns}


def warnings_of(space: Workspace) -> tuple[str, ...]:
    """Failed expectations of level `warn`, one line each."""
    from expectations.results import read_quality

    if not space.quality.is_file():
        return ()
    return tuple(row.summary() for row in read_quality(space.quality) if not row.success)


def _describe(state: RunState, summaries: list[BatchSummary]) -> RunReport:
    return RunReport(
        run_id=state.run_id,
        outcome="failed",
        started_at=state.started_at,
        finished_at=now(),
        kind=state.kind,
        withheld=state.withheld,
        gone=state.gone,
        engine=state.engine,
        workers=state.workers,
        parser_version=PARSER_VERSION,
        schema_version=schema_version(),
        cablehouse_version=cablehouse_version(),
        known_count=state.known_count,
        input_count=sum(s.input_count for s in summaries),
        input_bytes=sum(s.input_bytes for s in summaries),
        skipped_count=sum(s.skipped_count for s in summaries),
        batch_count=len(summaries),
        record_count=sum(s.record_count for s in summaries),
        quarantined_count=sum(s.quarantined_count for s in summaries),
        skipped=tuple(line for s in summaries for line in s.skipped)[:_LISTED],
        quarantined=tuple(line for s in summaries for line in s.quarantined)[:_LISTED],
    )
