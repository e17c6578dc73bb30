"""Removes what a retraction leaves outside the published file: completely, and safe to repeat.

The generation without the retracted inputs is current by then. Left are older generations, lake
files, refused records and copies in the landing folder. The staging folder of the run stays until
all of them are gone, so a retraction that was killed is finished by the next run.
"""

from __future__ import annotations

from collections.abc import Collection

import structlog

from cablehouse import landing
from cablehouse.lake import keep_rows, prune_orphans
from cablehouse.locking import writer_lock
from cablehouse.quarantine import forget_inputs
from cablehouse.records import write_record
from cablehouse.reports import Retraction
from cablehouse.settings import Settings
from cablehouse.stores import path_of

log = structlog.get_logger(__name__)


def clear_traces(settings: Settings, run_id: str, retraction: Retraction) -> tuple[str, ...]:
    """Remove everything that still holds retracted inputs.

    Args:
        settings: Settings of the installation.
        run_id: The run that retracted; its generation is published.
        retraction: What it took out.

    Returns:
        A line for each thing that was removed, and for each source outside the landing folder,
        which belongs to somebody else and is left.

    Raises:
        HomeBusy: Another run has been writing for longer than `lock_seconds`.
    """
    from cablehouse.sweeping import named_batches

    withdrawn = frozenset(retraction.input_sha256s)
    with writer_lock(settings):
        _keep_record(settings, run_id)
        generations = _forget_generations(settings, withdrawn)
        orphans = prune_orphans(settings.lake, named_batches(settings))
        thinned = _thin_batches(settings, run_id)
        refused = forget_inputs(settings.quarantine, withdrawn)
        copies = landing.find_copies(str(settings.landing), withdrawn)
        for copy in copies:
            path_of(copy.uri).unlink(missing_ok=True)
    deleted = {copy.uri for copy in copies}
    lines = (
        *(f"removed generation {name}" for name in generations),
        *(f"removed batch {batch_id} from the lake" for batch_id in orphans),
        *(f"took its rows out of batch {batch_id} in the lake" for batch_id in thinned),
        *(f"removed refused records from {path}" for path in refused),
        *(f"removed {uri}" for uri in sorted(deleted)),
        *(f"left {uri}: outside the landing folder" for uri in _left(retraction, deleted)),
    )
    log.info("traces cleared", run_id=run_id, lines=len(lines))
    return lines


def _keep_record(settings: Settings, run_id: str) -> None:
    """Write the record beside the generations: readers may be switched to an older one."""
    from warehouse.connect import open_reader
    from warehouse.reads import read

    with open_reader(settings.warehouse_file) as connection:
        rows = read(connection, "retractions_of_run", [run_id])
    write_record(settings.warehouse / "retractions" / f"{run_id}.parquet", "retractions", rows)


def _forget_generations(settings: Settings, withdrawn: Collection[str]) -> list[str]:
    from warehouse.bookkeeping import held_inputs
    from warehouse.door import open_door, remove_generation
    from warehouse.publish import current_generation

    link = settings.warehouse_file
    current = current_generation(link)
    if current is not None:
        open_door(link, current)  # a kill after the switch may have left it at one that goes
    forgotten = []
    for path in sorted(settings.generations.glob("*.duckdb")):
        if path != current and not held_inputs(path).isdisjoint(withdrawn):
            remove_generation(link, path)
            forgotten.append(path.stem)
    return forgotten


def _thin_batches(settings: Settings, run_id: str) -> list[str]:
    """Take the rows out of batches that other inputs keep alive."""
    from warehouse.connect import open_reader
    from warehouse.reads import read

    with open_reader(settings.warehouse_file) as connection:
        batch_ids = [row["batch_id"] for row in read(connection, "retracted_batches", [run_id])]
        for batch_id in batch_ids:
            kept = {row["sighting_id"] for row in read(connection, "batch_sightings", [batch_id])}
            keep_rows(settings.lake, batch_id, kept)
    return batch_ids


def _left(retraction: Retraction, deleted: Collection[str]) -> list[str]:
    return [
        uri
        for uri in retraction.uris
        if uri not in deleted and ("://" in uri or path_of(uri).is_file())
    ]
