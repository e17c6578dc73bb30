"""Opens what is packed: zip, tar, 7z, gz, bz2, xz and zst, also within each other.

What a file is follows from its first bytes. Nothing is ever written under a name that an archive
gives; damaged, encrypted and over-sized archives become refusals, never exceptions, and so do
members that are links or whose name leads out of the archive. Libraries answer damaged bytes with
errors of many kinds, some that they did not mean to raise, so any error is damage but those of our
own, which say that the disk or the store failed.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import stat
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, cast

from cablehouse.errors import CablehouseError
from transforms.read.record import Member, Place, Refusal
from transforms.read.refusing import refuse

_HEAD_BYTES = 512
_SPOOLED_BYTES = 16 * 1024 * 1024
_SMALL_BYTES = 64 * 1024 * 1024
"""Up to here any ratio is fine: plain text with long runs of one character packs that well."""

Opened = BinaryIO | Refusal


@dataclass(frozen=True, slots=True)
class Limits:
    """How large things may be.

    Attributes:
        record_bytes: Largest record.
        archive_ratio: Largest ratio of unpacked to packed bytes.
        archive_depth: How deep archives may lie within archives.
    """

    record_bytes: int
    archive_ratio: int
    archive_depth: int


class _Bomb(Exception):
    """More comes out of an archive than any dump would need."""


class _Unsafe(Exception):
    """A member that no dump has: a link, or a name that leads out of the archive."""


class _Broken:
    """Stands for an archive entry that cannot be opened, so that the others still can."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def read(self, size: int = -1) -> bytes:
        """Always the error."""
        raise self._error


class _Meter:
    """Counts what comes out of one input, over all levels of packing.

    Attributes:
        damage_count: Damages that were reported so far, so that one is not reported on each level.
    """

    def __init__(self, packed_bytes: int, ratio: int) -> None:
        self._left = max(_SMALL_BYTES, packed_bytes * ratio)
        self.damage_count = 0

    def take(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise _Bomb

    def check(self, count: int) -> None:
        """Raise when so much more would be too much."""
        if count > self._left:
            raise _Bomb


class _Peeked:
    """A stream whose first bytes were looked at; errors of unpacking end it early and are kept."""

    def __init__(self, stream: Any, meter: _Meter | None) -> None:
        self._stream = stream
        self._meter = meter
        self._head = b""
        self.error: Exception | None = None
        self._head = self._pull(_HEAD_BYTES)
        self.head = self._head

    def read(self, size: int = -1) -> bytes:
        """The next bytes; fewer than asked for only at the end."""
        if size < 0:
            parts = [self._head]
            self._head = b""
            while part := self._pull(1024 * 1024):
                parts.append(part)
            return b"".join(parts)
        taken, self._head = self._head[:size], self._head[size:]
        return taken if len(taken) == size else taken + self._pull(size - len(taken))

    def _pull(self, size: int) -> bytes:
        parts: list[bytes] = []
        wanted = size
        while wanted and self.error is None:
            try:
                part = self._stream.read(wanted)
            except CablehouseError:
                raise
            except Exception as error:
                self.error = error
                break
            if not part:
                break
            parts.append(part)
            wanted -= len(part)
            if self._meter is not None:
                try:
                    self._meter.take(len(part))
                except _Bomb as error:
                    self.error = error
        return b"".join(parts)


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
        (`bad_archive`, `truncated`) after the members that could be read.
    """
    packed = stream.seek(0, 2) if stream.seekable() else 0
    if stream.seekable():
        stream.seek(0)
    yield from _open(member, stream, limits, _Meter(packed, limits.archive_ratio), 0)


def _open(
    member: Member, stream: Any, limits: Limits, meter: _Meter, depth: int
) -> Iterator[tuple[Member, Opened]]:
    peeked = _Peeked(stream, meter if depth else None)
    kind = kind_of(peeked.head)
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
    kind: str, member: Member, peeked: _Peeked, limits: Limits, meter: _Meter, depth: int
) -> Iterator[tuple[Member, Opened]]:
    damage_count = meter.damage_count
    try:
        for path, stream in _LISTERS[kind](peeked, _unpacked_name(member, kind), meter):
            name = path if member.path is None else f"{member.path}!/{path}"
            inner = replace(member, path=name)
            yield from _open(inner, stream, limits, meter, depth + 1)
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


def kind_of(head: bytes) -> str | None:
    """The kind of archive or compression, from the first 512 bytes; None when it is neither."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    return "tar" if head[257:262] == b"ustar" else None


_MAGIC = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gz"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zst"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
)


