"""Cuts texts at their blanks into spellings such as `(North-Pier`, each known by a hash.

No text becomes a Python object: the bytes of all texts are worked on as one array, slice by slice.
The hash of a spelling is the sum, modulo 2**64, of a random number for each of its bytes, times a
power that depends on the place of the byte. Summed up from the start of the array, the hash of any
stretch of it is a difference.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

_BLANK = ord(" ")

_SLICE_BYTES = 1 << 15
"""Bytes that are worked on at once, so that what is computed of them stays in the caches."""

_FACTOR = 0x9E3779B97F4A7C15
"""An odd number, so that it has an inverse modulo 2**64."""


def _powers(factor: int) -> NDArray[np.uint64]:
    powers = np.full(_SLICE_BYTES + 1, factor, np.uint64)
    powers[0] = 1
    return np.multiply.accumulate(powers)


_OF_BYTE = np.random.default_rng(0).integers(1, 1 << 64, 256, np.uint64)
_POWERS = _powers(_FACTOR)
_INVERSE_POWERS = _powers(pow(_FACTOR, -1, 1 << 64))


@dataclass(frozen=True)
class Spellings:
    """What stands between the blanks of some texts, in order.

    Attributes:
        text_counts: How many spellings each text has, at least one; empty ones count.
        hashes: The hash of each spelling.
    """

    text_counts: NDArray[np.int64]
    hashes: NDArray[np.uint64]
    _bytes: NDArray[np.uint8]
    _ends: NDArray[np.int64]

    def written(self, places: NDArray[np.int64]) -> pa.Array:
        """The spellings at some places.

        Args:
            places: Their numbers in the order of all, from 0.
        """
        ends = self._ends[places]
        starts = np.where(places > 0, self._ends[places - 1] + 1, 0)
        sizes = ends - starts
        offsets = np.append(0, np.cumsum(sizes)).astype(np.int32)
        chosen = np.repeat(starts - offsets[:-1], sizes) + np.arange(offsets[-1])
        data = np.ascontiguousarray(self._bytes[chosen])
        return pa.StringArray.from_buffers(
            len(places), pa.py_buffer(offsets), pa.py_buffer(data), None
        )


def cut(texts: pa.StringArray) -> Spellings:
    """Cut texts at their blanks.

    Args:
        texts: Texts without NULLs, each with a blank at its end.
    """
    offsets = np.frombuffer(texts.buffers()[1], np.int32)[texts.offset :][: len(texts) + 1]
    data = np.frombuffer(texts.buffers()[2], np.uint8)[offsets[0] : offsets[-1]]
    ends = np.flatnonzero(data == _BLANK)
    text_ends = np.searchsorted(ends, offsets[1:] - offsets[0])
    return Spellings(np.diff(text_ends, prepend=0), _hashes(data, ends), data, ends)


def _hashes(data: NDArray[np.uint8], ends: NDArray[np.int64]) -> NDArray[np.uint64]:
    """The hash of what stands before each end, from the end before it on."""
    hashes = np.empty(len(ends), np.uint64)
    room = np.empty(_SLICE_BYTES, np.uint64)
    first, start = 0, 0
    while first < len(ends):
        last = first + int(
            np.searchsorted(ends[first : first + _SLICE_BYTES], start + _SLICE_BYTES)
        )
        if last == first:
            hashes[first] = _hash_of_long(data[start : ends[first]])
            last = first + 1
        else:
            places = ends[first:last] - start
            sums = room[: places[-1] + 1]
            np.take(_OF_BYTE, data[start : start + len(sums)], out=sums, mode="clip")
            sums *= _POWERS[: len(sums)]
            np.cumsum(sums, out=sums)
            # Up to the blank; the next one starts behind it.
            before = np.append(np.uint64(0), sums[places[:-1]])
            part = sums[places] - _OF_BYTE[_BLANK] * _POWERS[places]
            part -= before
            part *= _INVERSE_POWERS[np.append(0, places[:-1] + 1)]
            hashes[first:last] = part
        start = int(ends[last - 1]) + 1
        first = last
    return hashes


def _hash_of_long(data: NDArray[np.uint8]) -> np.uint64:
    """The hash of a stretch that is longer than a slice."""
    total = 0
    for start in range(0, len(data), _SLICE_BYTES):
        part = data[start : start + _SLICE_BYTES]
        total += int((_OF_BYTE[part] * _POWERS[: len(part)]).sum()) * pow(_FACTOR, start, 1 << 64)
    return np.uint64(total % (1 << 64))
