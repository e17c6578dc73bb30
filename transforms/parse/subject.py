"""The subject: what the cable is about, on one line.

SUBJECT: ELDERPORT: FERRY MINISTER WANTS A
SECOND PIER
SUBJ: (C) HARBOR DUES        SUBJECT: HARBOR DUES (U)      UBJECT: ...
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.parse.portion_marks import MARK, parse_portion_mark

LABEL = re.compile(
    r"\s*(?:(?:SUBJECTS?|SUBJ|UBJECT|SBJECT|SUBECT|SUBJET|SUJECT|SUBJCT|SUBJEC|SUBEJCT|SUJBECT)"
    r"\s{0,2}(?:[:;]|\.(?=\s)|\b\s?-\s|$)|(?-i:SUBJ(?:ECT)?)\s+(?=[A-Z(\"']))",
    re.IGNORECASE,
)
"""The label at the start of a line."""

_LEADING = re.compile(rf"\s*(?P<mark>{MARK})[\s:-]*", re.IGNORECASE)
_TRAILING = re.compile(rf"\s*(?P<mark>{MARK})\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject.

    Attributes:
        text: One line without label and portion mark; None when nothing is left.
        mark: The portion mark in its normal form (`C`, `S/NF`), or None.
    """

    text: str | None
    mark: str | None


def parse_subject(lines: list[str]) -> Subject:
    """Join and clean the lines of the subject.

    Args:
        lines: The first with its label, the others as they stand.

    Returns:
        Text and mark (cable formats 3.12).
    """
    if not lines:
        return Subject(None, None)
    match = LABEL.match(lines[0])
    parts = [lines[0][match.end() :] if match else lines[0], *lines[1:]]
    text = ""
    for part in (" ".join(part.split()) for part in parts):
        if text.endswith("-") and not text.endswith(" -") and part:
            text += part
        else:
            text = f"{text} {part}".strip()
    mark = None
    if found := _LEADING.match(text):
        mark, text = parse_portion_mark(found["mark"]), text[found.end() :]
    if found := _TRAILING.search(text):
        mark, text = mark or parse_portion_mark(found["mark"]), text[: found.start()]
    return Subject(text.replace("¶", "").strip() or None, mark)
