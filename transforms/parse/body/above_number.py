"""What stands above a number at a line's start: a finished sentence, a heading, a blank line.

2. (C) The board objected.       finished: any paragraph may begin below it
A Pier and Its Critics           a short line above a blank one: a heading
1. a second pier                 as short, but the item before `2.`: no heading
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from transforms.parse.text.open_ends import ANSWERS, asks_for_number, ends_in_abbreviation
from transforms.parse.text.redactions import is_redacted_line

_UNWRAPPED = 100
_WHOLE = 200
_SHORT = 60
_WRAPPED = 50
_TAIL = 8
_SENTENCE_END = re.compile(r"(?:[.?!:;][\"'”’)\]]*|[\"”)]|[-=*_]{3,}|X{3,})\s*$", re.IGNORECASE)
_STOPS = frozenset('.?!:;"”)')
_BEHIND_STOPS = frozenset("'’]-=*_Xx")


class Above(NamedTuple):
    """What stands above a line: the last line of text, and whether it is over."""

    is_first: bool = True
    is_spaced: bool = True
    is_finished: bool = True
    is_heading: bool = False
    runs_on: bool = False
    is_whole: bool = False
    is_colon: bool = False
    is_asking: bool = False
    is_paged: bool = False


def look_above(index: int, lines: Sequence[str], noise: Container[int], item: int = -1) -> Above:
    """Look at the text above a number.

    Args:
        index: The line that begins with the number.
        lines: Lines of the body.
        noise: Indices of the lines that are no part of the text.
        item: The line of the number before this one in the count: no heading however short it is.
    """
    place = index - 1
    while place >= 0 and (place in noise or not lines[place].strip()):
        place -= 1
    if place < 0:
        return Above()
    above = lines[place].strip()
    is_rule = len(above) > 2 and above[0] in "-=*_" and len(set(above.replace(" ", ""))) == 1
    is_finished = is_rule or _is_finished(above)
    is_asked = not is_rule and asks_for_number(above)
    is_below_gap = place < index - 1 and not (is_asked and not is_finished)
    if is_finished and not is_below_gap and ends_in_abbreviation(above):
        is_finished = above.endswith(ANSWERS)
    is_spaced = is_below_gap or is_rule or len(above) > _UNWRAPPED or is_redacted_line(above)
    is_short = is_below_gap and len(above) < _SHORT and above[-1] not in ".,;"
    is_open = not is_spaced and not is_finished
    is_asking = is_open and is_asked
    runs_on = is_open and (len(above) >= _WRAPPED or is_asking)
    is_heading = is_rule or (is_short and not is_finished and place != item)
    is_whole, is_colon = len(above) > _WHOLE, above[-1] == ":"
    is_paged = is_below_gap and not is_rule and any(i in noise for i in range(place + 1, index))
    return Above(
        False, is_spaced, is_finished, is_heading, runs_on, is_whole, is_colon, is_asking, is_paged
    )


def _is_finished(text: str) -> bool:
    """Whether a text ends as a sentence does; most are told by their last character."""
    if text[-1] in _STOPS:
        return True
    return text[-1] in _BEHIND_STOPS and _SENTENCE_END.search(text[-_TAIL:]) is not None
