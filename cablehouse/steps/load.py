"""Builds the next generation of the warehouse beside the published one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from cablehouse import endings
from cablehouse.errors import InputsWithheld
from cablehouse.locking import writer_lock
from cablehouse.records import kept_records, withheld_inputs
from cablehouse.reports import LoadReport
from cablehouse.settings import Settings
from cablehouse.workspace import Workspace
from warehouse.memory import give_freed_back, give_large_blocks_back

if TYPE_CHECKING:
    from warehouse.withdraw import Withdrawal

log = structlog.get_logger(__name__)


def load(settings: Settings, run_id: str) -> LoadReport:
    """Build the next generation of the warehouse beside the published one.

    Raises:
        HomeBusy: Another run has been loading for longer than `lock_seconds`.
        InputsWithheld: Inputs were retracted or rolled back since the run was started.
        LoadCheckFailed: The built generation is not sound; nothing was published.
    """
    with writer_lock(settings):
        return build_beside(settings, Workspace.open(settings, run_id))


def build_beside(settings: Settings, space: Workspace) -> LoadReport:
    """Build the generation; the caller holds the writer lock."""
    from warehouse.bookkeeping import known_batches
    from warehouse.load import build_generation
    from warehouse.publish import current_generation

    give_large_blocks_back()
    give_freed_back()
    _refuse_withheld(settings, space)
    base = current_generation(settings.warehouse_file)
    known = known_batches(base)
    batches = {
        batch_id: folder
        for batch_id, folder in space.batch_folders().items()
        if batch_id not in known
    }
    base_name = base.name if base else None
    withdrawal = _withdrawal(base, space)
    if not batches and withdrawal is None:
        done = LoadReport(run_id=space.run_id, base=base_name, generation=None)
    else:
        generation = settings.generations / f"{space.run_id}.duckdb"
        loaded = build_generation(
            base=base,
            target=generation,
            batches=batches,
            lake=settings.lake,
            run=endings.run_row(space),
            earlier_runs=endings.earlier_rows(settings),
            beside={
                "quality": _results(settings, space),
                **kept_records(settings),
            },
            withdrawal=withdrawal,
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


def _withdrawal(base: Path | None, space: Workspace) -> Withdrawal | None:
    """What the run takes out; None when it takes out nothing, or another run has done so."""
    from warehouse.bookkeeping import held_inputs
    from warehouse.withdraw import Withdrawal

    retraction = space.retraction()
    if retraction is None or base is None:
        return None
    held = held_inputs(base).intersection(retraction.input_sha256s)
    if not held:
        return None
    return Withdrawal(
        tuple(sorted(held)), retraction.retracted_at, retraction.retracted_by, retraction.reason
    )


def _refuse_withheld(settings: Settings, space: Workspace) -> None:
    if space.state().is_readmitting:
        return
    withheld = withheld_inputs(settings)
    count = sum(file.sha256 in withheld for file in space.inputs())
    if count:
        raise InputsWithheld(space.run_id, count)


def _results(settings: Settings, space: Workspace) -> list[Path]:
    """Validation results of this run and of failed runs before it."""
    failed = sorted(settings.runs.glob("*.quality.parquet"))
    return [path for path in (*failed, space.quality) if path.is_file()]
