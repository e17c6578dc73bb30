"""The road, once: discover -> plan -> build batches -> validate -> load -> publish -> report.

The DAG calls these steps one task each, the command line and the tests call `run`, which calls them
in order. Between steps nothing travels but a run id and small summaries: everything else lies in
`staging/<run_id>/` of the home folder, so a step can be repeated, and run on another machine that
sees the same folder.

    dump files --discover--> RunState, inputs --plan--> batch ids --build_batch--> Parquet aside
      --validate--> quality --load--> a new generation beside --publish--> lake and link --> report
"""

from __future__ import annotations

from collections.abc import Sequence

import structlog

from cablehouse import endings
from cablehouse.engines.choice import engine_named
from cablehouse.errors import CablehouseError
from cablehouse.reports import Engine, OnProgress, Progress, RunReport
from cablehouse.settings import Settings
from cablehouse.steps.build_batch import build_batch
from cablehouse.steps.discover import discover
from cablehouse.steps.load import load
from cablehouse.steps.plan import plan
from cablehouse.steps.publish import publish
from cablehouse.steps.validate import validate
from cablehouse.workspace import Workspace

__all__ = [
    "build_batch",
    "discover",
    "fail",
    "load",
    "plan",
    "publish",
    "report",
    "run",
    "validate",
]

log = structlog.get_logger(__name__)


def report(settings: Settings, run_id: str) -> RunReport:
    """Write down how the run ended, and clear its staging folder."""
    return endings.conclude(settings, run_id)


def fail(settings: Settings, run_id: str, step: str, error: str) -> RunReport:
    """Write down that and why the run failed, keep its quarantine, and clear its staging folder.

    The published warehouse is as it was; the next publish folds the record into `runs`.
    """
    return endings.give_up(settings, run_id, step, error)


def run(
    settings: Settings,
    paths: Sequence[str] | None = None,
    *,
    engine: Engine = "local",
    is_strict: bool = False,
    workers: int | None = None,
    on_progress: OnProgress | None = None,
) -> RunReport:
    """One run from dump files to published warehouse, all steps in this process.

    Args:
        settings: Settings of the installation.
        paths: As for `discover`.
        engine: `local` or `spark`.
        is_strict: Whether one quarantined record fails the run.
        workers: Processes that read and parse; None takes the setting.
        on_progress: Called a few times a second.

    Returns:
        How the run ended; expected errors after `discover` end as `failed`, they do not raise.

    Raises:
        InputNotFound: A path does not exist.
        ExtraMissing: The engine needs an optional part that is not installed.
    """
    build = engine_named(engine)
    found = discover(settings, paths, engine=engine, is_strict=is_strict, workers=workers)
    if found.run_id is None:
        return endings.nothing_new(found.known_count, engine)
    run_id = found.run_id
    space = Workspace(settings, run_id)
    step = "plan"
    with space.alive():
        try:
            plan(settings, run_id)
            step = "build_batch"
            build(settings, run_id, space.state().workers, on_progress)
            for step, action in (("validate", validate), ("load", load), ("publish", publish)):
                if on_progress:
                    on_progress(Progress(step=step))
                action(settings, run_id)
        except Exception as error:
            _log_failure(step, run_id, error)
            return fail(settings, run_id, step, f"{type(error).__name__}: {error}")
    return report(settings, run_id)


def _log_failure(step: str, run_id: str, error: Exception) -> None:
    is_expected = isinstance(error, CablehouseError) or hasattr(error, "is_expected")
    log.error("failed", step=step, run_id=run_id, error=str(error), exc_info=not is_expected)
