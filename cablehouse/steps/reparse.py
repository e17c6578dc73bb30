"""Which dumps did an older version read? Opens a run that reads them again."""

from __future__ import annotations

import os
import socket
from collections.abc import Sequence
from datetime import datetime

import structlog

from cablehouse import landing, sweeping
from cablehouse.errors import NoSuchBatch
from cablehouse.landing import InputFile
from cablehouse.reports import Discovery, Engine, RunKind, RunState
from cablehouse.runs import new_run_id, now
from cablehouse.settings import Settings
from cablehouse.workspace import Workspace
from transforms.schema.model import schema_version
from transforms.version import PARSER_VERSION

log = structlog.get_logger(__name__)


def find_stale(
    settings: Settings,
    batch_ids: Sequence[str] | None = None,
    *,
    loaded_from: datetime | None = None,
    loaded_until: datetime | None = None,
    engine: Engine = "local",
    workers: int | None = None,
) -> Discovery:
    """Find the inputs that an older version read, and open a run that reads them again.

    The batches of that run are new ones, for the id of a batch follows from inputs and versions;
    the older ones stay in the lake and count no more. An input whose file is gone, or holds
    something else by now, is looked for in the landing folder; when it is not there either, it is
    reported, and what was read of it before stays.

    Args:
        settings: Settings of the installation.
        batch_ids: Batches to look at; None for all.
        loaded_from: First start of the runs that read them; None for any.
        loaded_until: The start from which on runs are left out; None for any.
        engine: What spreads the work; only recorded here.
        workers: Processes that read and parse; None takes the setting.

    Returns:
        The run, or none when there is nothing to read again; and the inputs that are gone.

    Raises:
        NoWarehouse: Nothing was published yet.
        NoSuchBatch: A batch is not in the warehouse.
    """
    from warehouse.bookkeeping import known_batches
    from warehouse.connect import open_reader
    from warehouse.publish import current_generation
    from warehouse.reads import read

    sweeping.sweep(settings)
    with open_reader(settings.warehouse_file) as connection:
        asked = list(batch_ids) if batch_ids else None
        known = known_batches(current_generation(settings.warehouse_file))
        for batch_id in asked or ():
            if batch_id not in known:
                raise NoSuchBatch(batch_id)
        rows = read(
            connection,
            "stale_inputs",
            [PARSER_VERSION, schema_version(), asked, loaded_from, loaded_until],
        )
    found, gone = find_again(settings, [(row["input_sha256"], row["uri"]) for row in rows])
    run_id = None
    if found:
        run_id = open_run(settings, "reparse", found, gone, engine=engine, workers=workers)
    log.info("stale", run_id=run_id, inputs=len(found), gone=len(gone))
    return Discovery(
        run_id=run_id,
        new_count=len(found),
        new_bytes=sum(file.size_bytes for file in found),
        known_count=0,
        gone=gone,
    )


def find_again(
    settings: Settings, wanted: Sequence[tuple[str, str]]
) -> tuple[list[InputFile], tuple[str, ...]]:
    """Look for inputs where they were read, and then for their copies in the landing folder.

    Args:
        settings: Settings of the installation.
        wanted: SHA-256 and path or URL of each.

    Returns:
        The files that still have that content, and a line for each content that is nowhere.
    """
    found = [file for sha256, uri in wanted if (file := landing.find_again(uri, sha256))]
    missing = dict(wanted)
    for file in found:
        missing.pop(file.sha256, None)
    if missing:
        copies = landing.find_copies(str(settings.landing), set(missing))
        found += copies
        for file in copies:
            missing.pop(file.sha256, None)
    gone = tuple(
        f"{uri}: gone, or changed since it was read (SHA-256 {sha256[:16]}...). What was read of "
        "it stays; put the file back and run again."
        for sha256, uri in sorted(missing.items(), key=lambda item: item[1])
    )
    for line in gone:
        log.error("input gone", input=line)
    return found, gone


def open_run(
    settings: Settings,
    kind: RunKind,
    inputs: Sequence[InputFile],
    gone: tuple[str, ...] = (),
    *,
    engine: Engine = "local",
    workers: int | None = None,
) -> str:
    """Open a run for inputs that are known already; returns its id."""
    started_at = now()
    run_id = new_run_id(started_at)
    state = RunState(
        run_id=run_id,
        started_at=started_at,
        kind=kind,
        engine=engine,
        workers=workers or settings.workers or os.cpu_count() or 1,
        is_strict=False,
        paths=(),
        host=socket.gethostname(),
        known_count=0,
        gone=gone,
    )
    Workspace(settings, run_id).start(state, inputs)
    return run_id
