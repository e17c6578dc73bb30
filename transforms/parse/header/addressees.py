"""Addressees: FM, TO, INFO and XMT lines of the transmission header.

    ACTION EUR-12                                       offices within the department, above FM
    INFO  LOG-00  EEB-00  /012W
    FM AMEMBASSY ELDERPORT
    TO RUEHC/SECSTATE WASHDC PRIORITY 3310              routing indicator, name, precedence, count
    INFO RUEHPV/AMEMBASSY PORT                          a name wrapped onto the next line
    VESPER 0114-0117                                    a range of counts
    RUCNXYZ/LAGOON STATES COLLECTIVE                    continues INFO
    XMT AMCONSUL DRY HARBOR                             exempt from the collective: no recipient

Roles repeat and come in any order, lose the blank behind them (`TORUEHC/`), stand alone on a line
or have a page line glued to them (`TO PAGE 02 STATE 091234`). Names may lack their routing
indicator (1970s) or carry `ZEN/` (delivered otherwise); several may stand on one line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from transforms.codes.posts import known_posts
from transforms.parse.cable import Recipient
from transforms.parse.header.address import Address, kind_of_addressee, parse_address
from transforms.parse.header.offices import parse_offices
from transforms.parse.text.label_slips import slips
from transforms.parse.text.message import Line
from transforms.parse.text.page_noise import drop_page_marks, noise_of

HEADS = (
    r"(?:AMEMBASS(?:Y|IES)|AMEMB|AMCON[A-Z]*|AMCOMSUL|AMLEGATION|USMISSION|USINT|USLO|USUN|USNATO"
    r"|USEU|UNVIE|USDEL|AIT|REO|SECSTATE|SECTSTATE|SECDEF|DEPT|DEPARTMENT|WHITE HOUSE|WHITEHOUSE"
    r"|JOINT STAFF|JCS|CJCS|HQ|CDR|CDRUS[A-Z]*|COMMANDER|US[A-Z]{2,8}COM|USCINC[A-Z]*|CINC[A-Z]*"
    r"|NSC|CIA|DIA|NSA|FBI|DEA|USDOC|USDA|USIA|USTR|ALL|DHS|CDC|NGA|TREASURY|OSD)\b"
)
"""Words with which the name of an addressee begins."""

_FROM = re.compile(r"\s*(?:FM|FROM)(?:[ :]+(?P<name>\S.*)|$)", re.IGNORECASE)
_FROM_GLUED = re.compile(rf"\s*FM(?P<name>{HEADS}.*)$")
_ROLE = re.compile(
    r"\s*(?P<role>TO|INFO[ /]{1,2}XMT|INFO|XMT|ACTION(?= (?:R[A-Z]{3,7}/|SECSTATE|AM))"
    rf"|(?:{slips('INFO')})(?= R[A-Z]{{3,7}}/))"
    r"(?:[ :/]+|[.;,] {1,3}|$)(?P<rest>.*)$",
    re.IGNORECASE,
)
_ROLE_GLUED = re.compile(rf"\s*(?P<role>TO|INFO|XMT)(?P<rest>(?:R[A-Z]{{3,7}}/|{HEADS}).*)$")
_PAGE = re.compile(r"\s*PAGE \d{1,3}\s", re.IGNORECASE)
_HAS_ROUTING = re.compile(r"\s*(?:ZEN\s?/|R[A-Z0-9]{3,7}\s?/)", re.IGNORECASE)
_BEGINS_AS_NAME = re.compile(rf"\s*{HEADS}", re.IGNORECASE)
_BETWEEN = re.compile(
    r"(?:(?<=[^\s/])|(?<=//))(?<!^R[A-Z]{4})(?<!^R[A-Z]{5})(?<!^R[A-Z]{6})[\s,;]+(?=(?:ZEN\s?/\s?)?(?:R[UHXBCDFNPQ][A-Z]{2,6}\s?/\s?[A-Z]"
    r"|(?:AMEMBASSY|AMCO[NM]SUL|AMCONGEN|AMLEGATION|USMISSION|SECSTATE) ))"
)
"""Where the next of several addresses on a line begins; not behind a station without its slash."""

_GOES_ON = re.compile(
    r"\s*(?:/|COLLECTIVE\b|COMMUNITY\b|WASH(?:INGTON )?DC\b|WASHINGTON\b|AND\b|OF\b|FOR\b)",
    re.IGNORECASE,
)
_IS_OPEN = re.compile(
    r"(?:-|(?<!/)/|\b(?:OF|AND|THE|FOR|AMEMBASSY|AMCONSUL|USMISSION|DEPT|DEPARTMENT|HQ|CDR|COMMANDER))$",
    re.IGNORECASE,
)
_IS_CUT = re.compile(r"(?:-|(?<!/)/)$")
"""What the rest of a name is set to without a blank."""

_IS_COMPLETE = re.compile(
    r"(?://|\b(?:COLLECTIVE|COMMUNITY|POSTS|WASHDC|WASHINGTON,? D\.?C|DC))\.?$", re.IGNORECASE
)
_NO_ADDRESS = re.compile(
    r"\s*[\"']|.{70}|.*[:=?!>]|.*\d/\d{1,2}/|.*\d{4}-\d{1,2}(?!\d)|\s*\d+[A-Z]{3,20}\d+\s*$|\s*\W*$"
)
_LONGEST_ORIGIN = 40


class Addressees(NamedTuple):
    """Who sent the message, and to whom.

    Attributes:
        origin: The FM line.
        recipients: In order; precedence as far as the lines give it.
        exempt: Posts exempted from the collectives.
        office_distribution: Offices within the department, `ACTION EUR-12`.
        spans: What was understood, as `make_claims` takes it.
    """

    origin: str | None
    recipients: tuple[Recipient, ...]
    exempt: tuple[str, ...]
    office_distribution: tuple[str, ...]
    spans: list[tuple[int, int, str]]


def parse_addressees(
    lines: Sequence[Line], action: str | None = None, info: str | None = None
) -> Addressees:
    """Read the address lines of a header.

    Args:
        lines: Lines from the office block or FM on; blank ones and lines of other kinds may stand
            between.
        action: Precedence of format line 5 for TO, which lines without a word inherit.
        info: The same for INFO.

    Returns:
        Origin and recipients (5 FAH-2 H-230; ACP 127, format lines 6 to 9).
    """
    walker = _Walker()
    spans: list[tuple[int, int, str]] = []
    for line in lines:
        start, text = line
        what = walker.take(text) if text.strip() else None
        if what is not None:
            spans.append((start, start + len(text), what))
    addresses = [(entry.role, parse_address(entry.text)) for entry in walker.entries]
    named = [(role, address) for role, address in addresses if address.plad]
    inherited = {"TO": action, "INFO": info}
    received = [(role, address) for role, address in named if role != "XMT"]
    return Addressees(
        origin=parse_address(walker.origin).plad or None if walker.origin else None,
        recipients=tuple(
            [
                _recipient(ordinal, role, address, inherited[role])
                for ordinal, (role, address) in enumerate(received, 1)
            ]
        ),
        exempt=tuple(address.plad for role, address in named if role == "XMT"),
        office_distribution=tuple(walker.offices),
        spans=spans,
    )


@dataclass(slots=True)
class _Entry:
    """One address as it stands on its lines."""

    role: str
    text: str


@dataclass(slots=True)
class _Walker:
    """Walks the lines and gathers addresses by role."""

    origin: str | None = None
    entries: list[_Entry] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    role: str | None = None
    office_role: str = "INFO"
    is_repeat: bool = False

    def take(self, text: str) -> str | None:
        """What a line became, as the name of a claim; None when it is nothing of ours."""
        if " OF 0" in text or " OF  0" in text:
            if noise_of(text) is not None:
                return "noise.page_line"
            text = drop_page_marks(text)
        if self.role is not None and not self.is_repeat and _HAS_ROUTING.match(text):
            return self._add(text, is_first=True)
        offices = parse_offices(text)
        if offices is not None and not (self.origin and _is_unit(text, offices[1])):
            self.office_role = offices[0] or self.office_role
            self.offices += [f"{self.office_role} {office}" for office in offices[1]]
            return "cables.office_distribution"
        is_from = text.lstrip()[:1] in "Ff"
        if is_from and (match := _FROM.match(text) or _FROM_GLUED.match(text)):
            return self._open(match["name"] or "")
        if match := _ROLE.match(text) or _ROLE_GLUED.match(text):
            return self._change_role(match["role"].upper(), match["rest"])
        if _PAGE.match(text) or noise_of(text):
            return "noise.page_line"
        if self.is_repeat:
            return "noise.repeated_header" if _HAS_ROUTING.match(text) else None
        if self.role is None:
            return self._take_without_role(text)
        return self._add(text) if _is_address(text) else None

    def _open(self, name: str) -> str:
        if self.origin and self.entries:
            self.is_repeat = True
            return "noise.repeated_header"
        self.origin = self.origin or name.strip()
        self.role = None
        return "cables.origin"

    def _change_role(self, word: str, rest: str) -> str:
        if self.is_repeat:
            return "noise.repeated_header"
        self.role = "XMT" if "XMT" in word else "TO" if word in {"TO", "ACTION"} else "INFO"
        if not rest.strip() or _PAGE.match(rest):
            return self._claim
        return self._add(rest, is_first=True)

    def _take_without_role(self, text: str) -> str | None:
        """A line behind FM without a role: the action addressee, or the rest of the origin."""
        if _HAS_ROUTING.match(text) or (self.origin and re.match(r"\s*SECSTATE\b", text)):
            self.role = "TO"
            return self._add(text)
        is_name = self.origin is not None and text.isupper() and not any(map(str.isdigit, text))
        if not is_name or self.entries or len(text) > _LONGEST_ORIGIN or _NO_ADDRESS.match(text):
            return None
        self.origin = f"{self.origin} {text.strip()}".strip()
        return "cables.origin"

    def _add(self, text: str, *, is_first: bool = False) -> str:
        may_be_several = "/" in text[9:] or " AM" in text or " US" in text or " SECSTATE" in text
        for piece in _BETWEEN.split(text.strip()) if may_be_several else [text.strip()]:
            if not is_first and self.entries and self._goes_on(self.entries[-1], piece):
                last = self.entries[-1]
                is_glued = bool(_IS_CUT.search(last.text)) or piece.startswith("/")
                last.text += piece if is_glued else f" {piece}"
            else:
                self.entries.append(_Entry(self.role or "TO", piece))
            is_first = False
        return self._claim

    @property
    def _claim(self) -> str:
        return "cables.exempt" if self.role == "XMT" else "recipients.plad"

    def _goes_on(self, last: _Entry, piece: str) -> bool:
        """Whether a line goes on with the address above it."""
        if last.role != self.role or _HAS_ROUTING.match(piece):
            return False
        if _GOES_ON.match(piece) or piece.isdigit() or not parse_address(piece).plad:
            return True
        above = parse_address(last.text)
        if above.message_serial or above.precedence:
            return False
        if _IS_OPEN.search(last.text) or last.text.count("//") % 2:
            return True
        if _BEGINS_AS_NAME.match(piece) or _IS_COMPLETE.search(above.plad):
            return False
        return _completes(above, piece)


def _completes(above: Address, piece: str) -> bool:
    """Whether the two lines make one name, of a post that we know or of a station on the net."""
    kind, post = kind_of_addressee(parse_address(f"{above.plad} {piece}").plad)
    if kind == "post" and post in known_posts():
        return True
    is_known = kind_of_addressee(above.plad)[1] in known_posts()
    return above.routing_indicator is not None and not is_known


def _is_unit(text: str, offices: Sequence[str]) -> bool:
    """Whether a single office without a total is a unit that looks like one: `INFO CJTF-82`."""
    return len(offices) == 1 and "/" not in text


def _is_address(text: str) -> bool:
    if _HAS_ROUTING.match(text):
        return True
    if _NO_ADDRESS.match(text):
        return False
    return (
        text.isupper()
        or text.strip().replace("-", "").isdigit()
        or bool(_BEGINS_AS_NAME.match(text))
    )


def _recipient(ordinal: int, role: str, address: Address, inherited: str | None) -> Recipient:
    kind, post = kind_of_addressee(address.plad)
    routing, plad, precedence, serial = address
    return Recipient(ordinal, role, routing, plad, precedence or inherited, serial, kind, post)
