"""Makes the run visible: batches into the lake, readers to the new generation."""

from __future__ import annotations

from datetime import UTC, timedelta

import structlog

from cablehouse.lake import move_into_lake
from cablehouse.locking import writer_lock
from cablehouse.quarantine import move_into_quarantine
from cablehouse.reports import PublishReport
from cablehouse.runs import now
from cablehouse.settings import Settings
from cablehouse.steps.load import build_beside
from cablehouse.workspace import Workspace

log = structlog.get_logger(__name__)


def publish(settings: Settings, run_id: str) -> PublishReport:
    """Move the batches into the lake and switch readers to the new generation.

    The switch of the link is the one moment at which the run becomes visible. When another run has
    published since `load`, the generation is built again on top of that one.

    Raises:
        HomeBusy: Another run has been loading for longer than `lock_seconds`.
    """
    from warehouse.publish import current_generation, prune_generations
    from warehouse.publish import publish as switch

    space = Workspace.open(settings, run_id)
    with writer_lock(settings):
        current = current_generation(settings.warehouse_file)
        report = space.load_report()
        is_switched = (
            report is not None and current is not None and report.generation == current.name
        )
        if report is None or (not is_switched and report.base != (current and current.name)):
            report = build_beside(settings, space)
        if report.generation is not None and not is_switched:
            for batch_id, folder in space.batch_folders().items():
                move_into_lake(folder, settings.lake, batch_id)
            move_into_quarantine(space.batch_folders().values(), settings.quarantine, run_id)
            generation = settings.generations / report.generation
            switch(generation, settings.warehouse_file, expected_base=current)
        pruned = prune_generations(
            settings.warehouse_file,
            settings.keep_generations,
            youngest=(now() - timedelta(days=settings.keep_days)).replace(tzinfo=UTC).timestamp(),
            unpublished=settings.unpublished(),
        )
    log.info("published", run_id=run_id, generation=report.generation, cables=report.cable_count)
    return PublishReport(
        run_id=run_id,
        generation=report.generation,
        loaded_count=report.loaded_count,
        pruned=tuple(path.name for path in pruned),
    )
