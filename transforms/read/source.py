"""A member's bytes, read forward once, with a look at its head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

_CHUNK = 1024 * 1024


class Source:
    """A stream of bytes that never holds more than it was asked for.

    Attributes:
        head: The first bytes, 64 KB or all there are.
    """

    def __init__(self, stream: BinaryIO, head_bytes: int) -> None:
        """Read the head.

        Args:
            stream: Opened for reading; only `read` is used.
            head_bytes: How many bytes to look at.
        """
        self._stream = stream
        parts: list[bytes] = []
        size = 0
        while size < head_bytes and (part := stream.read(head_bytes - size)):
            parts.append(part)
            size += len(part)
        self.head = b"".join(parts)
        self.is_short = size < head_bytes

    def chunks(self) -> Iterator[bytes]:
        """All bytes from the start, in pieces; to be called once."""
        if self.head:
            yield self.head
        if self.is_short:
            return
        while chunk := self._stream.read(_CHUNK):
            yield chunk

    def read_all(self, limit: int) -> bytes | None:
        """All bytes, or None when there are more than `limit`; to be called once."""
        parts: list[bytes] = []
        size = 0
        for chunk in self.chunks():
            parts.append(chunk)
            size += len(chunk)
            if size > limit:
                return None
        return b"".join(parts)
