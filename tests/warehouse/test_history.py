"""Property: after any sequence of loads, re-readings, retries and retractions, in any order, the
tables equal those of a fresh build from the inputs that remain.

Compared are all contract tables, the reference graph and the search index. Ids that follow from
the history (`run_id`, `batch_id`, and `sighting_id`, which follows from it: a retry's batch, and one
that shares its inputs with others, is named otherwise) are compared by where they lead: to the
record that a row was made from, and its batch. Left out is when a cable was first seen, and of the
ledger `outcome` and `reason`, which are kept as they were decided in the run that read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from searched import INDEX_CONTENT

from transforms.schema.model import data_tables
from warehouse.connect import open_reader, open_writer

RUN = {"run_id", "first_seen_at", "batch_id", "sighting_id"}

TEXTS = st.builds(
    dict,
    text=st.sampled_from(
        ["1. (C) The pier opened.", "1. (C) The pier burned.", "1. (C) XXXXXXXX left."]
    ),
    serial=st.sampled_from([417, 418]),
    ref=st.sampled_from(["STATE 41120", "OSLO 417", "OSLO 418"]),
    is_partial=st.booleans(),
    released_at=st.sampled_from([None, datetime(2010, 12, 1), datetime(2011, 9, 1)]),
    is_refused=st.booleans(),
)
OPERATIONS = st.lists(
    st.one_of(
        st.tuples(st.just("load"), st.lists(TEXTS, min_size=1, max_size=3)),
        st.tuples(st.just("reparse"), st.integers(0, 5)),
        st.tuples(st.just("retract"), st.integers(0, 5)),
        st.tuples(st.just("retry"), st.integers(0, 5)),
    ),
    min_size=2,
    max_size=7,
)


@dataclass
class History:
    """A house, and what a fresh one must be built from."""

    house: Any
    reading: Any
    version: int = 1
    held: dict[str, Any] = field(default_factory=dict)
    batches: list[tuple[str, ...]] = field(default_factory=list)
    count: int = 0

    def load(self, texts: list[dict]) -> None:
        made = []
        for text in texts:
            self.count += 1
            made.append(self.reading(f"{self.count}.txt", **text))
        self.house.run(made, parser_version=f"{self.version}.0.0")
        self.held |= {one.uri: one for one in made}
        self.batches.append(tuple(one.uri for one in made))

    def reparse(self, which: int) -> None:
        """A newer version reads one batch again; at the end, all."""
        names = self._pick(which)
        if names:
            self.version += 1
            self.house.run(
                [self.held[name] for name in names], parser_version=f"{self.version}.0.0"
            )

    def retract(self, which: int) -> None:
        names = self._pick(which)
        if names:
            self.house.retract(*names)
            for name in names:
                del self.held[name]

    def retry(self, which: int) -> None:
        """What was refused is read again, and understood by now."""
        names = [name for name in self._pick(which) if self.held[name].is_refused]
        for name in names:
            self.held[name] = self.house.retry(self.held[name], f"{self.version}.0.0")

    def _pick(self, which: int) -> tuple[str, ...]:
        if not self.batches:
            return ()
        names = self.batches[which % len(self.batches)]
        return tuple(name for name in names if name in self.held)


def content(house: Any) -> dict[str, list[tuple]]:
    asked = {
        "sightings": "SELECT * EXCLUDE (run_id, batch_id, sighting_id, parser_version, outcome, "
        "reason, detail) FROM current_readings WHERE content_sha256 IS NOT NULL ORDER BY ALL",
        "refused": "SELECT source_uri, reason FROM open_quarantine ORDER BY ALL",
        "edges": "SELECT * FROM ref_graph.edges ORDER BY ALL",
        "inputs": "SELECT DISTINCT input_sha256, uri FROM inputs ORDER BY ALL",
        "origins": "SELECT c.cable_id, s.source_uri, s.content_sha256, c.run_id = s.run_id, "
        "c.parser_version = b.parser_version, c.input_sha256 = i.input_sha256 FROM cables AS c "
        "LEFT JOIN sightings AS s USING (sighting_id, batch_id) LEFT JOIN batches AS b "
        "USING (batch_id) LEFT JOIN inputs AS i ON (i.batch_id, i.uri) = (c.batch_id, s.source_uri) "
        "ORDER BY ALL",
        "indexed": "SELECT i.cable_id, i.sighting_id = c.sighting_id, i.sent_at = c.sent_at "
        "FROM search_index.indexed_cables AS i LEFT JOIN cables AS c USING (cable_id) "
        "WHERE i.cable_id <> '' ORDER BY ALL",
        **INDEX_CONTENT,
    }
    for table in data_tables():
        names = [c.name for c in table.columns if c.name not in RUN | {"parser_version"}]
        asked[table.table] = f"SELECT {', '.join(names)} FROM {table.table} ORDER BY ALL"
        asked[f"{table.table} of another record"] = (
            f"SELECT t.cable_id FROM {table.table} AS t ANTI JOIN cables AS c "
            "USING (cable_id, sighting_id)"
        )
    with open_reader(house.link) as connection:
        return {name: connection.execute(sql).fetchall() for name, sql in asked.items()}


def text_of(serial: int, ref: str, **more: Any) -> dict[str, Any]:
    """A text as the strategies make them."""
    unset = {"is_partial": False, "released_at": None, "is_refused": False}
    return {"text": "1. (C) The pier opened.", "serial": serial, "ref": ref, **unset, **more}


CITING, CITED = text_of(417, "OSLO 418"), text_of(418, "STATE 41120")


@example(first=[CITING], operations=[("load", [CITED])])
@example(first=[CITING], operations=[("load", [CITED]), ("reparse", 0), ("retract", 1)])
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(first=st.lists(TEXTS, min_size=1, max_size=3), operations=OPERATIONS)
def test_any_history_ends_as_a_fresh_build_of_what_remains(
    make_house: Any, reading: Any, first: list[dict], operations: list[tuple[str, Any]]
) -> None:
    history = History(make_house(), reading)
    history.load(first)
    for name, argument in operations:
        getattr(history, name)(argument)
    fresh = make_house()
    fresh.run(list(history.held.values()))
    assert content(history.house) == content(fresh)


def test_the_graph_follows_cables_that_come_and_go(house: Any, reading: Any) -> None:
    edges = "SELECT source_id, target_id, is_held FROM ref_edges ORDER BY ALL"
    house.run([reading("a.txt", serial=417, ref="OSLO 418")])
    assert house.rows(edges) == [("08OSLO417", "08OSLO418", False)]
    house.run([reading("b.txt", serial=418, ref="STATE 5")])
    assert house.rows(edges) == [("08OSLO417", "08OSLO418", True), ("08OSLO418", "08STATE5", False)]
    house.retract("b.txt")
    assert house.rows(edges) == [("08OSLO417", "08OSLO418", False)]


def test_a_generation_of_before_the_graph_gets_it_whole(house: Any, reading: Any) -> None:
    house.run([reading("a.txt", serial=417, ref="OSLO 418")])
    house.link.resolve().chmod(0o644)
    with open_writer(house.link.resolve()) as connection:
        connection.execute("DROP SCHEMA ref_graph CASCADE")
    house.run([reading("b.txt", serial=418, ref="STATE 5")])
    assert house.rows("SELECT source_id, target_id FROM ref_edges ORDER BY ALL") == [
        ("08OSLO417", "08OSLO418"),
        ("08OSLO418", "08STATE5"),
    ]


def test_the_next_best_text_comes_back(house: Any, reading: Any) -> None:
    house.run([reading("short.txt", "1. (C) The pier.")])
    seen = house.rows("SELECT first_seen_at FROM cables")
    house.run([reading("long.txt", "1. (C) The pier opened on a fine day.")])
    house.run(
        [reading("long.txt", "1. (C) The pier opened on a fine day.")], parser_version="2.0.0"
    )
    house.retract("long.txt")
    assert house.rows("SELECT source_uri, first_seen_at FROM cables") == [("short.txt", seen[0][0])]
    assert house.rows("SELECT text FROM paragraphs") == [("The pier.",)]
    assert house.rows("SELECT count(*), sum(record_count) FROM retractions") == [(2, 2)]
    house.retract("short.txt")
    assert house.rows("SELECT count(*) FROM cables") == [(0,)]


def test_the_first_text_of_a_cable_moves_when_it_is_taken_out(house: Any, reading: Any) -> None:
    house.run([reading("short.txt", "1. (C) The pier.")])
    house.run([reading("long.txt", "1. (C) The pier opened on a fine day.")])
    house.retract("short.txt")
    assert house.rows(
        "SELECT c.first_seen_at = r.started_at FROM cables c JOIN runs r USING (run_id)"
    ) == [(True,)]


def test_an_older_parser_does_not_undo_a_newer_one(house: Any, reading: Any) -> None:
    house.run([reading("a.txt")], parser_version="2.0.0")
    summary = house.run([reading("a.txt")], parser_version="1.9.0")
    assert (summary.loaded_count, summary.superseded_count) == (0, 1)
    assert house.rows("SELECT parser_version FROM cables") == [("2.0.0",)]
    assert house.rows("SELECT reason FROM sightings WHERE parser_version = '1.9.0'") == [
        ("older_parser",)
    ]


@pytest.mark.parametrize("kind", ["was_held", "is_held"])
def test_what_changed_is_known_while_a_generation_is_built(
    house: Any, reading: Any, monkeypatch: Any, kind: str
) -> None:
    """`changed_cables` is what indexes hang off."""
    import warehouse.load as room

    seen: list[tuple] = []
    real = room.prove

    def look(connection: Any) -> None:
        seen.extend(connection.execute(f"SELECT cable_id, {kind} FROM changed_cables").fetchall())
        real(connection)

    house.run([reading("a.txt"), reading("b.txt", serial=418)])
    monkeypatch.setattr(room, "prove", look)
    house.run([reading("c.txt", serial=419)])
    house.retract("a.txt")
    expected = {"was_held": [False, True], "is_held": [True, False]}[kind]
    assert seen == [("08OSLO419", expected[0]), ("08OSLO417", expected[1])]
