"""Ends of lines behind which a number goes on with the sentence, and counts nothing.

There was no reply as of May          The talks of          See paragraph
18. The minister ...                  2009. He said ...     3. The board ...
"""

from __future__ import annotations

import re

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_LONGEST = 12
_OPEN = re.compile(
    rf"(?:^|\s)(?:{_MONTH}|of|to|in|on|by|at|from|since|until|and|or|than|the|an?|para|paragraphs?"
    r"|articles?|chapter|nos?|ext\.|pp?\.|paras?\.)$",
    re.IGNORECASE,
)
_MONTH_AT_END = re.compile(rf"(?:^|\s){_MONTH}$", re.IGNORECASE)


_ABBREVIATED = tuple(
    f" {spelt}."
    for word in ("no", "nos", "art", "arts", "para", "paras", "ext", "p", "pp")
    for spelt in (word, word.capitalize(), word.upper())
)


ANSWERS = (" no.", " NO.")
"""A sentence may end so, and the abbreviation of a number may."""


def ends_in_abbreviation(above: str) -> bool:
    """Whether a line ends in an abbreviation behind which a number goes on: `on list No.`."""
    return above.endswith(_ABBREVIATED)


def asks_for_number(above: str) -> bool:
    """Whether a number at the start of the next line goes on with the sentence.

    Args:
        above: A line without trailing blanks.
    """
    return _OPEN.search(above[-_LONGEST:]) is not None


def ends_in_month(above: str) -> bool:
    """Whether a line, without trailing blanks, ends in the name of a month."""
    return _MONTH_AT_END.search(above[-_LONGEST:]) is not None
