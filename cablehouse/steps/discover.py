"""What is new? The first step: finds input files and opens a run for them."""

from __future__ import annotations

import os
import socket
from collections.abc import Sequence

import structlog

from cablehouse import landing, sweeping
from cablehouse.hashes import Hashes
from cablehouse.records import withheld_inputs
from cablehouse.reports import Discovery, Engine, RunState
from cablehouse.runs import new_run_id, now
from cablehouse.settings import Settings
from cablehouse.workspace import Workspace
from transforms.read.names import printable
from transforms.schema.model import schema_version
from transforms.version import PARSER_VERSION

_LISTED = 100
"""How many passed-over files a report lists."""

log = structlog.get_logger(__name__)


def discover(
    settings: Settings,
    paths: Sequence[str] | None = None,
    *,
    engine: Engine = "local",
    is_strict: bool = False,
    workers: int | None = None,
    is_readmitting: bool = False,
) -> Discovery:
    """Find input files whose content the warehouse does not hold, and open a run for them.

    What dead runs left behind is swept first. Contents that were retracted or rolled back are
    passed over, unless they are asked for.

    Args:
        settings: Settings of the installation.
        paths: Files, folders and object-store URLs; None for the landing folder, where files that
            are still being written are left for the next run.
        engine: What spreads the work; only recorded here.
        is_strict: Whether one quarantined record fails the run.
        workers: Processes that read and parse; None takes the setting.
        is_readmitting: Whether contents that were retracted or rolled back may come in again.

    Returns:
        The run, or none when nothing is new: then nothing was written.

    Raises:
        InputNotFound: A path does not exist.
    """
    from warehouse.bookkeeping import known_inputs

    settings.landing.mkdir(parents=True, exist_ok=True)
    sweeping.sweep(settings)
    settle = settings.settle_seconds if paths is None else 0.0
    hashes = Hashes(settings.home / "hashes.json")
    found = landing.find_inputs(
        paths or [str(settings.landing)],
        settle_seconds=settle,
        now=now(),
        hashes=hashes,
        besides=settings.own_paths(),
    )
    hashes.save()
    known = known_inputs(settings.warehouse_file, PARSER_VERSION, schema_version())
    unknown = [file for file in found if file.sha256 not in known]
    withheld = {} if is_readmitting else withheld_inputs(settings)
    new = [file for file in unknown if file.sha256 not in withheld]
    passed_over = tuple(
        f"{file.uri}: {withheld[file.sha256]}" for file in unknown if file.sha256 in withheld
    )
    if passed_over:
        log.warning("withheld", files=len(passed_over), first=passed_over[0])
    known_count = len(found) - len(unknown)
    size = sum(file.size_bytes for file in new)
    run_id = None
    if new:
        started_at = now()
        run_id = new_run_id(started_at)
        state = RunState(
            run_id=run_id,
            started_at=started_at,
            engine=engine,
            workers=workers or settings.workers or os.cpu_count() or 1,
            is_strict=is_strict,
            paths=tuple(map(printable, paths or [str(settings.landing)])),
            host=socket.gethostname(),
            known_count=known_count,
            withheld=passed_over[:_LISTED],
            is_readmitting=is_readmitting,
        )
        Workspace(settings, run_id).start(state, new)
    log.info("discovered", run_id=run_id, new=len(new), bytes=size, known=known_count)
    return Discovery(
        run_id=run_id,
        new_count=len(new),
        new_bytes=size,
        known_count=known_count,
        withheld=passed_over[:_LISTED],
    )
