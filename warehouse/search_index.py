"""Keeps the full-text index of a generation: adds what is new, takes out what is gone.

It is an inverted index in plain tables of the schema `search_index` (decision 11): it stands in the
published file and is queried by macros alone, so any DuckDB client can search. A generation starts
as a copy of the one before it, index included; what has to be done follows from comparing the
cables that are indexed with those that are there, so it does not matter how they came to differ.
Postings lie in segments, each sorted by stem. New passages become a segment of their own, together
with smaller ones before it, so that there are few.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb
import pyarrow as pa
import Stemmer

from warehouse.ddl import describe
from warehouse.proofs import must_be_empty
from warehouse.statements import names_in, read_sql

FORMAT = 1
"""Version of the rules by which texts are taken apart; an index of another one is built anew."""

CHUNK_PASSAGES = 50_000
"""Passages that are taken apart at a time; bounds memory."""

SEGMENT_PASSAGES = 250_000
"""Passages that are sorted together at most; bounds memory."""

_MACROS = {
    "words_of": "MACRO",
    "number_word": "MACRO",
    "is_stop_word": "MACRO",
    "likely_stems": "MACRO",
    "units_of": "MACRO TABLE",
}
"""Macros of the index with their kinds, in the order in which they build upon each other."""

_LANGUAGE = "english"


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
    chunk_passages: int = CHUNK_PASSAGES,
    segment_passages: int = SEGMENT_PASSAGES,
) -> None:
    """Make the index agree with `cables`, `paragraphs`, `refs` and `mentions`.

    Args:
        connection: A private generation; each step is a transaction of its own.
        chunk_passages: Passages that are taken apart at a time.
        segment_passages: Passages that are sorted together at most.

    Raises:
        LoadCheckFailed: The index does not hold every passage; a fault of ours.
    """
    has_forgotten = _forget_dead_passages(connection)
    _run(connection, "new_cables", chunk_passages)
    chunks = _run(connection, "chunks")
    if chunks:
        _add_chunks(connection, chunks, segment_passages)
    if has_forgotten:
        _run(connection, "forget_unused_words")
    if chunks or has_forgotten:
        _run(connection, "count_vocabulary")
        _run(connection, "count_totals", FORMAT)
    must_be_empty(connection, "search_index holds every passage", read_sql("search", "unsound"))


def _is_outdated(connection: duckdb.DuckDBPyConnection) -> bool:
    tables = "SELECT 1 FROM duckdb_tables() WHERE schema_name = 'search_index' LIMIT 1"
    if not connection.execute(tables).fetchall():
        return False
    return (FORMAT,) not in connection.execute("SELECT format FROM search_index.totals").fetchall()


def _forget_dead_passages(connection: duckdb.DuckDBPyConnection) -> bool:
    _run(connection, "dead_passages")
    ((dead_count, passage_count),) = _run(connection, "count_dead")
    if not dead_count:
        return False
    if 2 * dead_count > passage_count:
        # Building anew is cheaper than taking out the better part.
        connection.execute("DROP SCHEMA search_index CASCADE")
        create_search_index(connection)
        return False
    _run(connection, "forget_dead_passages")
    return True


def _add_chunks(
    connection: duckdb.DuckDBPyConnection,
    chunks: Sequence[tuple[str, str, int]],
    segment_passages: int,
) -> None:
    new_count = sum(passage_count for _, _, passage_count in chunks)
    first, staged_count = _stage_last_segments(connection, new_count, segment_passages)
    for first_cable, last_cable, passage_count in chunks:
        _stage_chunk(connection, first_cable, last_cable)
        staged_count += passage_count
        if staged_count >= segment_passages:
            first, staged_count = _write_segment(connection, first), 0
    if staged_count:
        _write_segment(connection, first)


def _stage_last_segments(
    connection: duckdb.DuckDBPyConnection, new_count: int, segment_passages: int
) -> tuple[int, int]:
    """Stage the last segments for as long as they are no larger than what follows them.

    Each passage is thus sorted anew only when its segment at least doubles.

    Returns:
        The first passage of the segment that is to be written, and how many passages are staged.
    """
    first = _next_passage(connection)
    staged_count = 0
    for segment_first, count in reversed(_run(connection, "segment_sizes")):
        total = staged_count + new_count
        if count > total or count + total > segment_passages:
            break
        first, staged_count = segment_first, staged_count + count
    _run(connection, "stage_nothing")
    if staged_count:
        _run(connection, "stage_segments", first)
        for table in ("occurrences", "postings"):
            connection.execute(f"DELETE FROM search_index.{table} WHERE passage_id >= $1", [first])
        connection.execute(
            "DELETE FROM search_index.segments WHERE first_passage_id >= $1", [first]
        )
    return first, staged_count


def _stage_chunk(connection: duckdb.DuckDBPyConnection, first_cable: str, last_cable: str) -> None:
    _run(connection, "chunk_passages", first_cable, last_cable)
    _run(connection, "chunk_words")
    _add_words(connection, [row[0] for row in _run(connection, "new_words")])
    _run(connection, "add_cables", first_cable, last_cable)
    _run(connection, "add_passages")


def _add_words(connection: duckdb.DuckDBPyConnection, words: list[str]) -> None:
    stems = Stemmer.Stemmer(_LANGUAGE).stemWords(words)
    connection.register("stemmed_words", pa.table({"word": words, "stem": stems}))
    _run(connection, "add_words")
    connection.unregister("stemmed_words")


def _write_segment(connection: duckdb.DuckDBPyConnection, first: int) -> int:
    """Write what is staged as the segment that starts there; the first passage of the next one."""
    _run(connection, "add_occurrences")
    _run(connection, "add_postings", first)
    connection.execute("INSERT INTO search_index.segments VALUES ($1)", [first])
    _run(connection, "stage_nothing")
    return _next_passage(connection)


def _next_passage(connection: duckdb.DuckDBPyConnection) -> int:
    ((number,),) = _run(connection, "next_passage")
    return int(number)


def _run(
    connection: duckdb.DuckDBPyConnection, name: str, *parameters: object
) -> list[tuple[Any, ...]]:
    return connection.execute(read_sql("search", name), list(parameters)).fetchall()
