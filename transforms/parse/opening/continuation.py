"""How far a block of the opening goes: whether a line without a label belongs to the one above.

TAGS: PREL, ETRD,             a comma is left open
KDEM                          nothing but tags
SUBJECT: A LONG SUBJECT       goes on up to a blank line
ON TWO LINES
"""

from __future__ import annotations

import re

from transforms.parse.opening import classified_by, executive_order, subject, tags
from transforms.parse.opening.captions import parse_caption_line
from transforms.parse.opening.labels import FIRST_PARAGRAPH
from transforms.parse.opening.ref_lines import refs_go_on
from transforms.parse.text.residue import PILCROW

NUMBERED = re.compile(rf"\s*(?:{PILCROW}\s?\d{{1,3}}|\d{{1,3}})\s?[.)]\s*\(?[A-Za-z]")
"""A paragraph with any number."""

MARKED_PARAGRAPH = re.compile(
    rf"\s*(?:{PILCROW}\s?)?\d{{1,2}}\s?[.)]\s{{0,4}}\([A-Z/]{{1,6}}\)", re.I
)
"""A paragraph with any number and a portion mark."""


_CUT_NUMBER = re.compile(r"(?:\b1\.?|1\.[45]|\bfor|reasons?|E\.?\s?O\.?\s?1\d{0,3})$")
"""What a number at the start of the next line goes on with: `reasons 1`, `E.O. 12`."""


def goes_on(block: str, text: str, above: str, *, is_after_blank: bool) -> bool:
    """Whether a line goes on with the block above it.

    Args:
        block: Name of the block, one of `LABELS` or `attention`.
        text: The line, links replaced; it has no label of its own.
        above: The last line of the block.
        is_after_blank: Whether blank lines stand between the two.
    """
    return _RULES[block](text, above, is_after_blank)


def _continue_order(text: str, above: str, is_after_blank: bool) -> bool:
    if NUMBERED.match(text) or parse_caption_line(text):
        return False
    return executive_order.order_goes_on(text, above, is_after_blank)


def _continue_tags(text: str, above: str, is_after_blank: bool) -> bool:
    return not NUMBERED.match(text) and tags.tags_go_on(text, above, is_after_blank)


def _continue_subject(text: str, above: str, is_after_blank: bool) -> bool:
    is_paragraph = FIRST_PARAGRAPH.match(text) or MARKED_PARAGRAPH.match(text)
    return not is_paragraph and subject.subject_goes_on(text, above, is_after_blank)


def _continue_classified(text: str, above: str, is_after_blank: bool) -> bool:
    if NUMBERED.match(text) and not _CUT_NUMBER.search(above):
        return False
    if subject.is_preface(text):
        return False
    return classified_by.classified_by_goes_on(text, above, is_after_blank)


def _continue_attention(text: str, above: str, is_after_blank: bool) -> bool:
    is_open = above.endswith((",", ";", "/"))
    return (is_open or not is_after_blank) and not parse_caption_line(text)


_RULES = {
    "executive_order": _continue_order,
    "tags": _continue_tags,
    "subject": _continue_subject,
    "refs": refs_go_on,
    "classified_by": _continue_classified,
    "attention": _continue_attention,
}
