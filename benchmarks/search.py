"""Measures search on invented paragraphs: building, adding, size, memory, and queries of all kinds.

    python benchmarks/search.py [PARAGRAPHS ...]        default: 100000

Words follow a Zipf law over a vocabulary of a million, 30 to 156 to a paragraph. Queries are timed
as a client sees them, planning included; the plain scan of the same texts in the same process is
the measure to hold them against, for machines differ and are noisy.
"""

from __future__ import annotations

import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa

from transforms.schema.model import tables
from warehouse.connect import open_writer
from warehouse.ddl import create_tables, create_views
from warehouse.ref_graph import create_ref_graph
from warehouse.search_index import create_search_index, update_search_index

VOCABULARY = 1_000_000
PARAGRAPHS_PER_CABLE = 11
STEP = 55_000
SYLLABLES = ("ba", "de", "ki", "lo", "mu", "ra", "te", "vi", "no", "su", "pa", "fe", "gi", "jo", "ku", "la")  # fmt: skip
CODAS = ("n", "st", "r", "l", "m", "nd", "x", "p")
ENDINGS = ("", "s", "ed", "ing", "er", "ly", "ion", "al")


def main() -> None:
    """Measure every size and print what was found."""
    for size in [int(word) for word in sys.argv[1:]] or [100_000]:
        with tempfile.TemporaryDirectory() as folder:
            measure(size, Path(folder) / "search.duckdb")


def measure(size: int, path: Path) -> None:
    """Build, add to and query an index over that many paragraphs."""
    with open_writer(path) as connection:
        create_tables(connection)
        create_search_index(connection)
        create_ref_graph(connection)
        create_views(connection)
        invent(connection, size)
        connection.execute("CHECKPOINT")
        text_bytes = path.stat().st_size
        built = timed(connection)
        index_bytes = path.stat().st_size - text_bytes
        invent(connection, 11_000, first_cable=size)
        added = timed(connection)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{size:,} paragraphs")
    print(f"  build      {built[0]:8.1f} s wall  {built[1]:8.1f} s of CPU")
    print(f"  add 1,000 cables {added[0]:5.1f} s wall  {added[1]:5.1f} s of CPU")
    print(f"  size       {index_bytes / 1e6:8.0f} MB beside {text_bytes / 1e6:.0f} MB of text")
    print(f"  peak RSS   {peak:8.2f} GB, invention included")
    with duckdb.connect(str(path), read_only=True) as client:
        print_queries(client)


def timed(connection: duckdb.DuckDBPyConnection) -> tuple[float, float]:
    """Seconds on the clock and of CPU for bringing the index up to date."""
    wall, cpu = time.perf_counter(), time.process_time()
    update_search_index(connection)
    connection.execute("CHECKPOINT")
    return time.perf_counter() - wall, time.process_time() - cpu


def print_queries(client: duckdb.DuckDBPyConnection) -> None:
    """Medians of each kind of query, and the scan that they spare."""
    scans = [seconds(client, "SELECT count(*) FROM paragraphs WHERE contains(lower(text), 'zyx')")]
    scan = statistics.median(scans * 1)
    print(f"  {'plain scan':<24} {scan * 1000:8.0f} ms")
    medians = []
    for name, options in queries(client):
        sql = f"SELECT * FROM search({options})"
        took = statistics.median(seconds(client, sql) for _ in range(7))
        medians.append(took)
        print(f"  {name:<24} {took * 1000:8.0f} ms   {took / scan:5.2f} of a scan")
    print(f"  {'median of all kinds':<24} {statistics.median(medians) * 1000:8.0f} ms")


def queries(client: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str]]:
    """Queries by kind; words are chosen by the share of passages that hold them."""

    def word(share: float) -> str:
        row = client.execute(
            "SELECT word FROM search_index.vocabulary v, search_index.totals t "
            "ORDER BY abs(v.passage_count - $1 * t.passage_count), word LIMIT 1",
            [share],
        ).fetchone()
        return str(row[0]) if row else ""

    words = client.execute(
        "SELECT search_index.words_of(text) FROM paragraphs LIMIT 1 OFFSET 1000"
    ).fetchone()
    text: list[str] = words[0] if words else []
    rare, medium, common = word(1e-5), word(1e-3), word(0.1)
    yield "rare (1e-5)", f"'{rare}'"
    yield "medium (1e-3)", f"'{medium}'"
    yield "common (0.1)", f"'{common}'"
    yield "very common (0.9)", f"'{word(0.9)}'"
    yield "medium and common", f"'{medium} {common}'"
    yield "two common", f"'{common} {word(0.05)}'"
    yield "phrase of two", f"'\"{' '.join(text[3:5])}\"'"
    yield "phrase of four", f"'\"{' '.join(text[8:12])}\"'"
    yield "beginning", f"'{medium[:6]}*'"
    yield "message number", "'00OSLO77'"
    yield "common, one post", f"'{common}', post := 'OSLO'"
    yield "common, one year", f"'{common}', since := '2004-01-01', until := '2004-12-31'"
    yield "occurs nowhere", "'zyx'"


