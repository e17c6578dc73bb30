"""The E.O. line: under which order the cable is classified, and until when.

E.O. 12958: DECL: 11/27/2016            a date
E.O. 12958: DECL: TEN YEARS AFTER ...   an event
E.O. 12356: DECL: OADR                  originating agency decides
E.O. 11652: GDS        E.O. 12065: GDS 8/13/85 (BELLWEATHER, UNA) OR-P
E.O. 12958: N/A        EO 12958 DECL: 2018/04/01      E.O. 19528 ...
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

ORDERS = ("10501", "11652", "12065", "12356", "12958", "13526")
LABEL = re.compile(
    r"\s*(?:1\.\s{0,2})?E\.?\s?[O0]\.?,?\s{0,3}(?P<number>\d{4,5})\b\s{0,2}[:;.,]?|"
    r"\s*(?P<bare>DECL)\s?:",
    re.IGNORECASE,
)
"""The label at the start of a line."""

_DECL = re.compile(r"\s*(?:DE?CL[A-Z]*|DNG|DCL)\b\s*[:;.]?\s*(?:ON\s+)?", re.IGNORECASE)
_AMENDED = re.compile(r"AS AMENDED\s?[,;:.]?\s*", re.IGNORECASE)
_YMD = re.compile(r"(?<!\d)(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})(?!\d)")
_MDY = re.compile(r"(?<!\d)(?P<month>\d{1,2})[/.-](?P<day>\d{1,2})[/.-](?P<year>\d{4}|\d{2})(?!\d)")
_WORDS = re.compile(
    r"(?:(?P<d1>\d{1,2})\s+)?(?P<name>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\.?"
    r"\s+(?:(?P<d2>\d{1,2}),?\s+)?(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_NONE = re.compile(
    r"\s*(?:DE?CL[A-Z]*\s*:?\s*)?(?:N\s?/\s?A|NA|N\.A\.|NONE)?[\s.:]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ExecutiveOrder:
    """The E.O. line; fields are the columns of `cables`."""

    executive_order: str | None
    declassify_on: date | None
    declassify_note: str | None


def parse_executive_order(text: str) -> ExecutiveOrder:
    """Read the E.O. line.

    Args:
        text: The line with its label, continuation lines joined by blanks.

    Returns:
        The order; a date when DECL gives one that exists, else what stands in its place. `N/A` is
        neither (cable formats 3.9).
    """
    match = LABEL.match(text)
    if match is None:
        return ExecutiveOrder(None, None, None)
    order = _nearest_order(match["number"]) if match["number"] else None
    rest = _AMENDED.sub("", " ".join(text[match.end() :].split()).strip(" :;"), count=1)
    if _NONE.fullmatch(rest):
        return ExecutiveOrder(order, None, None)
    value = _DECL.sub("", rest, count=1).strip(" .;:")
    found = _date_in(value)
    if found is not None and _is_mainly_date(value, found[1]):
        return ExecutiveOrder(order, found[0], None)
    return ExecutiveOrder(order, found[0] if found else None, value or None)


def _is_mainly_date(value: str, written: str) -> bool:
    return len(value.replace(written, "").strip(" ,.;:()")) == 0


def _nearest_order(number: str) -> str | None:
    if number in ORDERS:
        return number
    distances = {order: _distance(number, order) for order in ORDERS}
    best = min(distances, key=lambda order: distances[order])
    return best if distances[best] <= 2 else None


def _distance(given: str, order: str) -> int:
    if sorted(given) == sorted(order):
        return 1
    if len(given) == len(order):
        return sum(a != b for a, b in zip(given, order, strict=True))
    return 1 if given == order[: len(given)] or given == order[1:] else 3


def _date_in(text: str) -> tuple[date, str] | None:
    for pattern in (_YMD, _MDY):
        if match := pattern.search(text):
            return _date(match["year"], match["month"], match["day"], match[0])
    if match := _WORDS.search(text):
        month = _MONTHS.index(match["name"].upper()) + 1
        return _date(match["year"], str(month), match["d1"] or match["d2"] or "1", match[0])
    return None


def _date(year: str, month: str, day: str, written: str) -> tuple[date, str] | None:
    number = int(year)
    if number < 100:
        number += 2000 if number <= 65 else 1900
    try:
        return date(number, int(month), int(day)), written
    except ValueError:
        return None
