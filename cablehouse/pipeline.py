"""The road, once: discover -> plan -> build batches -> validate -> load -> publish -> report.

The DAG calls these steps one task each, the command line and the tests call `run`, which calls them
in order. Between steps nothing travels but a run id and small summaries: everything else lies in
`staging/<run_id>/` of the home folder, so a step can be repeated, and run on another machine that
sees the same folder.

    dump files --discover--> RunState, inputs --plan--> batch ids --build_batch--> Parquet aside
      --validate--> quality --load--> a new generation beside --publish--> lake and link --> report

Other runs take the same road from another start: `find_stale` (what an older version read),
`find_quarantined` (what could not be read), and `withdraw` (what is to be taken out again), which
goes straight to the load.
"""

from __future__ import annotations

from collections.abc import Sequence

import structlog

from cablehouse import endings
from cablehouse.engines.choice import engine_named
from cablehouse.engines.local import Build
from cablehouse.guidance import STOPPED, describe, is_explained
from cablehouse.reports import Engine, OnProgress, Progress, RunReport
from cablehouse.settings import Settings
from cablehouse.steps.build_batch import build_batch
from cablehouse.steps.discover import discover
from cablehouse.steps.load import load
from cablehouse.steps.plan import plan
from cablehouse.steps.publish import publish
from cablehouse.steps.reparse import find_stale
from cablehouse.steps.retract import withdraw
from cablehouse.steps.retry import find_quarantined
from cablehouse.steps.validate import validate
from cablehouse.workspace import Workspace

__all__ = [
    "build_batch",
    "discover",
    "fail",
    "find_quarantined",
    "find_stale",
    "load",
    "plan",
    "publish",
    "reparse",
    "report",
    "retract",
    "retry",
    "run",
    "validate",
    "withdraw",
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
    is_readmitting: bool = False,
    on_progress: OnProgress | None = None,
) -> RunReport:
    """One run from dump files to published warehouse, all steps in this process.

    Args:
        settings: Settings of the installation.
        paths: As for `discover`.
        engine: `local` or `spark`.
        is_strict: Whether one quarantined record fails the run.
        workers: Processes that read and parse; None takes the setting.
        is_readmitting: Whether contents that were retracted or rolled back may come in again.
        on_progress: Called a few times a second.

    Returns:
        How the run ended; expected errors after `discover` end as `failed`, they do not raise.

    Raises:
        InputNotFound: A path does not exist.
        ExtraMissing: The engine needs an optional part that is not installed.
    """
    build = engine_named(engine)
    found = discover(
        settings,
        paths,
        engine=engine,
        is_strict=is_strict,
        workers=workers,
        is_readmitting=is_readmitting,
    )
    if found.run_id is None:
        return endings.nothing_new(found, engine)
    return _carry(settings, found.run_id, build, on_progress)


def reparse(
    settings: Settings,
    batch_ids: Sequence[str] | None = None,
    *,
    engine: Engine = "local",
    workers: int | None = None,
    on_progress: OnProgress | None = None,
) -> RunReport:
    """Read again what an older version read; arguments as for `find_stale` and `run`.

    Raises:
        NoWarehouse: Nothing was published yet.
        NoSuchBatch: A batch is not in the warehouse.
        ExtraMissing: The engine needs an optional part that is not installed.
    """
    build = engine_named(engine)
    found = find_stale(settings, batch_ids, engine=engine, workers=workers)
    if found.run_id is None:
        return endings.nothing_new(found, engine)
    return _carry(settings, found.run_id, build, on_progress)


def retry(settings: Settings, ids: Sequence[str] = ()) -> RunReport:
    """Read quarantined records again; arguments as for `find_quarantined`.

    Raises:
        NoWarehouse: Nothing was published yet.
        NoSuchQuarantined: An id is not that of one quarantined record.
    """
    found = find_quarantined(settings, ids)
    if found.run_id is None:
        return endings.nothing_new(found, "local")
    return _carry(settings, found.run_id, engine_named("local"), None)


def retract(settings: Settings, batch_id: str, *, reason: str, by: str) -> RunReport:
    """Take a batch out again, completely; arguments as for `withdraw`.

    Raises:
        NoWarehouse: Nothing was published yet.
        NoSuchBatch: The warehouse never held it.
        AlreadyRetracted: It was taken out before.
    """
    run_id = withdraw(settings, batch_id, reason=reason, by=by)
    step = "load"
    with Workspace(settings, run_id).alive():
        try:
            load(settings, run_id)
            step = "publish"
            publish(settings, run_id)
        except (Exception, KeyboardInterrupt) as error:
            return _end(settings, run_id, step, error)
        return report(settings, run_id)


def _carry(
    settings: Settings, run_id: str, build: Build, on_progress: OnProgress | None
) -> RunReport:
    """All steps of a run that was opened."""
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
        except (Exception, KeyboardInterrupt) as error:
            return _end(settings, run_id, step, error)
    return report(settings, run_id)


def _end(settings: Settings, run_id: str, step: str, error: BaseException) -> RunReport:
    """End a run that an error or somebody stopped; a stop goes on, unless the run was published."""
    if isinstance(error, KeyboardInterrupt):
        ended = fail(settings, run_id, step, STOPPED)
        if ended.outcome != "published":
            raise error
        return ended
    log.error(
        "failed", step=step, run_id=run_id, error=str(error), exc_info=not is_explained(error)
    )
    return fail(settings, run_id, step, describe(error))
