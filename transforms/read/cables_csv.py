r"""Records of the `cables.csv` dump.

    "1","4/1/2008 14:30","08ELDERPORT417","Embassy Elderport","CONFIDENTIAL","08PORTVESPER88|...",
    "VZCZCXRO1234...header...","C O N F I D E N T I A L ...body with \"quoted\" text..."

Delimiter comma, quote `"`, escape `\`, no heading row, line breaks inside fields. Some bodies carry
a lone `\` at line ends, which is dropped (cable formats 2.3); at the end of a field it would hide
the closing quote. Copies that passed through other programs double their quotes instead. The
splitter works on bytes, so every record keeps its offset; after a broken record it goes on at the
next line that opens like one, holding no more than a window of the file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from transforms.read.decoding import decode
from transforms.read.record import Member, Place, Record, Refusal, Skipped
from transforms.read.refusing import refuse
from transforms.read.shapes import PARTIAL_EXTRACT, describe, parse_date
from transforms.read.source import Source

FIELD_COUNT = 8

_BACKSLASH = ord("\\")

_PARTIAL = "partial extract"
_BEHIND_FIELD = re.compile(rb"[ \t]*+(,|\r?\n|\r|\Z)[ \t]*+")
_OPEN_FIELD = re.compile(rb'"(?:[^"\\]++|\\.|"")*+', re.DOTALL)
_START = re.compile(rb'^"\d{1,9}","\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2}","', re.MULTILINE)
_BLANK = re.compile(rb"(?:\s|\xef\xbb\xbf)*+")
"""What may stand between records; a byte order mark where files were joined."""

_SPACE = b"\r\n"
_ESCAPE = re.compile(rb'\\(.)|"(")', re.DOTALL)
_HIDDEN_QUOTE = re.compile(rb'\\"(?=,"|\r?\n?\Z)')
_LINE_FINAL = re.compile(rb"[ \t]*+\\(?=[\r\n]|\Z)")
_START_BYTES = 64
_WINDOW_BYTES = 4 * 1024 * 1024


@dataclass
class _Window:
    """The part of the member that is in memory, and where it lies."""

    chunks: Iterator[bytes]
    data: bytes = b""
    offset: int = 0
    line: int = 1
    counted: int = 0
    is_last: bool = False

    def grow(self) -> None:
        """Add the next chunk, or learn that there is none."""
        chunk = next(self.chunks, None)
        if chunk is None:
            self.is_last = True
        else:
            self.data += chunk

    def drop(self, count: int) -> None:
        """Forget the first bytes, keeping count of offset and lines."""
        self.line_at(count)
        self.counted -= count
        self.offset += count
        self.data = self.data[count:]

    def line_at(self, position: int) -> int:
        """The line of a position; to be asked in ascending order, so that each byte counts once."""
        self.line += self.data.count(b"\n", self.counted, position)
        self.counted = position
        return self.line


def read_cables_csv(
    member: Member, source: Source, record_bytes: int
) -> Iterator[Record | Refusal | Skipped]:
    """Read records one by one, holding one window of the file in memory.

    Args:
        member: The file.
        source: Its bytes, of any number.
        record_bytes: Largest record taken.

    Yields:
        Records in order; refusals for records that are broken (`bad_record`), cut off by the end of
        the file (`truncated`), over the limit (`too_large`) or without text (`no_text`).
    """
    window = _Window(source.chunks())
    number = 0
    position = 0
    while True:
        position = _skip_blank(window, position)
        if position >= len(window.data):
            return
        number += 1
        line = window.line_at(position)
        offset = window.offset + position
        fields, end, fault = _cut_record(window, position, record_bytes)
        if fault is not None:
            broken, position = _skip_broken(window, position)
            place = Place(member, number, line, offset, broken.length)
            yield _mended(place, broken, fault) or replace(
                refuse(place, *fault, broken.head, "cables_csv"), sha256=broken.digest.hexdigest()
            )
        else:
            raw = window.data[position:end].rstrip(_SPACE)
            yield _record(Place(member, number, line, offset, len(raw)), raw, fields)
            position = end
        if position > _WINDOW_BYTES or position == len(window.data):
            window.drop(position)
            position = 0


def _skip_blank(window: _Window, position: int) -> int:
    while True:
        match = _BLANK.match(window.data, position)
        position = match.end() if match else position
        if position < len(window.data) or window.is_last:
            return position
        window.drop(position)
        position = 0
        window.grow()


def _cut_record(
    window: _Window, start: int, record_bytes: int
) -> tuple[list[bytes], int, tuple[str, str] | None]:
    """Fields of the record at `start`, the end of it, and what is wrong with it."""
    fields: list[bytes] = []
    position = start
    while True:
        closing = _closing_quote(window.data, position)
        match = _BEHIND_FIELD.match(window.data, closing + 1) if closing > 0 else None
        if match is None or (match.end() >= len(window.data) and not window.is_last):
            if len(window.data) - start > record_bytes:
                return fields, position, ("too_large", f"more than {record_bytes} bytes")
            if not window.is_last and _may_go_on(window.data, position):
                window.grow()
                continue
            if match is None:
                return fields, position, _fault(window.data, position, len(fields))
        assert match is not None  # noqa: S101 - the branch above left otherwise
        fields.append(window.data[position + 1 : closing])
        position = match.end()
        if match[1] != b",":
            break
        if len(fields) > FIELD_COUNT:
            break
    if len(fields) != FIELD_COUNT:
        return fields, position, ("bad_record", f"{len(fields)} fields instead of {FIELD_COUNT}")
    return fields, position, None


def _closing_quote(data: bytes, opening: int) -> int:
    """Where the field that opens there ends: at a quote neither escaped nor doubled; -1: nowhere.

    Fields are long and quotes in them few: looking for these beats a pattern over every byte.
    """
    if data[opening : opening + 1] != b'"':
        return -1
    start = opening + 1
    while (quote := data.find(b'"', start)) >= 0:
        before = quote
        while data[before - 1] == _BACKSLASH:
            before -= 1
        if (quote - before) % 2:
            start = quote + 1
        elif data[quote + 1 : quote + 2] == b'"':
            start = quote + 2
        else:
            return quote
    return -1


def _may_go_on(data: bytes, position: int) -> bool:
    """Whether the field at `position` reaches the end of what is in memory."""
    if position >= len(data):
        return True
    match = _OPEN_FIELD.match(data, position)
    return match is not None and match.end() >= len(data) - 3


def _fault(data: bytes, position: int, count: int) -> tuple[str, str]:
    match = _OPEN_FIELD.match(data, position)
    if position >= len(data) or (match is not None and match.end() >= len(data)):
        return "truncated", f"the file ends inside field {count + 1} of {FIELD_COUNT}"
    return "bad_record", f"field {count + 1} of {FIELD_COUNT} does not end where it should"


@dataclass
class _Broken:
    """Bytes of a record that is no record: hash and length of all, the first of them to keep."""

    head: bytes
    length: int
    digest: hashlib._Hash


def _skip_broken(window: _Window, position: int) -> tuple[_Broken, int]:
    """Pass over a broken record, to where the next one seems to start or the file ends."""
    broken = _Broken(b"", 0, hashlib.sha256())
    searched = position + 1
    while (match := _START.search(window.data, searched)) is None and not window.is_last:
        searched = max(searched, len(window.data) - _START_BYTES)
        searched = window.data.rfind(b"\n", position, searched) + 1 or searched
        if searched - position > _WINDOW_BYTES:
            _take(broken, window.data[position:searched])
            window.drop(searched)
            position, searched = 0, 0
        window.grow()
    end = match.start() if match else len(window.data)
    _take(broken, window.data[position:end].rstrip(b"\r\n"))
    return broken, end


def _take(broken: _Broken, raw: bytes) -> None:
    broken.digest.update(raw)
    broken.length += len(raw)
    broken.head += raw[: max(0, _WINDOW_BYTES - len(broken.head))]


def _mended(place: Place, broken: _Broken, fault: tuple[str, str]) -> Record | Refusal | None:
    r"""The record when only a lone `\` before a closing quote broke it; None when more is wrong."""
    if broken.length > len(broken.head) or fault[0] == "too_large":
        return None
    raw, count = _HIDDEN_QUOTE.subn(rb'"', broken.head)
    if not count:
        return None
    fields, end, fault_left = _cut_record(_Window(iter(()), raw, is_last=True), 0, len(raw) + 1)
    if fault_left is not None or raw[end:].strip():
        return None
    return _record(place, broken.head, fields, ("closing quote behind a lone backslash",))


def _record(
    place: Place, raw: bytes, fields: list[bytes], repaired: tuple[str, ...] = ()
) -> Record | Refusal:
    repairs = list(repaired)
    values = [_value(field, repairs) for field in fields]
    _, date, mrn, origin, classification, references, header, body = values
    text = "\n\n".join(part.strip("\n") for part in (header, body) if part.strip())
    if not text:
        return refuse(place, "no_text", "header and body are blank", raw, "cables_csv")
    return Record(
        place=place,
        format="cables_csv",
        sha256=hashlib.sha256(raw).hexdigest(),
        text=text,
        metadata=describe(
            mrn=mrn,
            sent=parse_date(date),
            classification=classification,
            origin=origin,
            references=tuple(references.split("|")),
        ),
        is_partial=_PARTIAL in text and PARTIAL_EXTRACT.search(text) is not None,
        repairs=tuple(dict.fromkeys(repairs)),
    )


def _value(field: bytes, repairs: list[str]) -> str:
    if b"\\" in field or b'""' in field:
        field = _ESCAPE.sub(rb"\1\2", field)
        field, dropped = _LINE_FINAL.subn(b"", field)
        if dropped:
            repairs.append("line-final backslashes dropped")
    decoded = decode(field)
    repairs.extend(decoded.repairs)
    return decoded.text