def seconds(client: duckdb.DuckDBPyConnection, sql: str) -> float:
    """How long a query takes, its rows fetched."""
    started = time.perf_counter()
    client.execute(sql).fetchall()
    return time.perf_counter() - started


def invent(connection: duckdb.DuckDBPyConnection, size: int, first_cable: int = 0) -> None:
    """Fill `cables` and `paragraphs` with invented text."""
    dice = np.random.default_rng(size)
    words = np.array([spell(rank) for rank in range(VOCABULARY)], dtype=object)
    for start in range(0, size, STEP):
        count = min(STEP, size - start)
        lengths = dice.integers(30, 157, count)
        ranks = np.exp(dice.random(int(lengths.sum())) * np.log(VOCABULARY)).astype(np.int64) - 1
        spoken = words[np.clip(ranks, 0, VOCABULARY - 1)].tolist()
        ends = lengths.cumsum().tolist()
        texts = [
            " ".join(spoken[end - length : end - 12]) + ". " + ", ".join(spoken[end - 12 : end])
            for end, length in zip(ends, lengths.tolist(), strict=True)
        ]
        numbers = np.arange(start, start + count)
        cables = (first_cable + numbers // PARAGRAPHS_PER_CABLE).tolist()
        new = pa.table(
            {
                "cable_id": [f"{cable % 10:02d}OSLO{cable}" for cable in cables],
                "sighting_id": [f"{cable:016x}" for cable in cables],
                "ordinal": pa.array(numbers % PARAGRAPHS_PER_CABLE + 1, pa.int32()),
                "text": texts,
            }
        )
        connection.register("new", new)
        insert(
            connection, "paragraphs", "SELECT *, 'body' AS kind FROM new ORDER BY cable_id, ordinal"
        )
        insert(
            connection,
            "cables",
            "SELECT cable_id, sighting_id, substr(min_by(text, ordinal), 1, 60) AS subject, "
            "count(*) AS paragraph_count, (100 * count(*))::INTEGER AS word_count, ['OSLO', 'LIMA'][(hash(cable_id) % 2)::INTEGER + 1] AS post, "
            "TIMESTAMP '2001-01-01' + to_days((hash(cable_id) % 3000)::INTEGER) AS sent_at "
            "FROM new GROUP BY cable_id, sighting_id ORDER BY cable_id",
        )
        connection.unregister("new")


def insert(connection: duckdb.DuckDBPyConnection, table: str, sql: str) -> None:
    """Insert rows; columns that may not be NULL and are not given get something of their type."""
    fillers = {"string": "''", "int32": "0", "double": "1", "bool": "false", "list<string>": "[]"}
    given = connection.sql(sql).columns
    lacking = [
        f"{fillers.get(column.type, 'now()::TIMESTAMP')} AS {column.name}"
        for column in tables()[table].columns
        if not column.nullable and column.name not in given
    ]
    connection.execute(
        f"INSERT INTO {table} BY NAME SELECT {', '.join(['*', *lacking])} FROM ({sql})"
    )


def spell(rank: int) -> str:
    """The word of a rank: frequent ones are short; forms of one stem are far apart in frequency."""
    number = rank * 8 if rank < 1000 else rank * 387_420_489 % VOCABULARY + 8000
    stem, ending = divmod(number, len(ENDINGS))
    stem, coda = divmod(stem, len(CODAS))
    syllables = ""
    while True:
        stem, syllable = divmod(stem, len(SYLLABLES))
        syllables = SYLLABLES[syllable] + syllables
        if not stem:
            return syllables + CODAS[coda] + ENDINGS[ending]


if __name__ == "__main__":
    main()
