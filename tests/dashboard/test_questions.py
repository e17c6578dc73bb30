"""Every question of the dashboard, asked of a warehouse whose answers can be worked out by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cablehouse.settings import Settings
from dashboards.questions import questions

ANY: dict[str, Any] = dict.fromkeys(("post", "tag", "classification", "since", "until"))
THIS = Path(__file__)


def test_every_question_is_asked_here() -> None:
    text = THIS.read_text("utf-8")
    assert [name for name in questions() if f'"{name}"' not in text] == []


def test_totals(asked: Any) -> None:
    (totals,) = asked("overview_totals")
    assert (totals["cable_count"], totals["post_count"]) == (10, 5)
    (references,) = asked("overview_references")
    assert references == {"edge_count": 11, "held_count": 6, "missing_count": 3}


def test_volume_is_by_quarters_over_six_years(asked: Any) -> None:
    rows = asked("overview_volume")
    assert {row["period_name"] for row in rows} == {"quarter"}
    first = [row for row in rows if row["period"] == date(2003, 1, 1)]
    assert {row["classification"]: row["cable_count"] for row in first} == {
        "CONFIDENTIAL": 2, "SECRET": 1, "UNCLASSIFIED": 1,
    }  # fmt: skip
    assert sum(row["cable_count"] for row in rows) == 10


def test_posts(asked: Any) -> None:
    rows = asked("overview_posts")
    assert [(row["post"], row["cable_count"]) for row in rows] == [
        ("ANKARA", 3), ("LIMA", 2), ("OSLO", 2), ("STATE", 2), ("VALLETTA", 1),
    ]  # fmt: skip
    assert rows[0]["name"] == "Ankara"
    assert 39 < rows[0]["latitude"] < 41


def test_last_run_and_what_it_brought(asked: Any) -> None:
    (run,) = asked("last_published_run")
    assert (run["record_count"], run["loaded_count"], run["quarantined_count"]) == (13, 10, 1)
    assert asked.column("cables_of_run", "cable_id", run=run["run_id"])[:2] == [
        "09VALLETTA13", "09LIMA7",
    ]  # fmt: skip


def test_search(asked: Any) -> None:
    rows = asked("explore_search", words="second pier", show=5, **ANY)
    assert [(row["cable_id"], row["ordinal"]) for row in rows] == [
        ("08OSLO417", None), ("08OSLO417", 1),
    ]  # fmt: skip
    assert rows[1]["passage"].count("\x02") == 2


@pytest.mark.parametrize(
    ("filters", "cables"),
    [
        ({}, 10),
        ({"post": "ankara"}, 3),
        ({"tag": "ETRD"}, 4),
        ({"classification": "SECRET", "post": "OSLO"}, 1),
        ({"since": date(2003, 3, 10), "until": date(2003, 3, 20)}, 2),
        ({"post": "NOWHERE"}, 0),
    ],
    ids=str,
)
def test_leafing_and_its_facets_agree(asked: Any, filters: dict[str, Any], cables: int) -> None:
    rows = asked("explore_browse", show=50, **{**ANY, **filters})
    facets = asked("explore_browse_facets", **{**ANY, **filters})
    assert len(rows) == cables
    assert [r["cable_count"] for r in facets if r["facet"] == "all"] == [cables]
    assert sum(r["cable_count"] for r in facets if r["facet"] == "post") == cables


def test_leafing_shows_the_newest_first_with_their_opening(asked: Any) -> None:
    rows = asked("explore_browse", show=2, **{**ANY, "post": "ANKARA"})
    assert [row["cable_id"] for row in rows] == ["03ANKARA150", "03ANKARA102"]
    assert rows[1]["opening"].startswith("Summary: The ferry talks closed.")


def test_facets_of_a_search(asked: Any) -> None:
    rows = asked("explore_search_facets", words="ferry", most=1000, **ANY)
    found = {(row["facet"], row["value"]): row["cable_count"] for row in rows}
    assert found["all", None] == 3
    assert found["passages", None] == 5
    assert found["post", "ANKARA"] == 2
    assert found["tag", "PREL"] == 3
    assert found["year", "2003"] == 3
    names = {row["value"]: row["name"] for row in rows}
    assert names["TU"] == "Turkey"


def test_facets_look_at_the_best_passages_only(asked: Any) -> None:
    rows = asked("explore_search_facets", words="ferry", most=1, **ANY)
    assert [r["cable_count"] for r in rows if r["facet"] in {"all", "passages"}] == [1, 1]


def test_values_to_choose_from(asked: Any) -> None:
    assert asked.column("filter_posts", "post") == ["ANKARA", "LIMA", "OSLO", "STATE", "VALLETTA"]
    assert asked.column("filter_tags", "tag")[0] == "PREL"


@pytest.mark.parametrize(
    ("cable_id", "held_and_cited"),
    [
        ("08OSLO417", [(True, 0)]),
        ("03STATE5002", [(False, 2)]),
        ("99NOWHERE1", []),
    ],
)
def test_whether_a_cable_is_known(
    asked: Any, cable_id: str, held_and_cited: list[tuple[bool, int]]
) -> None:
    rows = asked("cable_known", id=cable_id)
    assert [(row["is_held"], row["cited_count"]) for row in rows] == held_and_cited


def test_a_cable(asked: Any) -> None:
    (cable,) = asked("cable", id="03ANKARA101")
    assert cable["subject"] == "FERRY TALKS OPEN"
    assert cable["post_name"] == "Ankara"
    rows = asked("cable_paragraphs", id="03ANKARA101")
    assert [(row["number"], row["classification"], row["kind"]) for row in rows] == [
        (1, "C", "summary"), (2, "U", "body"), (3, "C", "comment"),
    ]  # fmt: skip
    assert asked.column("cable_recipients", "plad", id="03ANKARA101") == [
        "SECSTATE WASHDC", "AMEMBASSY OSLO",
    ]  # fmt: skip
    rows = asked("cable_tags", id="03ANKARA101")
    assert [(row["tag"], row["name"]) for row in rows][:2] == [
        ("PREL", "External Political Relations"), ("TU", "Turkey"),
    ]  # fmt: skip


def test_references_in_both_directions(asked: Any) -> None:
    rows = asked("cable_refs", id="03ANKARA101")
    assert [(row["target_id"], row["is_held"]) for row in rows] == [
        ("03STATE5001", True), ("03STATE5002", False),
    ]  # fmt: skip
    assert asked.column("cable_cited_by", "cable_id", id="03ANKARA101") == [
        "03ANKARA102", "03STATE5003",
    ]  # fmt: skip
    assert asked.column("cable_cited_by", "cable_id", id="03STATE5002") == [
        "03ANKARA101", "03ANKARA102",
    ]  # fmt: skip
    rows = asked("cable_cited_with", id="03STATE5002")
    assert [(row["cable_id"], row["is_held"]) for row in rows] == [
        ("03ANKARA101", True), ("03STATE5001", True),
    ]  # fmt: skip


def test_mentions(asked: Any) -> None:
    (mention,) = asked("cable_mentions", id="09VALLETTA13")
    assert (mention["raw"], mention["target_id"], mention["is_held"]) == (
        "ref A",
        "08OSLO417",
        True,
    )


def test_neighbours_and_names_spelled_alike(asked: Any) -> None:
    rows = asked("cable_neighbours", post="ANKARA", year=2003, serial=102)
    assert [(row["step"], row["cable_id"]) for row in rows] == [
        (-1, "03ANKARA101"), (1, "03ANKARA150"),
    ]  # fmt: skip
    assert asked.column("cable_nearest", "cable_id", id="03ANKARA1O1")[0] == "03ANKARA101"


def test_versions_and_the_text_that_lost(asked: Any, known_home: Path) -> None:
    current, other = asked("cable_versions", id="08OSLO418")
    assert current["is_current"]
    assert (other["is_current"], other["reason"]) == (False, "shorter")
    assert other["source_uri"].endswith("oslo-418-short.txt")
    lake = Settings(home=known_home).lake
    files = str(lake / "paragraphs" / f"batch={other['batch_id']}" / "*.parquet")
    rows = asked("version_paragraphs", files=files, sighting=other["sighting_id"])
    assert [row["text"] for row in rows] == ["The visit went well."]
    (only,) = asked("cable_versions", id="08OSLO417")
    places = [place.rpartition("/")[2] for place in only["places"]]
    assert places == ["oslo-417-again.txt, record 1", "oslo-417.txt, record 1"]
    assert only["place"] in only["places"]


def test_a_thread(asked: Any) -> None:
    rows = asked("thread_cables", id="03STATE5002", depth=2, most=10)
    assert [(row["cable_id"], row["depth"], row["is_held"]) for row in rows] == [
        ("03STATE5002", 0, False),
        ("03ANKARA101", 1, True), ("03ANKARA102", 1, True),
        ("03STATE5001", 2, True), ("03STATE5003", 2, True),
    ]  # fmt: skip
    assert {row["reached_count"] for row in rows} == {5}
    ids = [row["cable_id"] for row in rows]
    edges = asked("thread_edges", ids=ids)
    assert [(edge["source_id"], edge["target_id"]) for edge in edges] == [
        ("03ANKARA101", "03STATE5001"), ("03ANKARA101", "03STATE5002"),
        ("03ANKARA102", "03ANKARA101"), ("03ANKARA102", "03STATE5002"),
        ("03STATE5003", "03ANKARA101"),
    ]  # fmt: skip


def test_the_nearest_of_a_thread_are_shown(asked: Any) -> None:
    rows = asked("thread_cables", id="03STATE5002", depth=9, most=2)
    assert [(row["depth"], row["reached_count"]) for row in rows] == [(0, 6), (1, 6)]


def test_where_threads_begin(asked: Any) -> None:
    first, *_ = asked("thread_starts")
    assert (first["cable_id"], first["cites_held_count"], first["cited_count"]) == (
        "03ANKARA101", 1, 2,
    )  # fmt: skip


def test_topics_over_time(asked: Any) -> None:
    rows = asked("topics_trend", tag="ETRD", kind=None)
    assert [(row["period"], row["cable_count"]) for row in rows] == [
        (date(2003, 4, 1), 1), (date(2008, 1, 1), 1), (date(2008, 4, 1), 1), (date(2009, 1, 1), 1),
    ]  # fmt: skip
    assert {row["period_name"] for row in rows} == {"quarter"}
    shown = {row["tag"] for row in asked("topics_trend", tag=None, kind="geographic")}
    assert shown == {"TU", "US", "PE", "NO", "MT"}


def test_topics(asked: Any) -> None:
    rows = asked("topics_tags", kind="subject")
    assert [(row["tag"], row["cable_count"]) for row in rows][:2] == [("PREL", 7), ("ETRD", 4)]
    assert rows[0]["tag_count"] == len(rows)
    pairs = asked("topic_pairs", tag="TU")
    assert [(row["tag"], row["cable_count"]) for row in pairs] == [
        ("PREL", 4), ("ETRD", 1), ("US", 1),
    ]  # fmt: skip
    assert pairs[0]["name"] == "External Political Relations"
    (most, *_) = asked("topics_pairs")
    assert (most["tag_a"], most["tag_b"], most["cable_count"]) == ("PREL", "TU", 4)


def test_topics_by_post(asked: Any) -> None:
    rows = asked("topic_posts", tag="ETRD")
    assert [(row["post"], row["cable_count"], row["share"]) for row in rows] == [
        ("LIMA", 2, 1.0), ("ANKARA", 1, pytest.approx(1 / 3)), ("OSLO", 1, 0.5),
    ]  # fmt: skip
    rows = [row for row in asked("topics_of_posts", kind="subject") if row["post"] == "ANKARA"]
    assert [(row["tag"], row["cable_count"]) for row in rows] == [("PREL", 2), ("ETRD", 1)]


def test_runs_and_their_ledger(asked: Any) -> None:
    (run,) = asked("runs")
    assert run["seconds"] > 0
    rows = asked("run_ledger", run=run["run_id"])
    assert [(row["outcome"], row["reason"], row["record_count"]) for row in rows] == [
        ("duplicate", "same_text", 1), ("loaded", None, 10),
        ("quarantined", "no_mrn", 1), ("superseded", "shorter", 1),
    ]  # fmt: skip
    assert rows == asked("run_ledger", run=None)
    (batch,) = asked("run_batches", run=run["run_id"])
    assert (batch["record_count"], batch["cable_count"]) == (13, 12)
    checks = asked("run_checks", run=run["run_id"])
    assert len(checks) > 100
    assert all(check["success"] for check in checks)
    history = asked("checks_history")
    assert len(history) == len(checks)
    assert history[0]["run_ids"] == [run["run_id"]]


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        ({}, 13),
        ({"outcome": "superseded"}, 1),
        ({"reason": "same_text"}, 1),
        ({"cable": "08OSLO417"}, 2),
        ({"run": "none"}, 0),
    ],
    ids=str,
)
def test_records_of_the_ledger(asked: Any, chosen: dict[str, Any], count: int) -> None:
    anything = dict.fromkeys(("run", "outcome", "reason", "cable"))
    assert len(asked("ledger_records", **{**anything, **chosen})) == count


def test_quarantine(asked: Any) -> None:
    (row,) = asked("quarantine")
    assert (row["reason"], row["record_count"]) == ("no_mrn", 1)
    assert row["source_uri"].endswith("letter.txt")
    (record,) = asked("quarantined_record", record=row["sighting_id"])
    assert record["batch_id"] == row["batch_id"]
    assert asked("quarantined_record", record="none") == []


def test_sizes_of_tables(asked: Any) -> None:
    sizes = {row["table_name"]: row["row_count"] for row in asked("table_sizes")}
    assert sizes["cables"] == 10
