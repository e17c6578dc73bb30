"""The date-time group: when the message was sent.

P 270424Z NOV 06         the usual form, with precedence letters
270424Z Nov 2006         lower case, four digits
270424ZNOV06             blanks lost
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
DTG = re.compile(
    r"(?<!\d)(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})\s?Z\s{0,3}"
    r"(?P<month>[A-Z]{3})[A-Z]{0,6}\.?\s{0,3}(?P<year>\d{4}|\d{2})(?!\d)",
    re.IGNORECASE,
)
"""A date-time group anywhere in a line."""


_SPREAD = re.compile(
    r"\s*(?:[ZOPRY]\s){0,2}\s*(?P<digits>(?:\d\s?){6})Z\s{0,3}(?P<month>[A-Z]\s?[A-Z]\s?[A-Z])"
    r"\s{0,3}(?P<year>(?:\d\s?){2})\s*$"
)


@dataclass(frozen=True, slots=True)
class Dtg:
    """A date-time group.

    Attributes:
        text: As written, blanks squeezed (`270424Z NOV 06`).
        sent_at: The moment in UTC, naive.
    """

    text: str
    sent_at: datetime


def century_of(year: int) -> int:
    """The four-digit year of a two-digit one: 66 and above are 19xx (cable formats 3.1)."""
    if year >= 100:
        return year
    return 1900 + year if year >= 66 else 2000 + year


def year_before(year: int, citing: int) -> int:
    """The four-digit year of a reference: the last one that is not after the citing cable's.

    Args:
        year: Two or four digits.
        citing: Year of the citing cable, four digits; a year more is let pass, for January.
    """
    if year >= 100:
        return year
    century = citing - citing % 100
    return century + year if century + year <= citing + 1 else century - 100 + year


def parse_dtg(text: str) -> Dtg | None:
    """The first date-time group in a line.

    Args:
        text: One line, in any case.

    Returns:
        The group, or None when there is none or its date does not exist.
    """
    match = DTG.search(text)
    if match is None or match["month"].upper() not in _MONTHS:
        return None
    if len(match["year"]) == 4 and match["year"][:2] not in {"19", "20"}:
        return None
    try:
        sent_at = datetime(
            century_of(int(match["year"])),
            _MONTHS.index(match["month"].upper()) + 1,
            int(match["day"]),
            int(match["hour"]),
            int(match["minute"]),
        )
    except ValueError:
        return None
    return Dtg(" ".join(match[0].split()), sent_at)


def parse_spread_dtg(text: str) -> Dtg | None:
    """A date-time group with blanks between its characters, alone on a line.

    Args:
        text: One line, `R 04 1120 Z MAR 7 5`.

    Returns:
        The group, its text without the blanks that do not belong there; None for other lines.
    """
    match = _SPREAD.match(text)
    if match is None:
        return None
    digits, month, year = ("".join(match[name].split()) for name in ("digits", "month", "year"))
    return parse_dtg(f"{digits}Z {month} {year}")


def check_against_de_line(dtg: Dtg, day_of_year: int, hour: int, minute: int) -> Dtg:
    """Mend a wrong digit of the date by the DE line's day of the year.

    The two agree on 1,041 of 1,120 pages and differ by more than a day on three (cable formats
    3.4). The text stays as written.

    Args:
        dtg: The group of format line 5.
        day_of_year: From 1, as on format line 3.
        hour: Of the day, UTC.
        minute: Of the hour.

    Returns:
        The group; with the DE line's moment when the hours agree but the dates are more than a day
        apart.
    """
    try:
        other = datetime(dtg.sent_at.year, 1, 1, hour, minute) + timedelta(days=day_of_year - 1)
    except (ValueError, OverflowError):
        return dtg
    same_clock = (hour, minute) == (dtg.sent_at.hour, dtg.sent_at.minute)
    is_far = abs(other - dtg.sent_at) > timedelta(days=1)
    return Dtg(dtg.text, other) if same_clock and is_far and 1 <= day_of_year <= 366 else dtg
