"""Gathers the lines of one message of a text file that may hold several, and never all of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from transforms.read.record import Member, Place, Refusal
from transforms.read.refusing import refuse
from transforms.read.source import Source

LOOKED_BACK = 80
"""Lines that a message keeps whatever its size; the next one may begin among them."""

_KEPT_BYTES = 64 * 1024


@dataclass
class Gathered:
    """The message that is being gathered; one that is too large keeps only its last lines.

    Attributes:
        offset: Byte of the member at which it starts.
        line: Line of the member on which it starts.
        lines: Its lines with their line ends; the last ones when it is too large.
        size: Bytes of all its lines.
        line_count: Number of all its lines.
    """

    offset: int = 0
    line: int = 1
    lines: list[bytes] = field(default_factory=list)
    size: int = 0
    line_count: int = 0
    kept: bytes = b""
    digest: hashlib._Hash | None = None

    def add(self, raw: bytes, most_bytes: int) -> None:
        """Take one line with its line end; forget the first ones when there are too many bytes."""
        self.lines.append(raw)
        self.size += len(raw)
        self.line_count += 1
        if self.size > most_bytes and len(self.lines) > 2 * LOOKED_BACK:
            self._shed()

    def take_back(self, start: int) -> list[bytes]:
        """Give up the lines from `start` on."""
        rest = self.lines[start:]
        del self.lines[start:]
        self.size -= sum(map(len, rest))
        self.line_count -= len(rest)
        return rest

    def place(self, member: Member, number: int) -> Place:
        """Where the message stands."""
        return Place(member, number, self.line, self.offset, self.size)

    def too_large(
        self, member: Member, number: int, most_bytes: int, source_format: str
    ) -> Refusal | None:
        """The refusal of a message that is too large; None for all others."""
        if self.size <= most_bytes:
            return None
        raw = b"".join(self.lines)
        refusal = refuse(
            self.place(member, number),
            "too_large",
            f"more than {most_bytes} bytes",
            self.kept or raw,
            source_format,
        )
        if self.digest is None:
            return refusal
        self.digest.update(raw)
        return replace(refusal, sha256=self.digest.hexdigest())

    def _shed(self) -> None:
        if self.digest is None:
            self.digest = hashlib.sha256()
            self.kept = self.lines[0][:_KEPT_BYTES]
        for raw in self.lines[:-LOOKED_BACK]:
            self.digest.update(raw)
        del self.lines[:-LOOKED_BACK]


def lines_of(source: Source, longest: int) -> Iterator[bytes]:
    """Lines with their ends; a line that is longer than a record comes in pieces."""
    left = b""
    for chunk in source.chunks():
        parts = (left + chunk).splitlines(keepends=True)
        # The last part may go on, and a CR may yet be followed by its LF.
        left = parts.pop() if parts else b""
        yield from parts
        if len(left) > longest:
            yield left
            left = b""
    if left:
        yield from left.splitlines(keepends=True)
