"""Switches readers to another generation, and sees to it that the next run knows what that means.

The generation that is left may hold dumps that the other one does not. They are withheld from then
on: a run that finds them passes them over and says so, for bringing them back by itself would undo
the rollback at the next full hour, and forgetting them would lose data without a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import structlog

from cablehouse.errors import AlreadyCurrent, NoSuchGeneration
from cablehouse.locking import writer_lock
from cablehouse.records import write_record
from cablehouse.reports import RollbackReport
from cablehouse.runs import new_run_id, now
from cablehouse.settings import Settings

log = structlog.get_logger(__name__)


def roll_back(
    settings: Settings, generation: str | None = None, *, by: str, reason: str | None = None
) -> RollbackReport:
    """Switch readers to an older generation, or forward again.

    The record is written first and counts from the switch on; a rollback that was killed before
    it never happened.

    Args:
        settings: Settings of the installation.
        generation: The run that built it, or the start of its id; None for the one before the
            current.
        by: Who asks for it.
        reason: Why.

    Returns:
        From where to where, and how many inputs are withheld.

    Raises:
        NoWarehouse: Nothing was published yet.
        NoSuchGeneration: It was never published, or was cleaned up.
        AlreadyCurrent: Readers are there already.
        HomeBusy: Another run has been writing for longer than `lock_seconds`.
    """
    from cablehouse.sweeping import sweep
    from warehouse.bookkeeping import held_inputs
    from warehouse.publish import current_generation, publish
    from warehouse.versions import published_generations

    sweep(settings)
    with writer_lock(settings):
        current = current_generation(settings.warehouse_file)
        known = published_generations(settings.warehouse_file, settings.unpublished())
        target = _choose(known, current, generation)
        path = settings.generations / f"{target}.duckdb"
        assert current is not None  # noqa: S101 - `_choose` found generations
        if path == current:
            raise AlreadyCurrent(target)
        withheld = sorted(held_inputs(current) - held_inputs(path))
        at = now()
        rollback_id = new_run_id(at)
        folder = settings.warehouse / "rollbacks"
        row = {
            "rollback_id": rollback_id,
            "rolled_back_at": at,
            "rolled_back_by": by,
            "reason": reason,
            "from_generation": current.stem,
            "to_generation": target,
            "input_sha256s": withheld,
        }
        pending = folder / f"{rollback_id}.pending"
        write_record(pending, "rollbacks", [row])
        publish(path, settings.warehouse_file, expected_base=current)
        pending.rename(folder / f"{rollback_id}.parquet")
    log.info("rolled back", source=current.stem, target=target, withheld=len(withheld), by=by)
    return RollbackReport(
        rollback_id=rollback_id,
        from_generation=current.stem,
        to_generation=target,
        withheld_count=len(withheld),
    )


def settle_rollbacks(settings: Settings) -> None:
    """Finish or drop the records of rollbacks that were killed; the caller holds the lock."""
    import pyarrow.parquet as pq

    from warehouse.publish import current_generation

    current = current_generation(settings.warehouse_file)
    for pending in sorted((settings.warehouse / "rollbacks").glob("*.pending")):
        (target,) = pq.read_table(pending).column("to_generation").to_pylist()
        if current is not None and current.stem == target:
            pending.rename(pending.with_suffix(".parquet"))
        else:
            pending.unlink()


def _choose(known: Sequence[Path], current: Path | None, wanted: str | None) -> str:
    """The generation that is meant; the newest one older than the current by default."""
    names = [path.stem for path in known]
    if wanted is None:
        older = [name for name in names if current is not None and name < current.stem]
        if not older:
            raise NoSuchGeneration(None, tuple(names))
        return max(older)
    wanted = wanted.removesuffix(".duckdb")
    found = [name for name in names if name.startswith(wanted)]
    if len(found) != 1:
        raise NoSuchGeneration(wanted, tuple(names))
    return found[0]
