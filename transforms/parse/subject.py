"""The subject: what the cable is about, on one line.

SUBJECT: ELDERPORT: FERRY MINISTER WANTS A
SECOND PIER
SUBJ: (C) HARBOR DUES        SUBJECT: HARBOR DUES (U)      UBJECT: ...
"""

from __future__ import annotations

import re

from transforms.parse.portion_marks import MARK

LABEL = re.compile(r"\s*(?:S?U?BJECT?S?|SUBJ|SUJECT|SUBECT|SUBJET)\s{0,2}(?:[:;]|\b\s?-\s|$)", re.I)
"""The label at the start of a line."""

_LEADING = re.compile(rf"\s*{MARK}\s*", re.IGNORECASE)
_TRAILING = re.compile(rf"\s*{MARK}\s*$", re.IGNORECASE)


def parse_subject(lines: list[str]) -> str | None:
    """Join and clean the lines of the subject.

    Args:
        lines: The first with its label, the others as they stand.

    Returns:
        One line without label and portion mark; None when nothing is left (cable formats 3.12).
    """
    if not lines:
        return None
    match = LABEL.match(lines[0])
    parts = [lines[0][match.end() :] if match else lines[0], *lines[1:]]
    text = ""
    for part in (" ".join(part.split()) for part in parts):
        if text.endswith("-") and not text.endswith(" -") and part:
            text += part
        else:
            text = f"{text} {part}".strip()
    text = _TRAILING.sub("", _LEADING.sub("", text, count=1))
    return text.strip() or None
