"""Search finds what is there and ranks it by BM25."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

import duckdb
import pytest
import Stemmer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from searched import Text, empty_warehouse, found, put

from warehouse.search_index import update_search_index

TEXT = (
    "The North Pier re-opened in the 1990s; Amb. Quill's F-16 flew past it.",
    "Piers in the north were opening, said Vésper (São Tomé). The state of the port is fair.",
    "See 09 STATE 00123, and 08ELDERPORT0417. harbour-masters object.",
)


@pytest.fixture(scope="module")
def known_text() -> Iterator[duckdb.DuckDBPyConnection]:
    with empty_warehouse() as connection:
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


@pytest.mark.parametrize("number", ["09STATE00123", '"09 State 123"', "09-STATE-123"])
def test_a_message_number_finds_its_cable_and_those_that_cite_it(holding: Any, number: str) -> None:
    connection = holding(
        Text("09STATE123", "FERRIES", ["Ferries."]),
        Text("09OSLO5", "REPLY", ["As asked (ref A).", "No more."], "1" * 16, refs=["09STATE123"],
             mentions={1: "09STATE123"}),
        Text("09STATE1234", "OTHER", ["Nothing in the state."], "2" * 16),
    )  # fmt: skip
    assert sorted(found(connection, number), key=str) == [
        ("09OSLO5", 1),
        ("09OSLO5", None),
        ("09STATE123", None),
    ]
    assert found(connection, "state") == [("09STATE1234", 1)]


FILTERS = [
    ({"post": "LIMA"}, ["08LIMA3"]),
    ({"post": "lima"}, ["08LIMA3"]),
    ({"post": "No Date"}, ["08NODATE4"]),
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
    with empty_warehouse() as connection:
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


@pytest.mark.parametrize("words", ["09STATE00123", '"09 state 123"', "09STATE123 ferries"])
def test_a_number_is_marked_where_it_is_not_written(holding: Any, words: str) -> None:
    connection = holding(
        Text("09OSLO5", "MORE FERRIES", ["Ferries, as asked (ref A); ref B."],
             refs=["09STATE123", "09STATE124"], mentions={1: "09STATE123"}),
    )  # fmt: skip
    connection.execute("UPDATE refs SET raw = 'STATE 123' WHERE ordinal = 1")
    connection.execute("UPDATE mentions SET raw = 'ref A'")
    rows = connection.execute("SELECT ordinal, passage FROM search(?)", [words]).fetchall()
    ferries = "«{}»" if "ferries" in words else "{}"
    assert sorted(rows, key=str) == [
        (1, f"{ferries.format('Ferries')}, as asked («ref» «A»); ref B."),
        (None, f"MORE {ferries.format('FERRIES')} (REF «STATE 123»)"),
    ]


def test_a_number_of_a_cable_without_a_subject_is_shown(holding: Any) -> None:
    connection = holding(Text("09OSLO5", None, ["No more."], refs=["09STATE123"]))
    connection.execute("UPDATE refs SET raw = 'STATE 123'")
    sql = "SELECT passage FROM search('09STATE123', passage_words := {})"
    assert connection.execute(sql.format(60)).fetchall() == [("(REF «STATE 123»)",)]
    assert connection.execute(sql.format(0)).fetchall() == [("",)]


def test_paragraphs_have_their_printed_number(holding: Any) -> None:
    connection = holding(Text(subject="PIERS", paragraphs=["A pier.", "A pier, too.", "Pier 2."]))
    connection.execute("UPDATE paragraphs SET number = ordinal - 1 WHERE ordinal > 1")
    for shift in (0, 7):  # where they are looked for first, and elsewhere
        connection.execute("UPDATE search_index.passages SET place = place + ?", [shift])
        rows = connection.execute("SELECT ordinal, number FROM search('pier')").fetchall()
        assert sorted(rows, key=str) == [(1, None), (2, 1), (3, 2), (None, None)]


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
