"""Whether a line has the form of a heading, by its words and their ends."""

from __future__ import annotations

import re

from transforms.parse.body.heading_form import may_end, without_sides
from transforms.parse.body.heading_items import is_item_of_list
from transforms.parse.body.heading_lines import COLUMNS, BodyView, may_be_heading
from transforms.parse.text.portion_marks import take_portion_mark

NO_HEADING = re.compile(
    r"\s*(?:(?:(?:BEGIN|END)\s+[A-Z ]{4,30}|(?:UN)?QUOTE)[.:]?\s*$"
    r"|.{0,40}\b(?:ACTION|GUIDANCE|SEE)\b.{0,40}\bPARA(?:GRAPH)?S?\.?\s\d"
    r"|(?:\([A-Z/]{1,6}\)\s?)?PARA(?:GRAPH)?S?\s\d{1,2}\b.{0,40}\bREQUEST"
    r"|(?:\(\w{1,6}\)\s*)?(?:SENSITIVE BUT|SBU\s?[-;,.]|PLEASE |NOT FOR "
    r"|THIS (?:IS|CABLE|MESSAGE|REPORT)\b|FOR OFFICIAL|XXX(?!X{0,40}['’,]S )|HTTP|WWW\.|DRAFTED BY"
    r"|CLEARED BY|\(?SOURCES?:\s|(?:TEL|TELEPHONE|PHONE|FAX|E-?MAIL|POC)\s?:|\((?:BEGIN|END)\b))",
    re.IGNORECASE,
)
_SENTENCES = re.compile(
    r"[a-z]{3}\.\s+[A-Z]|[A-Z]{4}\.\s+[A-Z]|(?i:\bEND (?:OF )?(?:SUMMARY|COMMENT|NOTE|TEXT)\b)"
)
ENDS_IN_END = re.compile(r"\bEND(?: OF)?\s*$", re.IGNORECASE)
"""A line that goes on behind the page break: `... End` / `summary.`"""

_FIRST = frozenset("\"'(“.$0123456789")


def is_heading_line(body: BodyView, index: int, *, is_first: bool = True) -> bool:
    """Whether a line has the form of a heading."""
    text = without_sides(body.texts[index].strip())
    if not may_end(text):
        return False
    if not may_be_heading(body, index):
        return False
    if is_item_of_list(body, index, text):
        return False
    if NO_HEADING.match(text) or COLUMNS.search(text) or _SENTENCES.search(text):
        return False
    bare = take_portion_mark(text.replace("¶", ""))[1]
    return bool(bare) and (not is_first or bare[0].isupper() or bare[0] in _FIRST)
