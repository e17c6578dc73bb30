"""The REF block in all its forms; the citing cable is of OSLO, 2008, unless stated."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.opening.ref_lines import refs_go_on
from transforms.parse.references.block import parse_refs
from transforms.parse.references.cables import read_cables
from transforms.parse.references.labels import split_items
from transforms.parse.references.plain import read_plain_cable
from transforms.parse.references.posts import Block


def _short(text: str, year: int = 2008) -> list[tuple[str | None, str]]:
    return [(r.label, r.target_id or r.kind) for r in parse_refs(text, year=year, post="OSLO")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("REF: STATE 51120", [(None, "08STATE51120")]),
        ("REF: A. STATE 051120 / B. OSLO 000377", [("A", "08STATE51120"), ("B", "08OSLO377")]),
        ("REFS: (A) 2005 LA PAZ 912, (B) LA PAZ 0008", [("A", "05LAPAZ912"), ("B", "08LAPAZ8")]),
        ("REF: A) 07 OSLO 2310; B) 06OSLO0035", [("A", "07OSLO2310"), ("B", "06OSLO35")]),
        ("REF: A. LISBON 313 AND 291 [1](#)B. TOKYO 6",
         [("A", "08LISBON313"), ("A", "08LISBON291"), ("B", "08TOKYO6")]),
        ("Refs: A) Lisbon 510/509; B) 07 Lisbon 788/661/212",
         [("A", "08LISBON510"), ("A", "08LISBON509"), ("B", "07LISBON788"), ("B", "07LISBON661"),
          ("B", "07LISBON212")]),
        ("REF: A. A) TOKYO 31 ¶B. B) 07 TOKYO 640", [("A", "08TOKYO31"), ("B", "07TOKYO640")]),
        ("REF: A. REF A TOKYO 32 B. REF B: 05 TOKYO 12", [("A", "08TOKYO32"), ("B", "05TOKYO12")]),
        ("REF: PANAMA 00612/07", [(None, "07PANAMA612")]),
        ("REF: A. QUITO 5101-07", [("A", "07QUITO5101")]),
        ("REF: A. MANILA 64 (07) ¶B. MANILA 65 (08)", [("A", "07MANILA64"), ("B", "08MANILA65")]),
        ("REF: A. '07 BUENOS AIRES 6", [("A", "07BUENOSAIRES6")]),
        ("REF: RIO 13, 07 HCMC 78, BKK 10",
         [(None, "08RIODEJANEIRO13"), (None, "07HOCHIMINHCITY78"), (None, "08BANGKOK10")]),
        ("REF: SECSTATE 51120 & PORT-OF-SPAIN 7", [(None, "08STATE51120"), (None, "08PORTOFSPAIN7")]),
        ("Ref: 119 Lisbon", [(None, "08LISBON119")]),
        ("REF: (A)07 OTTAWA 0150, (B)O6 0TTAWA O23", [("A", "07OTTAWA150"), ("B", "06OTTAWA23")]),
        ("REF: LISBON #0413", [(None, "08LISBON413")]),
        ("REF: A. MANILA 61 B. 63 AND PREVIOUS", [("A", "08MANILA61"), ("B", "08MANILA63")]),
        ("REF: A) 0308 B) STATE 5160", [("A", "08OSLO308"), ("B", "08STATE5160")]),
        ("REF: TOKYO 61 OSLO 00000417 001.2 OF 002 B. TOKYO 62", [(None, "08TOKYO61"), ("B", "08TOKYO62")]),
        ("REF: A. TOKYO 60 (THE GREAT REGATTA OF 2006) B. LIMA 7", [("A", "08TOKYO60"), ("B", "08LIMA7")]),
        ("REF: QUILL/MOSS E-MAIL 06/02/08; STATE 9", [(None, "email"), (None, "08STATE9")]),
        ("REF: A. QUILL-MOSS TELCON 4/4/08 B. IIR 6 999 0043 08", [("A", "telcon"), ("B", "report")]),
        ("REF: SECDEF MSG DTG 021415Z FEB 08", [(None, "dtg")]),
        ("REF: 9 FAM 41.12; A. TD-314/00002-08", [(None, "book"), ("A", "report")]),
        ("REF: STATE 8810 CIRCULAR; LIMA A-50", [(None, "08STATE8810"), (None, "08LIMA-A50")]),
        ("RETELS: EMBTEL 3071; DEPTEL 5160", [(None, "08OSLO3071"), (None, "08STATE5160")]),
        ("REF: SEPTEL", []),
        ("REF: NONE", []),
        ("REF: N/A", []),
        ("", []),
    ],
)  # fmt: skip
def test_forms(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert _short(text) == expected


def test_years_behind_a_padded_serial() -> None:
    assert _short("REF: AMMAN 01510 99, AMMAN 02120 00", 2002) == [
        (None, "99AMMAN1510"),
        (None, "00AMMAN2120"),
    ]
    assert _short("REF: (99) ROME 89", 2001) == [(None, "99ROME89")]


def test_notal_stands_on_the_reference_it_follows() -> None:
    refs = parse_refs("REF: A. MINSK 19 (NOTAL) B. 07 MINSK 991", year=2008, post="OSLO")
    assert [(r.label, r.is_notal, r.raw) for r in refs] == [
        ("A", True, "MINSK 19"),
        ("B", False, "07 MINSK 991"),
    ]


def test_ordinals_count_over_all_labels() -> None:
    refs = parse_refs("REF: A. LIMA 1, 2 B. LIMA 3", year=2008, post="OSLO")
    assert [r.ordinal for r in refs] == [1, 2, 3]


@given(
    st.sampled_from(["", "07 ", "2007 "]),
    st.sampled_from(["OSLO", "NEW DELHI", "STATE", "USUN", "RIO DE JANEIRO", "UNHEARD", "CDC"]),
    st.integers(1, 999_999),
    st.sampled_from(["", " (NOTAL)", ",", " (NOTAL).", " 08", " AND 5"]),
)
def test_the_short_way_reads_the_same(year: str, post: str, serial: int, rest: str) -> None:
    item = f"{year}{post} {serial}{rest}"
    plain = read_plain_cable(item, Block(2008, "OSLO"))
    assert plain is None or [plain] == read_cables(item, Block(2008, "OSLO"))


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    parse_refs("REF: " + text, year=2008, post="OSLO")


@pytest.mark.parametrize(
    "part",
    ["(", "((a", "A. ", "OSLO ", "07 ", "0", "1", "1/1/", '"', "REF A ", "STATE 1, ", "O0", " "],
)
def test_time_grows_with_length_alone(part: str) -> None:
    started = time.process_time()
    parse_refs("REF: " + part * 8000, year=2008, post="OSLO")
    refs_go_on(part * 8000, "REF: OSLO 5", is_after_blank=True)
    assert time.process_time() - started < 3


@pytest.mark.parametrize("serial", ["0", "000000", "0000000000000", "1234567", "9" * 5000])
def test_no_serial(serial: str) -> None:
    assert [ref.target_id for ref in parse_refs(f"REF: OSLO {serial}", year=2008, post="OSLO")] in (
        [],
        [None],
    )


@given(
    st.lists(
        st.sampled_from(["OSLO 12", "PORT LOUIS 3", "07 STATE 000417 (NOTAL)", "ABLE 12", "REF AB 1",
                         "LA PAZ 5", "UNCLAS 9", "USUN NEW YORK 77"]),
        min_size=1, max_size=9,
    ),
    st.sampled_from(["{}. ", "({}) ", "{}) "]),
    st.sampled_from("AB"),
)  # fmt: skip
def test_the_short_way_of_plain_items_says_what_the_long_one_says(
    cables: list[str], form: str, first: str
) -> None:
    labels = (chr(ord(first) + place) for place in range(len(cables)))
    items = [form.format(label) + cable for label, cable in zip(labels, cables, strict=True)]
    expected = split_items(" / ".join(items) + " ,")
    assert split_items(" ".join(items)) == expected
    assert split_items(", ".join(items)) == expected
    assert split_items("; ".join([*items, ""]).strip()) == expected
