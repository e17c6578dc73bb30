"""Addressees: FM, TO, INFO and XMT lines of the transmission header.

    FM AMEMBASSY ELDERPORT
    TO RUEHC/SECSTATE WASHDC PRIORITY 3310              routing indicator, name, precedence, count
    INFO RUEHPV/AMEMBASSY PORT VESPER 0114-0117         a range of counts
    RUCNXYZ/LAGOON STATES COLLECTIVE                    continues INFO
    XMT AMCONSUL DRY HARBOR                             exempt from the collective: no recipient

Names may lack their routing indicator (1970s), wrap, or carry `ZEN/` (delivered otherwise).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.parse.cable import Recipient
from transforms.parse.message import Claim, Line
from transforms.parse.precedence import WORDS, highest, parse_precedence

_FROM = re.compile(r"\s*FM[ :]\s*(?P<name>\S.*)$", re.IGNORECASE)
_ROLE = re.compile(r"\s*(?P<role>TO|INFO XMT|INFO|XMT|ZEN)(?:[ :/]+|$)(?P<rest>.*)$", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\s*(?:(?P<routing>[RU][A-Z0-9]{3,7})\s?/)?(?:\s?ZEN\s?/)?\s*(?P<name>\S.*)$", re.IGNORECASE
)
_SERIAL = re.compile(r"\s+#?(?P<serial>\d{3,5}(?:-\d{2,5})?)\s*$")
_SHORT_SERIAL = re.compile(r"\s+(?P<serial>\d{1,2})\s*$")
_POSTS = re.compile(r"(?:AMEMBASSY|AMCONSUL|AMCOMSUL|USMISSION|USUN|SECSTATE)\b")
_OFFICES = re.compile(
    r"\s*(?:(?:ACTION|ORIGIN)\s+[A-Z]{1,4}-\d{2}\b.*"
    r"|(?:INFO\s+)?[A-Z]{1,4}-\d{2}(?:\s+[A-Z]{1,4}-\d{2}){1,20}\b.*|/\d{3}\s?W?)$"
)
_PAGE = re.compile(r"\s*(?:TO |INFO )?PAGE \d{1,3}\s", re.IGNORECASE)
_CONTINUES = re.compile(
    r"\s*(?:COLLECTIVE|COMMUNITY|WASHINGTON DC|WASHDC|NIACT|IMMEDIATE|PRIORITY|ROUTINE"
    r"|\d{3,5}\s*$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Addressees:
    """Who sent the message, and to whom.

    Attributes:
        origin: The FM line.
        recipients: In order; precedence as far as the lines give it.
        claims: Spans that were understood.
    """

    origin: str | None
    recipients: tuple[Recipient, ...]
    claims: tuple[Claim, ...]


def parse_addressees(
    lines: Sequence[Line], action: str | None = None, info: str | None = None
) -> Addressees:
    """Read the address lines of a header.

    Args:
        lines: Lines from FM on; blank ones and lines of other kinds may stand between.
        action: Precedence of format line 5 for TO, which lines without a word inherit.
        info: The same for INFO.

    Returns:
        Origin and recipients (5 FAH-2 H-230; ACP 127, format lines 6 to 9).
    """
    origin: str | None = None
    role: str | None = None
    found: list[list[str]] = []
    claims: list[Claim] = []
    for line in lines:
        if line.is_blank:
            continue
        if match := _FROM.match(line.text):
            origin = origin or " ".join(match["name"].split())
            claims.append(Claim(line.start, line.end, "cables.origin"))
            role = None
            continue
        text = line.text
        if _PAGE.match(text) or _OFFICES.match(text):
            claims.append(Claim(line.start, line.end, "noise.distribution"))
            continue
        if match := _ROLE.match(text):
            role = match["role"].upper()
            text = match["rest"]
        elif role is None:
            continue
        what = "noise.exempt" if "XMT" in role else "recipients.plad"
        claims.append(Claim(line.start, line.end, what))
        if "XMT" in role or not text.strip():
            continue
        if found and _CONTINUES.match(text):
            found[-1][1] += f" {text.strip()}"
        else:
            found.append([role, text.strip()])
    recipients = tuple(
        _recipient(index, role, text, action if role == "TO" else info)
        for index, (role, text) in enumerate(found, 1)
    )
    return Addressees(origin, recipients, tuple(claims))


def _recipient(ordinal: int, role: str, text: str, inherited: str | None) -> Recipient:
    match = _ADDRESS.match(text)
    routing = match["routing"].upper() if match and match["routing"] else None
    name = match["name"] if match else text
    serial = None
    words: list[str | None] = []
    while rest := _without_word(name) or _without_serial(name):
        name = rest[0]
        if rest[1].isdigit() or "-" in rest[1]:
            serial = serial or rest[1]
        else:
            words.append(parse_precedence(rest[1]))
    plad = " ".join(name.split()).strip(" ,;") or text
    return Recipient(
        ordinal=ordinal,
        role="TO" if role == "TO" else "INFO",
        routing_indicator=routing,
        plad=plad,
        precedence=highest(words) or inherited,
        message_serial=serial,
    )


def _without_word(name: str) -> tuple[str, str] | None:
    """The name without the precedence word at its end, and that word."""
    words = list(WORDS.finditer(name))
    if not words or not words[-1].start() or name[words[-1].end() :].strip():
        return None
    return name[: words[-1].start()], words[-1][0]


def _without_serial(name: str) -> tuple[str, str] | None:
    """The name without the message count at its end, and that count."""
    found = _SERIAL.search(name) or (_SHORT_SERIAL.search(name) if _POSTS.match(name) else None)
    return (name[: found.start()], found["serial"]) if found else None
