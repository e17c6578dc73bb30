"""Passing lines: for whom within the department, or beyond it, the cable is meant.

DEPT FOR EUR/LAG (A. QUILL)
STATE PASS TO USTR FOR UBELLWEATHER
NSC FOR QUILL; TREASURY FOR OIA
H PASS TO SENATOR MOSS
SIPDIS DEPT FOR EUR/LAG                     behind a caption
"""

from __future__ import annotations

import re

from transforms.parse.opening.captions import length_of_leading_captions
from transforms.parse.text.message import Line

_PASSING = re.compile(
    r"\s*(?:(?:ALSO|PLEASE|PLS)\s+)?(?:FOR\b|PASS\b|FROM\b|TO\s(?:DEPT|STATE|SECSTATE|POSTS|THE|AMBASSADOR)\b"
    r"|(?:[A-Z][A-Z0-9./&'-]{0,15}[,;:]?\s+(?:\([^()]{2,40}\)[,;:]?\s+)?){1,5}"
    r"(?:ALSO\s+|PLEASE\s+|PLS\s+)?(?:FOR|PASS|PASSES)\b|(?:NSC|STATE|DEPT|DEPARTMENT)\b)",
    re.IGNORECASE,
)

_OFFICES = re.compile(
    r"\s*(?:[A-Z]{1,5}(?:/[A-Z&-]{1,8}){1,4}(?:\s\([A-Z.,/& -]{2,40}\))?[\s,;]{0,3}){1,12}"
    r"(?:-{1,2} ?[A-Z][A-Z. ]{2,30})?"
)
"""Nothing but short names of offices, and of who works there: `INR/B, EUR/LAG (QUILL/MOSS)`."""


_TO_OFFICES = re.compile(
    r"\s*(?:(?:ALSO|PLEASE|PLS)\s+)?(?:DEPT|DEPARTMENT|STATE|SECSTATE|NSC|SECDEF|TREASURY|USTR"
    r"|USDOC|USDA|USAID(?:/W)?|MCC|CDC|HHS|DO[DEJL]|DHS|EPA|NOAA|USUN|USNATO|USPTO|OPIC|FAA|TSA|DEA"
    r"|SOUTHCOM|CENTCOM|EUCOM|PACOM|AFRICOM)\s+"
    r"(?:(?:ALSO|PLEASE|PLS)\s+)?(?:FOR|PASS)\s+(?:TO\s+)?[A-Z0-9]"
)
"""With a word before and behind that no sentence of a cable's opening has."""


def is_surely_passing(text: str) -> bool:
    """Whether a line is a passing instruction wherever it stands in the opening."""
    return _TO_OFFICES.match(text) is not None


def is_passing_line(text: str) -> bool:
    """Whether a line opens a passing instruction (cable formats 3.6)."""
    return _PASSING.match(text) is not None or _OFFICES.fullmatch(text) is not None


def part_from_captions(line: Line) -> list[tuple[str, Line]]:
    """A passing line, and the captions before it as a line of their own.

    Args:
        line: A line of the opening that is or goes on with a passing instruction.

    Returns:
        Names of groups, `captions` and `attention`, with their part of the line.
    """
    size = length_of_leading_captions(line.text)
    if not size or not is_passing_line(line.text[size:]):
        return [("attention", line)]
    captions = Line(line.start, line.text[:size].rstrip())
    return [("captions", captions), ("attention", Line(line.start + size, line.text[size:]))]
