"""Headings between blank lines above paragraphs without numbers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from transforms.parse.body.heading_form import is_title
from transforms.parse.body.heading_lines import FULL_LINE, SENTENCE_ENDS, BodyView
from transforms.parse.body.heading_words import ENDS_IN_END, NO_HEADING, is_heading_line
from transforms.parse.body.kinds import is_bare_marker, is_end_marker

_MANY_WORDS = 9
_SHORTEST = 4
_SHORT_TITLE = 40


def find_lone_headings(body: BodyView, special: Sequence[int]) -> list[int]:
    """The lines that stand alone and head paragraphs without numbers.

    In capitals; where no paragraph has a number, in title case, too. The first line of the body
    is one where another one stands below it.

    Args:
        body: The lines.
        special: Indices of those that may be more than plain text, all blank ones among them.
    """
    if not body.has_small:
        return []
    between = _between_blanks(body.texts, special)
    found = [index for index in between if _stands_alone(body, index)]
    if found and not body.has_numbers:
        top = next(index for index in range(found[0] + 1) if not body.is_empty(index))
        if top in between and top < found[0] and _stands_alone(body, top, is_top=True):
            found.insert(0, top)
    return found


def _between_blanks(lines: Sequence[str], special: Sequence[int]) -> list[int]:
    """Lines with a blank line on either side; above the first there is nothing."""
    blanks = [-1, *(index for index in special if not lines[index])]
    return [first + 1 for first, second in pairwise(blanks) if second == first + 2]


def _stands_alone(body: BodyView, index: int, *, is_top: bool = False) -> bool:
    """Whether a line, blank lines around it, heads paragraphs without numbers.

    In capitals; where no paragraph has a number, in title case, too.
    """
    text = body.texts[index].strip()
    if index in body.noise or index in body.starts:
        return False
    if is_bare_marker(text):
        above = body.neighbour(index, -1)
        is_end = above is not None and ENDS_IN_END.search(body.texts[above]) is not None
        return not is_end and not NO_HEADING.match(text)
    is_plain = not body.has_numbers and is_title([text])
    if not (text.isupper() or is_plain) or len(text) < _SHORTEST:
        return False
    if len(text.split()) > _MANY_WORDS or not is_heading_line(body, index):
        return False
    before, after = body.neighbour(index, -1), body.neighbour(index, 1)
    if after is None or len(body.texts[after]) < FULL_LINE:
        return False
    if before is None:
        return is_top and not body.texts[after].isupper()
    written = body.texts[before].rstrip()
    is_short = len(written) < _SHORT_TITLE and before > 0 and body.is_empty(before - 1)
    is_over = written.endswith(SENTENCE_ENDS) or is_end_marker(written)
    is_over = is_over or (is_short and before not in body.starts)
    return is_over and after not in body.starts and not body.texts[after].isupper()
