"""How far the REF block goes, line by line."""

from __future__ import annotations

import re

from transforms.parse.captions import parse_caption_line
from transforms.parse.labels import FIRST_PARAGRAPH
from transforms.parse.residue import PILCROW

_ITEM = re.compile(
    rf"\s*(?:{PILCROW}\s?[A-Z]?[.)]|\(?[A-Z][.)]\s|\[[A-Z]\]|REF [A-Z]\b|\d{{2,4}}\s[A-Z]|"
    r"[A-Z][A-Za-z.' ]{2,25}\s#?\d{2,6}\b|AND\s)"
)


def refs_go_on(text: str, above: str, is_after_blank: bool) -> bool:
    """Whether a line goes on with the REF block above it.

    Args:
        text: The line, links replaced; it has no label of its own.
        above: The last line of the block.
        is_after_blank: Whether blank lines stand between the two.
    """
    if FIRST_PARAGRAPH.match(text) and not text.lstrip().startswith("("):
        return False
    if not is_after_blank:
        return parse_caption_line(text) == ()
    ends_open = above.endswith((",", ";", "&")) or above.upper().endswith(" AND")
    if text.strip().isdigit() and above[-1:].isalpha():
        return True
    return ends_open or (_ITEM.match(text) is not None and len(text) < 90)
