"""Numbers at line starts, in every spelling, and how much speaks for a paragraph.

    [1](#)1. (C) ...   ¶2. (C) ...   13. (C) ...   110. (C) ...     are paragraphs 1, 2, 3 and 10
    ... opens in May            and a line that starts with
    18. Tickets are on sale     stays text, for 18 is not expected after 3
    (C) 4. ...   5 (C) ...   ¶6 (C) ...   7, (C) ...                 slips of the author

Exports spell the pilcrow as a link, as a character, as the digit 1 glued to the number, or not at
all; which number is meant follows from the others (cable formats 3.15, `numbering`).
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise
from typing import NamedTuple

from transforms.parse.body.above_number import look_above
from transforms.parse.body.heading_form import is_rule
from transforms.parse.body.numbering import Candidate, choose_numbers
from transforms.parse.body.quoted import quoted_spans
from transforms.parse.text.portion_marks import MARK
from transforms.parse.text.quick_tuples import made_of

_FIRST = frozenset("¶0123456789( \t#*.-[")
_START = re.compile(
    rf"\s*(?P<pilcrow>¶{{1,2}}\s{{0,3}})?[#*.-]?(?:(?P<before>{MARK})\s{{0,3}}(?P<late>¶\s?)?)?"
    r"(?:(?P<number>1[1-9]\d\d(?!\d)|\d{1,3})|(?P<tens>[1-9])\s(?P<ones>\d)(?=\s?\.)|\((?P<boxed>\d{1,2})\)"
    rf"(?=\s{{0,3}}(?:{MARK}|(?-i:[A-Z\"]))))"
    rf"(?P<stop>\s?[.)](?!\d)[.,)]?|\s?[,:;/-]?(?=\s{{0,3}}{MARK})|(?=\s[A-Z(\"]))"
    rf"\s*(?:¶\s?)?(?:(?P=number)[.)]\s{{0,3}}(?={MARK}))?(?P<mark>{MARK})?\s*(?P<next>(?!xxx)\S)?",
    re.IGNORECASE,
)
_ENDS = frozenset(".)")
_SENTENCE_ENDS = frozenset(".?!:")
_BOXED = re.compile(r"\s{0,20}\(\d")
"""`(1) (C) ...` counts paragraphs where no other number with a mark does, `(1) ...` where there is
no other number and the body opens with it; else they are items of a list."""

_ITEM_SIGNS = frozenset("-*")
"""`-1. ...` is an item of a list where other numbers have no sign before them."""

_BASE = 0.5
_WEIGHTS = {"explicit": 1.0, "marked": 2.0, "spaced": 0.75, "paged": 0.5, "finished": 0.75}
_RUNS_ON = 1.5
_ASKS = 1.5
"""`SEPTEMBER` / `¶5. ...` is a date, though the site put a pilcrow before it."""

_UNMARKED_AMONG_MARKED = 1.25
_OTHER_STOP = 1.5
_LOWER_NEXT = 1.75
_ENDS_TEXT = 3.0
"""`... confirmed only` / `12.` is the end of a sentence."""

_QUOTED = 3.25
_BRACKET = 0.5
_NEAR = 4
_MANY = 3


class Start(NamedTuple):
    """The start of a numbered paragraph.

    Attributes:
        number: Repaired.
        end: Offset in the line behind number and stop.
        mark: Portion mark that stands before the number, as written.
    """

    number: int
    end: int
    mark: str = ""


class _Token(NamedTuple):
    """A number at the start of a line.

    Attributes:
        line: Index of the line.
        values: The number as printed, and without a leading 1 that may be a pilcrow's residue.
        is_explicit: Has a pilcrow.
        is_marked: Has a portion mark.
        stop: What ends it: `.`, `)`, another sign, or nothing.
        is_small: A small letter follows, and no portion mark and no redaction.
        end: Offset in the line behind number and stop.
        before: Portion mark that stands before it, as written.
        is_bare: Nothing stands behind it on its line.
    """

    line: int
    values: tuple[int, ...]
    is_explicit: bool
    is_marked: bool
    stop: str
    is_small: bool
    end: int
    before: str
    is_bare: bool


_new_start = made_of(Start)
_new_token = made_of(_Token)


def number_paragraphs(
    lines: Sequence[str], special: Sequence[int], noise: Container[int] = ()
) -> dict[int, Start]:
    """Find the lines that start a numbered paragraph.

    Args:
        lines: Lines of the body, links already replaced.
        special: Indices of those that may be more than plain text; no other opens with a number.
        noise: Indices of the lines that are no part of the text.

    Returns:
        Index of each line that starts a numbered paragraph -> its start, in order.
    """
    tokens = _tokens(lines, special, noise)
    quoted = _quoted_lines(quoted_spans(lines, special), tokens)
    if not quoted and (plain := _count_plainly(tokens, lines)) is not None:
        return plain
    candidates = _candidates(tokens, quoted, lines, noise)
    return {
        candidate.line: Start(number, candidate.end, candidate.mark)
        for candidate, number in choose_numbers(candidates)
    }


def _tokens(lines: Sequence[str], special: Sequence[int], noise: Container[int]) -> list[_Token]:
    """The numbers that lines open with, those aside that nothing shows to count anything."""
    found: list[_Token] = []
    for index in [index for index in special if lines[index][:1] in _FIRST]:
        is_bullet = lines[index][:2] == "- "
        match = None if index in noise or is_bullet else _START.match(lines[index])
        if match is not None and (token := _token(index, match)) is not None:
            found.append(token)
    heads = [
        above
        for above, below in pairwise(found)
        if below.is_marked and not above.is_marked and _heads(above, below, lines)
    ]
    found = [token for token in found if token not in heads] if heads else found
    is_item = [lines[token.line].lstrip()[:1] in _ITEM_SIGNS for token in found]
    if any(is_item) and not all(is_item):
        pairs = zip(found, is_item, strict=True)
        found = [token for token, is_listed in pairs if token.is_marked or not is_listed]
    boxed = [token for token in found if _BOXED.match(lines[token.line])]
    if not boxed:
        return found
    plain = [token for token in found if token not in boxed]
    if any(token.is_marked for token in plain):
        return plain
    if not plain and not any(lines[i].strip() and i not in noise for i in range(boxed[0].line)):
        return boxed
    return [token for token in found if token.is_marked or token not in boxed]


def _heads(token: _Token, below: _Token, lines: Sequence[str]) -> bool:
    """Whether a number without a mark is that of a ruled heading above a numbered paragraph."""
    between = lines[token.line + 1 : min(below.line, token.line + _NEAR)]
    is_near = below.line - token.line <= _NEAR and any(between)
    return is_near and all(not line or is_rule(line) for line in between)


def _token(index: int, match: re.Match[str]) -> _Token | None:
    pilcrow, late, mark, before, stop = match.group("pilcrow", "late", "mark", "before", "stop")
    is_explicit = pilcrow is not None or late is not None
    is_marked = mark is not None or before is not None
    stop = ")" if match["boxed"] else stop.strip()[:1]
    if stop not in _ENDS and not is_marked and not is_explicit:
        return None
    digits = match["number"] or match["boxed"] or match["tens"] + match["ones"]
    values: tuple[int, ...] = (int(digits),)
    if not is_explicit and len(digits) > 1 and digits[0] == "1" and int(digits[1:]):
        values = (int(digits), int(digits[1:]))
    end = match.start("mark") if mark else match.end("stop")
    is_small = not is_marked and (match["next"] or "").islower()
    is_bare = match.end() == len(match.string)
    return _new_token(
        (index, values, is_explicit, is_marked, stop, is_small, end, before or "", is_bare)
    )


def _count_plainly(tokens: Sequence[_Token], lines: Sequence[str]) -> dict[int, Start] | None:
    """The starts where every number has a portion mark or a pilcrow and is the next, else None.

    So most cables count; nothing that stands above a mark speaks against it.
    """
    for expected, token in enumerate(tokens, 1):
        if expected not in token.values or not (token.is_marked or _is_plain(token, lines)):
            return None
    return {
        token.line: _new_start((number, token.end, token.before))
        for number, token in enumerate(tokens, 1)
    }


def _quoted_lines(spans: Sequence[tuple[int, int]], tokens: Sequence[_Token]) -> set[int]:
    """Lines of quoted documents whose numbers are not the cable's.

    A cable may go on with its count between the marks.
    """
    quoted: set[int] = set()
    for first, behind in spans:
        above = next((token for token in reversed(tokens) if token.line < first), None)
        within = next((token for token in tokens if first <= token.line < behind), None)
        goes_on = above and within and any(value + 1 in within.values for value in above.values)
        if not goes_on:
            quoted.update(range(first, behind))
    return quoted


def _is_plain(token: _Token, lines: Sequence[str]) -> bool:
    """Whether a number has a pilcrow, a stop, and above it a blank line or a sentence's end."""
    if not token.is_explicit or token.stop != "." or token.is_small:
        return False
    above = lines[token.line - 1] if token.line else ""
    return not above or above[-1] in _SENTENCE_ENDS


