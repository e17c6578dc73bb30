"""An invented cable comes back equal to its truth, through every quirk that a rendering can have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from builders import read_bytes, record
from hypothesis import given, settings
from hypothesis import strategies as st
from rendering import render

from samples.cables import Cable as Invented
from samples.cables import corrected, invent, redacted, shortened
from samples.formats import render_csv, render_html, render_plain, render_preamble
from samples.layout import HEADINGS, PILCROWS, Style
from samples.truth import COLUMNS, truth_rows
from transforms.parse.cable import Cable
from transforms.parse.coverage import find_gaps
from transforms.parse.parse import parse
from transforms.read.record import Record

STYLES = st.builds(
    Style,
    pilcrow=st.sampled_from(sorted(PILCROWS)),
    width=st.sampled_from([0, 45, 55, 60, 64, 69, 120]),
    has_stray_captions=st.booleans(),
    is_linked=st.booleans(),
    is_blank_spaced=st.booleans(),
    level=st.sampled_from(["spaced", "plain"]),
    order=st.sampled_from(
        ["E.O. 12958: DECL: ", "E.O. 12958 DECL: ", "EO 12958: DECL: ", "E.O.12958: DECL: "]
    ),
    subject_label=st.sampled_from(["SUBJECT: ", "SUBJ: ", "Subject: ", "SUBJECT:  ", "SUBJECT; "]),
    tag_joint=st.sampled_from([", ", " ", ",", "; ", "  ", " , "]),
    ref_label=st.sampled_from(["{}. ", "({}) ", "{}) ", "[{}] ", "REF {}: ", "{}: ", "{}.  "]),
    ref_joint=st.sampled_from(["\n", "; ", ", ", " ", "\n\n", ";\n"]),
    heading=st.sampled_from(sorted(HEADINGS)),
    mark=st.sampled_from(["({})", "( {} )", "({} )"]),
    stop=st.sampled_from([". ", ".", ".  ", ") "]),
)
CABLES = st.builds(
    lambda index, seed, change: change(invent(index, seed, mean_sentences=4)),
    index=st.integers(0, 400),
    seed=st.integers(1, 50),
    change=st.sampled_from([lambda cable: cable, redacted, shortened, corrected]),
)
FORMATS: dict[str, Callable[[Invented, int, Style], str]] = {
    "plain_text": render_plain,
    "preamble": render_preamble,
    "cables_csv": lambda cable, seed, style: render_csv(cable, 1, seed, style),
    "cablegate_html": lambda cable, seed, style: render_html(cable, seed, layout=2011, style=style),
}


def _read(text: str) -> Record:
    (item,) = read_bytes(text.encode("utf-8"))
    assert isinstance(item, Record)
    return item


def _rows(cable: Cable, table: str) -> list[dict[str, Any]]:
    owners: Any = (cable,) if table == "cables" else getattr(cable, table)
    return [
        {
            name: cable.cable_id if name == "cable_id" else _plain(getattr(owner, name))
            for name in COLUMNS[table]
        }
        for owner in owners
    ]


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _assert_comes_back(truth: Invented, text: str, *, is_partial: bool = False) -> Cable:
    item = _read(text)
    cable = parse(item)
    assert isinstance(cable, Cable), cable
    for table, rows in truth_rows(truth, is_partial=is_partial).items():
        assert _rows(cable, table) == rows, table
    assert find_gaps(item.text, cable.claims) == ()
    assert cable.coverage == 1.0
    return cable


@pytest.mark.parametrize("name", FORMATS)
@settings(deadline=None, max_examples=40)
@given(truth=CABLES, style=STYLES, seed=st.integers(0, 1000))
def test_a_cable_comes_back(name: str, truth: Invented, style: Style, seed: int) -> None:
    cable = _assert_comes_back(truth, FORMATS[name](truth, seed, style))
    assert cable.is_corrected_copy == ("CORRECTED COPY" in truth.captions)


@pytest.mark.parametrize("name", ["preamble", "cables_csv", "cablegate_html"])
@settings(deadline=None, max_examples=15)
@given(truth=CABLES, style=STYLES)
def test_a_partial_extract_comes_back(name: str, truth: Invented, style: Style) -> None:
    style = replace(style, has_header=False)
    at = truth.sent_at
    if name == "preamble":
        at = at.replace(hour=0, minute=0)
    text = FORMATS[name](truth, 1, style)
    _assert_comes_back(replace(truth, sent_at=at), text, is_partial=True)


@settings(deadline=None, max_examples=60)
@given(truth=CABLES, style=STYLES)
def test_a_rendered_parse_parses_into_the_same(truth: Invented, style: Style) -> None:
    first = parse(_read(render_plain(truth, 1, style)))
    assert isinstance(first, Cable)
    again = parse(record(render(first)))
    assert isinstance(again, Cable)
    for field in Cable._fields:
        if field not in {"claims", "is_corrected_copy"}:
            assert getattr(again, field) == getattr(first, field), field
