"""Read, parse, write: one batch of dump files becomes Parquet in the staging folder."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

import structlog

from cablehouse import landing
from cablehouse.lake import BatchWriter
from cablehouse.parts import Crew, Part, build_parts, gather
from cablehouse.planning import Batch
from cablehouse.reports import BatchSummary, OnProgress, Progress
from cablehouse.settings import Settings
from cablehouse.workspace import Workspace
from transforms.read.record import Record, Refusal, Skipped
from transforms.schema.model import schema_version
from transforms.tables.rows import Origin
from transforms.version import PARSER_VERSION
from warehouse.memory import give_large_blocks_back

_LISTED = 100
"""How many skipped files and refusals a summary lists; all are counted, and kept elsewhere."""

log = structlog.get_logger(__name__)


def build_batch(
    settings: Settings,
    run_id: str,
    batch_id: str,
    on_progress: OnProgress | None = None,
    crew: Crew | None = None,
) -> BatchSummary:
    """Read and parse the files of one batch and write its tables aside.

    A batch that is already finished is not read again, so repeating is safe and cheap.

    Args:
        settings: Settings of the installation.
        run_id: The run.
        batch_id: One of the ids that `plan` returned.
        on_progress: Called whenever a part of the batch is written.
        crew: Processes over which its parsing is spread; None does all of it here.

    Raises:
        RunGone: The run's folder is not there any more.
        TransientError: A file could not be read for reasons of the machine.
    """
    space = Workspace.open(settings, run_id)
    if (done := space.summary(batch_id)) is not None:
        return done
    give_large_blocks_back()
    started = time.monotonic()
    batch = space.batch(batch_id)
    origin = Origin(run_id, batch_id, PARSER_VERSION, space.state().started_at)
    tally = _Tally(on_progress)
    with BatchWriter(space.batch_folder(batch_id)) as writer:
        items = tally.without_skipped(_read(batch, settings))
        for part in build_parts(origin, gather(items, settings.row_group_rows), crew):
            writer.write(part.tables)
            tally.count(part)
        writer.write_rows("batches", [_batch_row(origin, batch, tally)])
        writer.write_rows("inputs", _input_rows(batch))
    summary = tally.summary(batch, time.monotonic() - started)
    space.write_summary(summary)
    log.info(
        "built batch",
        run_id=run_id,
        batch_id=batch_id,
        records=summary.record_count,
        cables=summary.cable_count,
        quarantined=summary.quarantined_count,
        seconds=round(summary.seconds, 2),
    )
    return summary


def _read(batch: Batch, settings: Settings) -> Iterator[Record | Refusal | Skipped]:
    limits = landing.limits_of(settings)
    for file in batch.inputs:
        items = landing.read_input(file, limits)
        yield from items if batch.retry_of is None else _chosen(batch, items)


def _chosen(
    batch: Batch, items: Iterable[Record | Refusal | Skipped]
) -> Iterator[Record | Refusal]:
    """Of everything in a file, what a retry is to read."""
    chosen = set(batch.chosen)
    read = {(sha256, member): count for sha256, member, count in batch.records_read}
    for item in items:
        if isinstance(item, Skipped):
            continue
        member, number = item.place.member, item.place.record
        is_new = number > read.get((member.input_sha256, member.path), 0)
        if is_new or (member.input_sha256, member.path, number) in chosen:
            yield item


def _batch_row(origin: Origin, batch: Batch, tally: _Tally) -> dict[str, object]:
    return {
        "batch_id": origin.batch_id,
        "run_id": origin.run_id,
        "parser_version": origin.parser_version,
        "schema_version": schema_version(),
        "input_count": len(batch.inputs),
        "record_count": tally.record_count,
        "cable_count": tally.cable_count,
        "retry_of": batch.retry_of,
    }


def _input_rows(batch: Batch) -> list[dict[str, object]]:
    return [
        {
            "batch_id": batch.batch_id,
            "input_sha256": file.sha256,
            "uri": file.uri,
            "size_bytes": file.size_bytes,
        }
        for file in batch.inputs
    ]


class _Tally:
    """Counts what a batch brings, while it is read."""

    def __init__(self, on_progress: OnProgress | None) -> None:
        self.record_count = 0
        self.cable_count = 0
        self._refused: list[str] = []
        self._skipped: list[str] = []
        self._skipped_count = 0
        self._on_progress = on_progress

    def without_skipped(
        self, items: Iterable[Record | Refusal | Skipped]
    ) -> Iterator[Record | Refusal]:
        for item in items:
            if not isinstance(item, Skipped):
                yield item
                continue
            self._skipped_count += 1
            if len(self._skipped) < _LISTED:
                self._skipped.append(f"{item.member}: {item.why}")

    def count(self, part: Part) -> None:
        self.record_count += part.record_count
        self.cable_count += part.record_count - len(part.refused)
        self._refused.extend(part.refused[: _LISTED - len(self._refused)])
        if self._on_progress:
            self._on_progress(Progress(step="build_batch", records=self.record_count))

    def summary(self, batch: Batch, seconds: float) -> BatchSummary:
        return BatchSummary(
            batch_id=batch.batch_id,
            input_count=len(batch.inputs),
            input_bytes=batch.size_bytes,
            record_count=self.record_count,
            cable_count=self.cable_count,
            quarantined_count=self.record_count - self.cable_count,
            skipped=tuple(self._skipped),
            skipped_count=self._skipped_count,
            quarantined=tuple(self._refused),
            seconds=seconds,
        )
