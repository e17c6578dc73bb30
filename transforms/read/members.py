"""One member -> its records: looks at the head, recognises the format, calls its reader."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

from transforms.read.cablegate_html import read_cablegate_html
from transforms.read.cables_csv import read_cables_csv
from transforms.read.decoding import wide_encoding
from transforms.read.plain_text import read_plain_text
from transforms.read.preamble import read_preamble
from transforms.read.recognise import HEAD_BYTES, companion, recognise
from transforms.read.record import Member, Place, Record, Refusal, Skipped
from transforms.read.refusing import refuse
from transforms.read.source import Source

Reader = Callable[[Member, Source, int], Iterator[Record | Refusal | Skipped]]

READERS: dict[str, Reader] = {
    "plain_text": read_plain_text,
    "cablegate_html": read_cablegate_html,
    "cables_csv": read_cables_csv,
    "preamble": read_preamble,
}
"""A reader for each code of `source_formats`."""


def read_member(
    member: Member, stream: BinaryIO, *, record_bytes: int
) -> Iterator[Record | Refusal | Skipped]:
    """Read all records of one file or archive member.

    Args:
        member: What is read.
        stream: Its bytes; read forward only.
        record_bytes: Largest record taken.

    Yields:
        Records and refusals in their order in the member; or one `Skipped` when it is plainly no
        dump. Every member yields something. Nothing is raised for any bytes.
    """
    source = Source(stream, HEAD_BYTES)
    name = member.path or member.uri
    if not source.head.strip():
        yield _blank(member, source, name)
        return
    encoding = wide_encoding(source.head)
    if encoding is not None:
        yield from _read_wide(member, source, encoding, record_bytes)
        return
    if b"\0" in source.head:
        yield _unknown(member, source, name, "binary", "zero bytes: not a text")
        return
    found = recognise(source.head)
    if found.later is not None:
        detail = f"{found.later} ({found.evidence}): recognised, but there is no reader for it"
        yield _unknown(member, source, name, "unknown_format", detail)
    elif found.format is None:
        yield _unknown(member, source, name, "unknown_format", found.evidence)
    else:
        yield from READERS[found.format](member, source, record_bytes)


def _blank(member: Member, source: Source, name: str) -> Refusal | Skipped:
    why = companion(name, source.head) if source.head else "empty file"
    if why is not None:
        return Skipped(member, why)
    place = Place(member, length=len(source.head))
    return refuse(place, "empty", "nothing but white space", source.head)


def _unknown(
    member: Member, source: Source, name: str, reason: str, detail: str
) -> Refusal | Skipped:
    why = companion(name, source.head)
    if why is not None:
        return Skipped(member, why)
    line = None if reason == "binary" else 1
    digest = hashlib.sha256()
    size = 0
    for chunk in source.chunks():
        digest.update(chunk)
        size += len(chunk)
    place = Place(member, line=line, length=size)
    refusal = refuse(place, reason, detail, source.head)
    return replace(refusal, sha256=digest.hexdigest())


def _read_wide(
    member: Member, source: Source, encoding: str, record_bytes: int
) -> Iterator[Record | Refusal | Skipped]:
    """Read a member of two-byte characters, by way of UTF-8; places stay those of its own bytes."""
    raw = source.read_all(2 * record_bytes)
    if raw is None:
        detail = f"a {encoding} file of more than {2 * record_bytes} bytes; convert it to UTF-8"
        yield refuse(Place(member), "too_large", detail, source.head)
        return
    marks = 2 if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else 0
    narrow = raw[marks:].decode(encoding, "replace").encode("utf-8")
    if b"\0" in narrow[:HEAD_BYTES]:
        yield refuse(Place(member, line=None, length=len(raw)), "binary", "not a text", raw)
        return
    for item in read_member(member, io.BytesIO(narrow), record_bytes=record_bytes):
        if isinstance(item, Skipped):
            yield item
            continue
        start = marks + _wide_length(narrow[: item.place.offset], encoding)
        cut = narrow[item.place.offset : item.place.offset + item.place.length]
        place = replace(item.place, offset=start, length=_wide_length(cut, encoding))
        own = raw[start : start + place.length]
        digest = hashlib.sha256(own).hexdigest()
        if isinstance(item, Record):
            yield replace(
                item, place=place, sha256=digest, repairs=(f"decoded as {encoding}", *item.repairs)
            )
        else:
            yield replace(item, place=place, sha256=digest)


def _wide_length(narrow: bytes, encoding: str) -> int:
    return len(narrow.decode("utf-8", "replace").encode(encoding))
