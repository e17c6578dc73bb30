"""Disks and object stores: opens what lies in them, and says in one way what they fail to give."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from cablehouse.errors import CablehouseError, ExtraMissing, InputNotFound, TransientError

_BYTE = re.compile(rb"\\x([89a-f][0-9a-f])")


def path_of(uri: str) -> Path:
    """The file that a printable name means (`transforms.read.names`)."""
    path = Path(uri)
    if "\\x" not in uri or os.path.lexists(path):
        return path
    raw = _BYTE.sub(lambda found: bytes([int(found[1], 16)]), os.fsencode(uri))
    return Path(os.fsdecode(raw))


@contextmanager
def reaching(uri: str) -> Iterator[None]:
    """Turn what a disk or a store answers into a message; each store has errors of its own."""
    try:
        yield
    except CablehouseError:
        raise
    except Exception as error:
        raise TransientError(
            f"{uri}: cannot be read ({type(error).__name__}: {error}). Check that it is there and "
            "readable, and for a store the network and the credentials; then run again."
        ) from error


def filesystem_of(url: str) -> tuple[Any, str]:
    """The file system of a URL, and the path within it.

    Raises:
        ExtraMissing: It needs an optional part.
        InputNotFound: There is no such kind of store.
        TransientError: The store cannot be reached.
    """
    import fsspec

    with reaching(url):
        try:
            filesystem, path = fsspec.core.url_to_fs(url)
        except ImportError:
            raise ExtraMissing(url, "s3") from None
        except ValueError as error:
            raise InputNotFound(f"{url} ({error})") from None
    return filesystem, path


def open_source(uri: str) -> BinaryIO:
    """Open a file of this machine or an object of a store for reading.

    Raises:
        ExtraMissing: It needs an optional part.
        TransientError: It cannot be opened.
    """
    with reaching(uri):
        if "://" not in uri:
            return path_of(uri).open("rb")
        filesystem, path = filesystem_of(uri)
        return cast("BinaryIO", filesystem.open(path, "rb"))


class SourceStream:
    """The bytes of an input: what its disk or store fails to give is no damage of the dump.

    Without this, a connection that breaks would look like a truncated archive, be quarantined as
    one, and never be read again.
    """

    def __init__(self, uri: str, stream: BinaryIO) -> None:
        self._uri = uri
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        with reaching(self._uri):
            return self._stream.read(size)

    def seekable(self) -> bool:
        """As the stream says."""
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        """As the stream does."""
        with reaching(self._uri):
            return self._stream.seek(offset, whence)
