"""Every view and macro answers rightly on a small warehouse whose truth is known."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from searched import empty_warehouse

SQL: dict[str, tuple[str, list[tuple]]] = {
    "current_inputs": (
        "SELECT uri, size_bytes FROM current_inputs ORDER BY uri",
        [("1.txt", 1), ("2.txt", 1), ("3.txt", 1)],
    ),
    "current_readings": (
        "SELECT source_uri, cable_id, outcome FROM current_readings ORDER BY ALL",
        [
            ("1.txt", "08OSLO1", "loaded"),
            ("2.txt", "08OSLO2", "loaded"),
            ("3.txt", "08LIMA3", "loaded"),
        ],
    ),
    "open_quarantine": ("SELECT source_uri FROM open_quarantine", []),
    "cable_text": (
        "SELECT text FROM cable_text WHERE cable_id = '08OSLO1'",
        [("Ports\n\n1. (C) The pier opened.\n\n2. (U) Nobody came.",)],
    ),
    "ref_edges": (
        "SELECT source_id, target_id, is_held, label FROM ref_edges ORDER BY ALL",
        [
            ("08LIMA3", "08OSLO2", True, None),
            ("08OSLO1", "08LIMA9", False, "A"),
            ("08OSLO1", "08OSLO2", True, "B"),
            ("08OSLO2", "08LIMA9", False, None),
            ("08OSLO2", "08OSLO1", True, None),
        ],
    ),
    "missing_cables": (
        "SELECT cable_id, cited_count, cited_by, first_cited_at FROM missing_cables",
        [("08LIMA9", 2, ["08OSLO1", "08OSLO2"], datetime(2008, 4, 1, 14, 30))],
    ),
    "monthly_volume": (
        "SELECT month, post, classification, cable_count FROM monthly_volume ORDER BY ALL",
        [
            (date(2008, 4, 1), "LIMA", "CONFIDENTIAL", 1),
            (date(2008, 4, 1), "OSLO", "CONFIDENTIAL", 2),
        ],
    ),
    "post_activity": (
        "SELECT post, name, country, cable_count, cites_count, cited_count FROM post_activity "
        "ORDER BY post",
        [("LIMA", "Lima", "PE", 1, 1, 0), ("OSLO", "Oslo", "NO", 2, 4, 3)],
    ),
    "tag_trends": (
        "SELECT tag, name, cable_count FROM tag_trends WHERE tag = 'PREL'",
        [("PREL", "External Political Relations", 2)],
    ),
    "tag_pairs": (
        "SELECT tag_a, tag_b, cable_count FROM tag_pairs ORDER BY ALL",
        [("ETRD", "PREL", 2)],
    ),
    "thread": (
        "SELECT cable_id, depth, is_held FROM thread('08LIMA3')",
        [("08LIMA3", 0, True), ("08OSLO2", 1, True), ("08OSLO1", 2, True), ("08LIMA9", 2, False)],
    ),
    "thread of a cable without references": (
        "SELECT cable_id, depth FROM thread('99NOWHERE1')",
        [("99NOWHERE1", 0)],
    ),
    "thread, its start written in another way": (
        "SELECT cable_id FROM thread(' 08 Lima 0003', max_depth := NULL) ORDER BY cable_id",
        [("08LIMA3",), ("08LIMA9",), ("08OSLO1",), ("08OSLO2",)],
    ),
    "thread of nothing": ("SELECT count(*) FROM thread(NULL)", [(0,)]),
    "cable_id_of": (
        "SELECT cable_id_of('06 Astana 000668'), cable_id_of('73Bangkok-A050'), cable_id_of('x'), "
        "cable_id_of(7), cable_id_of('09 NEW DELHI 20'), cable_id_of(NULL)",
        [("06ASTANA668", "73BANGKOK-A50", "X", "7", "09NEWDELHI20", None)],
    ),
    "thread with a bound": ("SELECT count(*) FROM thread('08LIMA3', max_depth := 1)", [(2,)]),
    "cable_degrees": (
        "SELECT cable_id, cites_count, cites_held_count, cited_count, last_cited_at "
        "FROM cable_degrees ORDER BY cable_id",
        [
            ("08LIMA3", 1, 1, 0, None),
            ("08OSLO1", 2, 1, 1, datetime(2008, 4, 2, 14, 30)),
            ("08OSLO2", 2, 1, 2, datetime(2008, 4, 3, 14, 30)),
        ],
    ),
    "cocited_pairs": (
        "SELECT * FROM cocited_pairs ORDER BY ALL",
        [("08LIMA9", "08OSLO1", 1), ("08LIMA9", "08OSLO2", 1)],
    ),
    "citation_delays": (
        "SELECT source_id, target_id, delay_hours FROM citation_delays ORDER BY ALL",
        [
            ("08LIMA3", "08OSLO2", 24.0),
            ("08OSLO1", "08OSLO2", -24.0),
            ("08OSLO2", "08OSLO1", 24.0),
        ],
    ),
    # LIMA: 3 is held, 9 is cited twice: 9 + 9/2 - 1 = 12.5, 9 / sqrt(0.05) = 40.2.
    # OSLO: 1 and 2 are held: 2 + 2/2 - 1 = 2, 2 / sqrt(0.05) = 8.9.
    "serial_coverage": (
        "SELECT post, cable_year, held_count, known_count, highest_serial, estimated_count, "
        "estimated_count_high, round(held_share, 3), round(held_share_low, 3), "
        "round(held_share_high, 3) FROM serial_coverage ORDER BY post",
        [
            ("LIMA", 2008, 1, 2, 9, 13, 41, 0.077, 0.024, 0.111),
            ("OSLO", 2008, 2, 2, 2, 2, 9, 1.0, 0.222, 1.0),
        ],
    ),
    "classification_trends": (
        "SELECT * FROM classification_trends",
        [(date(2008, 4, 1), "CONFIDENTIAL", 3, 1.0)],
    ),
    "caption_trends": ("SELECT * FROM caption_trends", [(date(2008, 4, 1), "SIPDIS", 3)]),
    "distribution_lists": (
        "SELECT post, addressees, addressee_count, cable_count FROM distribution_lists "
        "ORDER BY post",
        [("LIMA", ["SECSTATE WASHDC"], 1, 1), ("OSLO", ["SECSTATE WASHDC"], 1, 2)],
    ),
    "redactions_by_post": (
        "SELECT * FROM redactions_by_post ORDER BY post",
        [("LIMA", 1, 1, 1, 1.0), ("OSLO", 2, 0, 0, 0.0)],
    ),
    "redactions_by_tag": (
        "SELECT tag, cable_count, redacted_cable_count, redaction_count, redacted_share "
        "FROM redactions_by_tag ORDER BY tag",
        [("ETRD", 2, 0, 0, 0.0), ("KDEM", 1, 1, 1, 1.0), ("PREL", 2, 0, 0, 0.0)],
    ),
    "cable_versions": (
        "SELECT cable_id, is_current, outcome, source_uri FROM cable_versions ORDER BY ALL",
        [
            ("08LIMA3", True, "loaded", "3.txt"),
            ("08OSLO1", True, "loaded", "1.txt"),
            ("08OSLO2", True, "loaded", "2.txt"),
        ],
    ),
    "citation_chain": (
        "SELECT cable_id, depth, path, is_held FROM citation_chain('08LIMA3') "
        "ORDER BY depth, cable_id",
        [
            ("08LIMA3", 0, ["08LIMA3"], True),
            ("08OSLO2", 1, ["08LIMA3", "08OSLO2"], True),
            ("08LIMA9", 2, ["08LIMA3", "08OSLO2", "08LIMA9"], False),
            ("08OSLO1", 2, ["08LIMA3", "08OSLO2", "08OSLO1"], True),
        ],
    ),
    "citation_chain with a bound": (
        "SELECT count(*) FROM citation_chain('08LIMA3', max_depth := 1)",
        [(2,)],
    ),
    "citation_chain, its start written in another way": (
        "SELECT cable_id, path FROM citation_chain('08 lima 03', max_depth := 1) ORDER BY depth",
        [("08LIMA3", ["08LIMA3"]), ("08OSLO2", ["08LIMA3", "08OSLO2"])],
    ),
    "cited_with, written in another way": ("SELECT count(*) FROM cited_with('08 lima 9')", [(2,)]),
    "cited_with": (
        "SELECT * FROM cited_with('08LIMA9') ORDER BY cable_id",
        [("08OSLO1", 1, ["08OSLO2"], True), ("08OSLO2", 1, ["08OSLO1"], True)],
    ),
    "search": (
        "SELECT cable_id, ordinal FROM search('PIER opened')",
        [("08OSLO1", 1)],
    ),
    "search in subjects": ("SELECT count(*) FROM search('a pier')", [(4,)]),
    "search without hits": ("SELECT count(*) FROM search('lighthouse pier')", [(0,)]),
}


@pytest.fixture(scope="module")
def known(make_house: Any, reading: Any) -> Any:
    house = make_house()
    first = "Ports\n-----\n\n1. (C) The pier opened.\n\n2. (U) Nobody came."
    house.run([
        reading("1.txt", first, serial=1, ref="A. LIMA 9 B. OSLO 2", day=1),
        reading("2.txt", "1. (C) Ships.", serial=2, ref="OSLO 1, LIMA 9", day=2),
        reading("3.txt", "1. (C) Fog, XXXXXXXXXXXX said.", serial=3, post="LIMA", ref="OSLO 2", tags="KDEM", day=3),
    ])  # fmt: skip
    return house


@pytest.mark.parametrize("name", SQL)
def test_answers(known: Any, name: str) -> None:
    sql, expected = SQL[name]
    rows = known.rows(sql)
    if name == "thread":
        rows = sorted(rows, key=lambda row: (row[1], not row[2], row[0]))
        expected = sorted(expected, key=lambda row: (row[1], not row[2], row[0]))
    assert rows == expected


def test_a_thread_goes_as_far_as_references_lead() -> None:
    with empty_warehouse() as connection:
        connection.execute(
            "INSERT INTO ref_graph.edges BY NAME SELECT '08OSLO' || n AS source_id, "
            "'08OSLO' || (n + 1) AS target_id, 'OSLO' AS source_post, 'OSLO' AS target_post, "
            "2008 AS target_year, n + 1 AS target_serial, false AS is_held, false AS is_notal, "
            "true AS in_ref_block, 0 AS mention_count FROM range(1, 61) AS t (n)"
        )
        sql = "SELECT count(*), max(depth) FROM thread('08OSLO61')"
        assert connection.execute(sql).fetchall() == [(61, 60)]


def test_every_view_and_macro_is_tested() -> None:
    from warehouse.ddl import VIEWS
    from warehouse.statements import names_in

    assert {*VIEWS, *names_in("macros")} <= set(SQL)
    assert set(VIEWS) == set(names_in("views"))
