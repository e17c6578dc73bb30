"""Labels of the REF block with other signs than the usual ones.

A., OSLO 5 B., BERN 7    A-- OSLO 5; B-- BERN 7    -A. OSLO 5 -B. BERN 7    A OSLO 5, B ROME 7

No list of signs is long enough. What stands around the A at the start of a block and around a B
behind it makes labels of both, and of the letters that follow.
"""

from __future__ import annotations

import re
from string import ascii_uppercase

_FIRST = re.compile(r"(?P<before>[^\w\s¶]{0,2}\s?)A(?P<behind>\s?[^\w\s¶'’&]{1,3}|(?=\s))")
_USUAL = frozenset([".", ")", ":", "]", ".)", ").", "-", "/", " -"])
_OPENS = frozenset(["", "(", "["])
_LINE = re.compile(
    r"[B-Z] {1,2}(?=(?:\d\d(?:\d\d)? ?)?[A-Z]{3}[A-Z .'-]{0,25} #?\d)"
    r"|[^\w\s]{0,2}\s?[(\[\"]?[B-Z]\s?[^\w\s'’&]{1,3}\s{0,2}(?=[\w(])"
)


def straighten_labels(text: str) -> tuple[str, int]:
    """Write labels with unusual signs as usual ones.

    Args:
        text: The block on one line, blanks single.

    Returns:
        The text with `A. ` for each of them, and how many there are; the text as it is and 0 where
        the signs are usual, or no second label has them.
    """
    first = _FIRST.match(text)
    if first is None or (first["before"] in _OPENS and first["behind"] in _USUAL):
        return text, 0
    before, behind = first["before"], first["behind"] or " "
    places = _places(text, before, behind)
    if len(places) < 2:
        return text, 0
    width = len(before) + 1 + len(behind)
    ends = [*places[1:], len(text)]
    pieces = [text[place + width : end] for place, end in zip(places, ends, strict=True)]
    named = zip(ascii_uppercase, pieces, strict=False)
    return " ".join(f"{letter}. {piece.strip()}" for letter, piece in named), len(places)


def _places(text: str, before: str, behind: str) -> list[int]:
    """Where the labels stand, in order, from A on without a gap."""
    places = [0]
    for letter in ascii_uppercase[1:]:
        place = text.find(f"{before}{letter}{behind}", places[-1] + 1)
        while place > 0 and not _may_open(text, place, is_bare=not (before + behind).strip()):
            place = text.find(f"{before}{letter}{behind}", place + 1)
        if place < 0:
            break
        places.append(place)
    return places


def _may_open(text: str, place: int, *, is_bare: bool) -> bool:
    """Whether a label may stand there: behind a word, and a bare letter behind none."""
    if text[place - 1].isalnum():
        return text[place - 1].isdigit() and not is_bare
    above = text[:place].rstrip()[-4:]
    return not is_bare or not above[-1:].isalpha() or above.upper() == " AND"


def end_of_odd_label(line: str) -> int:
    """Offset behind a label with any signs at the start of a line; 0 without one."""
    match = _LINE.match(line)
    return match.end() if match else 0
