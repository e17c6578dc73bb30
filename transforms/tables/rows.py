"""Readings -> Arrow tables, one per table of the lake.

The columns and their order are those of `transforms/schema`. A value comes from the field of the
same name of the parsed cable (or its child), else from where the record was read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

import pyarrow as pa

from transforms.parse.cable import Cable
from transforms.read.names import printable
from transforms.read.record import Place, Record, Refusal
from transforms.schema.arrow import arrow_schema
from transforms.tables.identity import hash_content, name_sighting, squeeze

CHILDREN = ("paragraphs", "refs", "mentions", "tags", "recipients")


@dataclass(frozen=True, slots=True)
class Origin:
    """What all rows of a batch have in common.

    Attributes:
        run_id: The run that reads.
        batch_id: The batch that is read.
        parser_version: Version of the parsing rules.
        read_at: Start of the run, UTC, naive.
    """

    run_id: str
    batch_id: str
    parser_version: str
    read_at: datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """One record read and what became of it: a cable, or a refusal.

    Attributes:
        sighting_id: Its id in the ledger.
        record: The record; None when the reader itself refused.
        cable: What the parser made of it; None when it was refused.
        refusal: Why it was refused; None when it was parsed.
    """

    sighting_id: str
    record: Record | None
    cable: Cable | None
    refusal: Refusal | None

    @property
    def place(self) -> Place:
        """Where the record stands."""
        source = self.refusal or self.record
        assert source is not None  # noqa: S101 - a reading always has one of the two
        return source.place


def read_as(origin: Origin, record: Record | None, result: Cable | Refusal) -> Reading:
    """Join a record with what the parser made of it.

    Args:
        origin: The batch that is read.
        record: The record; None when the reader refused and there is none.
        result: The parsed cable, or the refusal of the reader or of the parser.
    """
    if isinstance(result, Refusal):
        return Reading(name_sighting(origin.batch_id, result.place), record, None, result)
    if record is None:
        raise ValueError("a cable needs the record that it was parsed from")
    return Reading(name_sighting(origin.batch_id, record.place), record, result, None)


def build_tables(readings: Sequence[Reading], origin: Origin) -> dict[str, pa.Table]:
    """Build the rows of every table of the lake.

    Args:
        readings: Records of one batch in any order.
        origin: What their rows have in common.

    Returns:
        Table name -> rows: `cables` and its children in the physical order of the schema,
        `sightings` in the order given. Outcomes are `loaded` or `quarantined`; the load decides
        which of the loaded ones are duplicates or superseded.
    """
    parsed = sorted((r for r in readings if r.cable is not None), key=_physical_order)
    built = {"cables": _table("cables", parsed, origin)}
    for name in CHILDREN:
        rows = [(r, child) for r in parsed for child in getattr(r.cable, name)]
        built[name] = _child_table(name, rows)
    built["sightings"] = _table("sightings", readings, origin)
    return built


def _physical_order(reading: Reading) -> tuple[datetime, str, str, str]:
    cable = reading.cable
    assert cable is not None  # noqa: S101 - only parsed readings are sorted
    return (cable.sent_at or datetime.max, cable.post, cable.cable_id, reading.sighting_id)


_PLACE: dict[str, Callable[[Reading], Any]] = {
    "sighting_id": lambda r: r.sighting_id,
    "source_uri": lambda r: printable(r.place.member.uri),
    "source_member": lambda r: r.place.member.path and printable(r.place.member.path),
    "source_record": lambda r: r.place.record,
    "source_line": lambda r: r.place.line,
    "source_offset": lambda r: r.place.offset,
    "source_length": lambda r: r.place.length,
    "source_format": lambda r: r.record.format if r.record else r.refusal and r.refusal.format,
    "source_sha256": lambda r: r.record.sha256 if r.record else r.refusal and r.refusal.sha256,
    "input_sha256": lambda r: r.place.member.input_sha256,
}

_METADATA: dict[str, Callable[[Reading], Any]] = {
    "metadata_mrn": lambda r: r.record and r.record.metadata.mrn,
    "metadata_sent_at": lambda r: r.record and r.record.metadata.sent_at,
    "metadata_classification": lambda r: r.record and r.record.metadata.classification,
    "metadata_subject": lambda r: r.record and r.record.metadata.subject,
}

_SIGHTING: dict[str, Callable[[Reading], Any]] = {
    "cable_id": lambda r: r.cable.cable_id if r.cable else r.refusal and r.refusal.cable_id,
    "outcome": lambda r: "quarantined" if r.refusal else "loaded",
    "reason": lambda r: r.refusal and r.refusal.reason,
    "detail": lambda r: r.refusal and r.refusal.detail,
    "repairs": lambda r: list(r.record.repairs) if r.record else [],
    "is_partial": lambda r: r.cable and r.cable.is_partial,
    "redaction_count": lambda r: r.cable and r.cable.redaction_count,
    "is_corrected_copy": lambda r: r.cable and r.cable.is_corrected_copy,
    "section_count": lambda r: r.cable and r.cable.section_count,
    "released_at": lambda r: r.record.metadata.released_at if r.record and r.cable else None,
}

_ORIGIN: dict[str, Callable[[Origin], Any]] = {
    "run_id": lambda origin: origin.run_id,
    "batch_id": lambda origin: origin.batch_id,
    "parser_version": lambda origin: origin.parser_version,
    "first_seen_at": lambda origin: origin.read_at,
}


@cache
def _cable_fields() -> frozenset[str]:
    return frozenset(Cable._fields)


def _table(name: str, readings: Sequence[Reading], origin: Origin) -> pa.Table:
    schema = arrow_schema(name)
    measured = _text_columns(readings) if name == "sightings" else {}
    columns = [
        pa.array(
            measured[column] if column in measured else _column(name, column, readings, origin),
            kind,
        )
        for column, kind in zip(schema.names, schema.types, strict=True)
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def _column(table: str, name: str, readings: Sequence[Reading], origin: Origin) -> list[Any]:
    if table == "sightings" and name in _SIGHTING:
        return [_SIGHTING[name](reading) for reading in readings]
    if table == "cables" and name in _cable_fields():
        return [getattr(reading.cable, name) for reading in readings]
    if name in _METADATA:
        return [_METADATA[name](reading) or None for reading in readings]
    if name in _PLACE:
        return [_PLACE[name](reading) for reading in readings]
    return [_ORIGIN[name](origin)] * len(readings)


def _text_columns(readings: Sequence[Reading]) -> dict[str, list[Any]]:
    hashes: list[str | None] = []
    lengths: list[int | None] = []
    for reading in readings:
        if reading.record is None or reading.cable is None:
            hashes.append(None)
            lengths.append(None)
        else:
            squeezed = squeeze(reading.record.text)
            hashes.append(hash_content(squeezed))
            lengths.append(len(squeezed))
    return {"content_sha256": hashes, "text_length": lengths}


def _child_table(name: str, rows: Sequence[tuple[Reading, Any]]) -> pa.Table:
    schema = arrow_schema(name)
    columns: list[pa.Array] = []
    for column, kind in zip(schema.names, schema.types, strict=True):
        if column == "cable_id":
            values = [reading.cable and reading.cable.cable_id for reading, _ in rows]
        elif column == "sighting_id":
            values = [reading.sighting_id for reading, _ in rows]
        else:
            values = [getattr(child, column) for _, child in rows]
        columns.append(pa.array(values, kind))
    return pa.Table.from_arrays(columns, schema=schema)
