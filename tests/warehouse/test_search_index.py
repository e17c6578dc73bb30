"""The search index answers alike however it came about, and keeps its form."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from searched import INDEX_CONTENT, Text, empty_warehouse, found, put, take

from warehouse import search_index
from warehouse.errors import LoadCheckFailed
from warehouse.search_index import create_search_index, update_search_index
from warehouse.statements import read_sql

WORDS = ["pier", "piers", "fog", "north", "the", "opened", "09STATE123", "harbour"]
QUERIES = [*WORDS, '"north pier"', "the fog", "harb*", "pier fog", '"the pier"']
TEXTS = st.builds(
    Text,
    cable_id=st.sampled_from(["08OSLO1", "08OSLO2", "08LIMA3", "09STATE123"]),
    subject=st.none() | st.sampled_from(WORDS),
    paragraphs=st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=3),
    sighting_id=st.text("0123456789abcdef", min_size=16, max_size=16),
    refs=st.lists(st.just("09STATE123"), max_size=1),
)
STEPS = st.lists(st.lists(TEXTS | st.sampled_from(["08OSLO1", "09STATE123"]), max_size=3), max_size=6)  # fmt: skip


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_any_history_gives_the_answers_of_a_fresh_index(steps: list[list[Text | str]]) -> None:
    with empty_warehouse() as grown, empty_warehouse() as fresh:
        held: dict[str, Text] = {}
        for step in steps:
            for one in step:
                if isinstance(one, str):
                    take(grown, one)
                    held.pop(one, None)
                else:
                    put(grown, one)
                    held[one.cable_id] = one
            update_search_index(grown, segment_words=60, memory_words=4)
        for text in held.values():
            put(fresh, text)
        update_search_index(fresh)
        assert _content(grown) == _content(fresh)
        for query in QUERIES:
            sql = "SELECT * FROM search(?, match_any := true)"
            assert grown.execute(sql, [query]).fetchall() == fresh.execute(sql, [query]).fetchall()


def _content(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple]]:
    return {name: connection.execute(sql).fetchall() for name, sql in INDEX_CONTENT.items()}


def test_what_is_unchanged_is_carried_over(holding: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = holding(*(Text(f"08OSLO{n}", "PIER", ["Fog."], f"{n:016d}") for n in range(1, 9)))
    put(connection, Text("08LIMA1", "NEW", ["A pier."], "f" * 16))
    put(connection, Text("08OSLO2", "CHANGED", ["A gull."], "e" * 16))
    take(connection, "08OSLO3")
    seen: list[tuple] = []
    read = search_index._read_chunk

    def watch(watched: duckdb.DuckDBPyConnection, *rest: Any) -> Any:
        seen.extend(watched.execute("SELECT cable_id FROM new_cables").fetchall())
        return read(watched, *rest)

    monkeypatch.setattr(search_index, "_read_chunk", watch)
    update_search_index(connection)
    assert sorted(seen) == [("08LIMA1",), ("08OSLO2",)]
    assert found(connection, "gull") == [("08OSLO2", 1)]
    seen.clear()
    update_search_index(connection)
    assert seen == []


ASTRAY = "SELECT astray_count FROM ({}) AS counted".format(read_sql("search", "count_astray"))


def test_where_texts_lie_is_noted_anew_when_they_move(holding: Any) -> None:
    texts = [Text(f"08OSLO{n}", "PIER", ["Fog."] * 3, f"{n:016d}") for n in range(1, 9)]
    connection = holding(*texts)
    for table in ("cables", "paragraphs"):
        connection.execute(f"CREATE TABLE kept AS FROM {table} WHERE cable_id <> '08OSLO2'")
        connection.execute(f"DELETE FROM {table}")
        connection.execute(f"INSERT INTO {table} FROM kept; DROP TABLE kept")
    assert connection.execute(ASTRAY).fetchall() != [(0,)]
    update_search_index(connection)
    assert connection.execute(ASTRAY).fetchall() == [(0,)]


@pytest.mark.parametrize("shift", [1, -1, 1000])
def test_texts_that_moved_are_found_all_the_same(holding: Any, shift: int) -> None:
    texts = [Text(f"08OSLO{n}", f"PIER {n}", [f"Fog {n}.", "A gull."]) for n in range(1, 5)]
    connection = holding(*texts)
    before = [connection.execute(f"FROM search('{w}')").fetchall() for w in ("pier", "fog", "gull")]
    for table in ("indexed_cables", "passages"):
        connection.execute(f"UPDATE search_index.{table} SET place = place + $1", [shift])
    after = [connection.execute(f"FROM search('{w}')").fetchall() for w in ("pier", "fog", "gull")]
    assert after == before
    assert [row[-2] for row in after[1]] == [f"«Fog» {n}." for n in range(1, 5)]


def test_segments_are_few_and_sorted(empty: duckdb.DuckDBPyConnection) -> None:
    for n in range(1, 33):
        put(empty, Text(f"08OSLO{n}", "PIER AND FOG", [f"word{n} gull"], f"{n:016d}"))
        update_search_index(empty, segment_words=320)
    segments = empty.execute("SELECT count(*) FROM search_index.segments").fetchone()
    assert segments is not None
    assert segments[0] <= 64 / 32 + math.log2(32)
    rows = empty.execute("SELECT stem_id, passage_id FROM search_index.occurrences").fetchall()
    descents = sum(after < before for before, after in pairwise(rows))
    assert descents < segments[0]


def test_an_index_of_another_format_is_built_anew(
    holding: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = holding(Text(paragraphs=["A pier."]))
    monkeypatch.setattr(search_index, "FORMAT", 1)
    create_search_index(connection)
    assert found(connection, "pier") == []
    update_search_index(connection)
    assert found(connection, "pier") == [("08OSLO417", 1)]


def test_a_passage_that_is_missing_stops_the_load(holding: Any) -> None:
    connection = holding(Text(paragraphs=["A pier."]))
    connection.execute("DELETE FROM search_index.passages WHERE ordinal = 1")
    with pytest.raises(LoadCheckFailed, match="08OSLO417"):
        update_search_index(connection)


def test_a_generation_without_an_index_gets_one(house: Any, reading: Any) -> None:
    house.run([reading("a.txt", "1. (C) The pier opened.")])
    house.link.resolve().chmod(0o644)
    with duckdb.connect(str(house.link.resolve())) as connection:
        connection.execute("DROP SCHEMA search_index CASCADE")
    house.run([reading("b.txt", "1. (C) The pier burned.", serial=418)])
    assert sorted(house.rows("SELECT cable_id FROM search('pier') WHERE ordinal = 1")) == [
        ("08OSLO417",),
        ("08OSLO418",),
    ]


def test_a_stock_client_needs_no_extension(house: Any, reading: Any) -> None:
    house.run([reading("a.txt", "1. (C) The north pier opened.")])
    config = {
        "autoload_known_extensions": False,
        "autoinstall_known_extensions": False,
        "enable_external_access": False,
    }
    client = duckdb.connect(str(house.link.resolve()), read_only=True, config=config)
    with client:
        rows = client.execute(
            "SELECT cable_id, ordinal, passage FROM search('opened \"north pier\" pie*', "
            "post := 'OSLO', since := DATE '2008-01-01', tag := 'PREL')"
        ).fetchall()
        assert rows == [("08OSLO417", 1, "The «north» «pier» «opened».")]
