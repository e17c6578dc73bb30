"""One address: routing indicator, name, precedence, message count.

RUEHC/SECSTATE WASHDC PRIORITY 3310
ZEN/AMEMBASSY PORT VESPER NIACT IMMEDIATE 0114-0117     delivered otherwise, a range of counts
RHMFISS/HQ USCENTCOM MACDILL AFB FL//POLAD//            office symbols belong to the name
RUEHC SECSTATE WASHDC                                   slash lost
SECSTATE WASHDCPRIORITY 3310                            blank lost
"""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.codes.posts import canonical_post, find_post, known_posts
from transforms.parse.header.precedence import cut_precedence, highest, parse_precedence
from transforms.parse.text.kept import keep_short

_ZEN = re.compile(r"ZEN\s?/\s?", re.IGNORECASE)
_ROUTING = re.compile(r"(?P<routing>R[A-Z0-9]{3,7})\s?/{1,2}\s?(?=\S)", re.IGNORECASE)
_BARE_ROUTING = re.compile(
    r"(?P<routing>R(?:UE[A-Z]|UC[NP]|HE[A-Z]|HM[A-Z])[A-Z]{1,4}) (?=[A-Z]{3})"
)
_SERIAL = re.compile(
    r"(?:(?<=\s)|^)(?:#|NR\.? ?|NO\.? ?)?"
    r"(?P<serial>[0-9O]{3,5}(?: ?(?:-|/|THRU|TO) ?[0-9O]{2,5})?)$",
    re.IGNORECASE,
)
_GLUED_SERIAL = re.compile(r"(?<=[A-Z]{3})(?P<serial>\d{4})$", re.IGNORECASE)
_SHORT_SERIAL = re.compile(r"\s(?P<serial>\d{1,2})$")
_UNIT = re.compile(
    r"(?:^|[\s/])(?:C?JTF|CTF|CTG|CTU|TF|TG|(?:COM)?(?:DESRON|PHIBRON|CARGRU|CRUDESGRU)|JIATF|MEU"
    r"|FLT|WING|SQDN|BDE|DIV|ROOM|RM|BOX)\s\d{1,5}$",
    re.IGNORECASE,
)
_MISSION = re.compile(
    r"(?:AMEMBASSY|AMEMB|AMCONSUL|AMCOMSUL|AMCONGEN|AMLEGATION|US ?MISSION|USINT|USLO|USOFFICE|REO"
    r"|EMBASSY|CONSULATE)\s+(?P<place>[A-Z0].*)$",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\s(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?:\s[A-Z ]{2,20})?$", re.IGNORECASE
)
"""`AMEMBASSY PORT VESPER JUL 1290`: a month that a message system set behind the post."""

