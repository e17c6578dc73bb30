"""Paragraph numbers, repaired by their sequence.

    [1](#)1. (C) ...   ¶2. (C) ...   13. (C) ...   110. (C) ...     are paragraphs 1, 2, 3 and 10
    ... opens in May            and a line that starts with
    18. Tickets are on sale     stays text, for 18 is not expected after 3
    (C) 4. ...   5 (C) ...   ¶6 (C) ...   7, (C) ...                 slips of the author

Exports spell the pilcrow as a link, as a character, as the digit 1 glued to the number, or not at
all; which number is meant follows from the one before (cable formats 3.15).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.parse.portion_marks import MARK

_FIRST = frozenset("¶0123456789( \t#*")
_START = re.compile(
    rf"\s*(?P<pilcrow>¶\s?)?[#*]?(?:(?P<before>{MARK})\s?(?P<late>¶\s?)?)?"
    r"(?:(?P<number>\d{1,3})|(?P<tens>[1-9])\s(?P<ones>\d)(?=\s?\.))"
    rf"(?P<stop>\s?[.)](?!\d)\.?|\s?[,:;-]?(?=\s?{MARK})|(?=\s[A-Z(\"]))\s*(?P<mark>{MARK})?"
    r"(?=\s*\S|\s*$)",
    re.IGNORECASE,
)
_QUOTE_OPENS = re.compile(r"\s*(?:BEGIN (?:QUOTE|TEXT|POINTS|UNOFFICIAL|DOCUMENT)\b|QUOTE\b)", re.I)
_QUOTE_ENDS = re.compile(r"\s*(?:END (?:QUOTE|TEXT|POINTS|UNOFFICIAL|DOCUMENT)\b|UNQUOTE\b)", re.I)
_MAX_GAP = 2
_MAX_LOST = 15
_UNWRAPPED = 100
_TAIL = 8
_SENTENCE_END = re.compile(r"(?:[.?!:;][\"'”’)\]]*|[\"”)]|[-=*_]{3,}|X{3,})\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Start:
    """The start of a numbered paragraph.

    Attributes:
        number: Repaired.
        end: Offset in the line behind number and stop.
        mark: Portion mark that stands before the number, as written.
    """

    number: int
    end: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    values: tuple[int, ...]
    is_explicit: bool
    is_marked: bool
    is_apart: bool
    end: int
    mark: str


def number_paragraphs(
    lines: Sequence[str], is_open: Sequence[bool], noise: Sequence[bool] | None = None
) -> list[Start | None]:
    """Find the lines that start a numbered paragraph.

    Args:
        lines: Lines of the body, links already replaced.
        is_open: For each line, whether a paragraph that repeats or restarts the count may start
            there: after a heading.
        noise: For each line, whether it is no part of the text.

    Returns:
        For each line its start, or None when it starts no numbered paragraph.
    """
    candidates = _candidates(lines, noise or [False] * len(lines))
    starts: list[Start | None] = [None] * len(lines)
    expected = 1
    marked = 0
    listed = 0
    for place, candidate in enumerate(candidates):
        number = _choose(candidate, expected, is_open[candidate.index])
        if number == expected and marked and not candidate.is_marked:
            number = None if _better_ahead(candidates, place, expected) else number
        if number is not None and number < expected and _goes_on(candidates, place, expected):
            number = None
        if (
            listed
            and number == expected == listed + 1
            and _comes_again(candidates, place, expected)
        ):
            number = None
        if number is None:
            listed = candidate.values[-1]
            continue
        listed = 0
        marked += candidate.is_marked
        expected = number + 1
        starts[candidate.index] = Start(number, candidate.end, candidate.mark)
    return starts


def _candidates(lines: Sequence[str], noise: Sequence[bool]) -> list[_Candidate]:
    found: list[_Candidate] = []
    is_quoted = False
    last_end = max((i for i, line in enumerate(lines) if _QUOTE_ENDS.match(line)), default=-1)
    above = ""
    is_apart = True
    for index, line in enumerate(lines):
        if noise[index] or not line.strip():
            is_apart = True
            continue
        first = line[0]
        if first in "BbEeQqUu \t":
            is_quoted = index < last_end and _quotes(line, is_quoted)
        if first in _FIRST and not is_quoted:
            candidate = _candidate(index, line, _is_apart(above, is_apart))
            if candidate is not None:
                found.append(candidate)
        above, is_apart = line, False
    return found


def _is_apart(above: str, is_spaced: bool) -> bool:
    """Whether what stands above is finished, so that any paragraph may begin."""
    if not above:
        return True
    is_whole = is_spaced or len(above) > _UNWRAPPED or above[:3].upper() == "XXX"
    return is_whole and _SENTENCE_END.search(above[-_TAIL:]) is not None


def _quotes(line: str, is_quoted: bool) -> bool:
    if is_quoted:
        return not _QUOTE_ENDS.match(line)
    return _QUOTE_OPENS.match(line) is not None and not _QUOTE_ENDS.search(line)


def _candidate(index: int, line: str, is_apart: bool) -> _Candidate | None:
    match = _START.match(line)
    if match is None:
        return None
    is_explicit = match["pilcrow"] is not None or match["late"] is not None
    is_marked = match["mark"] is not None or match["before"] is not None
    has_stop = match["stop"].strip()[:1] in {".", ")"} if match["stop"].strip() else False
    if not has_stop and not is_marked and not is_explicit:
        return None
    token = match["number"] or match["tens"] + match["ones"]
    values = [int(token)]
    if not is_explicit and len(token) > 1 and token[0] == "1" and int(token[1:]):
        values.append(int(token[1:]))
    end = match.start("mark") if match["mark"] else match.end()
    return _Candidate(
        index, tuple(values), is_explicit, is_marked, is_apart, end, match["before"] or ""
    )


def _choose(candidate: _Candidate, expected: int, is_open: bool) -> int | None:
    if expected in candidate.values:
        return expected
    if not (candidate.is_explicit or candidate.is_marked):
        return None
    reach = _MAX_LOST if candidate.is_apart else _MAX_GAP
    for value in sorted(candidate.values):
        if expected < value <= expected + reach:
            return value
    if is_open or candidate.is_apart:
        return next((v for v in candidate.values if v in {1, expected - 1}), None)
    return None


def _better_ahead(candidates: Sequence[_Candidate], place: int, expected: int) -> bool:
    """Whether a later line has the same number with a mark, so that this one is a list item."""
    for later in candidates[place + 1 : place + 1 + _LOOKED_AHEAD]:
        if not (later.is_marked or later.is_explicit):
            continue
        if expected in later.values:
            return later.is_marked or not candidates[place].is_explicit
        if expected + 1 in later.values:
            return False
    return False


def _comes_again(candidates: Sequence[_Candidate], place: int, expected: int) -> bool:
    """Whether the number comes again, so that the item of a list has it here by chance."""
    for later in candidates[place + 1 : place + 1 + _LOOKED_AHEAD]:
        if expected in later.values and (later.is_marked or later.is_explicit):
            return True
        if expected + 1 in later.values and later.is_marked:
            return False
    return False


def _goes_on(candidates: Sequence[_Candidate], place: int, expected: int) -> bool:
    """Whether the count goes on later, so that what starts again at `place` is a list."""
    own = candidates[place].values[-1] + 1
    for later in candidates[place + 1 : place + 1 + _LOOKED_AHEAD]:
        if own in later.values:
            own += 1
        elif later.values == (1,):
            return False
        elif expected in later.values and (later.is_marked or later.is_explicit):
            return True
    return False


_LOOKED_AHEAD = 60
"""Candidates that are looked at; bounds the work on texts that are nothing but numbers."""
