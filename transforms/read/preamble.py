"""Cables with a short preamble of id, subject, date, classification and origin.

    08ELDERPORT417
    ELDERPORT: FERRY MINISTER WANTS A SECOND PIER
    Tue Apr 01 00:00:00 +0100 2008
    CONFIDENTIAL
    Embassy Elderport
    This record is a partial extract ... not available.C O N F I D E N T I A L ELDERPORT 000417

Fields are known by their shape, not their position; labels (`Subject:`) may stand before them. What
is left over is the subject, and of two lines that look like an origin (`US TRADE TALKS`) the one
in small letters is it, else the later one (cable formats 2.4).
"""

from __future__ import annotations

import hashlib
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from transforms.read.decoding import decode
from transforms.read.gathering import Gathered, lines_of
from transforms.read.record import Member, Record, Refusal, Skipped
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

_LINES = 14
_FIELDS = 5
_WINDOW = 8
"""Lines that are not blank in which a preamble ends."""

_LONGEST_FIELD = 200
_ID_FIRST = frozenset(bytes([character]) for character in b"0123456789RrIiMm\xef \t")
"""First characters of a line that holds an id alone, or behind its label."""

_MOST_FREE = 4
"""Lines that may be neither id, date nor classification: a wrapped subject, and the origin."""

LABEL = re.compile(
    r"(?P<label>Reference ID|ID|MRN|Subject|Date|Created|Classification|Origin|From)\s?:\s*",
    re.IGNORECASE,
)
"""What may stand before a field."""

_NAMED = {
    "reference id": "mrn",
    "id": "mrn",
    "mrn": "mrn",
    "subject": "subject",
    "date": "date",
    "created": "date",
    "classification": "classification",
    "origin": "origin",
    "from": "origin",
}
_ORIGIN = re.compile(
    r"(?:American )?(?:Embassy|Consulate|Mission|US[A-Z]* |U\.S\. |REO |Secretary of State|"
    r"American Institute|Liaison Office|Ira[nq] R|Office of|Department of|AIT |PRT |RRT |CDR |DIR |"
    r"UNVIE|(?-i:UN [A-Z][a-z]))[^\n]{0,60}|US(?:UN|EU|NATO|OSCE|OECD|UNESCO)[^\n]{0,60}",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"(?:V?ZCZC[A-Z0-9]|[ZOPR]{2}(?: [ZOPR]{2}){0,3} R[A-Z]{4,6}|DE R[A-Z]{4,6} |ZN[YR] [A-Z]{5}|"
    r"This record is a partial extract|E\. ?O\. ?\d{5}|(?:[A-Z] ){5})"
)
"""A line of the text of a cable, wherever it stands."""

_OPENING = re.compile(r"FM [A-Z]|TAGS?:|SIPDIS")
"""One too once the level is known; above it, subjects begin like that (`FM QUILL ON THE PIER`)."""


@dataclass
class _Message(Gathered):
    """A cable with its preamble.

    Attributes:
        id_line: The last line that may be the id of another, from 1; None when that is decided.
        lead: Lines of a preamble that stand above its id, as in the first of the file.
    """

    id_line: int | None = None
    lead: int | None = None


def read_preamble(
    member: Member, source: Source, record_bytes: int
) -> Iterator[Record | Refusal | Skipped]:
    """Read the cables of a file, each with its preamble.

    Args:
        member: The file.
        source: Its bytes.
        record_bytes: Largest cable taken.

    Yields:
        Records in order, or refusals (`too_large`, `no_text`).
    """
    message = _Message()
    number = 1
    for raw in lines_of(source, record_bytes):
        message.add(raw, record_bytes)
        if message.id_line is None and raw[:1] not in _ID_FIRST:
            continue
        start = _start_of_next(message, raw)
        if start is not None:
            rest = message.take_back(start)
            yield _read(member, number, message, record_bytes)
            number += 1
            place = message.offset + message.size, message.line + message.line_count
            message = _Message(*place, lead=message.lead)
            for line in rest:
                message.add(line, record_bytes)
    yield _read(member, number, message, record_bytes)


def _start_of_next(message: _Message, raw: bytes) -> int | None:
    """Index of the id with which another preamble begins, once its last line makes that certain.

    An id alone on a line may be a reference; with a level and a date or an origin alone on the next
    lines it is none.
    """
    if raw[:1] in _ID_FIRST and _kind_of(raw) == "mrn":
        message.id_line = message.line_count
    if message.id_line is None:
        return None
    start = len(message.lines) - 1 - (message.line_count - message.id_line)
    below = [line for line in message.lines[start + 1 :] if line.strip()]
    if len(below) == _WINDOW:
        message.id_line = None
    kinds = set(map(_kind_of, below))
    if "classification" not in kinds or not kinds & {"date", "origin"}:
        return None
    message.id_line = None
    above = sum(bool(line.strip()) for line in message.lines[:start])
    if message.lead is None:
        message.lead = above
    if above < _FIELDS:
        return None
    for _ in range(message.lead):
        start -= bool(message.lines[start - 1].strip())
    return start


