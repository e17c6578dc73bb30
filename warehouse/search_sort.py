"""Sorts the words of a segment by stem, passage and position.

Each word of the segment is packed into one integer, so sorting twenty million takes half a second;
what DuckDB is given is in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from warehouse.search_words import spread

_SLICE_ROWS = 122_880

_COLUMNS = ["stem_id", "passage_id", "position", "form", "frequency", "word_count"]


class Passages(NamedTuple):
    """Some passages as they were read, and the vocabulary as it was then.

    Attributes:
        first_passage: The passage that comes first.
        words: The words of all texts in order, by their indexes.
        word_counts: How many words each passage has.
        named_words: The words that stand for message numbers.
        named_by: The passage that names each, counted from the first one, in order.
        stems: The index of the stem of each word.
        forms: The number of each word among those of its stem.
        stem_ids: The number of each stem.
    """

    first_passage: int
    words: NDArray[np.int32]
    word_counts: NDArray[np.int32]
    named_words: NDArray[np.int32]
    named_by: NDArray[np.int32]
    stems: NDArray[np.int32]
    forms: NDArray[np.int32]
    stem_ids: NDArray[np.int64]


class Segment:
    """The words of some passages, sorted.

    Attributes:
        word_counts: How often each word occurs, by its index.
        stem_counts: How many passages hold a word of each stem, by its index; complete when all
            rows have been read.
    """

    def __init__(self, read: Passages) -> None:
        """Sort.

        Each passage has a run of slots, one for each word by its position, so that the number of a
        slot says all of it. Behind the text stand the message numbers that the passage names, apart
        from it and from each other, so that they are part of no phrase.

        Args:
            read: The passages.
        """
        self._first_passage = read.first_passage
        self._word_counts, named_by = read.word_counts, read.named_by
        named_counts = np.bincount(named_by, minlength=len(self._word_counts)).astype(np.int32)
        slot_counts = self._word_counts + 2 * named_counts
        self._starts = np.cumsum(slot_counts, dtype=np.int32) - slot_counts
        self._passages = np.repeat(np.arange(len(slot_counts), dtype=np.int32), slot_counts)
        slot_words = np.zeros(len(self._passages), np.int32)
        slot_words[spread(self._starts, self._word_counts)] = read.words
        nth = spread(np.zeros_like(named_counts), named_counts)
        slots = self._starts[named_by] + self._word_counts[named_by] + 1 + 2 * nth
        slot_words[slots] = read.named_words
        self._keys = self._sorted_keys(read, slot_words)
        self.word_counts = np.bincount(slot_words, minlength=len(read.forms))
        self.word_counts[0] = 0
        self.stem_counts = np.zeros(len(read.stem_ids), np.int64)

    def _sorted_keys(self, read: Passages, slot_words: NDArray[np.int32]) -> NDArray[np.int64]:
        """Rank of the stem, number and form of the word in each slot, packed and in order."""
        self._by_rank = np.argsort(read.stem_ids)
        self._stem_ids = read.stem_ids[self._by_rank]
        ranks = np.empty(len(self._by_rank), np.int64)
        ranks[self._by_rank] = np.arange(len(ranks))
        self._form_bits = int(read.forms.max()).bit_length()
        self._low_bits = len(slot_words).bit_length() + self._form_bits
        packed = ranks.take(read.stems, mode="clip")
        packed <<= self._low_bits
        packed |= read.forms
        keys = packed.take(slot_words, mode="clip")
        # In slices, for all numbers at once would take as much memory as the keys.
        for start in range(0, len(keys), _SLICE_ROWS):
            part = keys[start : start + _SLICE_ROWS]
            part += np.arange(start, start + len(part)) << self._form_bits
        keys.sort()
        # Empty slots have the lowest rank.
        return keys[np.searchsorted(keys, 1 << self._low_bits) :]

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
        """Where a slice ends, all words of its last stem in its last passage included."""
        last = min(start + _SLICE_ROWS, len(self._keys)) - 1
        rank, low = divmod(int(self._keys[last]), 1 << self._low_bits)
        passage = self._passages[low >> self._form_bits]
        next_slot = int(np.searchsorted(self._passages, passage, side="right"))
        next_key = (rank << self._low_bits) + (next_slot << self._form_bits)
        return int(np.searchsorted(self._keys, next_key))

    def _batch(self, keys: NDArray[np.int64]) -> pa.RecordBatch:
        ranks = keys >> self._low_bits
        slots = (keys & ((1 << self._low_bits) - 1)) >> self._form_bits
        passages = self._passages.take(slots, mode="clip")
        is_first = np.ones(len(keys), bool)
        is_first[1:] = (ranks[1:] != ranks[:-1]) | (passages[1:] != passages[:-1])
        firsts = np.flatnonzero(is_first)
        frequencies = np.zeros(len(keys), np.int32)
        frequencies[firsts] = np.diff(firsts, append=len(keys))
        self._count(ranks[firsts])
        columns = (
            self._stem_ids.take(ranks, mode="clip"),
            passages + np.int32(self._first_passage),
            slots.astype(np.int32) - self._starts.take(passages, mode="clip"),
            (keys & ((1 << self._form_bits) - 1)).astype(np.int32),
            frequencies,
            self._word_counts.take(passages, mode="clip"),
        )
        return pa.record_batch([pa.array(column) for column in columns], names=_COLUMNS)

    def _count(self, ranks: NDArray[np.int64]) -> None:
        starts = np.flatnonzero(np.diff(ranks, prepend=-1))
        self.stem_counts[self._by_rank[ranks[starts]]] += np.diff(starts, append=len(ranks))
