"""Takes a batch out again: opens a run whose load withdraws the inputs of that batch."""

from __future__ import annotations

import structlog

from cablehouse import sweeping
from cablehouse.errors import AlreadyRetracted, NoSuchBatch
from cablehouse.reports import Retraction
from cablehouse.runs import now
from cablehouse.settings import Settings
from cablehouse.steps.reparse import open_run
from cablehouse.workspace import Workspace

log = structlog.get_logger(__name__)


def withdraw(settings: Settings, batch_id: str, *, reason: str, by: str) -> str:
    """Open a run that takes a batch out; `load`, `publish` and `report` carry it on.

    What is taken out are the inputs of the batch, from every batch that read them: a dump that was
    parsed again by a newer version must not live on in its older or newer reading.

    Args:
        settings: Settings of the installation.
        batch_id: The batch, as `batches` lists it.
        reason: Why; goes into the record.
        by: Who takes it out.

    Returns:
        The run.

    Raises:
        NoWarehouse: Nothing was published yet.
        NoSuchBatch: The warehouse never held it.
        AlreadyRetracted: It was taken out before.
    """
    from warehouse.connect import open_reader
    from warehouse.reads import read

    sweeping.sweep(settings)
    with open_reader(settings.warehouse_file) as connection:
        inputs = read(connection, "batch_inputs", [batch_id])
        if not inputs:
            before = read(connection, "retraction_of_batch", [batch_id])
            if before:
                raise AlreadyRetracted(
                    batch_id,
                    f"{before[0]['retracted_at']:%Y-%m-%d %H:%M}",
                    before[0]["retracted_by"],
                )
            raise NoSuchBatch(batch_id)
    run_id = open_run(settings, "retract", [])
    retraction = Retraction(
        batch_id=batch_id,
        retracted_at=now(),
        retracted_by=by,
        reason=reason,
        input_sha256s=tuple(sorted({row["input_sha256"] for row in inputs})),
        uris=tuple(row["uri"] for row in inputs),
    )
    Workspace(settings, run_id).write_retraction(retraction)
    log.info("to be taken out", run_id=run_id, batch_id=batch_id, inputs=len(inputs), by=by)
    return run_id
