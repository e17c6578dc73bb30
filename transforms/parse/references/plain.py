"""The short way through the REF block: an item that is nothing but one cable of a known post.

STATE 041120   07 NEW DELHI 1290 (NOTAL)   2007 OSLO 5,
"""

from __future__ import annotations

import re

from transforms.codes.posts import find_post
from transforms.parse.header.dtg import year_before
from transforms.parse.references.cited_cable import CitedCable
from transforms.parse.references.posts import Block

_PLAIN = re.compile(
    r"(?:(?P<year>\d\d|(?:19|20)\d\d) )?(?P<post>[A-Z]{3,20}(?: [A-Z]{2,12}){0,3}) "
    r"(?P<serial>\d{1,6})(?P<notal> \(NOTAL\))?[.,;]?"
)


def read_plain_cable(item: str, block: Block) -> CitedCable | None:
    """Read an item that is nothing but one cable of a known post, as most are.

    Args:
        item: The item, on one line.
        block: What the items before it said; its `post` goes on to the next.

    Returns:
        The same cable as `read_cables` finds in it, in a fraction of the time; None when there is
        more to the item.
    """
    match = _PLAIN.fullmatch(item)
    if match is None or not match["serial"].strip("0"):
        return None
    post = match["post"] if match["post"] == block.origin else find_post(match["post"])
    if post is None:
        return None
    block.post = post
    year = year_before(int(match["year"]), block.year) if match["year"] else block.year
    is_notal = match["notal"] is not None
    return CitedCable(post, year, match["serial"], 0, match.end("serial"), is_notal=is_notal)
