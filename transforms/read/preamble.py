"""Cables with a short preamble of id, subject, date, classification and origin.

    08ELDERPORT417
    ELDERPORT: FERRY MINISTER WANTS A SECOND PIER
    Tue Apr 01 00:00:00 +0100 2008
    CONFIDENTIAL
    Embassy Elderport
    This record is a partial extract ... not available.C O N F I D E N T I A L ELDERPORT 000417

Fields are known by their shape, not their position; labels (`Subject:`) may stand before them. The
one line left over is the subject (cable formats 2.4).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from transforms.read.decoding import decode
from transforms.read.record import Member, Place, Record, Refusal, Skipped
from transforms.read.refusing import refuse
from transforms.read.shapes import (
    CLASSIFICATION,
    DATE_TIME_GROUP,
    MARKING_LINE,
    MRN,
    PARTIAL_EXTRACT,
    describe,
    parse_date,
)
from transforms.read.source import Source

_LINES = 12
_LABEL = re.compile(
    r"(?:Reference ID|ID|Subject|Date|Created|Classification|Origin)\s?:\s*", re.IGNORECASE
)
_ORIGIN = re.compile(
    r"(?:American )?(?:Embassy|Consulate|Mission|US[A-Z]* |U\.S\. |REO |Secretary of State|"
    r"American Institute|Liaison Office|Iran RPO|Office of|Department of|AIT |PRT )[^\n]{0,60}",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"(?:V?ZCZC[A-Z0-9]|[ZOPR]{2}(?: [ZOPR]{2}){0,3} R[A-Z]{4,6}|DE R[A-Z]{4,6}|ZN[YR] |FM [A-Z]|"
    r"This record is a partial extract|E\. ?O\. ?\d{5}|TAGS?:|SIPDIS)"
)


def read_preamble(
    member: Member, source: Source, record_bytes: int
) -> Iterator[Record | Refusal | Skipped]:
    """Read one cable with its preamble.

    Args:
        member: The file.
        source: Its bytes.
        record_bytes: Largest file taken.

    Yields:
        One record, or a refusal (`too_large`, `no_text`).
    """
    raw = source.read_all(record_bytes)
    if raw is None:
        yield refuse(Place(member), "too_large", f"more than {record_bytes} bytes", source.head)
        return
    place = Place(member, length=len(raw))
    decoded = decode(raw)
    fields, text = cut_preamble(decoded.text)
    if not text.strip():
        yield refuse(place, "no_text", "nothing follows the preamble", raw, "preamble")
        return
    date = fields.get("date")
    yield Record(
        place=place,
        format="preamble",
        sha256=hashlib.sha256(raw).hexdigest(),
        text=text,
        metadata=describe(
            mrn=fields.get("mrn"),
            subject=fields.get("subject"),
            sent=parse_date(date) if date else None,
            classification=fields.get("classification"),
            origin=fields.get("origin"),
        ),
        is_partial=PARTIAL_EXTRACT.search(text) is not None,
        repairs=decoded.repairs,
    )


def cut_preamble(text: str) -> tuple[dict[str, str], str]:
    """Cut the preamble off.

    Args:
        text: The decoded file.

    Returns:
        Its fields by name (`mrn`, `subject`, `date`, `classification`, `origin`) as written, and
        the text that follows them.
    """
    fields: dict[str, str] = {}
    end = 0
    for line in text.split("\n", _LINES)[:_LINES]:
        value = line.strip()
        if value:
            name = _field_of(value)
            if name is None or name in fields:
                break
            fields[name] = _LABEL.sub("", value, count=1)
        end += len(line) + 1
    return fields, text[end:].strip("\n")


def _field_of(line: str) -> str | None:
    if _HEADER.match(line) or MARKING_LINE.match(line) or DATE_TIME_GROUP.match(line):
        return None
    value = _LABEL.sub("", line, count=1)
    if MRN.fullmatch(value):
        return "mrn"
    if CLASSIFICATION.fullmatch(value):
        return "classification"
    if parse_date(value):
        return "date"
    if _ORIGIN.fullmatch(value) and not line.lower().startswith("subject"):
        return "origin"
    return "subject"
