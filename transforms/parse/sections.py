"""Sections: long messages are sent in parts of 50 lines or so.

C O N F I D E N T I A L SECTION 01 OF 03 ELDERPORT 000417      opens the body
ELDERPORT 00000417  002.2 OF 003                               where the site joined two parts
"""

from __future__ import annotations

import re

_WORDS = ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN")
_COUNT = rf"\d{{1,2}}|{'|'.join(_WORDS)}"
SECTION = re.compile(
    r"\b(?:FINAL )?(?:S ?E ?C ?T ?I ?O ?NS?|SECT?\.?)\s{0,3}"
    rf"(?P<number>{_COUNT})?\s{{0,3}}(?:OF|(?<=\d)/)\s{{0,3}}(?P<count>{_COUNT})(?!\d)(?:\b|(?<=\d))",
    re.IGNORECASE,
)
"""A section mark anywhere in a line."""


def section_count(match: re.Match[str]) -> int:
    """The number of sections that a mark gives, in digits or as a word."""
    count = match["count"].upper()
    return int(count) if count.isdigit() else _WORDS.index(count) + 1
