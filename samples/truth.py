"""The truth that a dump was made from, as Parquet with the columns of the schema."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from samples.cables import Cable
from transforms.schema.arrow import arrow_schema

_PART = 2000
_ROOT = [
    "cable_id",
    "year",
    "post",
    "serial",
    "sent_at",
    "sent_at_source",
    "dtg",
    "transmission_id",
    "precedence",
    "origin",
    "classification",
    "captions",
    "section_count",
    "attention",
    "executive_order",
    "declassify_on",
    "classified_by",
    "classifier_title",
    "classification_reasons",
    "subject",
    "signed_by",
    "is_partial",
    "paragraph_count",
]
COLUMNS = {
    "cables": tuple(_ROOT),
    "paragraphs": ("cable_id", "ordinal", "number", "classification", "kind", "heading", "text"),
    "refs": (
        "cable_id",
        "ordinal",
        "label",
        "kind",
        "raw",
        "target_id",
        "is_notal",
        "and_previous",
    ),
    "mentions": (
        "cable_id",
        "ordinal",
        "paragraph_ordinal",
        "kind",
        "raw",
        "label",
        "target_id",
        "is_ambiguous",
    ),
    "tags": ("cable_id", "ordinal", "tag", "kind"),
    "recipients": (
        "cable_id",
        "ordinal",
        "role",
        "routing_indicator",
        "plad",
        "precedence",
        "message_serial",
    ),
}
"""Columns of each table that the truth holds; where a row came from is the pipeline's to say."""


@dataclass
class SampleTruth:
    """What a dump holds.

    Attributes:
        cable_count: Cables that must be in the warehouse.
        record_count: Records that must be read.
        skipped_count: Files that are no dump.
        outcomes: Outcome -> records.
        reasons: Reason of quarantined and superseded records -> records.
    """

    cable_count: int = 0
    record_count: int = 0
    skipped_count: int = 0
    outcomes: dict[str, int] = field(default_factory=dict)
    reasons: dict[str, int] = field(default_factory=dict)

    def count(self, outcome: str, reason: str | None = None) -> None:
        """Count one record."""
        self.record_count += 1
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1
        if reason is not None:
            self.reasons[reason] = self.reasons.get(reason, 0) + 1


class TruthWriter:
    """Writes the truth of cables part by part; use it as a context manager."""

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        self._folder = folder
        self._rows: dict[str, list[dict[str, Any]]] = {name: [] for name in COLUMNS}
        self._writers: dict[str, pq.ParquetWriter] = {}

    def __enter__(self) -> TruthWriter:
        self._folder.mkdir(parents=True, exist_ok=True)
        for name, columns in COLUMNS.items():
            full = arrow_schema(name)
            schema = pa.schema([full.field(column) for column in columns])
            path = self._folder / f"{name}.parquet"
            self._writers[name] = pq.ParquetWriter(path, schema, compression="zstd")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._flush()
        for writer in self._writers.values():
            writer.close()

    def add(self, cable: Cable, *, is_partial: bool = False) -> None:
        """Add a cable as it must come out.

        Args:
            cable: The cable, in the version that wins.
            is_partial: It is a partial extract, so what only the header says is missing.
        """
        for name, rows in truth_rows(cable, is_partial=is_partial).items():
            self._rows[name] += rows
        if len(self._rows["cables"]) >= _PART:
            self._flush()

    def _flush(self) -> None:
        for name, rows in self._rows.items():
            if rows:
                writer = self._writers[name]
                writer.write_table(pa.Table.from_pylist(rows, schema=writer.schema))
                rows.clear()


def truth_rows(cable: Cable, *, is_partial: bool = False) -> dict[str, list[dict[str, Any]]]:
    """The rows of each table that a cable must come out as.

    Args:
        cable: The cable.
        is_partial: It is a partial extract, so what only the header says is missing.
    """
    refs = (
        {
            "label": ref.label,
            "kind": "cable",
            "raw": ref.raw,
            "target_id": ref.target_id,
            "is_notal": ref.is_notal,
            "and_previous": False,
        }
        for ref in cable.refs
    )
    mentions = (
        {
            "paragraph_ordinal": mention.paragraph_ordinal,
            "kind": mention.kind,
            "raw": mention.raw,
            "label": mention.label,
            "target_id": mention.target_id,
            "is_ambiguous": False,
        }
        for mention in cable.mentions
    )
    tags = ({"tag": tag, "kind": kind} for tag, kind in cable.tag_rows)
    recipients = () if is_partial else map(_recipient, cable.recipients)
    return {
        "cables": [_cable_row(cable, is_partial)],
        "paragraphs": _paragraph_rows(cable),
        "refs": _numbered(cable, refs),
        "mentions": _numbered(cable, mentions),
        "tags": _numbered(cable, tags),
        "recipients": _numbered(cable, recipients),
    }


def write_summary(truth: SampleTruth, path: Path) -> None:
    """Write the counts as JSON."""
    path.write_text(json.dumps(vars(truth), indent=1) + "\n", "utf-8")


def read_summary(path: Path) -> SampleTruth:
    """Read what `write_summary` wrote."""
    return SampleTruth(**json.loads(path.read_text("utf-8")))


def _cable_row(cable: Cable, is_partial: bool) -> dict[str, Any]:
    return {
        "cable_id": cable.cable_id,
        "year": cable.sent_at.year,
        "post": cable.post.canonical,
        "serial": cable.serial,
        "sent_at": cable.sent_at,
        "sent_at_source": "metadata" if is_partial else "dtg",
        "dtg": None if is_partial else cable.dtg,
        "transmission_id": None if is_partial else cable.transmission_id,
        "precedence": None if is_partial else cable.precedence,
        "origin": None if is_partial else cable.post.plad,
        "classification": cable.classification,
        "captions": list(cable.captions),
        "section_count": cable.section_count,
        "attention": cable.attention,
        "executive_order": "12958",
        "declassify_on": cable.declassify_on,
        "classified_by": cable.classified_by,
        "classifier_title": cable.classifier_title,
        "classification_reasons": list(cable.classification_reasons),
        "subject": cable.subject,
        "signed_by": cable.signed_by,
        "is_partial": is_partial,
        "paragraph_count": len(cable.paragraphs),
    }


def _paragraph_rows(cable: Cable) -> list[dict[str, Any]]:
    return _numbered(
        cable,
        (
            {
                "number": paragraph.number,
                "classification": paragraph.classification,
                "kind": paragraph.kind,
                "heading": paragraph.heading,
                "text": paragraph.text,
            }
            for paragraph in cable.paragraphs
        ),
    )


def _recipient(recipient: Any) -> dict[str, Any]:
    return {
        "role": recipient.role,
        "routing_indicator": recipient.routing_indicator,
        "plad": recipient.plad,
        "precedence": recipient.precedence,
        "message_serial": recipient.message_serial,
    }


def _numbered(cable: Cable, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"cable_id": cable.cable_id, "ordinal": ordinal, **row}
        for ordinal, row in enumerate(rows, 1)
    ]
