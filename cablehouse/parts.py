"""Parts of a batch: records that are parsed together and become one row group of every table.

Where a part ends follows from the records alone, so the Parquet is the same whoever builds the
parts and however many processes do. A crew builds several at once; they come back in their order,
and no more are under way than the crew can hold, so memory does not grow with the batch.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass

import pyarrow as pa
import structlog

from cablehouse.quarantine import describe_refusal, quarantine_table
from transforms.parse.cable import Cable
from transforms.parse.parse import parse_by_steps
from transforms.read.record import Record, Refusal
from transforms.tables.rows import Origin, Reading, build_tables, read_as

_PART_CHARACTERS = 8 * 1024 * 1024
"""Text that a part gathers; keeps memory flat when cables are long."""

_RAW_BYTES = 1024 * 1024
"""Bytes of a refused record that are kept."""

_TOGETHER = 100
"""Records of which the parser takes the same step before the next."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of some records of a batch.

    Attributes:
        tables: Table of the lake, and `quarantine` -> rows.
        record_count: Records that they came from.
        refused: Those of them that could not be understood, for people to read.
    """

    tables: dict[str, pa.Table]
    record_count: int
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Crew:
    """Processes that build parts.

    Attributes:
        pool: Runs them.
        size: How many there are.
    """

    pool: Executor
    size: int


def gather(
    items: Iterable[Record | Refusal], most_records: int
) -> Iterator[list[Record | Refusal]]:
    """Cut what is read into parts; at least one, which is empty when there is nothing.

    Args:
        items: Records and refusals of a batch in their order.
        most_records: Records that a part gathers at most.
    """
    gathered: list[Record | Refusal] = []
    size = 0
    is_first = True
    for item in items:
        gathered.append(item)
        size += len(item.text) if isinstance(item, Record) else len(item.raw)
        if size >= _PART_CHARACTERS or len(gathered) >= most_records:
            yield gathered
            gathered, size, is_first = [], 0, False
    if gathered or is_first:
        yield gathered


def build_parts(
    origin: Origin, gathered: Iterable[Sequence[Record | Refusal]], crew: Crew | None = None
) -> Iterator[Part]:
    """Parse and build part by part, in order.

    Args:
        origin: The batch.
        gathered: What `gather` yields; taken up only as fast as parts are done.
        crew: Builds several parts at once; None builds them in this process.
    """
    if crew is None:
        for items in gathered:
            yield build_part(origin, items)
        return
    under_way: deque[Future[Part]] = deque()
    for items in gathered:
        under_way.append(crew.pool.submit(build_part, origin, items))
        if len(under_way) > crew.size:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


def build_part(origin: Origin, items: Sequence[Record | Refusal]) -> Part:
    """Parse the records of a part and build its rows.

    Args:
        origin: The batch.
        items: What its reader found; a record that the parser cannot take becomes a refusal.
    """
    readings = list(_read_all(origin, items))
    refused = tuple(describe_refusal(one.refusal) for one in readings if one.refusal is not None)
    return Part(tables_of(readings, origin), len(readings), refused)


def tables_of(readings: Sequence[Reading], origin: Origin) -> dict[str, pa.Table]:
    """The rows of readings: of every table of the lake, and of `quarantine`."""
    refused = [reading for reading in readings if reading.refusal is not None]
    tables = build_tables(readings, origin)
    return {**tables, "quarantine": quarantine_table(refused, origin)}


def _read_all(origin: Origin, items: Sequence[Record | Refusal]) -> Iterator[Reading]:
    for start in range(0, len(items), _TOGETHER):
        group = items[start : start + _TOGETHER]
        results = _parse_together(group)
        for place, item in enumerate(group):
            yield read_as(origin, item if isinstance(item, Record) else None, results[place])


def _parse_together(items: Sequence[Record | Refusal]) -> dict[int, Cable | Refusal]:
    """Take each step of the parser for all records before the next; results by place."""
    done: dict[int, Cable | Refusal] = {}
    under_way: dict[int, tuple[Record, Generator[None, None, Cable | Refusal]]] = {}
    for place, item in enumerate(items):
        if isinstance(item, Record):
            under_way[place] = item, parse_by_steps(item)
        else:
            done[place] = item
    while under_way:
        for place, (record, steps) in list(under_way.items()):
            try:
                next(steps)
            except StopIteration as end:
                done[place] = end.value
            except Exception as error:  # one record must not cost the other millions
                done[place] = _fault(record, error)
            if place in done:
                del under_way[place]
    return done


def _fault(record: Record, error: Exception) -> Refusal:
    log.exception("parser fault", place=str(record.place))
    return Refusal(
        place=record.place,
        reason="parser_fault",
        detail=f"{type(error).__name__}: {error}. Please report it with this record.",
        sha256=record.sha256,
        raw=record.text.encode("utf-8", "replace")[:_RAW_BYTES],
        format=record.format,
    )
