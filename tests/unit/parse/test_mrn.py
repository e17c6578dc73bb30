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
        ("05STATE1234 TOSEC 99", "05STATE1234"),
        ("05SECSTATE1234/TOSEC00012345", "05STATE1234"),
        ("05TOSEC99", "05TOSEC99"),
        ("08EFTAABUJA417", "08ABUJA417"),
        ("08EITOASUNCION417", "08ASUNCION417"),
        ("08EFIOASUNCION417", "08ASUNCION417"),
        ("08RFTOASUNCION417", "08ASUNCION417"),
        ("7575OSLO9", "75OSLO9"),
        ("08OSLO417SUSPECTEDDUPLICATE2", "08OSLO417"),
        ("73BANGKOK-A50", "73BANGKOK-A50"),
        ("08NOWHEREVILLE12", "08NOWHEREVILLE12"),
        ("08UNCLASOSLO417", "08OSLO417"),
        ("08UNCLASEFTOOSLO417", "08OSLO417"),
        ("08EFTOSECTION01OF02OSLO417", "08OSLO417"),
        ("08E F T O OSLO 417", "08OSLO417"),
        ("08SECTION1OF2OSLO417", "08OSLO417"),
        ("08SECTION01OFO2OSLO417", "08OSLO417"),
        ("08SECTON01OF02OSLO417", "08OSLO417"),
        ("08SECTIN010F02OSLO417", "08OSLO417"),
        ("08SECTION0102OSLO417", "08OSLO417"),
        ("08SECT01OF03NEWDELHI417", "08NEWDELHI417"),
        ("08SECTIONOSLO417", "08OSLO417"),
        ("08SECTIONOFOSLO417", "08OSLO417"),
        ("08SECTION01AND02OSLO417", "08OSLO417"),
        ("08SECTION001OF003NEWDELHI417", "08NEWDELHI417"),
        ("08FINALSECTIONOF03OSLO417", "08OSLO417"),
        ("08ETFOOSLO417", "08OSLO417"),
        ("08SECTION 01 OF 02 OSLO 000417", "08OSLO417"),
        ("08SECSTATE417", "08STATE417"),
        ("08SECTSTATE417", "08STATE417"),
        ("08SEOUL417", "08SEOUL417"),
        ("08CONFIDENTIALOSLO417", "08OSLO417"),
        ("08AMCONSULHAMBURG12", "08HAMBURG12"),
        ("08AMEMBASSYELDERPORT417", "08ELDERPORT417"),
        ("08SECTION01OF02ELDERPORT417", "08ELDERPORT417"),
        ("08OSLO001234ZFR1235", "08OSLO1234"),
        ("08OSLO417ZDK", "08OSLO417"),
        ("08SECSTATE1234TOSEC99", "08STATE1234"),
        ("08OSLO417SUSPECTED DUPLICATE", "08OSLO417"),
        ("094OSLO417", "94OSLO417"),
        ("'08 OSLO 417", "08OSLO417"),
        ("08OSLO#417", "08OSLO417"),
        ("08oslo417", "08OSLO417"),
        (" 08OSLO417 ", "08OSLO417"),
        ("2008 Port-of-Spain 7", "08PORTOFSPAIN7"),
        ("08N'DJAMENA7", "08NDJAMENA7"),
        ("080TTAWA7", "08OTTAWA7"),
        ("08ISLAMBAD7", "08ISLAMABAD7"),
        ("08ISLAMABDA7", "08ISLAMABAD7"),
        ("08BUENOSAIR7", "08BUENOSAIRES7"),
        ("08 BUENOS AIR 7", "08BUENOSAIRES7"),
        ("1976NEWDE04423", "76NEWDELHI4423"),
        ("1976ELDERP04423_b", "76ELDERP4423"),
        ("1973 BANGKOK A-50", "73BANGKOK-A50"),
        ("76STATE-CA77", "76STATE-CA77"),
        ("76STATE CA-77", "76STATE-CA77"),
        ("66OSLO0", "66OSLO0"),
        ("08  OSLO  417", "08OSLO417"),
        ("08/OSLO/417", "08OSLO417"),
        ("08_OSLO_417", "08OSLO417"),
        ("2008_NEW DELHI_417", "08NEWDELHI417"),
        ("08SLAMABAD417", "08ISLAMABAD417"),
    ],
)
def test_canonical_form(text: str, cable_id: str) -> None:
    mrn = parse_mrn(text)
    assert mrn is not None
    assert (mrn.cable_id, mrn.text) == (cable_id, text.strip())


@pytest.mark.parametrize(
    ("text", "dated", "year", "cable_id"),
    [
        ("65OSLO7", 1965, 1965, "65OSLO7"),
        ("65OSLO7", None, 2065, "65OSLO7"),
        ("08OSLO7", 1999, 2008, "08OSLO7"),
        ("OSLO 000417", 2008, 2008, "08OSLO417"),
        ("ELDERPORT 417", 2008, 2008, "08ELDERPORT417"),
    ],
)
def test_the_date_of_a_cable_tells_its_century(
    text: str, dated: int | None, year: int, cable_id: str
) -> None:
    mrn = parse_mrn(text, dated=dated)
    assert mrn is not None
    assert (mrn.year, mrn.cable_id) == (year, cable_id)


@pytest.mark.parametrize("text", ["", "OSLO", "417", "a sentence with 12 words", "08", "08OSLO"])
def test_anything_else_is_none(text: str) -> None:
    assert parse_mrn(text) is None


@given(st.text(max_size=40))
def test_no_id_raises(text: str) -> None:
    parse_mrn(text)
    parse_mrn(text, dated=1976)


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


@pytest.mark.parametrize("dated", [None, 1973, 2007, 2008])
def test_the_plain_form_says_what_the_spaced_one_says(dated: int | None) -> None:
    for post in sorted(known_posts()):
        for year in ("08", "73", "66", "65"):
            plain = parse_mrn(f"{year}{post}417", dated=dated)
            spaced = parse_mrn(f"{year} {post} 417", dated=dated)
            assert plain is not None
            assert spaced is not None
            assert plain[:-1] == spaced[:-1]
            assert plain.text == f"{year}{post}417"


def test_an_unknown_post_is_kept() -> None:
    assert find_post("ELDERPORT") is None
    assert canonical_post("Port Vesper") == "PORTVESPER"
