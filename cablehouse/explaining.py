"""Reads a record again and says what each piece of its text became."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cablehouse.errors import InputChanged, SourceChanged, SourceGone
from cablehouse.landing import InputFile, find_inputs, limits_of, read_input
from cablehouse.settings import Settings
from cablehouse.stores import path_of
from transforms.parse.cable import Cable
from transforms.parse.coverage import Gap, find_gaps
from transforms.parse.parse import parse
from transforms.parse.spans import Span, find_spans
from transforms.read.record import Record, Refusal


@dataclass(frozen=True, slots=True)
class Explanation:
    """A record, the cable that it was parsed into, and its text in pieces.

    Attributes:
        spans: What each piece became, in order.
        gaps: What no rule claimed.
    """

    record: Record
    cable: Cable
    spans: tuple[Span, ...]
    gaps: tuple[Gap, ...]

    @property
    def pieces(self) -> list[Span | Gap]:
        """Spans and gaps in the order of the text."""
        found: list[Span | Gap] = [*self.spans, *self.gaps]
        return sorted(found, key=lambda piece: piece.start)


def explain_row(row: dict[str, Any], settings: Settings) -> Explanation | Refusal:
    """Explain a cable of the warehouse from the record that it was read from.

    Args:
        row: Its row of `cables`.
        settings: Settings of the installation.

    Returns:
        The explanation by the parser as it is now; a refusal when it takes the text no more.

    Raises:
        SourceGone: The file cannot be opened any more.
        SourceChanged: The record is not there any more, or another text stands in its place.
    """
    return _explain(_record_again(row, settings))


def explain_file(path: Path, settings: Settings) -> Iterator[Explanation | Refusal]:
    """Explain every record of a dump file, one by one.

    Args:
        path: A file, packed or not, or a folder.
        settings: Settings of the installation.

    Yields:
        Explanations, and refusals by the reader or the parser.

    Raises:
        InputNotFound: There is no such path.
        TransientError: The file cannot be read.
    """
    for file in find_inputs([str(path)]):
        for item in read_input(file, limits_of(settings)):
            if isinstance(item, Record):
                yield _explain(item)
            elif isinstance(item, Refusal):
                yield item


def _explain(record: Record) -> Explanation | Refusal:
    cable = parse(record)
    if isinstance(cable, Refusal):
        return cable
    spans = find_spans(record.text, cable)
    return Explanation(record, cable, spans, find_gaps(record.text, cable.claims))


def _record_again(row: dict[str, Any], settings: Settings) -> Record:
    place = f"{row['source_uri']}, record {row['source_record']}"
    if "://" not in row["source_uri"] and not path_of(row["source_uri"]).is_file():
        raise SourceGone(row["source_uri"], row["cable_id"])
    # The record alone is compared, by its own hash, so that the whole file is not read twice.
    file = InputFile(
        uri=row["source_uri"], sha256=row["input_sha256"], size_bytes=0, modified_at=datetime.min
    )
    try:
        for item in read_input(file, limits_of(settings)):
            if isinstance(item, Record) and _stands_at(item, row):
                if item.sha256 != row["source_sha256"]:
                    break
                return item
    except InputChanged:
        pass  # the file was read to its end without the record
    raise SourceChanged(place, row["cable_id"])


def _stands_at(record: Record, row: dict[str, Any]) -> bool:
    place = record.place
    return (place.member.path, place.record) == (row["source_member"], row["source_record"])
