"""The E.O. line: under which order the cable is classified, and until when.

E.O. 12958: DECL: 11/27/2016            a date
E.O. 12958: DECL: TEN YEARS AFTER ...   an event
E.O. 12356: DECL: OADR                  originating agency decides
E.O. 11652: GDS        E.O. 12065: GDS 8/13/85 (BELLWEATHER, UNA) OR-P
E.O. 12958: N/A        EO 12958 DECL: 2018/04/01      E.O. 19528 ...
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from transforms.parse.opening.written_dates import find_date, mend_digits
from transforms.parse.text.kept import keep_short
from transforms.parse.text.portion_marks import LEAD, MARK

ORDERS = {
    "10501": (1953, 1972),
    "11652": (1972, 1978),
    "12065": (1978, 1982),
    "12356": (1982, 1995),
    "12958": (1995, 2010),
    "13526": (2009, 2100),
}
"""The orders and the years in which they were in force."""

LABEL: re.Pattern[str] = re.compile(
    rf"{LEAD}(?:1\.\s{{0,2}})?(?:E\s{{0,2}}[./,]{{0,2}}\s{{0,2}}[O0]\s?\.{{0,2}}|[O0]\.?(?=\s{{0,3}}1[1-3]\d{{3}}\b)"
    r"|(?:E[A-Z.]{1,3}|\.E?O\.?)(?=\s?(?:11652|12065|12356|12958|13526)\s?[:;,]?\s?(?:DECL|X?GDS|N/A))"
    r"|EXECUTIVE\s{1,2}ORDER)\s?[,:-]?\s{0,3}(?:#|NO\.?\s)?\s?"
    r"(?P<number>\d{2},\d{3}|[1IL] ?[1-3] ?[\dO] ?\d ?\d(?![/-])|\d{4,6}"
    r"|1[\dA-Z]{4}(?=\s?:\s?(?:DECL|X?GDS|N/A)))(?!\d)[LS]?\s{0,2}[:;.,-]?"
    r"|\s*(?P<bare>DECL)\s?:",
    re.IGNORECASE,
)
"""The label at the start of a line."""

_DECL = re.compile(
    r"[\s(]*(?:(?:C?D ?E ?C ?L[A-Z]*|DELC|DCL|DCEL|DEKL|EDCL|ECL|DECK|DECT)\b"
    r"|(?:DEC|D[A-Z]{1,4}L)\b(?=\s?[:;]))"
    r"\s*[:;.,]*\s*(?:(?:ON|DATE)\b\s?:?\s*)?",
    re.IGNORECASE,
)
_DOWNGRADE = re.compile(r"[\s(]{0,3}\bDNG\s?:?.*?(?=DECL|$)", re.IGNORECASE)
_REASONS = re.compile(
    r"[\s,;(]*(?:\b(?:FOR\s)?(?:THE\s)?REASONS?\b\s?:?|\b1\s?\.\s?[45]\b(?=\s?\(?[A-Ha-h])).*$",
    re.IGNORECASE,
)
_SECTION = re.compile(r"\b1\s?\.\s?[45]\b")
_CODE = re.compile(
    r"(?:GDS|ADS|XGDS|OADR|MR|X\d|25X\d|50X\d|[\s,;/&.()-]|[A-H]$|(?<=[S(-])\d|-?HUM(?:AN)?)+",
    re.IGNORECASE,
)
_CLASSIFIER = re.compile(
    r"\s*\((?P<name>[^()]{3,60})\)\s*(?P<office>[A-Z]{2}\s?-\s?[A-Z]{1,2}|[A-Z]{1,4}/[A-Z]{1,6})?[\s.]*$",
    re.IGNORECASE,
)
_AMENDED = re.compile(r"\(?AS AMENDED\)?\s?[,;:.]?\s*", re.IGNORECASE)
_NONE = re.compile(
    r"\s*(?:DE?CL[A-Z]*\s*:?\s*)?[(\"/]?(?:N\s?[/\\]{1,2}\s?A?|N\s?-\s?A|NA/?|N\.A\.?|NONE"
    r"|NOT APPLICABLE)?[\s.:)\"]*$",
    re.IGNORECASE,
)
_VALUE = re.compile(
    r"\s*(?:\(?DECL|\d{1,4}[/-]|GDS|XGDS|ADS|OADR|X\d|N/?A\b|25X|50X)", re.IGNORECASE
)
_AT_END = re.compile(rf"\s*(?:{MARK}|\b(?:SIPDIS|NOFORN))\s*$", re.IGNORECASE)
_YEARS_FROM = re.compile(r"\bYEARS?\s(?:FROM|AFTER)\b", re.IGNORECASE)
"""`TEN YEARS FROM 04/01/2008`: the date is not that of the end."""

_DIGITS = str.maketrans(
    {",": None, " ": None, "I": "1", "i": "1", "L": "1", "l": "1", "O": "0", "o": "0"}
)
_FURTHEST = 3
_OUT_OF_FORCE = 1.5


class ExecutiveOrder(NamedTuple):
    """The E.O. line; fields are the columns of `cables`.

    Attributes:
        executive_order: The order, typing errors mended (`12598` is 12958).
        declassify_on: The date that DECL, ADS or GDS gives.
        declassify_note: What it gives besides or instead: `OADR`, `X1`, `GDS`, an event, a date
            that does not exist, a review (`RDS-1 6/1/98`) or a downgrading (`DNG: CO 4/1/2013`).
        classifier: Name in brackets under E.O. 12065.
        classifier_office: Office code behind it, `OR-P`.
        reasons: What the line says of reasons, as written, for `classified_by`.
        written: The line without label, reasons and classifier.
    """

    executive_order: str | None = None
    declassify_on: date | None = None
    declassify_note: str | None = None
    classifier: str | None = None
    classifier_office: str | None = None
    reasons: str | None = None
    written: str | None = None


@keep_short(maxsize=4096)
def parse_executive_order(text: str, year: int | None = None) -> ExecutiveOrder:
    """Read the E.O. line.

    Args:
        text: The line with its label, continuation lines joined by blanks.
        year: Year of the cable; tells which order a mistyped number was meant for.

    Returns:
        The order; a date when DECL gives one that exists, else what stands in its place. `N/A` is
        neither (cable formats 3.9).
    """
    match = LABEL.match(text)
    if match is None:
        return ExecutiveOrder()
    order = _nearest_order(match["number"].translate(_DIGITS), year) if match["number"] else None
    rest = _AMENDED.sub("", " ".join(text[match.end() :].split()).strip(" :;"), count=1)
    rest = _AT_END.sub("", rest)
    if _NONE.fullmatch(rest):
        return ExecutiveOrder(order)
    return _read_value(order, rest)


def order_goes_on(text: str, above: str, is_after_blank: bool) -> bool:
    """Whether a line without a label goes on with the E.O. line above it.

    Args:
        text: The line, links replaced; no paragraph and no caption.
        above: The last line of the block.
        is_after_blank: Whether blank lines stand between the two; then the value has to be missing
            above and to stand here.
    """
    if not is_after_blank:
        return True
    label = LABEL.match(above)
    rest = above[label.end() :] if label else above
    return not _DECL.sub("", f"{rest} ").strip(" :") and _VALUE.match(text) is not None


def _read_value(order: str | None, rest: str) -> ExecutiveOrder:
    reasons = name = office = None
    if (found := _REASONS.search(rest)) and found.start():
        reasons, rest = found[0], rest[: found.start()]
        if not _DECL.sub("", f"{rest} ").strip(" :"):
            rest = f"{rest} {_date_behind(reasons)}".rstrip()
    if order == "12065" and (found := _CLASSIFIER.search(rest)):
        name, office, rest = found["name"], found["office"], rest[: found.start()]
    written = rest
    downgrade = _DOWNGRADE.search(rest)
    value = rest[: downgrade.start()] + rest[downgrade.end() :] if downgrade else rest
    while (decl := _DECL.match(value)) and decl.end():
        value = value[decl.end() :]
    day, note = _date_and_note(_unwrapped(value)) if value else (None, None)
    notes = [downgrade[0].strip(" ,;") if downgrade else None, note]
    note = "; ".join(filter(None, notes)) or None
    return ExecutiveOrder(order, day, note, name, office, reasons, written)


def _date_behind(reasons: str) -> str:
    """The date of `DECL: 1.4 (B) 04/01/2018`, as written; empty without one."""
    found = find_date(mend_digits(_SECTION.sub(" ", reasons)))
    return found[1] if found else ""


def with_date_of(order: ExecutiveOrder, declassify: str | None) -> ExecutiveOrder:
    """The order with the date that the Classified By block gives, when its own line has none.

    Args:
        order: The E.O. line.
        declassify: What stands behind `Declassify on:` in the Classified By block.
    """
    if not declassify or order.declassify_on or order.declassify_note:
        return order
    day, note = _date_and_note(_unwrapped(declassify))
    return order._replace(declassify_on=day, declassify_note=note or None)


def _unwrapped(value: str) -> str:
    """A value without the brackets that hold all of it, or half of a pair."""
    value = value.strip(" .;:-")
    if value.count("(") != value.count(")"):
        return value.strip("()") if value[:1] == "(" or value[-1:] == ")" else value
    return value[1:-1].strip() if value[:1] == "(" and value[-1:] == ")" else value


def _date_and_note(value: str) -> tuple[date | None, str | None]:
    if value.upper().startswith("RDS") or _YEARS_FROM.search(value):
        return None, value
    mended = mend_digits(value)
    found = find_date(mended)
    if found is None:
        return None, value or None
    day, written = found
    rest = mended.replace(written, "").strip(" ,.;:/-")
    rest = _DECL.sub("", f"{rest} ").strip(" ,.;:/-")
    if not rest.strip("()") or _CODE.fullmatch(rest):
        return day, rest.strip("()") and rest
    return day, value


def _nearest_order(number: str, year: int | None) -> str | None:
    if number in ORDERS:
        return number
    costs = {order: _cost(number, order, year) for order in ORDERS}
    best = min(costs, key=lambda order: costs[order])
    return best if costs[best] <= _FURTHEST else None


def _cost(given: str, order: str, year: int | None) -> float:
    first, last = ORDERS[order]
    in_force = first <= year <= last if year else order == "12958"
    return _distance(given, order) + (0 if in_force else _OUT_OF_FORCE)


def _distance(given: str, order: str) -> int:
    """Digits that are wrong, lost, added or out of place."""
    if sorted(given) == sorted(order):
        return 1
    above = list(range(len(order) + 1))
    for row, digit in enumerate(given, 1):
        line = [row]
        for column, other in enumerate(order, 1):
            costs = (above[column] + 1, line[-1] + 1, above[column - 1] + (digit != other))
            line.append(min(costs))
        above = line
    return above[-1]
