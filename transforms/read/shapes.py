"""Shapes by which lines and values are recognised before anything is parsed.

These only tell formats and records apart; what a value means is the parser's business.
"""

from __future__ import annotations

import re
from datetime import datetime

from transforms.read.record import Metadata

MRN = re.compile(r"(?:19|20)?\d{2} ?[A-Z][A-Z' .-]{1,30}? ?(?:[A-Z]-?)?\d{1,7}(?:_[a-z])?")
"""An MRN as dumps write it in a field of its own (`08ELDERPORT417`)."""

FILE_MRN = re.compile(r"(?:19|20)?\d{2}[A-Z]{3,20}-?(?:A-?)?\d{1,7}(?:_[a-z])?")
"""An MRN as the name of a file (`08ELDERPORT417.txt`, `1976ELDERP04423_b.tel`)."""

CLASSIFICATION = re.compile(
    r"(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET|LIMITED OFFICIAL USE)"
    r"(?://[A-Z/ ]{2,40})?",
    re.IGNORECASE,
)
"""A classification as dumps write it in a field of its own (`SECRET//NOFORN`)."""

MARKING_LINE = re.compile(
    r"[ \t]*(?:UNCLAS|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|S ?E ?C ?R ?E ?T|"
    r"T ?O ?P {1,3}S ?E ?C ?R ?E ?T|L ?I ?M ?I ?T ?E ?D {1,3}O ?F ?F)[^\n]{0,80}?"
    r"[ \t](?P<post>[A-Z][A-Z'.]{2,20}(?: [A-Z'.]{2,20}){0,2}) (?P<serial>\d{3,8})[ \t]*$",
)
"""The line that opens the body: classification, perhaps a section, post and serial."""

PARTIAL_EXTRACT = re.compile(
    r"This record is a partial extract of the original cable\.\s{0,3}"
    r"The full text of the original cable is not available\.",
)
"""The sentence by which the publisher says that the text is an extract (cable formats 2.4)."""

DATE_TIME_GROUP = re.compile(r"[ \t]*(?:[ZOPR]{1,2} ){0,3}\d{6}Z [A-Z]{3} \d{2}", re.IGNORECASE)
"""Format line 5 of the transmission header (`P 270424Z NOV 06`)."""

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::\d{2})?)?")
_AMERICAN = re.compile(r"()(\d{1,2})/(\d{1,2})/(\d{4})(?: (\d{1,2}):(\d{2})(?::\d{2})?)?")
_JAVA = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) \d{2}:\d{2}:\d{2} \S{1,6} (\d{4})", re.IGNORECASE
)
_LONG = re.compile(
    r"(?:[A-Z]{3,6}day,? )?(\d{1,2}) ([A-Z]{3})[a-z]{0,7},? (\d{4})(?:,? (\d{1,2}):(\d{2}))?",
    re.IGNORECASE,
)


def parse_date(text: str) -> tuple[datetime, str] | None:
    """A date as dumps write it in a field of its own.

    Args:
        text: `2008-04-01 14:30`, `4/1/2008 14:30`, `Tuesday, 01 April 2008, 14:30`, or
            `Tue Apr 01 00:00:00 +0100 2008`, of which only the day as printed counts: the clock
            shows midnight in the mirror's own zone (cable formats 2.4).

    Returns:
        The moment in UTC, naive, with its precision `minute` or `day`; None for anything else.
    """
    text = text.strip()
    try:
        if match := _ISO.fullmatch(text):
            year, month, day, hour, minute = match.groups()
            return _moment(year, month, day, hour, minute)
        if match := _AMERICAN.fullmatch(text):
            _, month, day, year, hour, minute = match.groups()
            return _moment(year, month, day, hour, minute)
        if match := _JAVA.fullmatch(text):
            return datetime(int(match[3]), _MONTHS[match[1].lower()], int(match[2])), "day"
        if match := _LONG.fullmatch(text):
            day, month, year, hour, minute = match.groups()
            return _moment(year, str(_MONTHS[month.lower()]), day, hour, minute)
    except (ValueError, KeyError):
        return None
    return None


def _moment(
    year: str, month: str, day: str, hour: str | None, minute: str | None
) -> tuple[datetime, str]:
    if hour is None or minute is None:
        return datetime(int(year), int(month), int(day)), "day"
    return datetime(int(year), int(month), int(day), int(hour), int(minute)), "minute"


def without_false_minutes(at: datetime, precision: str) -> tuple[datetime, str]:
    """Zero minutes that only repeat the hour.

    The December 2010 pages print the hour on a 12-hour clock in place of the minutes (14:30 as
    `14:02`), on all 1,295 pages that were measured (cable formats 2.2).
    """
    if precision == "minute" and at.minute == (at.hour % 12 or 12):
        return at.replace(minute=0), "hour"
    return at, precision


def clean_value(value: str | None) -> str | None:
    """A value of the dump's metadata; None when it is blank or redacted as a whole (`XXXXXXXX`)."""
    value = (value or "").strip()
    return None if not value.strip("Xx ") else value


def describe(  # the one place where raw metadata becomes `Metadata`
    *,
    mrn: str | None = None,
    subject: str | None = None,
    sent: tuple[datetime, str] | None = None,
    classification: str | None = None,
    origin: str | None = None,
    references: tuple[str, ...] = (),
    released_at: datetime | None = None,
) -> Metadata:
    """Metadata out of raw values; blank and redacted ones become None."""
    return Metadata(
        mrn=clean_value(mrn),
        subject=clean_value(subject),
        sent_at=sent[0] if sent else None,
        sent_at_precision=sent[1] if sent else None,
        classification=clean_value(classification),
        origin=clean_value(origin),
        references=tuple(filter(None, map(clean_value, references))),
        released_at=released_at,
    )
