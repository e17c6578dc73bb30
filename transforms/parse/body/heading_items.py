"""Lines that look like headings and are items of a list.

C. Dues                      behind `B. ...` in the same paragraph
Abstaining: Port Vesper      below `Against: Low Tarn`
"""

from __future__ import annotations

import re

from transforms.parse.body.heading_form import is_title
from transforms.parse.body.heading_lines import MOST_CHARACTERS, BodyView

_LETTERED = re.compile(r"[\s¶]{0,9}(?P<item>[B-Z][.)]|\([b-zB-Z]\))\s")
_LONGEST_LIST = 60
"""Lines within which the item above an item of a list is looked for."""

_ENUMERATED = re.compile(r"\s*(?:\d{1,3}[a-z]?[.)]|\((?:\d{1,2}|[abd-rtv-z]|[ivx]{2,4})\))\s")
_NUMBERED = re.compile(r"¶?1?\d{1,2}\.\s")
_LABELLED = re.compile(r"[A-Z][\w'/ -]{1,24}: {1,2}\S")
_SHORTEST_WRAPPED = 30


def is_item_of_list(body: BodyView, index: int, text: str) -> bool:
    """Whether a line, its text without sides, opens with a sign, a number or the next letter."""
    if text[0] in "-*•" or _is_listed(body, index):
        return True
    if _ENUMERATED.match(text.replace("¶", "")) is None:
        return False
    return not (_NUMBERED.match(text) and is_title([text]) and _is_single(body, index))


def _is_single(body: BodyView, index: int) -> bool:
    """Whether a numbered line stands alone below a finished sentence: `2. The Pier`, no item.

    No other item stands in the paragraph above it.
    """
    above = body.neighbour(index, -1)
    is_apart = body.is_empty(index - 1) and body.neighbour(index, 1) in body.starts
    if above is None or not is_apart or body.texts[above].rstrip()[-1:] not in '.?!"':
        return False
    for place in range(above, max(-1, index - _LONGEST_LIST), -1):
        if place in body.starts:
            return True
        if _ENUMERATED.match(body.texts[place].replace("¶", "")):
            return False
    return False


def are_items(first: str, second: str) -> bool:
    """Whether two lines are items of a list, each on its own, and no heading that was wrapped.

    `Norway:` / `Captain Moss`: nothing wraps so early; `Founder: Quill` / `Members: twelve`.
    """
    is_early = len(first) < _SHORTEST_WRAPPED and second[:2] != "--"
    return is_early or (": " in first and ": " in second)


def are_labelled(above: str, text: str) -> bool:
    """Whether two lines, blank ones between them, are entries of one list, each with its label."""
    is_entry = len(above) <= MOST_CHARACTERS and _LABELLED.match(above) is not None
    return is_entry and above[-1] not in ".?!" and _LABELLED.match(text) is not None


def _is_listed(body: BodyView, index: int) -> bool:
    """Whether a line is `C. ...` or `(c) ...`, and `B. ...` stands in the paragraph above it."""
    match = _LETTERED.match(body.texts[index])
    if match is None:
        return False
    letter = match["item"].strip("(.)")
    above = match["item"].replace(letter, chr(ord(letter) - 1))
    for place in range(index - 1, max(-1, index - _LONGEST_LIST), -1):
        if place in body.starts:
            break
        if body.texts[place].lstrip(" ¶").startswith(above):
            return True
    return False
