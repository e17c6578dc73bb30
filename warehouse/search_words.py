"""Turns texts into numbered words, spelling by spelling instead of text by text.

The engine cuts a text at its blanks. What lies between them, a spelling such as `(North-Pier`, is
taken apart by the rules of `search_index.words_of` once, when it is first met; from then on it is
a few numbers. Texts hold each spelling many times, so this costs a fraction of applying the rules
to all of them. Spellings are told apart by hashes of 64 bits: that any two of ten million have the
same one has a chance of three in a million.
"""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import Stemmer
from numpy.typing import NDArray

from warehouse.statements import read_sql

_SERIAL_BITS = 31
"""Low bits of a word's number, which tell it from all others; see `sql/search/add_words.sql`."""


class Words:
    """The words of the vocabulary, and the spellings that one update has met so far.

    Within an update a word is its serial, the low bits of its number.

    Attributes:
        ids: The number of each word by its serial; 0 where there is none.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._stemmer = Stemmer.Stemmer("english")
        self._stemmer.maxCacheSize = 0  # words come once; the cache would take most of the time
        self.ids: NDArray[np.int64] = np.zeros(1, np.int64)
        known = connection.execute("SELECT word_id FROM search_index.vocabulary").fetchnumpy()
        self._know(known["word_id"])
        self._hashes = pa.array([], pa.uint64())
        self._serials = pa.array([], pa.list_(pa.int32()))

    def read(
        self, spellings: pa.ListArray, hashes: pa.ListArray
    ) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Find the words of some texts.

        Args:
            spellings: What stands between the blanks of each text; at least one for each.
            hashes: The hash of each of these.

        Returns:
            All words in order, and how many each text has.
        """
        encoded = hashes.flatten().dictionary_encode()
        codes = encoded.indices.to_numpy()
        met = pc.index_in(encoded.dictionary, value_set=self._hashes).fill_null(-1).to_numpy()
        is_new = met < 0
        if is_new.any():
            # Codes are given in the order of appearance: what is first met is a new maximum.
            first_met = np.flatnonzero(np.diff(np.maximum.accumulate(codes), prepend=-1))
            met = np.where(is_new, len(self._hashes) - 1 + np.cumsum(is_new), met)
            self._learn(
                encoded.dictionary.filter(pa.array(is_new)),
                spellings.flatten().take(pa.array(first_met[is_new])),
            )
        words = self._serials.take(pa.array(met))
        starts = words.offsets.to_numpy()
        sizes = np.diff(starts)[codes]
        places = spread(starts[codes], sizes)
        word_counts = np.add.reduceat(sizes, hashes.offsets.to_numpy()[:-1])
        return words.flatten().to_numpy()[places], word_counts

    def number(self) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """Number the words of the table `spelled_words`, and take new ones into the vocabulary.

        Returns:
            The columns `number`, in order, and the word that stands beside it.
        """
        self._add(self._run("new_words").to_arrow_table()["word"])
        rows = self._run("spelled_word_ids").fetchnumpy()
        return np.asarray(rows["number"], np.int64), _serials_of(rows["word_id"])

    def _learn(self, hashes: pa.Array, spellings: pa.Array) -> None:
        """Take spellings apart."""
        new = pa.table({"number": np.arange(len(spellings)), "spelling": spellings})
        self._connection.register("new_spellings", new)
        self._run("spelled_words")
        self._connection.unregister("new_spellings")
        numbers, serials = self.number()
        sizes = np.bincount(numbers, minlength=len(spellings))
        starts = np.append(0, np.cumsum(sizes)).astype(np.int32)
        words = pa.ListArray.from_arrays(starts, serials)
        self._serials = pa.concat_arrays([self._serials, words])
        self._hashes = pa.concat_arrays([self._hashes, hashes])

    def _add(self, words: pa.Array) -> None:
        stems = self._stemmer.stemWords(words.to_pylist())
        stemmed = pa.table({"word": words, "stem": pa.array(stems, pa.string())})
        self._connection.register("stemmed_words", stemmed)
        sql = read_sql("search", "add_words")
        added = self._connection.execute(sql, [len(self.ids)]).fetchnumpy()
        self._connection.unregister("stemmed_words")
        self._know(added["word_id"])

    def _know(self, ids: NDArray[np.int64]) -> None:
        serials = _serials_of(ids)
        lacking = max(serials, default=0) + 1 - len(self.ids)
        self.ids = np.append(self.ids, np.zeros(max(lacking, 0), np.int64))
        self.ids[serials] = ids

    def _run(self, name: str) -> duckdb.DuckDBPyConnection:
        return self._connection.execute(read_sql("search", name))


def spread(starts: NDArray[np.int32], sizes: NDArray[np.int32]) -> NDArray[np.int32]:
    """The numbers from each start on, as many as its size says: [5, 9], [2, 1] is [5, 6, 9]."""
    ends = np.cumsum(sizes, dtype=np.int32)
    numbers = np.repeat(starts - ends + sizes, sizes)
    numbers += np.arange(len(numbers), dtype=np.int32)
    return numbers


def _serials_of(ids: NDArray[np.int64]) -> NDArray[np.int32]:
    return (np.asarray(ids, np.int64) & ((1 << _SERIAL_BITS) - 1)).astype(np.int32)
