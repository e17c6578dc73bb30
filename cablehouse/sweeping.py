"""Clearing what dead runs left behind; the first thing every run does."""

from __future__ import annotations

from datetime import timedelta

import structlog
from filelock import FileLock, Timeout

from cablehouse import endings
from cablehouse.lake import prune_orphans
from cablehouse.reports import RunState
from cablehouse.rollbacks import settle_rollbacks
from cablehouse.runs import instant_of, now
from cablehouse.settings import Settings
from cablehouse.workspace import Workspace

log = structlog.get_logger(__name__)


def sweep(settings: Settings) -> list[str]:
    """End runs whose process died, and remove batches that no generation names.

    Batches of every generation that is there are kept, not only of the current one: readers may be
    switched to another generation, and the next load then looks for its batches.

    A run of the command line is dead when no process holds its lock, a run of Airflow when it has
    been silent for `stale_hours`. While another run is publishing, the lake is left alone.

    Returns:
        Ids of the runs that were given up.
    """
    ended = [folder.name for folder in sorted(settings.staging.glob("*")) if folder.is_dir()]
    dead = [run_id for run_id in ended if _end_if_dead(settings, Workspace(settings, run_id))]
    try:
        with FileLock(settings.home / ".writer.lock", timeout=0):
            settle_rollbacks(settings)
            orphans = prune_orphans(settings.lake, named_batches(settings))
    except Timeout:
        return dead
    if dead or orphans:
        log.warning("swept up after dead runs", runs=dead, orphans=orphans)
    return dead


def named_batches(settings: Settings) -> frozenset[str]:
    """Batches that any generation holds."""
    from warehouse.bookkeeping import known_batches

    files = settings.generations.glob("*.duckdb")
    return frozenset(batch for path in files for batch in known_batches(path))


def _end_if_dead(settings: Settings, space: Workspace) -> bool:
    if (settings.runs / f"{space.run_id}.json").is_file():
        space.remove()
        return False
    if not (space.folder / "run.json").is_file():
        space.remove()
        return False
    state = space.state()
    if space.is_carried() or (state.engine == "airflow" and not _is_silent(settings, space, state)):
        return False
    endings.give_up(
        settings,
        space.run_id,
        "unknown",
        "The process ended without a word (killed, or the machine went down). Nothing was "
        "published; the next run reads the same files again.",
    )
    return True


def _is_silent(settings: Settings, space: Workspace, state: RunState) -> bool:
    touched = max(path.stat().st_mtime for path in space.folder.rglob("*"))
    age = now() - max(state.started_at, instant_of(touched))
    return age > timedelta(hours=settings.stale_hours)
