"""Plain-text cables, one or several in a file, with whatever residue their export left in them.

    VZCZCXRO1234                                  <- a new message, or
    P 011430Z APR 08                              <- date-time group with FM on the next line, or
    FM AMEMBASSY ELDERPORT
    ...
    C O N F I D E N T I A L ELDERPORT 000417      <- a classification line with another MRN

Only a message that already had its own classification line and labels can be followed by another,
so that quoted headers within a body do not cut it; later sections of the same MRN never do.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from transforms.read.decoding import decode
from transforms.read.record import Member, Place, Record, Refusal, Skipped
from transforms.read.refusing import refuse
from transforms.read.shapes import DATE_TIME_GROUP, MARKING_LINE, PARTIAL_EXTRACT
from transforms.read.source import Source

_TRANSMISSION = re.compile(r"[ \t]*V?ZCZC[A-Z0-9]{3,12}[ \t]*$")
_FROM = re.compile(r"[ \t]*FM [A-Z]")
_LABEL = re.compile(r"[ \t]*(?:TAGS?|SUBJECT?|SUBJ)\s?:", re.IGNORECASE)


@dataclass
class _Message:
    """The message that is being gathered."""

    offset: int
    line: int
    lines: list[bytes] = field(default_factory=list)
    size: int = 0
    mrn: str | None = None
    has_label: bool = False

    def add(self, raw: bytes) -> None:
        """Take one line with its line end."""
        self.lines.append(raw)
        self.size += len(raw)


def read_plain_text(
    member: Member, source: Source, record_bytes: int
) -> Iterator[Record | Refusal | Skipped]:
    """Read the cables of a text file one by one.

    Args:
        member: The file.
        source: Its bytes.
        record_bytes: Largest cable taken; a longer one is refused whole.

    Yields:
        Records in order, or refusals (`too_large`).
    """
    message = _Message(0, 1)
    number = 1
    for raw in _lines(source):
        start = _start_of_next(message, raw)
        if start is not None:
            rest = message.lines[start:]
            message.lines = message.lines[:start]
            message.size -= sum(map(len, rest))
            yield _record(member, number, message, record_bytes)
            number += 1
            message = _Message(message.offset + message.size, message.line + start, rest)
            message.size = sum(map(len, rest))
        message.add(raw)
        _note(message, raw)
        if message.size > 2 * record_bytes:
            break
    yield _record(member, number, message, record_bytes)


def _lines(source: Source) -> Iterator[bytes]:
    left = b""
    for chunk in source.chunks():
        parts = (left + chunk).splitlines(keepends=True)
        # The last part may go on, and a CR may yet be followed by its LF.
        left = parts.pop() if parts else b""
        yield from parts
    if left:
        yield from left.splitlines(keepends=True)


def _note(message: _Message, raw: bytes) -> None:
    line = raw.decode("latin-1").rstrip()
    if match := MARKING_LINE.match(line):
        message.mrn = message.mrn or _name(match)
    elif _LABEL.match(line):
        message.has_label = True


def _name(match: re.Match[str]) -> str:
    return f"{match['post']} {int(match['serial'])}"


def _start_of_next(message: _Message, raw: bytes) -> int | None:
    """Index of the line with which the next message starts, when `raw` shows that one does."""
    line = raw.decode("latin-1").rstrip()
    if _TRANSMISSION.match(line):
        return len(message.lines) if any(part.strip() for part in message.lines) else None
    if message.mrn is None or not message.has_label:
        return None
    if _FROM.match(line) and message.lines:
        before = message.lines[-1].decode("latin-1")
        return _paragraph_start(message.lines) if DATE_TIME_GROUP.match(before) else None
    match = MARKING_LINE.match(line)
    if match and _name(match) != message.mrn and message.lines and not message.lines[-1].strip():
        return len(message.lines)
    return None


def _paragraph_start(lines: list[bytes]) -> int:
    start = len(lines)
    while start and lines[start - 1].strip():
        start -= 1
    return start


def _record(member: Member, number: int, message: _Message, record_bytes: int) -> Record | Refusal:
    raw = b"".join(message.lines)
    place = Place(member, number, message.line, message.offset, len(raw))
    if message.size > record_bytes:
        return refuse(place, "too_large", f"more than {record_bytes} bytes", raw, "plain_text")
    decoded = decode(raw)
    return Record(
        place=place,
        format="plain_text",
        sha256=hashlib.sha256(raw).hexdigest(),
        text=decoded.text.strip("\n"),
        is_partial=PARTIAL_EXTRACT.search(decoded.text) is not None,
        repairs=decoded.repairs,
    )
