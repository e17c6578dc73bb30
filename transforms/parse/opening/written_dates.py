"""Dates as people write them behind DECL, with their typing errors.

11/27/2016   2016/11/27   2016-11-27   1/1/18   27 NOV 2016   NOVEMBER 27TH, 2016   01-JAN-18
11/272016    11//27/2016  11/27/ 20 16  1 1/27/2016   O1/O1/2O18   ll/27/2016   27/11/2016
"""

from __future__ import annotations

import re
from datetime import date

_BETWEEN = r"\s?[/.\\-]{1,2}\s?"
_YMD = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}}){_BETWEEN}(?P<month>\d{{1,2}}){_BETWEEN}(?P<day>\d{{1,2}})(?!\d)"
)
_MDY = re.compile(
    rf"(?<!\d)(?P<month>\d{{1,2}}){_BETWEEN}(?P<day>\d{{1,2}}){_BETWEEN}(?P<year>\d{{4}}|\d{{2}})"
    r"(?!\d)"
)
_TIGHT = re.compile(
    r"(?<!\d)(?P<year>20\d\d)[\s/.-]?(?P<month>[01]\d)[\s/.-]?(?P<day>[0-3]\d)(?!\d)"
)
_MOVED = re.compile(r"(?<![\d/.-])\d{1,5}[/.-]\d{1,4}[/.-]\d{1,4}(?![\d/.-])")
_STROKE_LOST = re.compile(
    r"(?<!\d)(?P<month>[01]?\d)/?(?P<day>[0-3]\d)/?(?P<year>20\d\d)(?!\d)"
    r"|(?<!\d)(?P<month2>\d{1,2})/(?P<day2>[0-3]\d)(?P<year2>20\d\d)(?!\d)"
)
_WORDS = re.compile(
    r"(?:(?<!\d)(?P<d1>\d{1,2})(?:ST|ND|RD|TH)?(?:\sOF\s|[\s/-]*))?(?<![A-Z])"
    r"(?P<name>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}"
    r"[.,]?[\s/-]{0,2}(?:(?P<d2>\d{1,2})(?:ST|ND|RD|TH)?(?:,\s?|\s))?(?P<year>\d{4}|(?(d1)\d{2}|(?!)))\b",
    re.IGNORECASE,
)
_SPREAD = re.compile(r"[\d\s/.-]*\d\s[\d\s/.-]*")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_LETTER_O = re.compile(r"(?<=[\d/])[Oo](?![A-NP-Za-np-z])|(?<![A-NP-Za-np-z])[Oo](?=[\d/])")
_LETTER_L = re.compile(
    r"(?<![A-Za-z])[lI]{1,2}(?=/)|(?<![A-Za-z])[lI](?=\d/)|(?<=/)[lI]{1,2}(?=[\d/])|(?<=\d)[lI](?![A-Za-z])"
)
_QUOTES = re.compile("['`’\"]")
_DIGITS = 8
_LONGEST = 12
_CENTURY = 100
_LAST_OF_20 = 65
_MONTHS_OF_A_YEAR = 12
_YEARS = range(1900, 2201)


def mend_digits(text: str) -> str:
    """Letters that stand for digits, as in `O1/O1/2O18`; blanks and quotes within a date."""
    if "O" in text or "o" in text:
        text = _LETTER_O.sub("0", text)
    if "l" in text or "I" in text:
        text = _LETTER_L.sub(lambda match: "1" * len(match[0]), text)
    text = _QUOTES.sub("", text)
    squeezed = "".join(text.split())
    return squeezed if len(squeezed) <= _LONGEST and _SPREAD.fullmatch(text) else text


def find_date(text: str) -> tuple[date, str] | None:
    """The first date of a text.

    Args:
        text: Letters for digits already mended (`mend_digits`).

    Returns:
        The date and how it is written there; None without one, and when it does not exist, such
        as `13/45/2018`. Years 00 to 65 are of this century (cable formats 3.9).
    """
    for pattern in (_YMD, _MDY, _TIGHT):
        if match := pattern.search(text):
            return _date(match["year"], match["month"], match["day"], match[0])
    if match := _STROKE_LOST.search(text):
        if match["year2"]:
            return _date(match["year2"], match["month2"], match["day2"], match[0])
        return _date(match["year"], match["month"], match["day"], match[0])
    if match := _MOVED.search(text):
        return _date_of_digits(re.sub(r"\D", "", match[0]), match[0])
    match = _WORDS.search(text)
    if match is None or not (match["d1"] or match["d2"]):
        return None
    month = _MONTHS.index(match["name"].upper()) + 1
    return _date(match["year"], str(month), match["d1"] or match["d2"], match[0])


def _date_of_digits(digits: str, written: str) -> tuple[date, str] | None:
    """The date of eight digits whose strokes are out of place: `040/1/2018`, `2018-040-1`."""
    if len(digits) != _DIGITS:
        return None
    if digits[4:6] in {"19", "20"}:
        return _date(digits[4:], digits[:2], digits[2:4], written)
    return _date(digits[:4], digits[4:6], digits[6:], written) if digits[:2] == "20" else None


def _date(year: str, month: str, day: str, written: str) -> tuple[date, str] | None:
    number = int(year)
    if number < _CENTURY:
        number += 2000 if number <= _LAST_OF_20 else 1900
    first, second = int(month), int(day)
    if first > _MONTHS_OF_A_YEAR >= second:
        first, second = second, first
    try:
        return (date(number, first, second), written) if number in _YEARS else None
    except ValueError:
        return None
