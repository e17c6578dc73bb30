"""Builds the next generation of the warehouse beside the published one."""

from __future__ import annotations

import structlog

from cablehouse import endings
from cablehouse.locking import writer_lock
from cablehouse.reports import LoadReport
from cablehouse.settings import Settings
from cablehouse.workspace import Workspace

log = structlog.get_logger(__name__)


def load(settings: Settings, run_id: str) -> LoadReport:
    """Build the next generation of the warehouse beside the published one.

    Raises:
        HomeBusy: Another run has been loading for longer than `lock_seconds`.
        LoadCheckFailed: The built generation is not sound; nothing was published.
    """
    with writer_lock(settings):
        return build_beside(settings, Workspace.open(settings, run_id))


def build_beside(settings: Settings, space: Workspace) -> LoadReport:
    """Build the generation; the caller holds the writer lock."""
    from warehouse.bookkeeping import known_batches
    from warehouse.load import build_generation
    from warehouse.publish import current_generation

    base = current_generation(settings.warehouse_file)
    known = known_batches(base)
    batches = {
        batch_id: folder
        for batch_id, folder in space.batch_folders().items()
        if batch_id not in known
    }
    base_name = base.name if base else None
    if not batches:
        done = LoadReport(run_id=space.run_id, base=base_name, generation=None)
    else:
        generation = settings.generations / f"{space.run_id}.duckdb"
        loaded = build_generation(
            base=base,
            target=generation,
            batches=batches,
            lake=settings.lake,
            run=endings.run_row(space),
            quality=[space.quality],
            failed_runs=endings.failed_rows(settings),
        )
        done = LoadReport(
            run_id=space.run_id,
            base=base_name,
            generation=generation.name,
            record_count=loaded.record_count,
            loaded_count=loaded.loaded_count,
            duplicate_count=loaded.duplicate_count,
            superseded_count=loaded.superseded_count,
            quarantined_count=loaded.quarantined_count,
            cable_count=loaded.cable_count,
        )
    space.write_load(done)
    log.info("loaded", **done.model_dump())
    return done
