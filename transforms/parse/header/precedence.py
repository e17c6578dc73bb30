"""Precedence: how urgent a message is, by letter or by word.

P R 011430Z APR 08           <- format line 5: action, then info
... WASHDC NIACT IMMEDIATE   <- on an address line, for that addressee
... WASHDC PRIORTY 3310      <- with a typing error
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

RANKED = ("ROUTINE", "PRIORITY", "IMMEDIATE", "NIACT IMMEDIATE", "FLASH")
"""From the lowest to the highest."""

_LETTERS = {"R": "ROUTINE", "P": "PRIORITY", "O": "IMMEDIATE", "Z": "FLASH"}
_SHORT = {
    "NIACT": "NIACT IMMEDIATE",
    "NIACTIMMEDIATE": "NIACT IMMEDIATE",
    "IMMED": "IMMEDIATE",
    "IMM": "IMMEDIATE",
    "PRIO": "PRIORITY",
    "RTN": "ROUTINE",
}
_WHOLE = ("ROUTINE", "PRIORITY", "IMMEDIATE")
_FIRST = frozenset("RPINFOZ")
_GLUED = re.compile(r"(?<=[A-Z])(?:ROUTINE|PRIORITY|IMMEDIATE)$", re.IGNORECASE)
_LONGEST_LETTERS = 2
_ALIKE = 0.83
"""Share of letters in common from which a word is a misspelling; no word of an address comes near
(`PRIVATE` 0.67, `MEDIATE` 0.88 but with another first letter)."""


def parse_precedence(text: str) -> str | None:
    """The precedence that a letter, a doubled letter or a word stands for.

    Args:
        text: `P`, `PP`, `PRIORITY`, `PRIORTY`, `NIACT IMMEDIATE`, in any case.

    Returns:
        A code of `precedences`, or None (5 FAH-2 H-440; cable formats 3.5).
    """
    word = " ".join(text.upper().split())
    if word[:1] not in _FIRST:
        return None
    if len(word) <= _LONGEST_LETTERS:
        return _LETTERS.get(word[0]) if set(word) == {word[0]} else None
    return _word(word)


@lru_cache(maxsize=4096)
def _word(word: str) -> str | None:
    word = _SHORT.get(word, word)
    if word in RANKED:
        return word
    if " " in word:
        first, _, rest = word.partition(" ")
        return "NIACT IMMEDIATE" if first == "NIACT" and _word(rest) == "IMMEDIATE" else None
    near = get_close_matches(word, _WHOLE, 1, _ALIKE) if len(word) >= 6 else []
    return near[0] if near and near[0][0] == word[0] else None


def cut_precedence(text: str) -> tuple[str, str] | None:
    """Cut a precedence word off the end of an address.

    Args:
        text: `SECSTATE WASHDC PRIORITY`, without blanks at its end.

    Returns:
        What stands before the word, and the precedence; None when the last word is none. A word
        glued to the name (`WASHDCPRIORITY`) is cut off too.
    """
    head, _, last = text.rpartition(" ")
    last = last.strip("()[]")
    if "/" in last:
        word = last.rpartition("/")[2]
        found = parse_precedence(word) if len(word) > _LONGEST_LETTERS else None
        return (text[: text.rindex("/") + 1], found) if found else None
    if len(last) <= _LONGEST_LETTERS or not last.isalpha():
        return None
    if (found := parse_precedence(last)) is not None:
        return head.rstrip(), found
    glued = _GLUED.search(text)
    return (text[: glued.start()], glued[0].upper()) if glued else None


def highest(precedences: Iterable[str | None]) -> str | None:
    """The highest of several precedences; None when there is none."""
    known = [precedence for precedence in precedences if precedence is not None]
    return max(known, key=RANKED.index) if known else None
