"""Date-time groups in every spelling, and their repair by the DE line."""

from __future__ import annotations

from datetime import datetime

import pytest
from builders import lines
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.header.dtg import find_dtg, mend_by_de_line, parse_dtg
from transforms.parse.header.format_lines import parse_header

NOVEMBER = datetime(2006, 11, 27, 4, 24)


@pytest.mark.parametrize(
    ("text", "written", "sent_at"),
    [
        ("P27O424ZNOVO6", "27O424ZNOVO6", NOVEMBER),
        ("R 27 04 24 Z NOV 0 6", "270424Z NOV 06", NOVEMBER),
        ("R 2 7 0 4 2 4 Z N O V 0 6", "270424Z NOV 06", NOVEMBER),
        ("P 270424Z NOV 20 06", "270424Z NOV 2006", NOVEMBER),
        ("P 270424Z NOV 2 006", "270424Z NOV 2006", NOVEMBER),
        ("P 2 70424Z NOV 2006", "270424Z NOV 2006", NOVEMBER),
        ("P 27042 4Z November 2006", "270424Z NOVEMBER 2006", NOVEMBER),
        ("P 270424ZZ NOV 06", "270424ZZ NOV 06", NOVEMBER),
        ("P 270424 NOV 06", "270424 NOV 06", NOVEMBER),
        ("P 27/0424Z NOV 06", "27/0424Z NOV 06", NOVEMBER),
        ("P 27 0424Z NOV 06", "27 0424Z NOV 06", NOVEMBER),
        ("P 270424Z NOV. 06", "270424Z NOV. 06", NOVEMBER),
        ("P 270424Z-NOV-06", "270424Z-NOV-06", NOVEMBER),
        ("P 270424Z NOV '06", "270424Z NOV '06", NOVEMBER),
        ("P 270424Z NOV 006", "270424Z NOV 006", NOVEMBER),
        ("P 270424Z NOV 2OO6", "270424Z NOV 2OO6", NOVEMBER),
        ("P 270424Z NVO 06", "270424Z NVO 06", NOVEMBER),
        ("P 270424Z NOB 06", "270424Z NOB 06", NOVEMBER),
        ("P 2704247 NOV 06 270424Z NOV 06", "270424Z NOV 06", NOVEMBER),
        ("P 270424Z NOV 06", "270424Z NOV 06", NOVEMBER),
        ("p 270424z nov 06", "270424z nov 06", NOVEMBER),
        ("270424Z Nov 2006", "270424Z Nov 2006", NOVEMBER),
        ("270424Z Nov 06", "270424Z Nov 06", NOVEMBER),
        ("R 270424ZNOV06", "270424ZNOV06", NOVEMBER),
        ("R 270424Z NOV06", "270424Z NOV06", NOVEMBER),
        ("R 270424Z  NOV  06", "270424Z NOV 06", NOVEMBER),
        ("R 270424 Z NOV 06", "270424 Z NOV 06", NOVEMBER),
        ("O P 270424Z  NOVEMBER 06", "270424Z NOVEMBER 06", NOVEMBER),
        ("R 270424Z NOV 06 ZDS", "270424Z NOV 06", NOVEMBER),
        ("R 270424Z NOV 06 3310", "270424Z NOV 06", NOVEMBER),
        ("R 041120Z SEPT 75", "041120Z SEPT 75", datetime(1975, 9, 4, 11, 20)),
        ("R 04 1120 Z MAR 7 5", "041120Z MAR 75", datetime(1975, 3, 4, 11, 20)),
        ("R 090540Z MAR 72", "090540Z MAR 72", datetime(1972, 3, 9, 5, 40)),
        ("R 010000Z JAN 65", "010000Z JAN 65", datetime(2065, 1, 1)),
        ("R 010000Z JAN 66", "010000Z JAN 66", datetime(1966, 1, 1)),
        ("R 292359Z FEB 08", "292359Z FEB 08", datetime(2008, 2, 29, 23, 59)),
        ("O O11430Z APR 08", "O11430Z APR 08", datetime(2008, 4, 1, 14, 30)),
        ("O011430Z APR 08", "011430Z APR 08", datetime(2008, 4, 1, 14, 30)),
        ("OO 0l1430Z APR 08", "0l1430Z APR 08", datetime(2008, 4, 1, 14, 30)),
    ],
)  # fmt: skip
def test_spellings(text: str, written: str, sent_at: datetime) -> None:
    dtg = parse_dtg(text)
    assert dtg is not None
    assert (dtg.text, dtg.sent_at) == (written, sent_at)


