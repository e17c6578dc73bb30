"""Precedence: how urgent a message is, by letter or by word.

P R 011430Z APR 08           <- format line 5: action, then info
... WASHDC NIACT IMMEDIATE   <- on an address line, for that addressee
"""

from __future__ import annotations

import re
from collections.abc import Iterable

RANKED = ("ROUTINE", "PRIORITY", "IMMEDIATE", "NIACT IMMEDIATE", "FLASH")
"""From the lowest to the highest."""

_LETTERS = {"R": "ROUTINE", "P": "PRIORITY", "O": "IMMEDIATE", "Z": "FLASH"}
_TYPOS = {
    "PIORITY": "PRIORITY",
    "PRIORTY": "PRIORITY",
    "PRIORIY": "PRIORITY",
    "PRIORITYY": "PRIORITY",
    "IMMEDIAT": "IMMEDIATE",
    "IMMEDATE": "IMMEDIATE",
    "ROUTIINE": "ROUTINE",
}
WORDS = re.compile(
    r"\b(NIACT ?IMMEDIATE|NIACT|FLASH|IMMEDIATE|PRIORITY|ROUTINE|" + "|".join(_TYPOS) + r")\b",
    re.IGNORECASE,
)
"""A precedence word, typing errors included."""


def parse_precedence(text: str) -> str | None:
    """The precedence that a letter, a doubled letter or a word stands for.

    Args:
        text: `P`, `PP`, `PRIORITY`, `NIACT IMMEDIATE`, in any case.

    Returns:
        A code of `precedences`, or None (5 FAH-2 H-440; cable formats 3.5).
    """
    word = " ".join(text.upper().split())
    if word in {"NIACT", "NIACTIMMEDIATE"}:
        return "NIACT IMMEDIATE"
    word = _TYPOS.get(word, word)
    if word in RANKED:
        return word
    return _LETTERS.get(word[0]) if word and set(word) == {word[0]} and len(word) <= 2 else None


def highest(precedences: Iterable[str | None]) -> str | None:
    """The highest of several precedences; None when there is none."""
    known = [precedence for precedence in precedences if precedence is not None]
    return max(known, key=RANKED.index) if known else None
