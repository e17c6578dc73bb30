"""Which quarantined records are left? Opens a run that reads them again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import structlog

from cablehouse import sweeping
from cablehouse.errors import NoSuchQuarantined
from cablehouse.landing import InputFile
from cablehouse.planning import Batch
from cablehouse.reports import Discovery
from cablehouse.settings import Settings
from cablehouse.steps.reparse import find_again, open_run
from cablehouse.workspace import Workspace
from transforms.schema.model import schema_version
from transforms.tables.identity import name_batch
from transforms.version import PARSER_VERSION

log = structlog.get_logger(__name__)


def find_quarantined(settings: Settings, ids: Sequence[str] = ()) -> Discovery:
    """Find records that could not be read, and open a run that reads them again.

    Each batch that has some gets a batch of its own beside it, which holds nothing but these
    records. They are read from their source; where it is gone the refusal stays.

    Args:
        settings: Settings of the installation.
        ids: Sightings of quarantined records, or the start of their ids; none for all.

    Returns:
        The run, or none when nothing is left to read; and the inputs that are gone.

    Raises:
        NoWarehouse: Nothing was published yet.
        NoSuchQuarantined: An id is not that of one quarantined record.
    """
    from warehouse.connect import open_reader
    from warehouse.reads import read

    sweeping.sweep(settings)
    with open_reader(settings.warehouse_file) as connection:
        rows = []
        for wanted in ids or ("",):
            found = read(connection, "quarantined", [wanted])
            if wanted and len(found) != 1:
                raise NoSuchQuarantined(wanted, len(found))
            rows += found
        inputs = sorted({row["input_sha256"] for row in rows})
        counts = read(connection, "records_read", [inputs])
    files, gone = find_again(
        settings, sorted({(row["input_sha256"], row["source_uri"]) for row in rows})
    )
    # One copy of each content is enough: its records are the same under every name.
    files = list({file.sha256: file for file in reversed(files)}.values())
    there = {file.sha256 for file in files}
    batches = _plan([row for row in rows if row["input_sha256"] in there], files, counts)
    run_id = None
    if batches:
        run_id = open_run(settings, "retry", files, gone)
        Workspace(settings, run_id).write_plan(batches)
    log.info("quarantined", run_id=run_id, records=len(rows), gone=len(gone))
    return Discovery(
        run_id=run_id,
        new_count=len(files),
        new_bytes=sum(file.size_bytes for file in files),
        known_count=0,
        gone=gone,
    )


def _plan(
    rows: Sequence[dict[str, Any]], files: Sequence[InputFile], counts: Sequence[dict[str, Any]]
) -> list[Batch]:
    by_base: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_base[row["base_batch_id"]].append(row)
    batches = []
    for base, chosen in sorted(by_base.items()):
        contents = {row["input_sha256"] for row in chosen}
        inputs = tuple(file for file in files if file.sha256 in contents)
        batches.append(
            Batch(
                # Named by the readings that are tried again, so that a second try is another batch.
                batch_id=name_batch(
                    [row["sighting_id"] for row in chosen], PARSER_VERSION, schema_version()
                ),
                inputs=inputs,
                retry_of=base,
                chosen=tuple(
                    (row["input_sha256"], row["source_member"], row["source_record"])
                    for row in chosen
                ),
                records_read=tuple(
                    (row["input_sha256"], row["source_member"], row["record_count"])
                    for row in counts
                    if row["input_sha256"] in contents
                ),
            )
        )
    return batches
