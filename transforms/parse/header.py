"""The transmission header: format lines 1 to 9.

    VZCZCXRO1234                                     FL1 transmission id
    PP RUEHXX RUEHYY                                 FL2 precedence, called stations (may wrap)
    DE RUEHEP #0417/01 0921430                       FL3 sender, serial, section, day and time
    ZNY CCCCC ZZH                                    FL4 security
    P R 011430Z APR 08                               FL5 precedence and date-time group
    FM, TO, INFO, XMT                                FL6 to FL9, see `addressees`

Any line may be missing; on pages of partial extracts the sentence that says so stands in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from transforms.parse.addressees import parse_addressees
from transforms.parse.cable import Recipient
from transforms.parse.dtg import (
    DTG,
    Dtg,
    check_against_de_line,
    parse_dtg,
    parse_spread_dtg,
)
from transforms.parse.message import Claim, Line
from transforms.parse.precedence import highest, parse_precedence

PARTIAL_NOTICE = re.compile(
    r"This record is a partial extract of the original cable\.\s{0,3}"
    r"The full text of the original cable is not available\."
)
_TRANSMISSION_ID = re.compile(r"\s*(?P<id>V?ZCZC[A-Z0-9]{0,12})\s*$")
_ROUTING = re.compile(
    r"\s*(?:[ZOPRY]{2}(?: [ZOPRY]{2}){0,3}\s+)?R[A-Z]{3,7}(?:\s+R[A-Z]{3,7})*\s*$"
)
_DE = re.compile(
    r"\s*DE\s+R[A-Z]{3,7}\s*#?(?P<serial>\d{2,5})?(?:\s?/\s?\d{1,2})?"
    r"(?:\s+(?P<day>\d{3})(?P<hour>\d{2})(?P<minute>\d{2}))?"
)
_SECURITY = re.compile(r"\s*ZN[YRO]\s+[A-Z]{5}\b.*$")
_LETTERS = re.compile(
    r"\s*(?P<letters>[ZOPRY](?:\s?[ZOPRY]){0,3})\s+(?=(?:\d\s?){6}Z)", re.IGNORECASE
)
_OTHER = re.compile(
    r"\s*(?:BT|GR\s?\d{1,5}|NNNN|Z[DEFN][A-Z](?:\s.*)?|-{5,}.*|null|\d{6,}|SIPDIS|MINIMIZE.*"
    r"|ALSO FOR .*|\d{1,3})\s*$"
)
_JOINTS = re.compile(
    r"(?<=\S) +(?=(?:DE R[A-Z]{3,7} #|ZN[YRO] [A-Z]{5}|(?:[ZOPR] ){1,2}\d{6}Z|FM [A-Z]{3}|"
    r"TO R[A-Z]{3,7}/|INFO R[A-Z]{3,7}/|R[A-Z]{3,7}/[A-Z]))"
)
_LONG_LINE = 90


@dataclass(frozen=True, slots=True)
class Header:
    """What the transmission header says; fields are the columns of `cables`.

    Attributes:
        de_serial: Serial of the DE line, modulo 10,000; a witness for the MRN.
        has_partial_notice: The sentence that the record is a partial extract stands here.
    """

    transmission_id: str | None
    precedence: str | None
    dtg: str | None
    sent_at: datetime | None
    origin: str | None
    recipients: tuple[Recipient, ...]
    de_serial: int | None
    has_partial_notice: bool
    claims: tuple[Claim, ...]


def parse_header(lines: Sequence[Line]) -> Header:
    """Read a transmission header, whole or partial.

    Args:
        lines: All lines before the line that opens the body.

    Returns:
        What was found; lines of unknown kinds are left unclaimed.
    """
    parts = [part for line in lines for part in _unfold(line) if not part.is_blank]
    found = _Found()
    for part in parts:
        found.take(part)
    letters, dtg, de = found.letters, found.dtg, found.de
    action = letters[0] if letters else None
    info = letters[-1] if letters else None
    addressees = parse_addressees(found.rest, action, info)
    words = [recipient.precedence for recipient in addressees.recipients]
    if dtg and de and de["day"]:
        dtg = check_against_de_line(dtg, int(de["day"]), int(de["hour"]), int(de["minute"]))
    return Header(
        transmission_id=found.transmission_id,
        precedence=highest([*letters, *(word for word in words if word == "NIACT IMMEDIATE")])
        or highest(words),
        dtg=dtg.text if dtg else None,
        sent_at=dtg.sent_at if dtg else None,
        origin=addressees.origin,
        recipients=addressees.recipients,
        de_serial=int(de["serial"]) if de and de["serial"] else None,
        has_partial_notice=found.has_notice,
        claims=tuple(sorted((*found.claims, *addressees.claims), key=lambda claim: claim.start)),
    )


@dataclass
class _Found:
    """What the lines above FM say, gathered line by line."""

    claims: list[Claim] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    letters: list[str | None] = field(default_factory=list)
    transmission_id: str | None = None
    de: re.Match[str] | None = None
    dtg: Dtg | None = None
    has_notice: bool = False

    def take(self, line: Line) -> None:
        what = self._understand(line.text)
        if what is None:
            self.rest.append(line)
        else:
            self.claims.append(Claim(line.start, line.end, what))

    def _understand(self, text: str) -> str | None:
        if PARTIAL_NOTICE.search(text):
            self.has_notice = True
            return "noise.partial_notice"
        if match := _TRANSMISSION_ID.match(text):
            self.transmission_id = self.transmission_id or match["id"]
            return "cables.transmission_id"
        if _ROUTING.match(text):
            return "noise.routing"
        if match := _DE.match(text):
            self.de = self.de or match
            return "noise.routing"
        if _SECURITY.match(text):
            return "noise.security_line"
        if self.dtg is None and (dtg := _dtg_of(text)):
            self.dtg = dtg
            self.letters = _precedences(text)
            return "cables.dtg"
        return "noise.operating_signal" if _OTHER.match(text) else None


def is_header_line(text: str) -> bool:
    """Whether a line can only belong to a transmission header."""
    return any(pattern.match(text) for pattern in (_TRANSMISSION_ID, _ROUTING, _DE, _SECURITY)) or (
        parse_dtg(text) is not None and _is_dtg_line(text)
    )


def _is_dtg_line(text: str) -> bool:
    match = DTG.search(text)
    return match is not None and len(text[: match.start()].strip()) <= 10


def _dtg_of(text: str) -> Dtg | None:
    return parse_dtg(text) if _is_dtg_line(text) else parse_spread_dtg(text)


def _precedences(text: str) -> list[str | None]:
    match = _LETTERS.match(text)
    if match is None:
        return []
    return [parse_precedence(letter) for letter in match["letters"].upper() if letter.strip()]


def _unfold(line: Line) -> list[Line]:
    """Cut a header that runs on one line where its format lines begin."""
    if len(line.text) < _LONG_LINE:
        return [line]
    parts: list[Line] = []
    start = 0
    for joint in _JOINTS.finditer(line.text):
        parts.append(Line(line.start + start, line.text[start : joint.start()]))
        start = joint.end()
    parts.append(Line(line.start + start, line.text[start:]))
    return parts