def _damage(member: Member, head: bytes, error: Exception) -> Refusal:
    text = str(error) or type(error).__name__
    if isinstance(error, _Unsafe):
        reason, detail = "bad_archive", text
    elif isinstance(error, _Bomb):
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


def _unsafe(name: str, is_link: bool) -> _Broken | None:
    """What stands for a member that is not to be unpacked; None for all others."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or name[1:2] == ":":
        return _Broken(_Unsafe("its name leads out of the archive; not unpacked"))
    if is_link:
        return _Broken(_Unsafe("a link or another thing that is no file; not followed"))
    return None


@contextmanager
def _seekable(peeked: _Peeked) -> Iterator[BinaryIO]:
    with tempfile.SpooledTemporaryFile(_SPOOLED_BYTES) as spool:
        while chunk := peeked.read(1024 * 1024):
            spool.write(chunk)
        spool.seek(0)
        yield cast("BinaryIO", spool)


def _list_zip(peeked: _Peeked, name: str, meter: _Meter) -> Iterator[tuple[str, Any]]:
    with _seekable(peeked) as file, zipfile.ZipFile(file) as archive:
        for entry in archive.infolist():
            if entry.is_dir():
                continue
            if unsafe := _unsafe(entry.filename, stat.S_ISLNK(entry.external_attr >> 16)):
                yield entry.filename, unsafe
                continue
            try:
                stream = archive.open(entry)
            except CablehouseError:
                raise
            except Exception as error:
                yield entry.filename, _Broken(error)
                continue
            with stream:
                yield entry.filename, stream


def _list_tar(peeked: _Peeked, name: str, meter: _Meter) -> Iterator[tuple[str, Any]]:
    with tarfile.open(fileobj=cast("BinaryIO", peeked), mode="r|") as archive:
        for entry in archive:
            if entry.isdir():
                continue
            if unsafe := _unsafe(entry.name, not entry.isfile()):
                yield entry.name, unsafe
            elif (stream := archive.extractfile(entry)) is not None:
                yield entry.name, stream


def _list_7z(peeked: _Peeked, name: str, meter: _Meter) -> Iterator[tuple[str, Any]]:
    import py7zr

    with _seekable(peeked) as file, tempfile.TemporaryDirectory() as folder:
        try:
            with py7zr.SevenZipFile(file) as archive:
                entries = [entry for entry in archive.list() if not entry.is_directory]
                unsafe = {e.filename: _unsafe(e.filename, e.is_symlink) for e in entries}
                names = [entry.filename for entry in entries]
                meter.check(sum(entry.uncompressed for entry in entries))
                archive.extract(folder, targets=[name for name in names if not unsafe[name]])
        except (py7zr.exceptions.ArchiveError, py7zr.exceptions.PasswordRequired) as error:
            raise ValueError(f"7z: {error}") from error
        root = Path(folder).resolve()
        for entry in names:
            if (broken := unsafe[entry]) is not None:
                yield entry, broken
                continue
            path = (root / entry).resolve()
            if path.is_relative_to(root) and path.is_file():
                with path.open("rb") as stream:
                    yield entry, stream


def _list_gz(peeked: _Peeked, name: str, meter: _Meter) -> Iterator[tuple[str, Any]]:
    yield name, gzip.GzipFile(fileobj=cast("BinaryIO", peeked))


def _list_bz2(peeked: _Peeked, name: str, meter: _Meter) -> Iterator[tuple[str, Any]]:
    yield name, bz2.BZ2File(cast("BinaryIO", peeked))


def _list_xz(peeked: _Peeked, name: str, meter: _Meter) -> Iterator[tuple[str, Any]]:
    with lzma.LZMAFile(cast("BinaryIO", peeked)) as stream:
        yield name, stream


def _list_zst(peeked: _Peeked, name: str, meter: _Meter) -> Iterator[tuple[str, Any]]:
    import zstandard

    reader = zstandard.ZstdDecompressor().stream_reader(
        cast("BinaryIO", peeked), read_across_frames=True
    )
    yield name, reader


_LISTERS = {
    "zip": _list_zip,
    "tar": _list_tar,
    "7z": _list_7z,
    "gz": _list_gz,
    "bz2": _list_bz2,
    "xz": _list_xz,
    "zst": _list_zst,
}