_DEPARTMENT = re.compile(r"(?:SECSTATE|SECTSTATE|DEPT OF STATE|DEPARTMENT OF STATE)\b(?!//)", re.I)
_OWN_NAME = re.compile(
    r"(?:AIT|USUN|USNATO|USOSCE|USEU|UNVIE|USOECD|USUNESCO|(?:IRAN )?RPO)\b", re.IGNORECASE
)
_COLLECTIVE = re.compile(
    r"\bCOLLECTIVE$|^ALL\b|^SPECIAL EMBASSY PROGRAM$"
    r"|\b(?:COMMUNITY|POSTS|MEMBER STATES|CAPITALS|(?<!UNITED )NATIONS)$",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\s(?:PRIORITY|IMMEDIATE|ROUTINE|NIACT)(?=\s)", re.IGNORECASE)
_TAIL = re.compile(r"(?: (?:SIPDIS|BT|NOFORN))+$")
_EDGES = " \t,;:.-"
_FIGURES = 4
_ANY_COUNT = "0000"
"""Stands for any count of four figures: what else an address says does not hang on it."""


class Address(NamedTuple):
    """What one address says.

    Attributes:
        routing_indicator: `RUEHC`; None without one.
        plad: The name; empty when the text holds only a precedence or a count.
        precedence: As its words say; None without any.
        message_serial: As written; None without one.
    """

    routing_indicator: str | None
    plad: str
    precedence: str | None
    message_serial: str | None


def parse_address(text: str) -> Address:
    """Read one address.

    Args:
        text: The address without its role word, on one line.

    Returns:
        Its parts (5 FAH-2 H-230; cable formats 3.6).
    """
    count = text[-_FIGURES:]
    if len(count) < _FIGURES or not (count.isascii() and count.isdigit()):
        return _kept_address(text)
    address = _kept_address(text[:-_FIGURES] + _ANY_COUNT)
    if address.message_serial != _ANY_COUNT:
        return _read_address(text)
    return Address(address.routing_indicator, address.plad, address.precedence, count)


def _read_address(text: str) -> Address:
    name = _TAIL.sub("", " ".join(text.split())).strip(_EDGES)
    found = _serial_of(name)
    if found is None:
        return _without_serial(name)
    rest = _without_serial(name[: found.start()].rstrip(_EDGES))
    return Address(rest.routing_indicator, rest.plad, rest.precedence, found["serial"])


_kept_address = keep_short(maxsize=16384)(_read_address)
"""The same, kept: the addresses of a dump are a few thousand, but for their counts."""


@keep_short(maxsize=16384)
def _without_serial(name: str) -> Address:
    """An address without a count at its end; most of a dump are the same few thousand."""
    words: list[str | None] = []
    first, _, rest = name.partition(" ")
    if rest and len(first) > 3 and (word := parse_precedence(first)):
        words.append(word)
        name = rest
    routing, name = _cut_routing(name)
    serial: str | None = None
    while name:
        name = name.rstrip(_EDGES)
        if (cut := cut_precedence(name)) is not None:
            name, word = cut
            words.append(word)
        elif (found := _serial_of(name)) is not None:
            name = name[: found.start()].rstrip()
            serial = serial or found["serial"]
        else:
            break
    if (inside := _INSIDE.search(name)) is not None:
        words.append(parse_precedence(inside[0].strip()))
        name = name[: inside.start()] + name[inside.end() :]
    return Address(routing, _trimmed(name), highest(words), serial)


@keep_short(maxsize=16384)
def kind_of_addressee(plad: str) -> tuple[str, str | None]:
    """What an addressee is, and which post it is.

    Args:
        plad: The name.

    Returns:
        `post` with the canonical post (an unknown one as written, squeezed), `collective` or
        `agency` without one.
    """
    if _COLLECTIVE.search(plad):
        return "collective", None
    if _DEPARTMENT.match(plad):
        return "post", "STATE"
    name = plad.partition("//")[0].strip()
    if (match := _MISSION.match(name)) is not None:
        place = match["place"]
        post = find_post(place) or find_post(_MONTH.sub("", place))
        return "post", post or canonical_post(place) or None
    if _OWN_NAME.match(name) and (post := find_post(name)) is not None:
        return "post", post
    return "agency", None


def _cut_routing(name: str) -> tuple[str | None, str]:
    routing: str | None = None
    for _ in range(3):
        if zen := _ZEN.match(name):
            name = name[zen.end() :]
        match = _ROUTING.match(name) or _BARE_ROUTING.match(name)
        if match is None or routing is not None or match["routing"].upper() in known_posts():
            break
        routing = match["routing"].upper()
        name = name[match.end() :]
    return routing, name


def _serial_of(name: str) -> re.Match[str] | None:
    if not name[-1:].isdigit() and name[-1:] not in "Oo":
        return None
    if _UNIT.search(name):
        return None
    found = _SERIAL.search(name)
    if found is not None and any(map(str.isdigit, found["serial"])):
        return found
    if glued := _GLUED_SERIAL.search(name):
        return glued
    is_post = kind_of_addressee(name.rstrip("0123456789 "))[0] == "post"
    return _SHORT_SERIAL.search(name) if is_post else None


def _trimmed(name: str) -> str:
    """The name without what only ends it; office symbols keep their second slashes."""
    name = name.strip(_EDGES)
    if name.endswith("/") and name.count("//") < 2:
        name = name.rstrip("/").rstrip(_EDGES)
    return name
