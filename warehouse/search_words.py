"""Turns texts into numbered words, spelling by spelling instead of text by text.

What lies between two blanks, a spelling such as `(North-Pier`, is taken apart by the rules of
`search_index.words_of` once, when it is first met; from then on it is a few numbers. Texts hold
each spelling many times, so this costs a fraction of applying the rules to all of them.

Only words that the texts at hand hold are in memory, however large the vocabulary is; what is known
of them is asked of it.

Spellings, words and stems are told apart by hashes of 64 bits: that any two of ten million have the
same one has a chance of three in a million.
"""

from __future__ import annotations

from typing import NamedTuple

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
"""Low bits of the number of a stem, which tell it from all others; see `number_words.sql`."""


class Met(NamedTuple):
    """The spellings of some texts.

    Attributes:
        spellings: All of them in order, by their numbers.
        text_counts: How many spellings each text has.
    """

    spellings: NDArray[np.int32]
    text_counts: NDArray[np.int64]


class Words:
    """The spellings and words that have been met so far.

    Words and stems have indexes, from 1; 0 is none.

    Attributes:
        stems: The index of the stem of each word.
        forms: The number of each word among those of its stem.
        stem_ids: The number of each stem in the index on disk.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._stemmer = Stemmer.Stemmer("english")
        self._stemmer.maxCacheSize = 0  # words come once; the cache would take most of the time
        self._next_serial = self._run("next_serial")["serial"][0].as_py()
        self.stem_ids: NDArray[np.int64] = np.array([-1])
        self.stems: NDArray[np.int32] = np.zeros(1, np.int32)
        self.forms: NDArray[np.int32] = np.zeros(1, np.int32)
        self._form_counts = np.zeros(1, np.int32)
        none = np.zeros(1, np.uint64)
        self._words = Numbering(none)
        self._stems = Numbering(none)
        self._spellings = Numbering(none[:0])
        self._single = np.zeros(0, np.int32)
        self._sizes = np.zeros(0, np.int32)
        self._starts = np.zeros(0, np.int32)
        self._parts = np.zeros(0, np.int32)
        self._unlearned: list[pa.Array] = []
        self._added: list[pa.Table] = []

    @property
    def size(self) -> int:
        """How many words are in memory."""
        return len(self.forms) - 1

    def meet(self, spellings: Spellings) -> Met:
        """Note the spellings of some texts; `learn` has to follow before they are read.

        Args:
            spellings: What stands between the blanks of the texts.
        """
        met, new = self._spellings.find(spellings.hashes)
        if len(new):
            self._unlearned.append(spellings.written(new))
        return Met(met, spellings.text_counts)

    def learn(self) -> None:
        """Take apart the spellings that were met since this was last done."""
        if not self._unlearned:
            return
        spellings = pa.concat_arrays(self._unlearned)
        self._unlearned = []
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

    def read(self, met: Met) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """The words of some texts.

        Args:
            met: Their spellings.

        Returns:
            All words in order, and how many each text has.
        """
        words = self._single.take(met.spellings, mode="clip")
        others = np.flatnonzero(words == 0)
        if not len(others):
            return words, met.text_counts.astype(np.int32)
        # Nearly all are one word; what is none or several is put in between.
        several = met.spellings[others]
        sizes = np.ones(len(words), np.int32)
        sizes[others] = self._sizes[several]
        ends = np.cumsum(sizes, dtype=np.int32)
        words = np.repeat(words, sizes)
        places = spread(ends[others] - sizes[others], sizes[others])
        words[places] = self._parts[spread(self._starts[several], sizes[others])]
        text_ends = ends[np.cumsum(met.text_counts) - 1]
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

    def _add(self, words: pa.Array) -> None:
        """Take words into memory, and into the vocabulary those that it lacks."""
        written = pa.array(self._stemmer.stemWords(words.to_pylist()), pa.string())
        asked = {"number": np.arange(len(words)), "word": words, "stem": written}
        known = self._run("number_words", pa.table(asked))
        stems, new = self._stems.find(known["stem_hash"].to_numpy())
        self._add_stems({name: column.take(pa.array(new)) for name, column in known.items()})
        is_new = known["form"].is_null().to_numpy(zero_copy_only=False)
        forms = known["form"].fill_null(0).to_numpy().copy()
        forms[is_new] = self._next_forms(stems[is_new])
        self.stems = np.append(self.stems, stems)
        self.forms = np.append(self.forms, forms)
        columns = {"word": words, "stem": written, "stem_id": self.stem_ids[stems], "form": forms}
        self._added.append(pa.table(columns).filter(is_new))

    def _add_stems(self, known: dict[str, pa.Array]) -> None:
        """Take stems into memory, and number those that the vocabulary lacks."""
        is_new = known["stem_id"].is_null().to_numpy(zero_copy_only=False)
        serials = self._next_serial + np.cumsum(is_new) - 1
        self._next_serial += int(is_new.sum())
        fresh = (known["beginning"].to_numpy() << _SERIAL_BITS) + serials
        stem_ids = np.where(is_new, fresh, known["stem_id"].fill_null(0).to_numpy())
        self.stem_ids = np.append(self.stem_ids, stem_ids)
        self._form_counts = np.append(self._form_counts, known["form_count"].to_numpy())

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
