"""Paragraph numbers, repaired by their sequence.

    [1](#)1. (C) ...   ¶2. (C) ...   13. (C) ...   110. (C) ...     are paragraphs 1, 2, 3 and 10
    ... opens in May            and a line that starts with
    18. Tickets are on sale     stays text, for 18 is not expected after 3

Exports spell the pilcrow as a link, as a character, as the digit 1 glued to the number, or not at
all; which number is meant follows from the one before (cable formats 3.15).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.parse.portion_marks import MARK

_START = re.compile(
    rf"(?P<pilcrow>\s*¶\s?)?\s*(?P<number>\d{{1,3}})\s?[.)](?!\d)\s*(?P<mark>{MARK})?(?=\s*\S|\s*$)",
    re.IGNORECASE,
)
_QUOTE_OPENS = re.compile(r"\s*(?:BEGIN (?:QUOTE|TEXT|POINTS|UNOFFICIAL|DOCUMENT)\b|QUOTE\b)", re.I)
_QUOTE_ENDS = re.compile(r"\s*(?:END (?:QUOTE|TEXT|POINTS|UNOFFICIAL|DOCUMENT)\b|UNQUOTE\b)", re.I)
_MAX_GAP = 2


@dataclass(frozen=True, slots=True)
class Start:
    """The start of a numbered paragraph.

    Attributes:
        number: Repaired.
        end: Offset in the line behind number and stop.
    """

    number: int
    end: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    values: tuple[int, ...]
    is_explicit: bool
    is_marked: bool
    end: int


def number_paragraphs(lines: Sequence[str], is_open: Sequence[bool]) -> list[Start | None]:
    """Find the lines that start a numbered paragraph.

    Args:
        lines: Lines of the body, links already replaced.
        is_open: For each line, whether a paragraph that repeats or restarts the count may start
            there: after a heading.

    Returns:
        For each line its start, or None when it starts no numbered paragraph.
    """
    candidates = [_candidate(line) for line in lines]
    starts: list[Start | None] = []
    expected = 1
    marked = 0
    is_quoted = False
    for index, candidate in enumerate(candidates):
        is_quoted = _quotes(lines[index], is_quoted)
        number = None
        if candidate is not None and not is_quoted:
            number = _choose(candidate, expected, is_open[index])
            if number == expected and marked and not candidate.is_marked:
                number = None if _better_ahead(candidates, index, expected) else number
        if number is None or candidate is None:
            starts.append(None)
            continue
        marked += candidate.is_marked
        expected = number + 1
        starts.append(Start(number, candidate.end))
    return starts


def _quotes(line: str, is_quoted: bool) -> bool:
    if is_quoted:
        return not _QUOTE_ENDS.match(line)
    return _QUOTE_OPENS.match(line) is not None and not _QUOTE_ENDS.search(line)


def _candidate(line: str) -> _Candidate | None:
    match = _START.match(line)
    if match is None:
        return None
    token = match["number"]
    is_explicit = match["pilcrow"] is not None
    values = [int(token)]
    if not is_explicit and len(token) > 1 and token[0] == "1" and int(token[1:]):
        values.append(int(token[1:]))
    end = match.start("mark") if match["mark"] else match.end()
    return _Candidate(tuple(values), is_explicit, match["mark"] is not None, end)


def _choose(candidate: _Candidate, expected: int, is_open: bool) -> int | None:
    if expected in candidate.values:
        return expected
    if not (candidate.is_explicit or candidate.is_marked):
        return None
    for value in candidate.values:
        if expected < value <= expected + _MAX_GAP:
            return value
    if is_open:
        return next((v for v in candidate.values if v in {1, expected - 1}), None)
    return None


def _better_ahead(candidates: Sequence[_Candidate | None], index: int, expected: int) -> bool:
    """Whether a later line has the same number with a mark, so that this one is a list item."""
    for later in candidates[index + 1 :]:
        if later is None or not (later.is_marked or later.is_explicit):
            continue
        if expected in later.values:
            return True
        if expected + 1 in later.values:
            return False
    return False
