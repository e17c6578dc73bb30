"""Residue of exports: markdown links, and the many spellings of the pilcrow.

TAGS: [KDEM](#) [XL](/tag/XL_0.html)      -> KDEM XL
[1](#)2. (C) The board ...                -> ¶2. (C) The board ...
Â¶3.   &para;3.   U+FFFD 3.              -> ¶3.
... projects in [1](#)2009.               -> ... projects in 2009.
"""

from __future__ import annotations

import re
from operator import itemgetter

PILCROW = "¶"

_PILCROW_LINK = re.compile(
    r"\[1\]\((?:#[\w-]{0,40}|/[^()\s]{0,80})?\)\s?(?=[0-9A-Za-z(]|\[[A-Za-z]\])"
)
_LINK = re.compile(
    r"\[([^\[\]\n]{1,80})\]"
    r"\((?:#[\w-]{0,40}|/[^()\s]{0,120}|(?:https?|mailto):[^()\s]{1,200})?\)"
)
_SPELLINGS = re.compile(
    r"Â¶|&para;|&#182;|�(?=\s?(?:\d{1,4}\s?[.)]|\(?[A-Z][.)]|\d{1,2}\s?\((?:SBU|LOU|[UCS])[)/]"
    r"|(?:19|20)\d\d(?!\d)))"
)
RESIDUE = re.compile(r"\[1\]\([^()]{0,80}\)|\]\([^()\s]{0,200}\)|Â¶|&para;|&#182;")
"""What a link leaves beside its text, and pilcrows spelled with letters or figures."""


def unlink(text: str) -> str:
    """Replace markdown links by their text, and every spelling of the pilcrow by `¶`."""
    if "](" in text:
        text = _PILCROW_LINK.sub(PILCROW, text)
        if "](" in text:
            text = _LINK.sub(itemgetter(1), text)
    if "&" in text or "Â¶" in text or "\ufffd" in text:
        text = _SPELLINGS.sub(PILCROW, text)
    return text


def drop_pilcrows(text: str) -> str:
    """Remove pilcrows that mark no paragraph, such as one before a year within a sentence."""
    return text.replace(PILCROW, "")
