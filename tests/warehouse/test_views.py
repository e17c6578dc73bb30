"""Every view and macro answers rightly on a small warehouse whose truth is known."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

SQL: dict[str, tuple[str, list[tuple]]] = {
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
    "thread with a bound": ("SELECT count(*) FROM thread('08LIMA3', max_depth := 1)", [(2,)]),
    "search": (
        "SELECT cable_id, ordinal FROM search('PIER opened')",
        [("08OSLO1", 1)],
    ),
    "search in subjects": ("SELECT count(*) FROM search('a pier')", [(3,)]),
    "search without hits": ("SELECT count(*) FROM search('lighthouse pier')", [(0,)]),
}


@pytest.fixture(scope="module")
def known(make_house: Any, reading: Any) -> Any:
    house = make_house()
    first = "Ports\n-----\n\n1. (C) The pier opened.\n\n2. (U) Nobody came."
    house.run([
        reading("1.txt", first, serial=1, ref="A. LIMA 9 B. OSLO 2", day=1),
        reading("2.txt", "1. (C) Ships.", serial=2, ref="OSLO 1, LIMA 9", day=2),
        reading("3.txt", "1. (C) Fog.", serial=3, post="LIMA", ref="OSLO 2", tags="KDEM", day=3),
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


def test_every_view_and_macro_is_tested() -> None:
    from warehouse.ddl import VIEWS
    from warehouse.statements import names_in

    assert {*VIEWS, *names_in("macros")} <= set(SQL)
    assert set(VIEWS) == set(names_in("views"))