def _kind_of(raw: bytes) -> str | None:
    """What a line is by its label or its shape; None for a subject, and for all other text."""
    line = raw.removeprefix(BOM_UTF8)[:_LONGEST_FIELD].decode("latin-1").strip()
    label = LABEL.match(line)
    value = line[label.end() :] if label else line
    return _shape_of(value) or ("origin" if _ORIGIN.fullmatch(value) else None)


def _read(member: Member, number: int, message: Gathered, record_bytes: int) -> Record | Refusal:
    if (refusal := message.too_large(member, number, record_bytes, "preamble")) is not None:
        return refusal
    raw = b"".join(message.lines)
    place = message.place(member, number)
    decoded = decode(raw)
    fields, text = cut_preamble(decoded.text)
    if not text.strip():
        return refuse(place, "no_text", "nothing follows the preamble", raw, "preamble")
    sent, released = (parse_date(fields.get(name, "")) for name in ("date", "released"))
    return Record(
        place=place,
        format="preamble",
        sha256=hashlib.sha256(raw).hexdigest(),
        text=text,
        metadata=describe(
            mrn=fields.get("mrn"),
            subject=fields.get("subject"),
            sent=sent,
            classification=fields.get("classification"),
            origin=fields.get("origin"),
            released_at=released[0] if released else None,
        ),
        is_partial=PARTIAL_EXTRACT.search(text) is not None,
        repairs=decoded.repairs,
    )


def cut_preamble(text: str) -> tuple[dict[str, str], str]:
    """Cut the preamble off.

    Args:
        text: The decoded file.

    Returns:
        Its fields by name (`mrn`, `subject`, `date`, `released`, `classification`, `origin`) as
        written, and the text that follows them.
    """
    fields: dict[str, str] = {}
    free: list[str] = []
    end = 0
    is_after_blank = False
    lines = text.split("\n", _LINES + 1)
    for line, below in pairwise([*lines[: _LINES + 1], ""]):
        value = line.strip()
        if value:
            is_over = is_after_blank and _is_whole(fields, free)
            if is_over and not _is_late(fields, free, value, below.strip()):
                break
            if not _take(fields, free, value):
                break
        is_after_blank = not value
        end += len(line) + 1
    return _with_free_lines(fields, free), text[end:].strip("\n")


def _take(fields: dict[str, str], free: list[str], line: str) -> bool:
    """Put a line where it belongs; False when the text of the cable begins with it."""
    if _begins_text(line) or ("classification" in fields and _OPENING.match(line)):
        return False
    label = LABEL.match(line)
    value = line[label.end() :].strip() if label else line
    name = _NAMED[label["label"].lower()] if label else _shape_of(value)
    if name is None:
        is_late_origin = _ORIGIN.fullmatch(value) and not any(map(_ORIGIN.fullmatch, free))
        is_enough = len(fields) + len(free) >= _FIELDS and len(free) > 1 and not is_late_origin
        if is_enough or len(free) == _MOST_FREE:
            return False
        free.append(value)
    elif name == "date" and "released" not in fields and "date" in fields:
        fields["released"] = value
    elif name in fields:
        return False
    elif value:
        fields[name] = value
    return True


def _begins_text(line: str) -> bool:
    return bool(_HEADER.match(line) or MARKING_LINE.match(line) or DATE_TIME_GROUP.match(line))


def _is_whole(fields: dict[str, str], free: list[str]) -> bool:
    has_origin = "origin" in fields or any(map(_ORIGIN.fullmatch, free))
    return has_origin and {"mrn", "classification"} <= fields.keys()


def _is_late(fields: dict[str, str], free: list[str], line: str, below: str) -> bool:
    """Whether a line behind a blank one belongs to a preamble that has what it needs.

    It is a value that is still missing, the origin when what looked like one may be the subject, or
    the subject when the text of the cable begins below it.
    """
    label = LABEL.match(line)
    name = _NAMED[label["label"].lower()] if label else _shape_of(line)
    if name is not None:
        return name not in fields
    if "subject" in fields or len(free) > ("origin" not in fields):
        return False
    is_origin = "origin" not in fields and _ORIGIN.fullmatch(line) is not None
    return is_origin or not below or _begins_text(below)


def _shape_of(value: str) -> str | None:
    if MRN.fullmatch(value):
        return "mrn"
    if CLASSIFICATION.fullmatch(value):
        return "classification"
    return "date" if parse_date(value) else None


def _with_free_lines(fields: dict[str, str], free: list[str]) -> dict[str, str]:
    """Origin and subject out of the lines that no shape tells apart for certain."""
    origins = [index for index, line in enumerate(free) if _ORIGIN.fullmatch(line)]
    if origins and "origin" not in fields:
        # Origins of several words have small letters, subjects mostly none.
        likely = [at for at in origins if " " not in free[at] or not free[at].isupper()]
        fields["origin"] = free.pop((likely or origins)[-1])
    if free and "subject" not in fields:
        fields["subject"] = " ".join(free)
    return fields
