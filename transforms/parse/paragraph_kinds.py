"""What a paragraph is for: summary, comment, action, or plain body.

1. (C) Summary: ... End summary.       told by the first words,
COMMENT                                or by the heading above
-------
"""

from __future__ import annotations

import re

_NUMBER_WORDS = r"(?:BEGIN\s+)?(?:\(?U\)?\s+)?[(\"']?\s*"
_SUMMARY = re.compile(
    rf"\s*{_NUMBER_WORDS}(?:EXECUTIVE\s+|INTRODUCTION\s+AND\s+|OVERVIEW\s+AND\s+)?"
    r"SUMM?A?R?YS?\b(?:\s+AND\s+(?:COMMENT|ACTION REQUEST|INTRODUCTION|RECOMMENDATIONS?))?"
    r"\s*(?:[):.,;–-]|$|\"|\n)",
    re.IGNORECASE,
)
_KEY_POINTS = re.compile(rf"\s*{_NUMBER_WORDS}(?:KEY POINTS|INTRODUCTION)\s*(?:[):.,]|--|$)", re.I)
_COMMENT = re.compile(
    rf"\s*{_NUMBER_WORDS}(?:POST\s+|EMBASSY\s+|MISSION\s+|FINAL\s+)?COMMENTS?"
    r"(?:\s+AND\s+\w+(?:\s\w+)?)?\s*(?:[):.,;–-]|$|\n)",
    re.IGNORECASE,
)
_ACTION = re.compile(
    rf"\s*{_NUMBER_WORDS}(?:THIS IS AN? )?ACTION\s+(?:REQUEST(?:ED)?|CABLE|MESSAGE|ITEMS?)\b",
    re.IGNORECASE,
)
_MARKER_WORDS = 4
_ENDS = {
    "summary": re.compile(r"\bEND\s+(?:OF\s+)?(?:SUMMARY|INTRODUCTION)", re.IGNORECASE),
    "comment": re.compile(r"\bEND\s+(?:OF\s+)?COMMENT", re.IGNORECASE),
}


def kind_by_words(text: str) -> str | None:
    """The kind that the first words of a paragraph or a heading say, or None.

    Args:
        text: Without number and portion mark.

    Returns:
        `summary`, `comment` or `action` (cable formats 3.18).
    """
    if _SUMMARY.match(text) or _KEY_POINTS.match(text):
        return "summary"
    if _COMMENT.match(text):
        return "comment"
    return "action" if _ACTION.match(text) else None


def ends_kind(text: str, kind: str) -> bool:
    """Whether a paragraph says that a summary or comment ends in it."""
    return kind in _ENDS and _ENDS[kind].search(text) is not None


def is_bare_marker(text: str) -> bool:
    """Whether a paragraph is nothing but the word that opens a summary or comment."""
    return kind_by_words(text) is not None and len(text.split()) <= _MARKER_WORDS
