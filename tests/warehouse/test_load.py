"""Which text of a cable is current, what becomes of each record, whatever the order of arrival."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.schema.model import data_tables, tables
from warehouse import load
from warehouse.connect import open_reader
from warehouse.errors import GenerationMoved, LoadCheckFailed, NoWarehouse
from warehouse.publish import current_generation, prune_generations, publish

CORRECTED = (
    "C O N F I D E N T I A L OSLO 000417\n\nC O R R E C T E D C O P Y\n\nSIPDIS\n\n"
    "E.O. 12958: DECL: 04/01/2018\nTAGS: PREL, ETRD\nSUBJECT: A PIER\n\nREF: STATE 41120"
)
SECTIONED = (
    "C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000417\n\nSIPDIS\n\n"
    "E.O. 12958: DECL: 04/01/2018\nTAGS: PREL, ETRD\nSUBJECT: A PIER\n\nREF: STATE 41120"
)
LOSERS = {
    "partial": {"is_partial": True, "text": "1. (C) The pier opened. It was a fine day indeed."},
    "redacted": {"text": "1. (C) XXXXXXXXXXXX said that the pier opened on a fine day."},
    "shorter": {"text": "1. (C) The pier."},
}


@pytest.mark.parametrize("reason", LOSERS)
@pytest.mark.parametrize("is_first", [True, False], ids=["loser-first", "loser-second"])
@pytest.mark.parametrize("is_one_run", [True, False], ids=["one-run", "two-runs"])
def test_the_better_text_wins_in_any_order(
    house: Any, reading: Any, reason: str, is_first: bool, is_one_run: bool
) -> None:
    best = reading("best.txt")
    loser = reading("loser.txt", **LOSERS[reason])
    order = [loser, best] if is_first else [best, loser]
    if is_one_run:
        house.run(order)
        assert house.outcomes()["loser.txt"] == ("superseded", reason)
    else:
        for one in order:
            house.run([one])
        expected = ("loaded", None) if is_first else ("superseded", reason)
        assert house.outcomes()["loser.txt"] == expected
    assert house.outcomes()["best.txt"] == ("loaded", None)
    assert house.rows("SELECT source_uri FROM cables") == [("best.txt",)]
    assert house.rows("SELECT text FROM paragraphs") == [("The pier opened.",)]


@pytest.mark.parametrize(
    ("better", "worse", "reason"),
    [
        ({"opening": CORRECTED}, {"text": "1. (C) The pier opened on a day."}, "not_corrected"),
        ({"opening": SECTIONED}, {"text": "1. (C) The pier opened on a day."}, "fewer_sections"),
        (
            {"text": "1. (C) The pier opened!", "released_at": datetime(2011, 9, 1)},
            {"text": "1. (C) The pier opened.", "released_at": datetime(2010, 12, 1)},
            "released_earlier",
        ),
    ],
    ids=["corrected", "sections", "released"],
)
def test_the_other_rules(house: Any, reading: Any, better: dict, worse: dict, reason: str) -> None:
    house.run([reading("worse.txt", **worse), reading("better.txt", **better)])
    assert house.outcomes() == {
        "better.txt": ("loaded", None),
        "worse.txt": ("superseded", reason),
    }


def test_equal_in_rank_the_smaller_content_hash_wins(house: Any, reading: Any) -> None:
    house.run(
        [reading("a.txt", "1. (C) The pier opened."), reading("b.txt", "1. (C) The pier burned.")]
    )
    winner = house.rows("SELECT content_sha256 FROM cables JOIN sightings USING (sighting_id)")
    assert winner == house.rows("SELECT min(content_sha256) FROM sightings")
    assert sorted(house.outcomes().values()) == [("loaded", None), ("superseded", "content_hash")]


def test_the_same_text_again_is_a_duplicate(house: Any, reading: Any) -> None:
    first = house.run([reading("a.txt"), reading("b.txt")])
    assert (first.loaded_count, first.duplicate_count) == (1, 1)
    again = house.run([reading("0.txt")])
    assert (again.loaded_count, again.duplicate_count) == (0, 1)
    assert house.outcomes()["0.txt"] == ("duplicate", "same_text")
    assert house.rows("SELECT count(*) FROM cables") == [(1,)]


def test_a_refusal_is_in_the_ledger(house: Any, reading: Any) -> None:
    summary = house.run([reading("a.txt"), reading("bad.txt", is_refused=True)])
    assert (summary.record_count, summary.quarantined_count) == (2, 1)
    assert house.outcomes()["bad.txt"] == ("quarantined", "no_mrn")


def test_a_new_parser_version_reads_the_same_records_anew(house: Any, reading: Any) -> None:
    house.run([reading("a.txt"), reading("b.txt", serial=418)])
    seen = house.rows("SELECT cable_id, first_seen_at FROM cables ORDER BY ALL")
    summary = house.run([reading("a.txt")], parser_version="1.10.0")
    assert (summary.loaded_count, summary.cable_count) == (1, 2)
    assert house.rows("SELECT cable_id, parser_version FROM cables ORDER BY ALL") == [
        ("08OSLO417", "1.10.0"),
        ("08OSLO418", "1.0.0"),
    ]
    assert house.rows("SELECT cable_id, first_seen_at FROM cables ORDER BY ALL") == seen
    older = house.run([reading("c.txt", serial=418)], parser_version="1.9.0")
    assert older.duplicate_count == 1


def test_a_new_reading_may_name_another_cable(house: Any, reading: Any) -> None:
    one = reading("a.txt")
    house.run([one])
    record, cable = one.make()
    moved = cable._replace(cable_id="08OSLO999", serial=999)

    class Renamed:
        uri = "a.txt"

        def make(self) -> Any:
            return record, moved

    house.run([Renamed()], parser_version="2.0.0")
    assert house.rows("SELECT cable_id FROM cables") == [("08OSLO999",)]
    assert house.rows("SELECT DISTINCT cable_id FROM paragraphs") == [("08OSLO999",)]


TEXTS = st.builds(
    dict,
    text=st.sampled_from(
        ["1. (C) The pier opened.", "1. (C) The pier burned.", "1. (C) XXXXXXXX left."]
    ),
    serial=st.sampled_from([417, 418]),
    is_partial=st.booleans(),
    released_at=st.sampled_from([None, datetime(2010, 12, 1), datetime(2011, 9, 1)]),
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(TEXTS, min_size=1, max_size=6), dice=st.randoms(), data=st.data())
def test_any_order_and_any_split_give_the_same_tables(
    make_house: Any, reading: Any, texts: list[dict], dice: Any, data: Any
) -> None:
    readings = [reading(f"{n}.txt", **text) for n, text in enumerate(texts)]
    whole = make_house()
    whole.run(readings)
    shuffled = list(readings)
    dice.shuffle(shuffled)
    cut = data.draw(st.integers(0, len(shuffled)))
    parts = [part for part in (shuffled[:cut], shuffled[cut:]) if part]
    split = make_house()
    if data.draw(st.booleans()):
        split.run(*parts)
    else:
        for part in parts:
            split.run(part)
    for table in data_tables():
        names = [
            column.name
            for column in table.columns
            if column.name not in {"batch_id", "run_id", "sighting_id", "first_seen_at"}
        ]
        sql = f"SELECT {', '.join(names)} FROM {table.table} ORDER BY ALL"
        assert split.rows(sql) == whole.rows(sql)


def test_every_table_column_view_and_macro_has_a_comment(house: Any, reading: Any) -> None:
    house.run([reading("a.txt")])
    assert house.rows("SELECT table_name FROM duckdb_tables() WHERE comment IS NULL") == []
    assert (
        house.rows(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE comment IS NULL AND NOT internal"
        )
        == []
    )
    assert (
        house.rows("SELECT view_name FROM duckdb_views() WHERE comment IS NULL AND NOT internal")
        == []
    )
    assert (
        house.rows(
            "SELECT function_name FROM duckdb_functions() WHERE NOT internal AND comment IS NULL"
        )
        == []
    )


def test_tables_have_the_columns_of_the_schema(house: Any, reading: Any) -> None:
    house.run([reading("a.txt")])
    for name, table in tables().items():
        columns = house.rows(
            "SELECT column_name, is_nullable FROM duckdb_columns() WHERE table_name = ? "
            "ORDER BY column_index",
            name,
        )
        assert columns == [(column.name, column.nullable) for column in table.columns]


def test_reference_data_is_there(house: Any, reading: Any) -> None:
    house.run([reading("a.txt")])
    assert house.rows("SELECT name, country FROM posts WHERE post = 'OSLO'") == [("Oslo", "NO")]
    assert house.rows("SELECT kind FROM tag_codes WHERE tag = 'PREL'") == [("subject",)]
    assert house.rows("SELECT count(*) FROM posts") == [(383,)]


def test_a_generation_that_is_not_sound_is_not_made(
    house: Any, reading: Any, monkeypatch: Any
) -> None:
    house.run([reading("a.txt")])
    before = current_generation(house.link)
    import warehouse.load as load

    def break_it(connection: duckdb.DuckDBPyConnection, *_: Any) -> None:
        connection.execute("INSERT INTO cables SELECT * FROM cables")

    original = load._record_run
    monkeypatch.setattr(load, "_record_run", lambda c, *rest: (original(c, *rest), break_it(c)))
    with pytest.raises(LoadCheckFailed, match="cables: key cable_id is unique"):
        house.run([reading("b.txt", serial=418)])
    assert current_generation(house.link) == before
    assert [p.name for p in (house.link.parent / "generations").glob("*.duckdb")] == [
        "run-001.duckdb"
    ]


def test_readers_keep_the_generation_they_opened(house: Any, reading: Any) -> None:
    house.run([reading("a.txt")])
    with open_reader(house.link) as old:
        house.run([reading("b.txt", serial=418)])
        assert old.execute("SELECT count(*) FROM cables").fetchall() == [(1,)]
    assert house.rows("SELECT count(*) FROM cables") == [(2,)]


def test_old_generations_are_pruned_but_never_the_current_one(house: Any, reading: Any) -> None:
    for n in range(4):
        house.run([reading(f"{n}.txt", serial=n + 1)])
    leftover = house.link.parent / "generations" / "run-009.duckdb.building"
    leftover.touch()
    removed = prune_generations(house.link, keep=2)
    assert sorted(p.name for p in removed) == ["run-001.duckdb", "run-002.duckdb", leftover.name]
    assert prune_generations(house.link, keep=1) == [
        house.link.parent / "generations" / "run-003.duckdb"
    ]
    assert house.rows("SELECT count(*) FROM cables") == [(4,)]


def test_a_generation_built_upon_another_base_is_not_published(house: Any, reading: Any) -> None:
    house.run([reading("a.txt")])
    with pytest.raises(GenerationMoved, match=r"run-001\.duckdb is published now"):
        publish(house.link.parent / "x.duckdb", house.link, expected_base=None)


def test_without_a_warehouse_the_message_says_what_to_do(house: Any) -> None:
    with pytest.raises(NoWarehouse, match="cablehouse ingest"):
        open_reader(house.link)


def test_the_published_file_cannot_be_written(house: Any, reading: Any) -> None:
    house.run([reading("a.txt")])
    with open_reader(house.link) as connection, pytest.raises(duckdb.Error, match="read-only"):
        connection.execute("DELETE FROM cables")


@pytest.mark.parametrize("slice_cables", [1, 2])
def test_rows_are_in_order_however_many_are_sorted_at_once(
    house: Any, reading: Any, slice_cables: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "_SLICE_CABLES", slice_cables)
    text = "1. (C) The pier opened.\n\n2. (C) A gull."
    house.run([reading(f"{n}.txt", text, serial=n) for n in (7, 3, 5, 9, 1)])
    numbers = [(f"08OSLO{n}", ordinal) for n in (1, 3, 5, 7, 9) for ordinal in (1, 2)]
    assert house.rows("SELECT cable_id, ordinal FROM paragraphs ORDER BY rowid") == numbers
