"""Search finds what is there, ranks it by BM25, and answers alike however the index came about."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from typing import Any

import duckdb
import pytest
import Stemmer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.schema.model import tables
from warehouse import search_index
from warehouse.connect import open_scratch
from warehouse.ddl import create_tables, create_views
from warehouse.errors import LoadCheckFailed
from warehouse.search_index import create_search_index, update_search_index
from warehouse.statements import read_sql

_DEFAULTS = {"string": "x", "int32": 1, "double": 1.0, "bool": False, "list<string>": []}


@dataclass(frozen=True)
class Text:
    """A cable as far as search is concerned."""

    cable_id: str = "08OSLO417"
    subject: str | None = None
    paragraphs: Sequence[str] = ()
    sighting_id: str = "0" * 16
    sent_at: datetime | None = datetime(2008, 4, 1)
    post: str = "OSLO"
    classification: str = "SECRET"
    tags: Sequence[str] = ()
    refs: Sequence[str] = ()
    mentions: dict[int, str] = field(default_factory=dict)


def _insert(connection: duckdb.DuckDBPyConnection, table: str, **values: object) -> None:
    columns = tables()[table].columns
    moment = datetime(2026, 1, 1)
    row = [
        values.get(c.name, None if c.nullable else _DEFAULTS.get(c.type, moment)) for c in columns
    ]
    marks = ", ".join("?" for _ in row)
    connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)


def put(connection: duckdb.DuckDBPyConnection, text: Text) -> None:
    """Make a cable current, in place of any other text of it."""
    take(connection, text.cable_id)
    keys = {"cable_id": text.cable_id, "sighting_id": text.sighting_id}
    _insert(
        connection,
        "cables",
        **keys,
        subject=text.subject,
        paragraph_count=len(text.paragraphs),
        sent_at=text.sent_at,
        post=text.post,
        classification=text.classification,
    )
    for ordinal, paragraph in enumerate(text.paragraphs, 1):
        _insert(connection, "paragraphs", **keys, ordinal=ordinal, text=paragraph)
    for ordinal, tag in enumerate(text.tags, 1):
        _insert(connection, "tags", **keys, ordinal=ordinal, tag=tag)
    for ordinal, target in enumerate(text.refs, 1):
        _insert(connection, "refs", **keys, ordinal=ordinal, target_id=target)
    for ordinal, (paragraph_ordinal, target) in enumerate(text.mentions.items(), 1):
        _insert(
            connection,
            "mentions",
            **keys,
            ordinal=ordinal,
            paragraph_ordinal=paragraph_ordinal,
            target_id=target,
        )


def take(connection: duckdb.DuckDBPyConnection, cable_id: str) -> None:
    """Take a cable away."""
    for table in ("cables", "paragraphs", "tags", "refs", "mentions"):
        connection.execute(f"DELETE FROM {table} WHERE cable_id = ?", [cable_id])


@pytest.fixture
def empty() -> Iterator[duckdb.DuckDBPyConnection]:
    with _empty() as connection:
        yield connection


def _empty() -> duckdb.DuckDBPyConnection:
    connection = open_scratch()
    create_tables(connection)
    create_search_index(connection)
    create_views(connection)
    return connection


@pytest.fixture
def holding(
    empty: duckdb.DuckDBPyConnection,
) -> Callable[..., duckdb.DuckDBPyConnection]:
    def hold(*texts: Text) -> duckdb.DuckDBPyConnection:
        for text in texts:
            put(empty, text)
        update_search_index(empty)
        return empty

    return hold


def found(connection: duckdb.DuckDBPyConnection, words: str, **filters: object) -> list[tuple]:
    """Where a query finds something, best first."""
    named = "".join(f", {name} := ${name}" for name in filters)
    return connection.execute(
        f"SELECT cable_id, ordinal FROM search($words{named})", {"words": words, **filters}
    ).fetchall()


TEXT = (
    "The North Pier re-opened in the 1990s; Amb. Quill's F-16 flew past it.",
    "Piers in the north were opening, said Vésper (São Tomé). The state of the port is fair.",
    "See 09 STATE 00123, and 08ELDERPORT0417. harbour-masters object.",
)


@pytest.fixture(scope="module")
def known_text() -> Iterator[duckdb.DuckDBPyConnection]:
    with _empty() as connection:
        put(connection, Text(paragraphs=TEXT))
        update_search_index(connection)
        yield connection


@pytest.mark.parametrize(
    ("words", "ordinals"),
    [
        ('"north pier"', [1]),
        ('"NORTH  pier"', [1]),
        ('"pier north"', []),
        ('"piers north"', []),
        ('"state of the port"', [2]),
        ('"state of port"', []),
        ("“north pier”", [1]),
        ('"north pier', [1]),
        ('"pier"', [1]),
        ('"pier" "piers"', []),
        ("pier", [1, 2]),
        ("PIERS", [1, 2]),
        ("opened", [1, 2]),
        ("open", [1, 2]),
        ("objections", [3]),
        ("op", []),
        ("re-opened", [1]),
        ("reopened", []),
        ("harbo*", [3]),
        ("harb* object", [3]),
        ('"harbo*"', []),
        ("f16", [1]),
        ("F-16", [1]),
        ("quill's", [1]),
        ("Quill", [1]),
        ("vesper sao", [2]),
        ("the pier", [1, 2]),
        ("pier zeppelin", []),
        ("1990s", [1]),
        ("09STATE123", [3]),
        ("09STATE00123", [3]),
        ("09-STATE-123", [3]),
        ('"09 STATE 123"', [3]),
        ("STATE 123", [3]),
        ('"STATE 123"', [3]),
        ("STATE 12", []),
        ("08ELDERPORT417", [3]),
        ("elderport 417", [3]),
    ],
)
def test_what_a_query_finds(known_text: Any, words: str, ordinals: list[int]) -> None:
    assert sorted(ordinal for _, ordinal in found(known_text, words)) == ordinals


@pytest.mark.parametrize(
    "words",
    [
        "", " ", '"', '""', "*", '"*"', "-", "()[]{}.+?^$\\|", "%_", "' OR 1=1 --", "NEAR(a b)",
        "\x00", "日本 привет ünï", "\U0001f6a2", "#9state123", "a" * 10_000, '"' * 10_001,
        " ".join(f"w{n}" for n in range(2000)), '"' + "pier " * 2000 + '"', "pier* " * 1000,
    ],
    ids=lambda words: words[:12].encode("unicode_escape").decode(),
)  # fmt: skip
@pytest.mark.parametrize("match_any", [False, True], ids=["all", "any"])
def test_no_query_breaks(known_text: Any, words: str, match_any: bool) -> None:
    assert set(found(known_text, words, match_any=match_any)) <= {
        ("08OSLO417", ordinal) for ordinal in (1, 2, 3)
    }


def test_a_message_number_finds_its_cable_and_those_that_cite_it(holding: Any) -> None:
    connection = holding(
        Text("09STATE123", "FERRIES", ["Ferries."]),
        Text("09OSLO5", "REPLY", ["As asked (ref A).", "No more."], "1" * 16, refs=["09STATE123"],
             mentions={1: "09STATE123"}),
        Text("09STATE1234", "OTHER", ["Nothing in the state."], "2" * 16),
    )  # fmt: skip
    assert sorted(found(connection, "09STATE00123"), key=str) == [
        ("09OSLO5", 1),
        ("09OSLO5", None),
        ("09STATE123", None),
    ]
    assert found(connection, "state") == [("09STATE1234", 1)]


FILTERS = [
    ({"post": "LIMA"}, ["08LIMA3"]),
    ({"post": "lima"}, ["08LIMA3"]),
    ({"tag": "PREL"}, ["08OSLO1", "08OSLO2"]),
    ({"tag": "etrd", "post": "OSLO"}, ["08OSLO2"]),
    ({"classification": "secret"}, ["08LIMA3", "08OSLO2"]),
    ({"since": date(2008, 4, 2)}, ["08LIMA3", "08OSLO2"]),
    ({"until": "2008-04-02"}, ["08OSLO1", "08OSLO2"]),
    ({"since": "2008-04-02", "until": "2008-04-02"}, ["08OSLO2"]),
    ({"post": "NOWHERE"}, []),
    ({"post": None, "tag": None}, ["08LIMA3", "08NODATE4", "08OSLO1", "08OSLO2"]),
]


@pytest.mark.parametrize(("filters", "cables"), FILTERS, ids=[str(f) for f, _ in FILTERS])
def test_filters(holding: Any, filters: dict[str, object], cables: list[str]) -> None:
    connection = holding(
        Text("08OSLO1", None, ["A pier."], "1" * 16, datetime(2008, 4, 1), "OSLO", "CONFIDENTIAL",
             ["PREL"]),
        Text("08OSLO2", None, ["A pier."], "2" * 16, datetime(2008, 4, 2, 23), "OSLO", "SECRET",
             ["PREL", "ETRD"]),
        Text("08LIMA3", None, ["A pier."], "3" * 16, datetime(2008, 4, 3), "LIMA", "SECRET"),
        Text("08NODATE4", None, ["A pier."], "4" * 16, None, "NODATE", "UNCLASSIFIED"),
    )  # fmt: skip
    assert sorted(cable_id for cable_id, _ in found(connection, "pier", **filters)) == cables


def test_filters_come_before_the_limit(holding: Any) -> None:
    texts = [
        Text(f"08OSLO{n}", None, ["pier " * (9 - n)], f"{n:016d}", tags=["PREL"] if n > 6 else [])
        for n in range(1, 9)
    ]
    connection = holding(*texts)
    assert found(connection, "pier", limit_to=2) == [("08OSLO1", 1), ("08OSLO2", 1)]
    assert found(connection, "pier", limit_to=2, tag="PREL") == [("08OSLO7", 1), ("08OSLO8", 1)]
    assert len(found(connection, "pier", limit_to=None)) == 8


def test_scores_are_bm25(holding: Any) -> None:
    connection = holding(
        Text("08OSLO1", None, ["pier fog", "fog fog pier gull", "fog", "gull gull gull pier"])
    )
    lengths = {0: 0, 1: 2, 2: 4, 3: 1, 4: 4}
    mean = sum(lengths.values()) / len(lengths)
    fog, pier = {1: 1, 2: 2, 3: 1}, {1: 1, 2: 1, 4: 1}

    def score(frequencies: dict[int, int], ordinal: int) -> float:
        df, tf = len(frequencies), frequencies[ordinal]
        idf = math.log(1 + (len(lengths) - df + 0.5) / (df + 0.5))
        return idf * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * lengths[ordinal] / mean))

    rows = connection.execute("SELECT ordinal, score FROM search('fog pier')").fetchall()
    expected = {n: score(fog, n) + score(pier, n) for n in (1, 2)}
    assert dict(rows) == pytest.approx(expected, abs=1e-4)
    assert [n for n, _ in rows] == sorted(expected, key=lambda n: -expected[n])
    rows = connection.execute("SELECT ordinal, score FROM search('\"pier fog\"')").fetchall()
    assert dict(rows) == pytest.approx({1: score({1: 1}, 1)}, abs=1e-4)


SPOKEN = ["pier", "piers", "fog", "north", "open", "opened", "opening", "gull"]
PASSAGES = st.lists(st.lists(st.sampled_from(SPOKEN), max_size=9), min_size=1, max_size=9)
UNITS = st.one_of(
    st.sampled_from(SPOKEN),
    st.sampled_from(["pi*", "open*", "north*"]),
    st.lists(st.sampled_from(SPOKEN), min_size=1, max_size=3).map(lambda w: f'"{" ".join(w)}"'),
)


def _frequency(unit: str, words: Sequence[str]) -> int:
    """How often a unit of a query is in a passage, by going through it."""
    if unit.startswith('"'):
        sought = unit.strip('"').split()
        return sum(list(words[n : n + len(sought)]) == sought for n in range(len(words)))
    if unit.endswith("*"):
        return sum(word.startswith(unit[:-1]) for word in words)
    stem = Stemmer.Stemmer("english").stemWord
    return sum(stem(word) == stem(unit) for word in words)


def _bm25(units: set[str], passages: list[list[str]], match_any: bool) -> dict[int, float]:
    """Scores of the passages that match, from 1, beside an empty subject."""
    lengths = [0, *(len(words) for words in passages)]
    mean = sum(lengths) / len(lengths) or 1
    scores: dict[int, float] = {}
    counts = {unit: [_frequency(unit, words) for words in passages] for unit in units}
    for ordinal, length in enumerate(lengths[1:], 1):
        hits = [unit for unit in units if counts[unit][ordinal - 1]]
        if not hits or (len(hits) < len(units) and not match_any):
            continue
        scores[ordinal] = 0.0
        for unit in hits:
            df, tf = sum(map(bool, counts[unit])), counts[unit][ordinal - 1]
            weight = math.log(1 + (len(lengths) - df + 0.5) / (df + 0.5))
            scores[ordinal] += weight * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * length / mean))
    return scores


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(passages=PASSAGES, queries=st.lists(st.sets(UNITS, min_size=1, max_size=3), max_size=5))
def test_any_query_ranks_as_going_through_all_passages_would(
    passages: list[list[str]], queries: list[set[str]]
) -> None:
    with _empty() as connection:
        put(connection, Text(paragraphs=[", ".join(words) for words in passages]))
        update_search_index(connection)
        for units in queries:
            for match_any in (False, True):
                sql = "SELECT ordinal, score FROM search(?, match_any := ?)"
                rows = connection.execute(sql, [" ".join(units), match_any]).fetchall()
                assert dict(rows) == pytest.approx(_bm25(units, passages, match_any), abs=1e-3)
                assert [score for _, score in rows] == sorted(dict(rows).values(), reverse=True)


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("pier", "The old «piers» (north) were «pier»-like."),
        ('"old piers"', "The «old» «piers» (north) were pier-like."),
        ("nor*", "The old piers («north») were pier-like."),
        ("the north", "The old piers («north») were pier-like."),
    ],
)
def test_passages_are_marked(holding: Any, words: str, passage: str) -> None:
    connection = holding(Text(paragraphs=["The old piers (north) were pier-like."]))
    assert connection.execute("SELECT passage FROM search(?)", [words]).fetchall() == [(passage,)]


def test_long_passages_are_cut_around_the_first_match(holding: Any) -> None:
    paragraph = " ".join(f"gull{n}" for n in range(100)) + " pier " + "tern " * 100
    connection = holding(Text(paragraphs=[paragraph]))
    (passage,) = connection.execute(
        "SELECT passage FROM search('pier', passage_words := 9, mark_before := '<', "
        "mark_after := '>')"
    ).fetchone() or ("",)
    assert "<pier> tern" in passage
    assert passage.startswith("... ")
    assert passage.endswith("...")
    assert len(passage.split()) <= 12
    (whole,) = connection.execute(
        "SELECT passage FROM search('pier', passage_words := NULL)"
    ).fetchone() or ("",)
    assert whole == paragraph.replace("pier", "«pier»")


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
    with _empty() as grown, _empty() as fresh:
        held: dict[str, Text] = {}
        for step in steps:
            for one in step:
                if isinstance(one, str):
                    take(grown, one)
                    held.pop(one, None)
                else:
                    put(grown, one)
                    held[one.cable_id] = one
            update_search_index(grown, segment_words=60)
        for text in held.values():
            put(fresh, text)
        update_search_index(fresh)
        assert _content(grown) == _content(fresh)
        for query in QUERIES:
            sql = "SELECT * FROM search(?, match_any := true)"
            assert grown.execute(sql, [query]).fetchall() == fresh.execute(sql, [query]).fetchall()


def _content(connection: duckdb.DuckDBPyConnection) -> list[list[tuple]]:
    """The index without the numbers that depend on its history."""
    place = "SELECT i.cable_id, p.ordinal"
    joins = (
        "JOIN search_index.passages p USING (passage_id) "
        "JOIN search_index.indexed_cables i USING (cable_number)"
    )
    return [
        connection.execute(sql).fetchall()
        for sql in (
            "SELECT word, stem, passage_count FROM search_index.vocabulary ORDER BY ALL",
            f"{place}, o.position, v.word, o.frequency, o.word_count "
            f"FROM search_index.occurrences o "
            f"JOIN search_index.vocabulary v USING (word_id) {joins} ORDER BY ALL",
        )
    ]


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
    assert [row[-1] for row in after[1]] == [f"«Fog» {n}." for n in range(1, 5)]


def test_segments_are_few_and_sorted(empty: duckdb.DuckDBPyConnection) -> None:
    for n in range(1, 33):
        put(empty, Text(f"08OSLO{n}", "PIER AND FOG", [f"word{n} gull"], f"{n:016d}"))
        update_search_index(empty, segment_words=320)
    segments = empty.execute("SELECT count(*) FROM search_index.segments").fetchone()
    assert segments is not None
    assert segments[0] <= 64 / 32 + math.log2(32)
    rows = empty.execute("SELECT word_id, passage_id FROM search_index.occurrences").fetchall()
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
