"""Sections: long messages are sent in parts of 50 lines or so.

C O N F I D E N T I A L SECTION 01 OF 03 ELDERPORT 000417      opens the body
ELDERPORT 00000417  002.2 OF 003                               where the site joined two parts
"""

from __future__ import annotations

import re

_WORDS = ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN")
_COUNT = rf"[0O] ?[1-9](?!\d)|\dO(?![A-Z])|\d{{1,3}}|{'|'.join(_WORDS)}"


def _slips(word: str) -> list[str]:
    """A word with a letter lost, doubled, or two that changed places."""
    lost = [word[:place] + word[place + 1 :] for place in range(len(word))]
    doubled = [word[:place] + word[place - 1 :] for place in range(1, 1 + len(word))]
    swapped = [
        word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        for place in range(len(word) - 1)
    ]
    return sorted({*lost, *doubled, *swapped}, key=len, reverse=True)


SECTION = re.compile(
    rf"\b(?:FINAL )?(?:S ?E ?C ?T ?I ?O ?NS?|{'|'.join(_slips('SECTION'))}|SECT?\.?)\s{{0,3}}"
    rf"(?P<number>{_COUNT})?\s{{0,3}}(?:[O0]F|F[O0]|(?<=\d )[OF]|(?<=\d)/|(?<=\d )/)\s{{0,3}}"
    rf"(?P<count>{_COUNT})(?!\d)(?:\b|(?<=\d))",
    re.IGNORECASE,
)
"""A section mark anywhere in a line."""

BARE_SECTION = re.compile(r"(?<!\d)\d{1,2} OF (?P<count>\d{1,2})(?!\d)")
"""A section mark of a marking line that lost its word."""


def section_count(match: re.Match[str]) -> int:
    """The number of sections that a mark gives, in digits or as a word."""
    count = match["count"].upper()
    if count in _WORDS:
        return _WORDS.index(count) + 1
    return int(count.replace("O", "0").replace(" ", ""))
