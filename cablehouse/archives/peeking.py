"""Streams that come out of archives: their first bytes seen, all their bytes counted.

Libraries answer damaged bytes with errors of many kinds, some that they did not mean to raise, so
any error is damage but those of our own, which say that the disk or the store failed.
"""

from __future__ import annotations

from typing import Any

from cablehouse.archives.errors import Bomb
from cablehouse.errors import CablehouseError

_HEAD_BYTES = 512
_SMALL_BYTES = 64 * 1024 * 1024
"""Up to here any ratio is fine: plain text with long runs of one character packs that well."""


class Meter:
    """Counts what comes out of one input, over all levels of packing.

    Attributes:
        damage_count: Damages that were reported so far, so that one is not reported on each level.
    """

    def __init__(self, packed_bytes: int, ratio: int) -> None:
        self._left = max(_SMALL_BYTES, packed_bytes * ratio)
        self.damage_count = 0

    def take(self, count: int) -> None:
        """Count what came out; raises `Bomb` when it is too much by now."""
        self._left -= count
        if self._left < 0:
            raise Bomb

    def check(self, count: int) -> None:
        """Raise when so much more would be too much."""
        if count > self._left:
            raise Bomb


class Peeked:
    """A stream whose first bytes were looked at; errors of unpacking end it early and are kept.

    Attributes:
        head: Its first 512 bytes.
        error: What ended it early; None so far.
    """

    def __init__(self, stream: Any, meter: Meter | None) -> None:
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
                except Bomb as error:
                    self.error = error
        return b"".join(parts)
