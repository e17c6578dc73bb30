"""The labels of the opening, and where one line holds several.

TAGS: PREL, XL SUBJECT: HARBOR DUES REF: ELDERPORT 88       three blocks on one line
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.parse import classified_by, executive_order, refs, subject, tags
from transforms.parse.message import Line
from transforms.parse.residue import PILCROW, unlink

LABELS = (
    ("executive_order", executive_order.LABEL),
    ("tags", tags.LABEL),
    ("subject", subject.LABEL),
    ("refs", refs.LABEL),
    ("classified_by", classified_by.LABEL),
)
_LABEL_FIRST = frozenset("1(CcDdEeTtAaSsUuRrPp")
FIRST_PARAGRAPH = re.compile(rf"\s*(?:{PILCROW}\s?1|11?)\s?[.)]\s?\(?[A-Za-z]")
"""The first paragraph, numbered 1: no label of the opening is looked for behind it."""

_INLINE = re.compile(
    r"(?<=\S)\s+(?=(?:TAGS?|SUBJECT|SUBJ|REFS?|REFTELS?|CLASSIFIED BY|Classified By|Classified by"
    r"|REF\(S\)|Subject|Refs?|Reftels?)\s?:\s?|E\.O\. ?1\d{4}\s?:|Classified By )"
)
_SEARCHED = 150


def label_of(text: str) -> str | None:
    """The name of the label that opens a line, or None."""
    cleaned = unlink(text).lstrip(f" \t{PILCROW}")
    if cleaned[:1] not in _LABEL_FIRST:
        return None
    return next((name for name, pattern in LABELS if pattern.match(cleaned)), None)


def split_at_labels(lines: Sequence[Line]) -> list[Line]:
    """Cut lines of the opening where a further label stands within them."""
    split: list[Line] = []
    for index, line in enumerate(lines):
        if index >= _SEARCHED or FIRST_PARAGRAPH.match(unlink(line.text)):
            return [*split, *lines[index:]]
        start = 0
        if ":" in line.text or "lassified" in line.text:
            for joint in _INLINE.finditer(line.text):
                split.append(Line(line.start + start, line.text[start : joint.start()]))
                start = joint.end()
        split.append(Line(line.start + start, line.text[start:]) if start else line)
    return split
