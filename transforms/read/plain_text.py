"""Plain-text cables, one or several in a file, with whatever residue their export left in them.

    VZCZCXRO1234                                  <- a new message, or
    DE RUEHEP #0417/01 0921430                    <- its third line, or
    P 011430Z APR 08                              <- date-time group with FM on the next line, or
    FM AMEMBASSY ELDERPORT
    This record is a partial extract ...          <- in place of a header, or
    C O N F I D E N T I A L ELDERPORT 000417      <- a classification line with another MRN

Only a message that already had its own classification line and some body can be followed by
another, so that quoted headers within a body do not cut it. A later section of the same MRN goes
on with it, also below a header of its own. What a new message is known by stands rarely on its
first line; the lines above it that can only be header are given to it.
"""

from __future__ import annotations

import hashlib
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.read.decoding import decode
from transforms.read.gathering import LOOKED_BACK, Gathered, lines_of
from transforms.read.record import Member, Metadata, Record, Refusal, Skipped
from transforms.read.shapes import DATE_TIME_GROUP, FILE_MRN, MARKING_LINE, PARTIAL_EXTRACT
from transforms.read.source import Source

_TRANSMISSION = re.compile(r"[ \t]*V?ZCZC ?[A-Z0-9]{3,12}[ \t]*$")
_SENDER = re.compile(r"[ \t]*DE R[A-Z]{3,7} {0,3}#\d{2,5}")
_FROM = re.compile(r"[ \t]*FM [A-Z]")
_LABEL = re.compile(r"[ \t]*(?:(?:TAGS?|SUBJECT?|SUBJ)\s?:|(?:¶ ?)?1\. ?\()", re.IGNORECASE)
_LATER_SECTION = re.compile(r"SECTION\s{0,2}(?!0?1\s)\d{1,2}\s{1,2}OF\s", re.IGNORECASE)
_HEADER_LINE = re.compile(
    r"[ \t]*(?:(?:[ZOPR]{2} ){0,3}R[A-Z]{3,7}(?: R[A-Z]{3,7})*$|DE R[A-Z]{3,7} |ZN[YRO] |FM [A-Z]"
    r"|(?:TO|INFO|XMT)[ /]|R[A-Z]{3,7}/|(?:[ZOPR]{1,2} ?){0,3}\d{6}Z|V?ZCZC"
    r"|This record is a partial|SIPDIS$|NNNN$)"
)
_STARTERS = frozenset("VZDFPORTCSULTcsul1¶\xc2\xb6\xef \t")
_STEM = re.compile(r"([^/\\]{1,80}?)(?:\.[^./\\]{1,8})?$")


@dataclass
class _Message(Gathered):
    """A message, what it is called, and whether more than its head was seen."""

    mrn: str | None = None
    has_body: bool = False
    is_later_section: bool = False

    def append(self, other: _Message, most_bytes: int) -> None:
        """Take all lines of the message that follows."""
        for line in other.lines:
            self.add(line, most_bytes)


def read_plain_text(
    member: Member, source: Source, record_bytes: int
) -> Iterator[Record | Refusal | Skipped]:
    """Read the cables of a text file one by one.

    Args:
        member: The file.
        source: Its bytes.
        record_bytes: Largest cable taken; a longer one is refused, and the next is read.

    Yields:
        Records in order, or refusals (`too_large`).
    """
    message = _Message()
    above: _Message | None = None
    number = 1
    for raw in lines_of(source, record_bytes):
        start = _start_of_next(message, raw)
        if start is not None:
            if above is not None:
                yield _record(member, number, above, record_bytes)
                number += 1
            rest = message.take_back(start)
            above = message
            message = _Message(above.offset + above.size, above.line + above.line_count)
            for line in rest:
                message.add(line, record_bytes)
        message.add(raw, record_bytes)
        _note(message, raw)
        if above is None or message.mrn is None:
            continue
        if message.is_later_section and message.mrn == above.mrn:
            above.append(message, record_bytes)
            message = above
        else:
            yield _record(member, number, above, record_bytes)
            number += 1
        above = None
    for last in filter(None, (above, message)):
        yield _record(member, number, last, record_bytes)
        number += 1


def _note(message: _Message, raw: bytes) -> None:
    if raw[:1].decode("latin-1") not in _STARTERS:
        return
    line = PARTIAL_EXTRACT.sub(
        "", raw.removeprefix(BOM_UTF8)[:300].decode("latin-1").rstrip(), count=1
    )
    if match := MARKING_LINE.match(line):
        message.is_later_section |= message.mrn is None and bool(_LATER_SECTION.search(line))
        message.mrn = message.mrn or _name(match)
    elif message.mrn is not None and _LABEL.match(line):
        message.has_body = True


def _name(match: re.Match[str]) -> str:
    return f"{match['post']} {int(match['serial'])}"


def _start_of_next(message: _Message, raw: bytes) -> int | None:
    """Index of the line with which the next message starts, when `raw` shows that one does."""
    if raw[:1].decode("latin-1") not in _STARTERS:
        return None
    line = raw.removeprefix(BOM_UTF8)[:200].decode("latin-1").rstrip()
    if _TRANSMISSION.match(line):
        return len(message.lines) if any(part.strip() for part in message.lines) else None
    if message.mrn is None or not message.has_body:
        return None
    if _SENDER.match(line) or line.startswith("This record is a partial extract"):
        return _header_start(message.lines)
    if _FROM.match(line) and message.lines:
        before = message.lines[-1].decode("latin-1")
        return _header_start(message.lines) if DATE_TIME_GROUP.match(before) else None
    match = MARKING_LINE.match(line)
    if match is None or _name(match) == message.mrn or _LATER_SECTION.search(line):
        return None
    is_alone = not message.lines or not message.lines[-1].strip()
    start = _header_start(message.lines)
    return start if is_alone or start < len(message.lines) else None


def _header_start(lines: list[bytes]) -> int:
    """Where the header begins that ends above the next line: lines that can be nothing else."""
    start = len(lines)
    for index in range(len(lines) - 1, max(-1, len(lines) - LOOKED_BACK), -1):
        line = lines[index][:200].decode("latin-1").rstrip()
        if line and not _HEADER_LINE.match(line):
            break
        if line == "NNNN":
            break
        if line:
            start = index
    return start


def _record(member: Member, number: int, message: _Message, record_bytes: int) -> Record | Refusal:
    if (refusal := message.too_large(member, number, record_bytes, "plain_text")) is not None:
        return refusal
    raw = b"".join(message.lines)
    decoded = decode(raw)
    stem = _STEM.search(member.path or member.uri)
    name = stem[1] if stem else ""
    return Record(
        place=message.place(member, number),
        format="plain_text",
        sha256=hashlib.sha256(raw).hexdigest(),
        text=decoded.text.strip("\n"),
        metadata=Metadata(mrn=name if number == 1 and FILE_MRN.fullmatch(name) else None),
        is_partial=PARTIAL_EXTRACT.search(decoded.text) is not None,
        repairs=decoded.repairs,
    )
