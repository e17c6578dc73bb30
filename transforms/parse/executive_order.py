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
    r"\s*(?:1\.\s{0,2})?(?:E[./]?\s?[O0]\.?|EXECUTIVE ORDER),?\s{0,3}"
    r"(?P<number>\d{2},\d{3}|\d{4,5})\b\s{0,2}[:;.,]?|\s*(?P<bare>DECL)\s?:",
    re.IGNORECASE,
)
"""The label at the start of a line."""

_DECL = re.compile(
    r"[\s(]*(?:(?:DECL[A-Z]*|DELC|DCL|DCEL|DEKL)\b|(?:DEC|DEL|DECK)\b(?=\s?[:;]))\s*[:;.,]*\s*"
    r"(?:ON\s+)?",
    re.IGNORECASE,
)
_DOWNGRADE = re.compile(r"[\s(]*DNG\s?:?.*?(?=DECL|$)", re.IGNORECASE)
_REASONS = re.compile(r"[\s,;(]*(?:\bREASONS?\b\s?:?|\b1\s?\.\s?[45]\b(?=\s?\(?[A-Ha-h])).*$", re.I)
_CODE = re.compile(
    r"(?:GDS|ADS|XGDS|OADR|MR|X\d|25X\d|50X\d|[\s,;/&.-]|[A-H]$|-?HUM(?:AN)?)+", re.IGNORECASE
)
_CLASSIFIER = re.compile(r"\s*\((?P<name>[^()]{3,60})\)\s*(?P<office>[A-Z]{2}-[A-Z]{1,2})?\s*$")
_AMENDED = re.compile(r"AS AMENDED\s?[,;:.]?\s*", re.IGNORECASE)
_BETWEEN = r"\s?[/.-]{1,2}\s?"
_YMD = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}}){_BETWEEN}(?P<month>\d{{1,2}}){_BETWEEN}(?P<day>\d{{1,2}})(?!\d)"
)
_MDY = re.compile(
    rf"(?<!\d)(?P<month>\d{{1,2}}){_BETWEEN}(?P<day>\d{{1,2}}){_BETWEEN}(?P<year>\d{{4}}|\d{{2}})"
    r"(?!\d)"
)
_TIGHT = re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)")
_WORDS = re.compile(
    r"(?:(?P<d1>\d{1,2})[\s-]+)?(?P<name>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}"
    r"\.?[\s-]+(?:(?P<d2>\d{1,2}),?\s+)?(?P<year>\d{4})\b",
    re.IGNORECASE,
)
_LETTER_O = re.compile(r"(?<=[\d/])O|O(?=[\d/])")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_NONE = re.compile(
    r"\s*(?:DE?CL[A-Z]*\s*:?\s*)?(?:N\s?/\s?A|NA|N\.A\.|NONE|NOT APPLICABLE)?[\s.:)]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ExecutiveOrder:
    """The E.O. line; fields are the columns of `cables`.

    Attributes:
        executive_order: The order, typing errors mended (`12598` is 12958).
        declassify_on: The date that DECL, ADS or GDS gives.
        declassify_note: What it gives besides or instead: `OADR`, `X1`, `GDS`, an event, a date
            that does not exist, a review (`RDS-1 6/1/98`) or a downgrading (`DNG: CO 4/1/2013`).
        classifier: Name in brackets under E.O. 12065.
        classifier_office: Office code behind it, `OR-P`.
        reasons: What the line says of reasons, as written, for `classified_by`.
    """

    executive_order: str | None = None
    declassify_on: date | None = None
    declassify_note: str | None = None
    classifier: str | None = None
    classifier_office: str | None = None
    reasons: str | None = None


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
        return ExecutiveOrder()
    order = _nearest_order(match["number"].replace(",", "")) if match["number"] else None
    rest = _AMENDED.sub("", " ".join(text[match.end() :].split()).strip(" :;"), count=1)
    if _NONE.fullmatch(rest):
        return ExecutiveOrder(order)
    return _read_value(order, rest)


def _read_value(order: str | None, rest: str) -> ExecutiveOrder:
    reasons = name = office = None
    if (found := _REASONS.search(rest)) and found.start():
        reasons, rest = found[0], rest[: found.start()]
    if order == "12065" and (found := _CLASSIFIER.search(rest)):
        name, office, rest = found["name"], found["office"], rest[: found.start()]
    downgrade = _DOWNGRADE.match(rest)
    if downgrade and not rest[downgrade.end() :]:
        return ExecutiveOrder(order, None, rest, name, office, reasons)
    value = rest[downgrade.end() :] if downgrade else rest
    if decl := _DECL.match(value):
        value = value[decl.end() :]
    value = value.strip(" .;:()") if value.count("(") == value.count(")") else value.strip(" .;:")
    day, note = _date_and_note(value)
    return ExecutiveOrder(order, day, note, name, office, reasons)


def _date_and_note(value: str) -> tuple[date | None, str | None]:
    if value.upper().startswith("RDS"):
        return None, value
    found = _date_in(_LETTER_O.sub("0", value))
    if found is None:
        return None, value or None
    day, written = found
    rest = _LETTER_O.sub("0", value).replace(written, "").strip(" ,.;:()")
    rest = _DECL.sub("", f"{rest} ").strip(" ,.;:()")
    if not rest or _CODE.fullmatch(rest):
        return day, rest or None
    return day, value


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
    for pattern in (_YMD, _MDY, _TIGHT):
        if match := pattern.search(text):
            return _date(match["year"], match["month"], match["day"], match[0])
    match = _WORDS.search(text)
    if match is None or not (match["d1"] or match["d2"]):
        return None
    month = _MONTHS.index(match["name"].upper()) + 1
    return _date(match["year"], str(month), match["d1"] or match["d2"], match[0])


def _date(year: str, month: str, day: str, written: str) -> tuple[date, str] | None:
    number = int(year)
    if number < 100:
        number += 2000 if number <= 65 else 1900
    try:
        return date(number, int(month), int(day)), written
    except ValueError:
        return None
