"""Keeps the full-text index of a generation: adds what is new, takes out what is gone.

It is an inverted index in plain tables of the schema `search_index` (decision 11): it stands in the
published file and is queried by macros alone, so any DuckDB client can search. A generation starts
as a copy of the one before it, index included; what has to be done follows from comparing the
cables that are indexed with those that are there, so it does not matter how they came to differ.
Words lie in segments, each sorted. New passages become segments of their own; small ones at the
end are sorted together, so that there are few.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from warehouse.connect import bound_memory
from warehouse.ddl import describe
from warehouse.memory import give_freed_back
from warehouse.proofs import must_be_empty
from warehouse.search_sort import Passages, Segment
from warehouse.search_spellings import cut
from warehouse.search_words import Met, Words
from warehouse.statements import names_in, read_sql

FORMAT = 3
"""Version of tables and rules of the index; one of another version is built anew."""

SEGMENT_WORDS = 5_000_000
"""Words that are sorted together at most; bounds memory."""

MEMORY_WORDS = 250_000
"""Different words in memory, from which on they are forgotten before the next chunk."""

_SLICE_TEXTS = 8192
"""Texts that are fetched and taken apart at once; what is computed of them meanwhile is small."""

_THREAD_MEGABYTES = 225
"""What the engine may take for each thread meanwhile; the words take as much beside it."""

Counts = tuple[NDArray[np.int64], NDArray[np.int64]]
"""How often words occur, by their indexes, and in how many passages stems are, by theirs."""

_MACROS = {
    "words_of": "MACRO",
    "number_word": "MACRO",
    "is_stop_word": "MACRO",
    "likely_stems": "MACRO",
    "is_simple": "MACRO",
    "is_one_word": "MACRO",
    "units_of": "MACRO TABLE",
}
"""Macros of the index with their kinds, in the order in which they build upon each other."""


_CHECKS = {
    "search_index holds every passage": "unsound",
    "search_index: rows lie at their numbers": "misplaced",
}


def create_search_index(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the tables and macros of the index where they are missing; drop an outdated one."""
    connection.execute("CREATE SCHEMA IF NOT EXISTS search_index")
    if _is_outdated(connection):
        connection.execute("DROP SCHEMA search_index CASCADE")
        connection.execute("CREATE SCHEMA search_index")
    for name in names_in("search_tables"):
        sql = read_sql("search_tables", name)
        connection.execute(sql)
        describe(connection, "TABLE", f"search_index.{name}", sql)
    for name, kind in _MACROS.items():
        sql = read_sql("search_macros", name)
        connection.execute(sql)
        describe(connection, kind, f"search_index.{name}", sql)


def update_search_index(
    connection: duckdb.DuckDBPyConnection,
    *,
    segment_words: int = SEGMENT_WORDS,
    memory_words: int = MEMORY_WORDS,
) -> None:
    """Make the index agree with `cables`, `paragraphs`, `refs` and `mentions`.

    Args:
        connection: A private generation; each step is a transaction of its own.
        segment_words: Words that are sorted together at most.
        memory_words: Different words in memory, from which on they are forgotten.

    Raises:
        LoadCheckFailed: The index does not hold every passage; a fault of ours.
    """
    with _little_memory(connection):
        connection.execute("CHECKPOINT")  # rows that were deleted go now, and others move up
        _run(connection, "no_changes")
        has_forgotten = _forget_dead_passages(connection)
        _run(connection, "new_cables", segment_words)
        chunks = _run(connection, "chunks")
        if chunks:
            _add_chunks(connection, chunks, memory_words)
            _merge_last_segments(connection, segment_words)
        if chunks or has_forgotten:
            _run(connection, "count_vocabulary")
            _run(connection, "count_totals", FORMAT)
        note_places(connection)
        must_be_empty(connection, "search_index holds every passage", read_sql("search", "unsound"))


def note_places(connection: duckdb.DuckDBPyConnection) -> None:
    """Note anew by row number where texts lie, if any has moved.

    A text that does not lie where it lay is found all the same, but by a search through all keys.
    """
    ((astray_count,),) = _run(connection, "count_astray")
    if astray_count:
        _run(connection, "note_places")


