"""Sorts the words of a segment by number, passage and position.

Each word of the segment is packed into one integer, so sorting twenty million takes half a second;
what DuckDB is given is in order.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

_SLICE_ROWS = 122_880

_COLUMNS = ["word_id", "passage_id", "position", "frequency", "word_count"]


class Segment:
    """The words of some passages, sorted.

    Attributes:
        first_passage: The passage that comes first.
        passage_counts: In how many passages each word is, by serial; complete when all rows have
            been read.
    """

    def __init__(
        self,
        *,
        ids: NDArray[np.int64],
        first_passage: int,
        word_counts: NDArray[np.int32],
        serials: NDArray[np.int32],
        passages: NDArray[np.int64],
        positions: NDArray[np.int64],
    ) -> None:
        """Sort.

        Args:
            ids: The number of each word by its serial.
            first_passage: The passage that comes first.
            word_counts: How many words each passage has.
            serials: Each word.
            passages: The passage of each word, counted from the first one.
            positions: The place of each word in its passage.
        """
        self.passage_counts = np.zeros(len(ids), np.int64)
        self._by_rank = np.argsort(ids)
        self._ids = ids
        self.first_passage = first_passage
        self._word_counts = word_counts
        ranks = np.empty(len(ids), np.int64)
        ranks[self._by_rank] = np.arange(len(ids))
        self._position_bits = int(positions.max(initial=0)).bit_length()
        self._passage_bits = len(word_counts).bit_length()
        keys = ranks[serials]
        keys <<= self._passage_bits
        keys |= passages
        keys <<= self._position_bits
        keys |= positions
        keys.sort()
        self._keys = keys

    def rows(self) -> pa.RecordBatchReader:
        """The rows of `search_index.occurrences`."""
        schema = self._batch(self._keys[:0]).schema
        return pa.RecordBatchReader.from_batches(schema, self._batches())

    def _batches(self) -> Iterator[pa.RecordBatch]:
        start = 0
        while start < len(self._keys):
            end = self._end_of_slice(start)
            yield self._batch(self._keys[start:end])
            start = end

    def _end_of_slice(self, start: int) -> int:
        """Where a slice ends, all occurrences of its last word in its last passage included."""
        last = min(start + _SLICE_ROWS, len(self._keys)) - 1
        last_place = self._keys[last] | ((1 << self._position_bits) - 1)
        return int(np.searchsorted(self._keys, last_place, side="right"))

    def _batch(self, keys: NDArray[np.int64]) -> pa.RecordBatch:
        entries = keys >> self._position_bits
        firsts = np.flatnonzero(np.diff(entries, prepend=-1) != 0)
        frequencies = np.zeros(len(keys), np.int32)
        frequencies[firsts] = np.diff(firsts, append=len(keys))
        ranks = entries >> self._passage_bits
        serials = self._by_rank[ranks]
        self._count(ranks[firsts])
        passages = (entries & ((1 << self._passage_bits) - 1)).astype(np.int32)
        columns = (
            self._ids[serials],
            passages + np.int32(self.first_passage),
            (keys & ((1 << self._position_bits) - 1)).astype(np.int32),
            frequencies,
            self._word_counts[passages],
        )
        return pa.record_batch([pa.array(column) for column in columns], names=_COLUMNS)

    def _count(self, ranks: NDArray[np.int64]) -> None:
        starts = np.flatnonzero(np.diff(ranks, prepend=-1) != 0)
        self.passage_counts[self._by_rank[ranks[starts]]] += np.diff(starts, append=len(ranks))
