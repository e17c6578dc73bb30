"""What the pages are made of, without a warehouse: comparisons, headers, facets, numbers, tables."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboards.addresses import address, cable_address
from dashboards.comparing import compare
from dashboards.levels import level_class, mark_class
from dashboards.messages import header_lines
from dashboards.operations import check_rows
from dashboards.rendering import day, moment, number, percent, render, size, took
from dashboards.searching import Wanted, facets, total


def paragraph(text: str, number: int | None = 1, mark: str | None = "C") -> dict[str, Any]:
    return {"text": text, "number": number, "classification": mark}


def told(pairs: list) -> list[tuple[str, str, bool]]:
    def side(words: Any) -> str:
        return (
            "-" if words is None else "".join(f"[{w.text}]" if w.differs else w.text for w in words)
        )

    return [(side(pair.left), side(pair.right), pair.differs) for pair in pairs]


COMPARISONS = [
    ("nothing", [], [], []),
    ("the same", ["A pier."], ["A pier."], [("1. (C) A pier.", "1. (C) A pier.", False)]),
    (
        "a word more",
        ["The old pier."],
        ["The pier."],
        [("1. (C) The [old ]pier.", "1. (C) The pier.", True)],
    ),
    ("one alone", ["A pier."], [], [("[1. (C) A pier.]", "-", True)]),
    (
        "one more behind",
        ["A pier."],
        ["A pier.", "Fog."],
        [("1. (C) A pier.", "1. (C) A pier.", False), ("-", "[1. (C) Fog.]", True)],
    ),
]


@pytest.mark.parametrize(
    ("left", "right", "expected"), [c[1:] for c in COMPARISONS], ids=[c[0] for c in COMPARISONS]
)
def test_comparisons(left: list[str], right: list[str], expected: list) -> None:
    pairs = compare([paragraph(t) for t in left], [paragraph(t) for t in right])
    assert told(pairs) == expected


TEXTS = st.lists(st.text("ab \n", max_size=12), max_size=5)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_a_comparison_keeps_both_texts(left: list[str], right: list[str]) -> None:
    pairs = compare(
        [paragraph(t, None, None) for t in left], [paragraph(t, None, None) for t in right]
    )
    ours = ["".join(w.text for w in pair.left) for pair in pairs if pair.left is not None]
    theirs = ["".join(w.text for w in pair.right) for pair in pairs if pair.right is not None]
    assert (ours, theirs) == (left, right)


CABLE: dict[str, Any] = dict.fromkeys(
    (
        "transmission_id", "precedence", "dtg", "origin", "exempt", "office_distribution", "attention",
        "derived_from", "executive_order", "declassify_on", "declassify_note", "classifier_title",
        "classified_by", "classifier_office", "classification_reasons", "captions", "mrn",
        "classification",
    )
) | {"post": "OSLO", "serial": 417, "section_count": 1}  # fmt: skip


@pytest.mark.parametrize(
    ("said", "label", "values"),
    [
        ({"classification": "TOP SECRET"}, "Marking", ("T O P  S E C R E T OSLO 000417",)),
        ({"classification": "UNCLASSIFIED", "captions": ["SIPDIS"]}, "Marking", ("UNCLAS OSLO 000417 SIPDIS",)),
        ({"classification": "SECRET", "section_count": 3, "mrn": "OSLO 0417"}, "Marking",
         ("S E C R E T SECTION 01 OF 03 OSLO 0417",)),
        ({"executive_order": "12958", "declassify_on": date(2018, 4, 1)}, "E.O.", ("12958: DECL: 04/01/2018",)),
        ({"executive_order": "12958", "declassify_note": "X1"}, "E.O.", ("12958: DECL: X1",)),
        ({"classified_by": "Una Bellweather", "classifier_title": "DCM", "classification_reasons": ["1.4(B)", "1.4(D)"]},
         "Classified by", ("DCM, Una Bellweather, reasons 1.4(B) and 1.4(D)",)),
        ({"attention": "DEPT FOR EUR\nSTATE FOR INR"}, "Attention", ("DEPT FOR EUR", "STATE FOR INR")),
    ],
    ids=str,
)  # fmt: skip
def test_header_lines(said: dict[str, Any], label: str, values: tuple[str, ...]) -> None:
    lines = {line.label: line.values for line in header_lines(CABLE | said, [])}
    assert lines[label] == values


def test_a_header_without_anything_keeps_its_number() -> None:
    assert [(line.label, line.values) for line in header_lines(CABLE, [])] == [
        ("Marking", ("OSLO 000417",))
    ]


def test_addressees() -> None:
    row = {
        "role": "TO",
        "routing_indicator": "RUEHC",
        "plad": "SECSTATE WASHDC",
        "precedence": "PRIORITY",
        "message_serial": "3310",
    }
    bare = {
        "role": "INFO",
        "routing_indicator": None,
        "plad": "AMEMBASSY LIMA",
        "precedence": None,
        "message_serial": None,
    }
    lines = {line.label: line.values for line in header_lines(CABLE, [row, bare])}
    assert lines["TO"] == ("RUEHC/SECSTATE WASHDC PRIORITY 3310",)
    assert lines["INFO"] == ("AMEMBASSY LIMA",)


def test_facets_lead_to_narrower_searches_and_back() -> None:
    wanted = Wanted(q="fog & gull", post="OSLO", since=date(2003, 1, 1), until=date(2003, 12, 31))
    rows = [
        {"facet": "all", "value": None, "name": None, "cable_count": 5},
        {"facet": "post", "value": "OSLO", "name": "Oslo", "cable_count": 5},
        {"facet": "year", "value": "2004", "name": None, "cable_count": 1},
        {"facet": "year", "value": "2003", "name": None, "cable_count": 4},
    ]
    year, post = facets(rows, wanted)
    assert [(choice.value, choice.is_chosen) for choice in year.shown] == [
        ("2003", True),
        ("2004", False),
    ]
    assert year.shown[0].href == "explore?q=fog+%26+gull&post=OSLO"
    assert (
        year.shown[1].href == "explore?q=fog+%26+gull&post=OSLO&since=2004-01-01&until=2004-12-31"
    )
    assert post.shown[0].is_chosen
    assert (post.shown[0].label, post.shown[0].meaning) == ("Oslo", None)
    assert "post=" not in post.shown[0].href
    assert total(rows) == 5
    assert total(rows, "passages") == 0


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (address(""), "."),
        (address("explore"), "explore"),
        (address("explore", q=None, post=""), "explore"),
        (cable_address('"><b>'), "cable?id=%22%3E%3Cb%3E"),
        (number(None), "–"), (number(0), "0"), (number(1234567), "1,234,567"),
        (percent(0.1234), "12.3 %"), (percent(None), "–"),
        (day(datetime(2006, 11, 7)), "7 Nov 2006"), (day(None), "–"),
        (moment(datetime(2006, 11, 27, 4, 24)), "27 Nov 2006, 04:24 UTC"), (moment(None), "–"),
        (size(999), "999 bytes"), (size(1500), "1.5 kB"), (size(2.5e9), "2.5 GB"), (size(None), "–"),
        (took(9.84), "9.8 s"), (took(125), "2 min 05 s"), (took(7260), "2 h 01 min"), (took(None), "–"),
        (level_class("SECRET"), "level-s"), (level_class(None), "level-none"),
        (mark_class("S/NF"), "level-s"), (mark_class("SBU"), "level-u"), (mark_class("?"), "level-none"),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_written(made: str, expected: str) -> None:
    assert made == expected


def test_checks_as_a_table() -> None:
    rows = [
        {"run_ids": ["1", "2"], "results": [True, False], "failed_count": 1},
        {"run_ids": ["2"], "results": [True], "failed_count": 0},
    ]
    runs, table = check_rows(rows)
    assert runs == ["1", "2"]
    assert [row["cells"] for row in table] == [[True, False], [None, True]]


@settings(deadline=None)
@given(st.text())
def test_templates_escape_everything(text: str) -> None:
    html = render("pipeline_no_run", run_id=text)
    inside = html.split("<code>")[1].split("</code>")[0]
    assert "<" not in inside
    assert '"' not in inside
