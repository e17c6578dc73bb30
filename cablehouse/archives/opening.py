"""Opens what is packed: zip, tar, 7z, gz, bz2, xz and zst, also within each other.

What a file is follows from its first bytes. Damaged, encrypted and over-sized archives become
refusals, never exceptions, and so do members that are links or whose name leads out of the archive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

from cablehouse.archives.errors import Bomb, Unsafe
from cablehouse.archives.peeking import Meter, Peeked
from cablehouse.archives.unpacking import COMPRESSIONS, LISTERS, kind_of
from cablehouse.errors import CablehouseError
from transforms.read.names import printable
from transforms.read.record import Member, Place, Refusal
from transforms.read.refusing import refuse

Opened = BinaryIO | Refusal


@dataclass(frozen=True, slots=True)
class Limits:
    """How large things may be.

    Attributes:
        record_bytes: Largest record.
        archive_ratio: Largest ratio of unpacked to packed bytes.
        archive_depth: How deep archives may lie within archives; a compressed tar is one.
    """

    record_bytes: int
    archive_ratio: int
    archive_depth: int


def open_members(
    member: Member, stream: BinaryIO, limits: Limits
) -> Iterator[tuple[Member, Opened]]:
    """Open everything that a file holds.

    Args:
        member: The file.
        stream: Its bytes; seekable for local files.
        limits: How large things may be.

    Yields:
        Each member with its stream, to be read before the next is asked for; or a refusal
        (`bad_archive`, `truncated`) after the members that could be read. Members of one name are
        told apart by their number (`a.txt`, `a.txt#2`).
    """
    packed = stream.seek(0, 2) if stream.seekable() else 0
    if stream.seekable():
        stream.seek(0)
    yield from _open(member, stream, limits, Meter(packed, limits.archive_ratio), 0)


def _open(
    member: Member,
    stream: Any,
    limits: Limits,
    meter: Meter,
    depth: int,
    around: str | None = None,
) -> Iterator[tuple[Member, Opened]]:
    peeked = Peeked(stream, meter if around else None)
    kind = kind_of(peeked.head)
    if kind == "tar" and around in COMPRESSIONS:
        depth -= 1
    damage_count = meter.damage_count
    if kind is None:
        if peeked.head or peeked.error is None:
            yield member, cast("BinaryIO", peeked)
    elif depth >= limits.archive_depth:
        detail = f"archives more than {limits.archive_depth} deep within each other"
        yield member, refuse(Place(member, line=None), "bad_archive", detail, peeked.head)
    else:
        yield from _unpack(kind, member, peeked, limits, meter, depth)
    if peeked.error is not None and meter.damage_count == damage_count:
        meter.damage_count += 1
        yield member, _damage(member, peeked.head, peeked.error)


def _unpack(
    kind: str, member: Member, peeked: Peeked, limits: Limits, meter: Meter, depth: int
) -> Iterator[tuple[Member, Opened]]:
    damage_count = meter.damage_count
    seen: Counter[str] = Counter()
    try:
        for path, stream in LISTERS[kind](peeked, _unpacked_name(member, kind), meter):
            path = printable(path)
            name = path if member.path is None else f"{member.path}!/{path}"
            seen[path] += 1
            if seen[path] > 1:
                name = f"{name}#{seen[path]}"
            inner = replace(member, path=name)
            yield from _open(inner, stream, limits, meter, depth + 1, kind)
    except CablehouseError:
        raise
    except Exception as error:
        if meter.damage_count == damage_count:
            meter.damage_count += 1
            yield member, _damage(member, peeked.head, error)


def _unpacked_name(member: Member, kind: str) -> str:
    """What a compressed file is called without its last extension."""
    name = PurePosixPath((member.path or member.uri).replace("\\", "/")).name
    return name.rpartition(".")[0] if "." in name.strip(".") else f"{name}.un{kind}"


def _damage(member: Member, head: bytes, error: Exception) -> Refusal:
    text = str(error) or type(error).__name__
    if isinstance(error, Unsafe):
        reason, detail = "bad_archive", text
    elif isinstance(error, Bomb):
        reason, detail = "bad_archive", "unpacks to far more than a dump would; not read further"
    elif isinstance(error, EOFError) or _sounds_truncated(text):
        reason, detail = "truncated", f"the archive ends too early ({text})"
    else:
        reason, detail = "bad_archive", f"the archive cannot be unpacked ({text})"
    return refuse(Place(member, line=None), reason, detail, head)


def _sounds_truncated(text: str) -> bool:
    lowered = text.lower()
    signs = ("truncat", "unexpected end", "end-of-stream", "ended before", "not a zip file")
    return any(sign in lowered for sign in signs)