@pytest.mark.parametrize(
    "text",
    [
        "", "320424Z NOV 06", "272524Z NOV 06", "270424Z XXX 06", "270424Z NOV 1006", "Z NOV",
        "310424Z NOV 06", "290424Z FEB 07", "270460Z NOV 06", "000424Z NOV 06", "270424Z NOV",
        "270424Z MAT 06", "123456 NOVELS 06", "PAGE 02 STATE 091234 021530Z", "3310 27 NOV 06",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_dtg(text) is None


@pytest.mark.parametrize(
    ("text", "de", "expected"),
    [
        ("P 310424Z NOV 06", (331, 4, 24), NOVEMBER),
        ("P 270424Z MAT 06", (331, 4, 24), NOVEMBER),
        ("P 279424Z NOV 06", (331, 4, 24), NOVEMBER),
        ("P 270424Z OCT 06", (331, 4, 24), NOVEMBER),
        ("P 170424Z NOV 06", (331, 4, 24), NOVEMBER),
        ("P 170424Z NOV 06", (331, 4, 27), NOVEMBER),
        ("P 150424Z NOV 06", (331, 4, 24), datetime(2006, 11, 15, 4, 24)),
        ("P 170424Z OCT 06", (331, 4, 24), datetime(2006, 10, 17, 4, 24)),
        ("P 270424Z OCT 06", (331, 5, 0), datetime(2006, 10, 27, 4, 24)),
        ("P 260424Z NOV 06", (331, 4, 24), datetime(2006, 11, 26, 4, 24)),
        ("P 270424Z NOV 06", (331, 4, 27), NOVEMBER),
        ("P 270424Z OCT 06", (999, 4, 24), datetime(2006, 10, 27, 4, 24)),
        ("P 270424Z OCT 06", (366, 4, 24), datetime(2006, 10, 27, 4, 24)),
        ("P 270424Z OCT 06", (0, 4, 24), datetime(2006, 10, 27, 4, 24)),
        ("P 270424Z OCT 06", (331, 99, 99), datetime(2006, 10, 27, 4, 24)),
        ("P 310424Z NOV 06", (999, 4, 24), None),
    ],
)
def test_the_de_line_mends_what_cannot_be(
    text: str, de: tuple[int, int, int], expected: datetime | None
) -> None:
    dtg = find_dtg(text)
    assert dtg is not None
    assert mend_by_de_line(dtg, *de) == expected


@pytest.mark.parametrize(
    ("text", "sent_at", "dtg"),
    [
        ("DE RUEHEP #0417 3310424\nP 310424Z NOV 06", NOVEMBER, "310424Z NOV 06"),
        ("DE RUEHEP #0417/01 331 0424\nP 170424Z NOV 06", NOVEMBER, "170424Z NOV 06"),
        ("DE RUEHEP #0417 3310424Z\nP 270424Z NOV 06", NOVEMBER, "270424Z NOV 06"),
        ("P 310424Z NOV 06", None, "310424Z NOV 06"),
        ("270424Z Nov 06", NOVEMBER, "270424Z Nov 06"),
        ("DTG: 270424Z NOV 06", NOVEMBER, "270424Z NOV 06"),
        ("REF: SECDEF MSG 270424Z NOV 06", None, None),
        ("MSG FROM PORT VESPER OF 270424Z NOV 06", None, None),
    ],
)
def test_the_group_of_a_header(text: str, sent_at: datetime | None, dtg: str | None) -> None:
    header = parse_header(lines(text))
    assert (header.sent_at, header.dtg) == (sent_at, dtg)


def test_a_date_that_does_not_exist_still_tells_the_year() -> None:
    header = parse_header(lines("P 310424Z NOV 06"))
    assert (header.sent_at, header.year) == (None, 2006)


@given(
    st.datetimes(datetime(1966, 1, 1), datetime(2065, 12, 31)),
    st.sampled_from(["", "P ", "O R ", "OO", "ROUTINE "]),
    st.sampled_from(["{:%d%H%M}Z {:%b} {:%y}", "{:%d%H%M}Z{:%b}{:%y}", "{:%d %H%M} Z {:%B} {:%Y}"]),
)
def test_any_date_comes_back_from_any_spelling(at: datetime, letters: str, form: str) -> None:
    text = letters + form.format(at, at, at)
    for spelling in (text, text.upper(), text.upper().replace("0", "O")):
        header = parse_header(lines(spelling))
        assert header.sent_at == at.replace(second=0, microsecond=0)


@given(st.text("0123456789OIlZzaprsunmfebov '.-/", max_size=60))
def test_no_text_raises(text: str) -> None:
    parse_dtg(text)
    parse_header(lines(text))
