"""Turns texts into numbered words, spelling by spelling instead of text by text.

What lies between two blanks, a spelling such as `(North-Pier`, is taken apart by the rules of
`search_index.words_of` once, when it is first met; from then on it is a few numbers. Texts hold
each spelling many times, so this costs a fraction of applying the rules to all of them.

Spellings, words and stems are told apart by hashes of 64 bits: that any two of ten million have the
same one has a chance of three in a million.
"""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import Stemmer
from numpy.typing import NDArray

from warehouse.search_hashes import Numbering
from warehouse.search_spellings import Spellings
from warehouse.statements import read_sql

_SERIAL_BITS = 31
"""Low bits of the number of a stem, which tell it from all others; see `number_stems.sql`."""


class Words:
    """The words of the vocabulary, and the spellings that one update has met so far.

    Within an update words and stems have indexes, from 1; 0 is none.

    Attributes:
        stems: The index of the stem of each word.
        forms: The number of each word among those of its stem.
        stem_ids: The number of each stem in the index on disk.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._stemmer = Stemmer.Stemmer("english")
        self._stemmer.maxCacheSize = 0  # words come once; the cache would take most of the time
        known = self._run("known_words")
        stem_ids, firsts, stems = np.unique(
            known["stem_id"].to_numpy(), return_index=True, return_inverse=True
        )
        self.stem_ids: NDArray[np.int64] = np.append(-1, stem_ids)
        self.stems: NDArray[np.int32] = np.append(0, stems + 1).astype(np.int32)
        self.forms: NDArray[np.int32] = np.append(np.int32(0), known["form"].to_numpy())
        self._form_counts = np.zeros(len(self.stem_ids), np.int32)
        np.maximum.at(self._form_counts, self.stems, self.forms + 1)
        self._next_serial = int((stem_ids & ((1 << _SERIAL_BITS) - 1)).max(initial=0)) + 1
        stem_hashes = known["stem_hash"].to_numpy()[firsts]
        none = np.zeros(1, np.uint64)
        self._words = Numbering(np.append(none, known["word_hash"].to_numpy()))
        self._stems = Numbering(np.append(none, stem_hashes))
        self._spellings = Numbering(none[:0])
        self._single = np.zeros(0, np.int32)
        self._sizes = np.zeros(0, np.int32)
        self._starts = np.zeros(0, np.int32)
        self._parts = np.zeros(0, np.int32)
        self._added: list[pa.Table] = []

    def read(self, spellings: Spellings) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Find the words of some texts.

        Args:
            spellings: What stands between the blanks of the texts.

        Returns:
            All words in order, and how many each text has.
        """
        met, new = self._spellings.find(spellings.hashes)
        if len(new):
            self._learn(spellings.written(new))
        words = self._single.take(met, mode="clip")
        others = np.flatnonzero(words == 0)
        if not len(others):
            return words, spellings.text_counts.astype(np.int32)
        # Nearly all are one word; what is none or several is put in between.
        met = met[others]
        sizes = np.ones(len(words), np.int32)
        sizes[others] = self._sizes[met]
        ends = np.cumsum(sizes, dtype=np.int32)
        words = np.repeat(words, sizes)
        places = spread(ends[others] - sizes[others], sizes[others])
        words[places] = self._parts[spread(self._starts[met], sizes[others])]
        text_ends = ends[np.cumsum(spellings.text_counts) - 1]
        return words, np.diff(text_ends, prepend=np.int32(0))

    def find(self, words: pa.Array, hashes: pa.Array) -> NDArray[np.int32]:
        """The indexes of some words; those that the vocabulary lacks are taken into it.

        Args:
            words: The words.
            hashes: The hash of each.
        """
        found, new = self._words.find(hashes.to_numpy())
        if len(new):
            self._add(words.take(pa.array(new)))
        return found

    def _learn(self, spellings: pa.Array) -> None:
        """Take spellings apart."""
        taken = self._run("take_apart", pa.table({"spelling": spellings}))
        words = self.find(taken["words"].flatten(), taken["word_hashes"].flatten())
        sizes = pc.list_value_length(taken["words"]).fill_null(0).to_numpy()
        starts = np.cumsum(sizes, dtype=np.int32) - sizes + np.int32(len(self._parts))
        single = np.zeros(len(sizes), np.int32)
        single[sizes == 1] = words[(starts - len(self._parts))[sizes == 1]]
        self._single = np.append(self._single, single)
        self._sizes = np.append(self._sizes, sizes)
        self._starts = np.append(self._starts, starts)
        self._parts = np.append(self._parts, words)

    def _add(self, words: pa.Array) -> None:
        written = pa.array(self._stemmer.stemWords(words.to_pylist()), pa.string())
        numbered = self._run("number_stems", pa.table({"stem": written}))
        stems, new = self._stems.find(numbered["stem_hash"].to_numpy())
        serials = self._next_serial + np.arange(len(new))
        self._next_serial += len(new)
        beginnings = numbered["beginning"].to_numpy()[new]
        self.stem_ids = np.append(self.stem_ids, (beginnings << _SERIAL_BITS) + serials)
        self._form_counts = np.append(self._form_counts, np.zeros(len(new), np.int32))
        forms = self._next_forms(stems)
        self.stems = np.append(self.stems, stems)
        self.forms = np.append(self.forms, forms)
        columns = {"word": words, "stem": written, "stem_id": self.stem_ids[stems], "form": forms}
        self._added.append(pa.table(columns))

    def take_added(self) -> list[pa.Table]:
        """Words that the vocabulary on disk lacks, met since this was last asked.

        Returns:
            Tables with the columns word, stem, stem_id and form.
        """
        added, self._added = self._added, []
        return added

    def _next_forms(self, stems: NDArray[np.int32]) -> NDArray[np.int32]:
        """Number words that are new, each among those of its stem."""
        by_stem = np.argsort(stems, kind="stable")
        ordered = stems[by_stem]
        starts = np.flatnonzero(np.diff(ordered, prepend=-1))
        counts = np.diff(starts, append=len(stems)).astype(np.int32)
        forms = np.empty(len(stems), np.int32)
        forms[by_stem] = spread(self._form_counts[ordered[starts]], counts)
        self._form_counts[ordered[starts]] += counts
        return forms

    def _run(self, name: str, rows: pa.Table | None = None) -> dict[str, pa.Array]:
        """The columns of what a query gives, over the relation `new_rows`."""
        if rows is not None:
            self._connection.register("new_rows", rows)
        table = self._connection.execute(read_sql("search", name)).to_arrow_table()
        if rows is not None:
            self._connection.unregister("new_rows")
        return {column: table[column].combine_chunks() for column in table.column_names}


def spread(starts: NDArray[np.int32], sizes: NDArray[np.int32]) -> NDArray[np.int32]:
    """The numbers from each start on, as many as its size says: [5, 9], [2, 1] is [5, 6, 9]."""
    ends = np.cumsum(sizes, dtype=np.int32)
    numbers = np.repeat(starts - ends + sizes, sizes)
    numbers += np.arange(len(numbers), dtype=np.int32)
    return numbers
