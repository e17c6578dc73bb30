"""Whatever the text, the values of a parse are such as the schema allows: else a run would stop."""

from __future__ import annotations

import random
import re
from datetime import datetime

import pytest
from builders import HEADER, OPENING, record
from hypothesis import given, settings
from hypothesis import strategies as st

from samples.cables import invent
from samples.formats import render_plain
from transforms.parse.cable import Cable
from transforms.parse.parse import parse
from transforms.read.record import Metadata
from transforms.schema.model import Column, tables, value_sets

SOUP = [
    *HEADER.splitlines(),
    *OPENING.splitlines(),
    "C O N F I D E N T A L SECTION 01 OF 02 GRAND HALDEN ISLE 000417",
    "S E C R E T//NOFORN ELDERPORT 99999999",
    "UNCLAS E F T O SECTION 99 OF 99 PORT-AU-PRINCE 000001",
    "R 04 1120 Z MAR 7 5",
    "E.O. 12065: RDS-1 6/1/98 (BELLWEATHER, UNA) OR-M",
    "E.O. 1295: DECL: 13/45/2018 TAGS: OVIP (QUILL, AUGUSTA), PGOVPRELXL, human rights",
    "SUBJ: (S//REL TO USA, FVEY) HARBOR DUES REF: 1) STATE 1 2) A VERY LONG NAMED POSTOFICE 12",
    "REF: A. SOMEWHEREVERYFAR BEHINDTHEMOUNTAINS ANDTHESEAS 123 ¶B. 2007",
    "REF: LIMA A-50; STATE CA-77; SECDEF MSG DTG 021415Z FEB 08; 99 ROME 0; 118 Ulaanbaatar",
    "REFS: (a) Oslo 12/13, {B} É 5, 2007 7, O6 0TTAWA O22, '07 X 1, #5",
    "Classified By: CLASSIFIED BY POL/EC CHIEF, (U), reasons 1.4 (b/d), 1.5 a,c",
    "¶1. (C//NF) Summary: as in reftel, refs A-C and Oslo 2008, 07 LIMA 12, STATE 123456.",
    "¶14. (S/NF) Comment: [1](#)2009 was ¶3. (U) good. End comment.",
    "A Heading",
    "---------- ----",
    "ELDERPORT 00000417  002.2 OF 003",
    "",
    "",
]


def _broken(column: Column, value: object) -> str | None:
    if value is None:
        return None if column.nullable else "NULL"
    if column.codes and value not in value_sets()[column.codes]:
        return "unknown code"
    if column.pattern and not re.search(column.pattern, str(value)):
        return "another form"
    limits = (column.minimum, column.maximum)
    if isinstance(value, datetime):
        limits = tuple(limit and datetime.fromisoformat(str(limit)) for limit in limits)
    low, high = limits
    if (low is not None and value < low) or (high is not None and value > high):  # type: ignore[operator]
        return "out of range"
    return "empty" if value == "" and column.name != "text" else None


def _faults(cable: Cable) -> list[tuple[str, str, object, str]]:
    rows = [("cables", cable)]
    for name in ("paragraphs", "refs", "mentions", "tags", "recipients"):
        rows += [(name, row) for row in getattr(cable, name)]
    found = []
    for table, row in rows:
        for column in tables()[table].columns:
            if hasattr(row, column.name):
                value = getattr(row, column.name)
                if fault := _broken(column, value):
                    found.append((table, column.name, value, fault))
    found += [("tags", "tag", t.tag, "case") for t in cable.tags if t.tag != t.tag.upper().strip()]
    return found


def _check(text: str, mrn: str | None) -> None:
    result = parse(record(text, metadata=Metadata(mrn=mrn)))
    if isinstance(result, Cable):
        assert _faults(result) == []


@given(st.lists(st.sampled_from(SOUP), max_size=40), st.booleans())
@settings(max_examples=300, deadline=None)
def test_lines_in_any_order(lines: list[str], has_id: bool) -> None:
    _check("\n".join(lines), "08OSLO417" if has_id else None)


@given(st.integers(0, 100_000), st.integers(1, 40))
@settings(max_examples=150, deadline=None)
def test_damaged_cables(seed: int, damage: int) -> None:
    dice = random.Random(seed)
    text = list(render_plain(invent(seed % 200, 1, mean_sentences=1), seed))
    for _ in range(damage):
        text[dice.randrange(min(len(text), 1200))] = dice.choice("\n¶1()[].:-é \tAX&8'\"/0O,;")
    _check("".join(text), None)


@pytest.mark.parametrize(
    "mrn", ["0SLO", "99999999", "08", "08OSLO99999999", "XXOSLO1", "08OSLO-A5"]
)
def test_odd_ids(mrn: str) -> None:
    _check("\n".join(SOUP[8:]), mrn)
