"""Date-time groups in every spelling."""

from __future__ import annotations

from datetime import datetime

import pytest

from transforms.parse.dtg import check_against_de_line, parse_dtg


@pytest.mark.parametrize(
    ("text", "written", "sent_at"),
    [
        ("P 270424Z NOV 06", "270424Z NOV 06", datetime(2006, 11, 27, 4, 24)),
        ("270424Z Nov 2006", "270424Z Nov 2006", datetime(2006, 11, 27, 4, 24)),
        ("R 270424ZNOV06", "270424ZNOV06", datetime(2006, 11, 27, 4, 24)),
        ("O P 270424Z  NOVEMBER 06", "270424Z NOVEMBER 06", datetime(2006, 11, 27, 4, 24)),
        ("R 090540Z MAR 72", "090540Z MAR 72", datetime(1972, 3, 9, 5, 40)),
        ("R 010000Z JAN 65", "010000Z JAN 65", datetime(2065, 1, 1)),
        ("R 010000Z JAN 66", "010000Z JAN 66", datetime(1966, 1, 1)),
    ],
)
def test_spellings(text: str, written: str, sent_at: datetime) -> None:
    dtg = parse_dtg(text)
    assert dtg is not None
    assert (dtg.text, dtg.sent_at) == (written, sent_at)


@pytest.mark.parametrize(
    "text", ["", "320424Z NOV 06", "272524Z NOV 06", "270424Z XXX 06", "270424Z NOV 1006", "Z NOV"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_dtg(text) is None


def test_the_de_line_mends_a_wrong_month_when_the_clock_agrees() -> None:
    dtg = parse_dtg("P 270424Z OCT 06")
    assert dtg is not None
    assert check_against_de_line(dtg, 331, 4, 24).sent_at == datetime(2006, 11, 27, 4, 24)
    assert check_against_de_line(dtg, 331, 5, 0) == dtg
    assert check_against_de_line(dtg, 999, 4, 24) == dtg
