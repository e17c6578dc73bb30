"""The kinds of archives and compressions, and what lies in one of each kind.

Nothing is ever written under a name that an archive gives; a member that is a link, or whose name
leads out of the archive, is listed as one that cannot be opened.
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
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, cast

from cablehouse.archives.errors import Unsafe
from cablehouse.archives.peeking import Meter, Peeked
from cablehouse.errors import CablehouseError

_SPOOLED_BYTES = 16 * 1024 * 1024


class _Broken:
    """Stands for an archive entry that cannot be opened, so that the others still can."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def read(self, size: int = -1) -> bytes:
        """Always the error."""
        raise self._error


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


def _unsafe(name: str, is_link: bool) -> _Broken | None:
    """What stands for a member that is not to be unpacked; None for all others."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or name[1:2] == ":":
        return _Broken(Unsafe("its name leads out of the archive; not unpacked"))
    if is_link:
        return _Broken(Unsafe("a link or another thing that is no file; not followed"))
    return None


@contextmanager
def _seekable(peeked: Peeked) -> Iterator[BinaryIO]:
    with tempfile.SpooledTemporaryFile(_SPOOLED_BYTES) as spool:
        while chunk := peeked.read(1024 * 1024):
            spool.write(chunk)
        spool.seek(0)
        yield cast("BinaryIO", spool)


def _list_zip(peeked: Peeked, name: str, meter: Meter) -> Iterator[tuple[str, Any]]:
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


def _list_tar(peeked: Peeked, name: str, meter: Meter) -> Iterator[tuple[str, Any]]:
    with tarfile.open(fileobj=cast("BinaryIO", peeked), mode="r|") as archive:
        for entry in archive:
            if entry.isdir():
                continue
            if unsafe := _unsafe(entry.name, not entry.isfile()):
                yield entry.name, unsafe
            elif (stream := archive.extractfile(entry)) is not None:
                yield entry.name, stream


def _list_7z(peeked: Peeked, name: str, meter: Meter) -> Iterator[tuple[str, Any]]:
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


def _list_gz(peeked: Peeked, name: str, meter: Meter) -> Iterator[tuple[str, Any]]:
    yield name, gzip.GzipFile(fileobj=cast("BinaryIO", peeked))


def _list_bz2(peeked: Peeked, name: str, meter: Meter) -> Iterator[tuple[str, Any]]:
    yield name, bz2.BZ2File(cast("BinaryIO", peeked))


def _list_xz(peeked: Peeked, name: str, meter: Meter) -> Iterator[tuple[str, Any]]:
    with lzma.LZMAFile(cast("BinaryIO", peeked)) as stream:
        yield name, stream


def _list_zst(peeked: Peeked, name: str, meter: Meter) -> Iterator[tuple[str, Any]]:
    import zstandard

    reader = zstandard.ZstdDecompressor().stream_reader(
        cast("BinaryIO", peeked), read_across_frames=True
    )
    yield name, reader


LISTERS = {
    "zip": _list_zip,
    "tar": _list_tar,
    "7z": _list_7z,
    "gz": _list_gz,
    "bz2": _list_bz2,
    "xz": _list_xz,
    "zst": _list_zst,
}

COMPRESSIONS = frozenset({"gz", "bz2", "xz", "zst"})
"""Kinds that hold one file; with a tar in it, both are one archive."""
