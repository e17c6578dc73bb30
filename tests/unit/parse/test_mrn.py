"""Message reference numbers, whole and garbled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.codes.posts import canonical_post, find_post, known_posts
from transforms.parse.mrn import parse_mrn


@pytest.mark.parametrize(
    ("text", "cable_id"),
    [
        ("08OSLO417", "08OSLO417"),
        ("08 OSLO 0417", "08OSLO417"),
        ("2008OSLO417", "08OSLO417"),
        ("08-OSLO-417", "08OSLO417"),
        ("08 New Delhi 000417", "08NEWDELHI417"),
        ("08OSLO417_a", "08OSLO417"),
        ("08EFTOOSLO417", "08OSLO417"),
        ("08AMEMBASSYOSLO417", "08OSLO417"),
        ("08SECTION01OF02OSLO417", "08OSLO417"),
        ("05STATE1234TOSEC99", "05STATE1234"),
        ("7575OSLO9", "75OSLO9"),
        ("08OSLO417SUSPECTEDDUPLICATE2", "08OSLO417"),
        ("73BANGKOK-A50", "73BANGKOK-A50"),
        ("08NOWHEREVILLE12", "08NOWHEREVILLE12"),
    ],
)
def test_canonical_form(text: str, cable_id: str) -> None:
    mrn = parse_mrn(text)
    assert mrn is not None
    assert (mrn.cable_id, mrn.text) == (cable_id, text)


@pytest.mark.parametrize("text", ["", "OSLO", "417", "a sentence with 12 words", "08", "08OSLO"])
def test_anything_else_is_none(text: str) -> None:
    assert parse_mrn(text) is None


@given(st.integers(1966, 2065), st.sampled_from(sorted(known_posts())), st.integers(0, 999_999))
def test_the_canonical_form_is_its_own_canonical_form(year: int, post: str, serial: int) -> None:
    text = f"{year % 100:02d}{post}{serial}"
    mrn = parse_mrn(text)
    assert mrn is not None
    assert (mrn.cable_id, mrn.year, mrn.post, mrn.serial) == (text, year, post, serial)


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("AMEMBASSY OSLO", "OSLO"),
        ("PORT-OF-SPAIN", "PORTOFSPAIN"),
        ("N'DJAMENA", "NDJAMENA"),
        ("0TTAWA", "OTTAWA"),
        ("secstate", "STATE"),
        ("BUENOS AIR", "BUENOSAIRES"),
        ("Embassy Port Louis", "PORTLOUIS"),
    ],
)
def test_spellings_of_posts(name: str, post: str) -> None:
    assert find_post(name) == post


def test_an_unknown_post_is_kept() -> None:
    assert find_post("ELDERPORT") is None
    assert canonical_post("Port Vesper") == "PORTVESPER"