def _candidates(
    tokens: Sequence[_Token],
    quoted: Container[int],
    lines: Sequence[str],
    noise: Container[int],
) -> list[Candidate]:
    pairs = pairwise((None, *tokens))
    found = [_candidate(token, before, quoted, lines, noise) for before, token in pairs if token]
    stops = {token.stop for token in tokens if token.is_marked}
    if len(stops) == 1:
        found = [
            candidate
            if token.is_marked or token.stop in stops
            else candidate._replace(weight=candidate.weight - _OTHER_STOP)
            for token, candidate in zip(tokens, found, strict=True)
        ]
    marks = [
        token.is_marked
        for token, candidate in zip(tokens, found, strict=True)
        if candidate.is_apart or token.is_marked
    ]
    if not any(marks) or 2 * sum(marks) < len(marks) or len(found) < _MANY:
        return found
    return [
        candidate
        if token.is_marked
        else candidate._replace(weight=candidate.weight - _UNMARKED_AMONG_MARKED, is_unlike=True)
        for token, candidate in zip(tokens, found, strict=True)
    ]


def _candidate(
    token: _Token,
    before: _Token | None,
    quoted: Container[int],
    lines: Sequence[str],
    noise: Container[int],
) -> Candidate:
    is_next = before is not None and any(value + 1 in token.values for value in before.values)
    above = look_above(token.line, lines, noise, before.line if before and is_next else -1)
    weight = _BASE
    weight += token.is_explicit * _WEIGHTS["explicit"] + token.is_marked * _WEIGHTS["marked"]
    is_over = above.is_finished or above.is_heading
    weight += above.is_spaced * _WEIGHTS["paged" if above.is_paged else "spaced"]
    weight += is_over * _WEIGHTS["finished"]
    weight -= above.runs_on * _RUNS_ON + above.is_asking * _ASKS
    if token.is_small:
        weight -= _LOWER_NEXT
    if token.is_bare and not (is_over or token.is_marked):
        weight -= _ENDS_TEXT
    if token.stop == ")" and not token.is_marked:
        weight -= _BRACKET
    if token.line in quoted:
        weight -= _QUOTED
    return Candidate(
        token.line,
        token.values,
        weight,
        token.is_explicit or token.is_marked,
        (above.is_spaced and above.is_finished) or above.is_heading,
        above.is_heading and not above.is_first,
        token.end,
        token.before,
        above.is_whole,
        token.is_marked,
        above.is_colon,
        token.stop == ")",
        above.is_spaced and not above.is_paged,
        token.line in quoted,
        token.is_marked and above.is_finished,
    )
