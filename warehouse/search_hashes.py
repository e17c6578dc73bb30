"""Numbers hashes, many at a time, in a table of open addressing.

Words come by the million and nearly all of them are known, so what counts is the look-up: one pass
over arrays, without a Python object for any of them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


class Numbering:
    """Hashes that are known, each with a number, from 0."""

    def __init__(self, hashes: NDArray[np.uint64]) -> None:
        """Know some hashes from the start.

        Args:
            hashes: Different hashes; their places are their numbers.
        """
        self._make_room(2 * len(hashes))
        self._count = 0
        self._put(hashes | np.uint64(1))

    def find(self, hashes: NDArray[np.uint64]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Find hashes; new ones get the next numbers.

        Args:
            hashes: Any hashes, equal ones among them.

        Returns:
            The number of each, and for each new number where it is met first.
        """
        keys = hashes | np.uint64(1)  # 0 is an empty slot
        slots = (keys >> self._shift).astype(np.intp)
        held = self._keys.take(slots, mode="clip")
        numbers = self._numbers.take(slots, mode="clip")
        elsewhere = np.flatnonzero(held != keys)
        lacking = [elsewhere[held[elsewhere] == 0]]
        elsewhere = elsewhere[held[elsewhere] != 0]
        slots = slots[elsewhere]
        while len(elsewhere):
            slots = (slots + 1) & self._mask
            held, sought = self._keys[slots], keys[elsewhere]
            is_here = held == sought
            numbers[elsewhere[is_here]] = self._numbers[slots[is_here]]
            lacking.append(elsewhere[held == 0])
            is_elsewhere = ~is_here & (held != 0)
            elsewhere, slots = elsewhere[is_elsewhere], slots[is_elsewhere]
        places = np.sort(np.concatenate(lacking))
        new, firsts, which = np.unique(keys[places], return_index=True, return_inverse=True)
        numbers[places] = self._count + which
        self._put(new)
        return numbers, places[firsts]

    def _put(self, keys: NDArray[np.uint64]) -> None:
        """Give new keys the next numbers."""
        numbers = np.arange(self._count, self._count + len(keys), dtype=np.int32)
        self._count += len(keys)
        if 2 * self._count > len(self._keys):
            used = np.flatnonzero(self._keys)
            keys = np.append(self._keys[used], keys)
            numbers = np.append(self._numbers[used], numbers)
            self._make_room(2 * self._count)
        slots = (keys >> self._shift).astype(np.intp)
        while len(keys):
            is_free = self._keys[slots] == 0
            self._keys[slots[is_free]] = keys[is_free]
            # Where several wanted the same slot, one has it.
            is_placed = self._keys[slots] == keys
            self._numbers[slots[is_placed]] = numbers[is_placed]
            keys, numbers = keys[~is_placed], numbers[~is_placed]
            slots = (slots[~is_placed] + 1) & self._mask

    def _make_room(self, size: int) -> None:
        bits = max(size, 2).bit_length()
        self._keys = np.zeros(1 << bits, np.uint64)
        self._numbers = np.zeros(1 << bits, np.int32)
        self._shift = np.uint64(64 - bits)
        self._mask = (1 << bits) - 1
