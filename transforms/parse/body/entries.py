"""Short lines below one another that are entries of a list, and no running text.

Participants:                a line breaks so early, though the next word had room on it,
The Ambassador               only where its author broke it
Poloff Moss (notetaker)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LONGEST = 45
ROOM = 50
"""Characters that any line of running text reaches when a word is left to go on with."""

_FEWEST = 3
_ITEM = r"(?:\d{1,2}[.)]|[A-Za-z][.)]\s|[IVX]{1,4}\.\s)"
_SHORT = rf"\s{{0,30}}(?!{_ITEM})(?=[^\Wa-z_]|[\"'])[^\n]{{2,{_LONGEST}}}"
_MAY_HOLD = re.compile(rf"\n{_SHORT}\n{_SHORT}(?![^\n])")
_TWO_SHORT = re.compile(rf"\n *+[^\n]{{2,{_LONGEST}}}+\n *+[^\n]{{2,{_LONGEST}}}+(?![^\n])")
"""Two short lines, whatever they begin with: looked for first, for it takes no step back."""

_ENTRY = re.compile(_SHORT)
LABELLED = re.compile(r"[A-Z][\w'-]{1,14}(?:,? [\w'-]{1,14}){0,2}: ")
_WIDE_GAP = "   "
_COLUMNS = re.compile(r" {3}|[\t|]|\.{5}")
_CLOSED_ENDS = (":", ".", "?", "!", '"', ")")
_OPEN_ENDS = (",", "-", " and", " or", " the", " of", " to", " in", " a", " an", " for", " by")


def may_hold_entries(texts: Sequence[str], block: str) -> bool:
    """Whether two short lines that begin with capitals or figures stand below one another.

    Args:
        texts: The lines of a paragraph, or stretches of them.
        block: The same, joined by line breaks.
    """
    if _TWO_SHORT.search(f"\n{block}") is None:
        return False
    # Rows of tables are short as well, and many.
    lines = ["", *(text for text in texts if _WIDE_GAP not in text.lstrip())]
    return _MAY_HOLD.search("\n".join(lines)) is not None


def find_entries(texts: Sequence[str], breaks: Sequence[str]) -> set[int]:
    """The lines that do not go on with the line above them.

    Args:
        texts: The lines of a paragraph, one by one.
        breaks: What stood above each.

    Returns:
        Indices of the entries of lists, and of the line below each list. Two lines are a list when
        something parts them from the text above; else three are.
    """
    apart: set[int] = set()
    start = 0
    for index in range(1, len(texts) + 1):
        is_within = index < len(texts) and breaks[index] in {"", "page"}
        if is_within and _are_entries(texts[index - 1].strip(), texts[index].strip()):
            continue
        is_parted = start > 0 and _is_parted(texts[start - 1], breaks[start])
        if index - start >= _FEWEST or (index - start > 1 and is_parted):
            apart.update(range(start + (not is_parted), index))
            if index < len(texts) and _ENTRY.match(texts[index]):
                apart.add(index)
        start = index
    return apart


def _are_entries(above: str, text: str) -> bool:
    """Whether a line and the one above it are short, and the next word had room on the first."""
    if len(above) > _LONGEST or len(text) > _LONGEST or above.endswith(_OPEN_ENDS):
        return False
    if _COLUMNS.search(above) or _COLUMNS.search(text):
        return False
    has_room = len(above) + 1 + len(text.partition(" ")[0]) <= ROOM
    has_room = has_room or (LABELLED.match(above) is not None and LABELLED.match(text) is not None)
    return has_room and _ENTRY.match(above) is not None and _ENTRY.match(text) is not None


def _is_parted(above: str, break_above: str) -> bool:
    """Whether the first entry of a list is no part of the text above it; pages part nothing."""
    return above.endswith(_CLOSED_ENDS) if not break_above else break_above != "page"


def part_lines(texts: Sequence[str], breaks: Sequence[str]) -> tuple[list[str], list[str]]:
    """Stretches of lines as lines, each with what stood above it."""
    lines: list[str] = []
    above: list[str] = []
    for text, break_above in zip(texts, breaks, strict=True):
        parts = text.split("\n")
        lines += parts
        above += [break_above, *[""] * (len(parts) - 1)]
    return lines, above


def is_listed(text: str, above: Sequence[str]) -> bool:
    """Whether `(c)` is no portion mark but the item behind `(b)` or `b)`."""
    letter = text.lstrip()[1:3]
    if letter[1:] != ")":
        return False
    item = f"{chr(ord(letter[0]) - 1)})"
    return any(line.lstrip(" (").startswith(item) for part in above for line in part.split("\n"))
