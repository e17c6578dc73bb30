"""The transmission header: format lines 1 to 9.

    VZCZCXRO1234                                     FL1 transmission id
    PP RUEHXX RUEHYY                                 FL2 precedence, called stations (may wrap)
    DE RUEHEP #0417/01 0921430                       FL3 sender, serial, section, day and time
    ZNY CCCCC ZZH                                    FL4 security
    P R 011430Z APR 08                               FL5 precedence and date-time group
    FM, TO, INFO, XMT                                FL6 to FL9, see `addressees`
    DESTINATION: PP RUEHXX DE RUEHEP #0417 ...       all of it run together, in a pasted key block

Any line may be missing; on pages of partial extracts the sentence that says so stands in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from operator import itemgetter
from typing import NamedTuple

from transforms.codes.posts import known_posts
from transforms.parse.cable import Recipient
from transforms.parse.header.addressees import parse_addressees
from transforms.parse.header.dtg import WrittenDtg, find_dtg, mend_by_de_line
from transforms.parse.header.offices import parse_offices
from transforms.parse.header.pasted import Pasted
from transforms.parse.header.precedence import highest, parse_precedence
from transforms.parse.header.run_together import may_be_several, unfold
from transforms.parse.text.kept import keep_short
from transforms.parse.text.message import Claim, Line, make_claims

PARTIAL = "partial extract"
PARTIAL_NOTICE = re.compile(
    r"This record is a partial extract of the original cable\.\s{0,3}"
    r"The full text of the original cable is not available\."
)
_NOTICE = (
    "This record is a partial extract of the original cable. The full text of the original cable is"
    " not available."
)
_TRANSMISSION_ID = re.compile(r"\s*(?P<id>V?ZCZC ?[A-Z0-9]{0,12})\s*$")
_ROUTING = re.compile(
    r"\s*(?:(?P<letters>[ZOPRY]{2}(?: [ZOPRY]{2}){0,3})\s+)?"
    r"(?P<stations>R[A-Z]{3,7}(?:\s+(?:[ZOPRY]{2}\s+)?R[A-Z]{3,7})*)\s*$"
)
_DE = re.compile(
    r"\s*DE\s+R[A-Z]{3,7}\s*#?\s?(?P<serial>\d{2,5}(?!\d))?(?:\s?/\s?\d{1,2}(?!\d))?"
    r"(?:\s+(?P<day>\d{3})[\s/]?(?P<hour>\d{2})(?P<minute>\d{2})Z?)?"
)
_SECURITY = re.compile(r"\s*ZN[YRO]\s+[A-Z]{5}\b.*$")
_OTHER = re.compile(
    r"\s*(?:BT|GR\s?\d{1,5}|NNNN|Z[DEFNU][A-Z](?:[ \d-].*)?|-{5,}.*|null|NULL|\d{6,}"
    r"|SIPDIS|MINIMIZE.*|ALSO FOR .*|(?:DRAFTED|APPROVED|CLEARED) BY .*|#\d{0,4})\s*$"
)
_COPY = re.compile(r"\s*\d{1,2}\s*")
"""The number of a copy or desk; among addresses it is a count that was wrapped."""

_FORMAT_LINES = frozenset(
    {"cables.transmission_id", "noise.routing", "noise.security_line", "cables.dtg"}
)
_ADDRESS_LINE = re.compile(r"(?:FM|TO|INFO|XMT) |R[A-Z0-9]{3,7}/")
_PRECEDENCES = frozenset("ZOPRY")
_MOST_LETTERS = 4


class Header(NamedTuple):
    """What the transmission header says; fields are the columns of `cables`.

    Attributes:
        written_at: What the date-time group says; `sent_at` is mended by the DE line.
        year: Of the date-time group, also when its date does not exist.
        de_serial: Serial of the DE line, modulo 10,000; a witness for the MRN.
        has_partial_notice: The sentence that the record is a partial extract stands here.
        is_correction: The operating signal ZDS says that this corrects an earlier transmission.
    """

    transmission_id: str | None
    precedence: str | None
    dtg: str | None
    sent_at: datetime | None
    written_at: datetime | None
    year: int | None
    origin: str | None
    recipients: tuple[Recipient, ...]
    exempt: tuple[str, ...]
    office_distribution: tuple[str, ...]
    de_serial: int | None
    has_partial_notice: bool
    is_correction: bool
    claims: tuple[Claim, ...]


def parse_header(lines: Sequence[Line]) -> Header:
    """Read a transmission header, whole or partial.

    Args:
        lines: All lines before the line that opens the body.

    Returns:
        What was found; lines of unknown kinds are left unclaimed.
    """
    found = _Found()
    for line in lines:
        if "\t" in line.text:
            line = Line(line.start, line.text.replace("\t", " "))
        if may_be_several(line.text):
            for part in unfold(line):
                found.take(part)
        else:
            found.take(line)
    letters = found.letters or found.called
    addressees = parse_addressees(
        found.rest, letters[0] if letters else None, letters[-1] if letters else None
    )
    dtg = found.dtg
    return Header(
        transmission_id=found.transmission_id,
        precedence=highest([*letters, *(r.precedence for r in addressees.recipients)]),
        dtg=dtg.text if dtg else None,
        sent_at=_moment(dtg, found.de) if dtg else None,
        written_at=dtg.sent_at if dtg else None,
        year=dtg.year if dtg else None,
        origin=addressees.origin,
        recipients=addressees.recipients,
        exempt=addressees.exempt,
        office_distribution=addressees.office_distribution,
        de_serial=int(found.de["serial"]) if found.de and found.de["serial"] else None,
        has_partial_notice=found.has_notice,
        is_correction=found.is_correction,
        claims=tuple(make_claims(sorted(found.spans + addressees.spans, key=itemgetter(0)))),
    )


@dataclass(slots=True)
class _Found:
    """What the lines above FM say, gathered line by line.

    Attributes:
        rest: Lines for `addressees`, blank ones among them.
        letters: Precedences of format line 5: action, then info.
        called: Precedences of format line 2, which count when line 5 is lost.
    """

    spans: list[tuple[int, int, str]] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    called: list[str] = field(default_factory=list)
    transmission_id: str | None = None
    de: re.Match[str] | None = None
    dtg: WrittenDtg | None = None
    has_notice: bool = False
    is_correction: bool = False
    is_among_addresses: bool = False
    pasted: Pasted = field(default_factory=Pasted)

    def take(self, line: Line) -> None:
        start, text = line
        if not text or text.isspace():
            self.pasted.take_blank()
            return
        if '"' in text:
            start, text = line = self._without_quote(line)
            if not text:
                return
        what = self._understand(text)
        if what is None:
            self.is_among_addresses = self.is_among_addresses or _begins_addresses(text)
            self.rest.append(line)
        else:
            self.spans.append((start, start + len(text), what))

    def _without_quote(self, line: Line) -> Line:
        """A line without the quotation marks of a csv field that was pasted."""
        start, text = line
        if text[0] == '"' and (text == '"' or self.pasted.kind == "noise.pasted_field"):
            self.spans.append((start, start + 1, "noise.pasted_field"))
            start, text = start + 1, text[1:]
        if text[-1:] == '"' and text.count('"') == 1:
            self.spans.append((start + len(text) - 1, start + len(text), "noise.pasted_field"))
            text = text[:-1]
        return Line(start, text)

    def _understand(self, text: str) -> str | None:
        if _ADDRESS_LINE.match(text):
            self.pasted.kind = None
            return None
        is_notice = PARTIAL in text and PARTIAL_NOTICE.search(text) is not None
        if is_notice or ((self.has_notice or PARTIAL in text) and text.strip() in _NOTICE):
            self.has_notice = True
            return "noise.partial_notice"
        what = self._understand_format_line(text)
        if "ZDS" in text and what is not None and "ZDS" in text.split():
            self.is_correction = True
        if what in _FORMAT_LINES:
            self.pasted.kind = None
            return what
        return self.pasted.take(text, is_header=False) or what

    def _understand_format_line(self, text: str) -> str | None:
        if text.islower() and _dtg_line(text) is None:
            text = text.upper()
        first = text.lstrip()[:1]
        if first in "VZ" and (match := _TRANSMISSION_ID.match(text)):
            self.transmission_id = self.transmission_id or match["id"].replace(" ", "")
            return "cables.transmission_id"
        if (match := _routing(text)) and (match["letters"] or not self.is_among_addresses):
            self.called = self.called or _precedences((match["letters"] or "").split())
            return "noise.routing"
        if first == "D" and (match := _DE.match(text)):
            self.de = self.de or match
            return "noise.routing"
        if first == "Z" and _SECURITY.match(text):
            return "noise.security_line"
        if (line := _dtg_line(text)) is not None:
            if self.dtg is None:
                self.dtg, self.letters = line
            return "cables.dtg"
        is_other = _OTHER.match(text) or (not self.is_among_addresses and _COPY.fullmatch(text))
        return "noise.operating_signal" if is_other else None


def is_header_line(text: str) -> bool:
    """Whether a line can only belong to a transmission header."""
    return (
        any(pattern.match(text) for pattern in (_TRANSMISSION_ID, _DE, _SECURITY))
        or _routing(text) is not None
        or _dtg_line(text) is not None
    )


def _routing(text: str) -> re.Match[str] | None:
    """A line of called stations; `ROME` alone is an addressee of the 1970s."""
    match = _ROUTING.match(text) if text.lstrip()[:1] in _PRECEDENCES else None
    return None if match is None or match["stations"] in known_posts() else match


def _begins_addresses(text: str) -> bool:
    """Whether a line opens the addresses; `INFO` of an office block stands above format line 1."""
    return text.lstrip()[:2].upper() in {"FM", "TO", "IN"} and parse_offices(text) is None


def _dtg_line(text: str) -> tuple[WrittenDtg, list[str]] | None:
    """Format line 5: the group with nothing but precedences before it, and these."""
    written = find_dtg(text)
    if written is None:
        return None
    precedences = _letters_before(text[: written.start])
    return None if precedences is None else (written, list(precedences))


@keep_short(maxsize=256)
def _letters_before(text: str) -> tuple[str, ...] | None:
    """The precedences before a date-time group; None when anything else stands there."""
    before = text.replace("/", " ").split()
    if before and before[0].upper() in {"DTG", "DTG:"}:
        before = before[1:]
    precedences = _precedences(before)
    letters = [letter for word in before for letter in word]
    if len(precedences) < len(before):
        precedences = _precedences(letters) if len(letters) <= _MOST_LETTERS else []
        if len(precedences) < len(letters):
            return None
    return tuple(precedences)


def _precedences(words: Sequence[str]) -> list[str]:
    return [found for word in words if (found := parse_precedence(word)) is not None]


def _moment(dtg: WrittenDtg, de: re.Match[str] | None) -> datetime | None:
    if de is None or de["day"] is None:
        return dtg.sent_at
    return mend_by_de_line(dtg, int(de["day"]), int(de["hour"]), int(de["minute"]))