@contextmanager
def _little_memory(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    ((limit,),) = connection.execute("SELECT current_setting('memory_limit')").fetchall()
    bound_memory(connection, _THREAD_MEGABYTES)
    try:
        yield
    finally:
        connection.execute(f"SET memory_limit = '{limit}'")


def _is_outdated(connection: duckdb.DuckDBPyConnection) -> bool:
    tables = "SELECT 1 FROM duckdb_tables() WHERE schema_name = 'search_index' LIMIT 1"
    if not connection.execute(tables).fetchall():
        return False
    return (FORMAT,) not in connection.execute("SELECT format FROM search_index.totals").fetchall()


def _forget_dead_passages(connection: duckdb.DuckDBPyConnection) -> bool:
    _run(connection, "dead_passages")
    ((dead_count, empty_count, row_count),) = _run(connection, "count_dead")
    if not dead_count:
        return False
    if 2 * (dead_count + empty_count) > row_count:
        # Building anew is cheaper than taking out the better part.
        connection.execute("DROP SCHEMA search_index CASCADE")
        create_search_index(connection)
        return False
    _run(connection, "forget_dead_passages")
    return True


def _add_chunks(
    connection: duckdb.DuckDBPyConnection, chunks: list[tuple[Any, ...]], most_words: int
) -> None:
    remaining = deque(chunks)
    while remaining:
        _add_some(connection, remaining, most_words)


def _add_some(
    connection: duckdb.DuckDBPyConnection, remaining: deque[tuple[Any, ...]], most_words: int
) -> None:
    """Read chunk by chunk; while one is read, the one before it is sorted and written."""
    counts: Counts = (np.zeros(0, np.int64), np.zeros(0, np.int64))
    written: Future[Counts] | None = None
    words = Words(connection)
    with ThreadPoolExecutor(1) as writer, connection.cursor() as second:
        while remaining and words.size < most_words:
            passages = _read_chunk(connection, words, *remaining.popleft())
            for added in words.take_added():
                _insert(connection, "added_words", added)
            if written is not None:
                counts = _sum(counts, written.result())
            written = writer.submit(_write_segment, second, passages)
            del passages  # the writer frees them as soon as it has sorted them
        if written is not None:
            counts = _sum(counts, written.result())
        _note_changes(connection, words, *counts)


def _note_changes(
    connection: duckdb.DuckDBPyConnection,
    words: Words,
    word_counts: NDArray[np.int64],
    stem_counts: NDArray[np.int64],
) -> None:
    stem_ids = words.stem_ids[words.stems]
    word_changes = {"stem_id": stem_ids, "form": words.forms, "change": word_counts}
    stem_changes = {"stem_id": words.stem_ids, "change": stem_counts}
    _insert(connection, "word_changes", pa.table(word_changes).filter(word_counts > 0))
    _insert(connection, "stem_changes", pa.table(stem_changes).filter(stem_counts > 0))


def _write_segment(connection: duckdb.DuckDBPyConnection, passages: Passages) -> Counts:
    segment = Segment(passages)
    _insert(connection, "search_index.occurrences", segment.rows())
    connection.execute("INSERT INTO search_index.segments VALUES ($1)", [passages.first_passage])
    give_freed_back()
    return segment.word_counts, segment.stem_counts


def _sum(counts: Counts, added: Counts) -> Counts:
    """The sums of counts, of which the second know as many words and stems or more."""
    for count, more in zip(counts, added, strict=True):
        more[: len(count)] += count
    return added


def _read_chunk(
    connection: duckdb.DuckDBPyConnection, words: Words, first_cable: str, last_cable: str
) -> Passages:
    """Take the passages of some cables into the index, all but their words."""
    bounds = [first_cable, last_cable]
    ((first_passage,),) = _run(connection, "next_passage")
    query = connection.execute(read_sql("search", "chunk_texts"), bounds)
    texts = query.to_arrow_reader(_SLICE_TEXTS)
    read, word_counts, cable_numbers, ordinals, places = _words_of(words, texts)
    columns = {
        "passage_id": np.arange(first_passage, first_passage + len(ordinals), dtype=np.int32),
        "cable_number": cable_numbers,
        "ordinal": ordinals,
        "word_count": word_counts,
        "place": places,
    }
    _insert(connection, "search_index.passages", pa.table(columns))
    _run(connection, "add_cables", *bounds)
    query = connection.execute(read_sql("search", "chunk_numbers"), bounds)
    named = query.to_arrow_table().combine_chunks()
    return Passages(
        first_passage=first_passage,
        words=read,
        word_counts=word_counts,
        named_words=words.find(named["word"].chunk(0), named["word_hash"].chunk(0)),
        named_by=named["passage_id"].to_numpy() - np.int32(first_passage),
        stems=words.stems,
        forms=words.forms,
        stem_ids=words.stem_ids,
    )


def _words_of(words: Words, texts: pa.RecordBatchReader) -> list[NDArray[Any]]:
    """All words of some texts in order; of each text word count, cable, ordinal and place."""
    met: deque[Met] = deque()
    kept = []
    for batch in texts:
        met.append(words.meet(cut(batch["passage"])))
        # Copied, for a view of one column would keep the texts beside it.
        kept.append(
            [batch[name].to_numpy().copy() for name in ("cable_number", "ordinal", "place")]
        )
    words.learn()
    read = [(*words.read(met.popleft()), *columns) for columns in kept]
    return [np.concatenate(column) for column in zip(*read, strict=True)]


def _insert(
    connection: duckdb.DuckDBPyConnection, table: str, rows: pa.Table | pa.RecordBatchReader
) -> None:
    connection.register("new_rows", rows)
    connection.execute(f"INSERT INTO {table} SELECT * FROM new_rows")
    connection.unregister("new_rows")


def _merge_last_segments(connection: duckdb.DuckDBPyConnection, segment_words: int) -> None:
    """Merge segments at the end for as long as one is no larger than all that follow it.

    Each word is thus sorted anew only when its segment at least doubles.
    """
    *earlier, (first, total) = _run(connection, "segment_sizes")
    last = first
    for segment_first, count in reversed(earlier):
        if count > total or count + total > segment_words:
            break
        first, total = segment_first, total + count
    if first < last:
        _run(connection, "stage_segments", first)
        _run(connection, "merge_segments")
        connection.execute("DELETE FROM search_index.segments WHERE first_passage_id > $1", [first])


def _run(
    connection: duckdb.DuckDBPyConnection, name: str, *parameters: object
) -> list[tuple[Any, ...]]:
    return connection.execute(read_sql("search", name), list(parameters)).fetchall()
