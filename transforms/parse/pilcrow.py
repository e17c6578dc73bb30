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
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from transforms.parse.numbering import Candidate, choose_numbers
from transforms.parse.portion_marks import MARK

_FIRST = frozenset("¶0123456789( \t#*.-[")
_START = re.compile(
    rf"\s*(?P<pilcrow>¶{{1,2}}\s?)?[#*.-]?(?:(?P<before>{MARK})\s{{0,3}}(?P<late>¶\s?)?)?"
    r"(?:(?P<number>1[1-9]\d\d(?!\d)|\d{1,3})|(?P<tens>[1-9])\s(?P<ones>\d)(?=\s?\.)|\((?P<boxed>\d{1,2})\)"
    rf"(?=\s{{0,3}}{MARK}))"
    rf"(?P<stop>\s?[.)](?!\d)[.,]?|\s?[,:;-]?(?=\s{{0,3}}{MARK})|(?=\s[A-Z(\"]))"
    rf"\s*(?:¶\s?)?(?P<mark>{MARK})?\s*(?P<next>\S)?",
    re.IGNORECASE,
)
_QUOTE_OPENS = re.compile(r"\s*(?:BEGIN (?:QUOTE|TEXT|POINTS|UNOFFICIAL|DOCUMENT)\b|QUOTE\b)", re.I)
_QUOTE_ENDS = re.compile(r"\s*(?:END (?:QUOTE|TEXT|POINTS|UNOFFICIAL|DOCUMENT)\b|UNQUOTE\b)", re.I)
_QUOTE_FIRST = frozenset("BbEeQqUu \t")
_UNWRAPPED = 100
_WHOLE = 200
_SHORT = 60
_TAIL = 8
_SENTENCE_END = re.compile(r"(?:[.?!:;][\"'”’)\]]*|[\"”)]|[-=*_]{3,}|X{3,})\s*$", re.IGNORECASE)
_STOPS = frozenset('.?!:;"”)')
_BEHIND_STOPS = frozenset("'’]-=*_Xx")
_RESIDUE_OF_ANY = re.compile(r"1(?:[1-9]\d?|(?:19|20)\d\d)\.")
_RESIDUE_OF_YEAR = re.compile(r"1(?:19|20)\d\d\.")
_BASE = 0.5
_WEIGHTS = {"explicit": 1.0, "marked": 2.0, "spaced": 0.75, "finished": 0.75}
_RUNS_ON = 1.5
_WRAPPED = 50
_UNMARKED_AMONG_MARKED = 1.25
_LOWER_NEXT = 1.5
_QUOTED = 3.0
_BRACKET = 0.5
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


class _Above(NamedTuple):
    """What stands above a line: the last line of text, and whether it is over."""

    is_first: bool = True
    is_spaced: bool = True
    is_finished: bool = True
    is_heading: bool = False
    runs_on: bool = False
    is_whole: bool = False


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
    return {
        candidate.line: Start(number, candidate.end, candidate.mark)
        for candidate, number in choose_numbers(_candidates(lines, special, noise))
    }


def lines_with_residue(
    lines: Sequence[str], special: Sequence[int], starts: dict[int, Start]
) -> list[int]:
    """Lines of text that begin with the digit 1 of a pilcrow: `12007. Tickets ...` is a year.

    Args:
        lines: Lines of the body.
        special: Indices of those that may be more than plain text.
        starts: Where numbered paragraphs start, by the index of the line.

    Returns:
        Their indices. Paragraphs must have been numbered so (`12.` for 2); where all of them are,
        the digit stands before every number, else only one before a year is sure.
    """
    spelt = [f"1{start.number}" in lines[i][: start.end] for i, start in starts.items()]
    if not any(spelt):
        return []
    pattern = _RESIDUE_OF_ANY if all(spelt) else _RESIDUE_OF_YEAR
    return [i for i in special if i not in starts and pattern.match(lines[i])]


def _candidates(
    lines: Sequence[str], special: Sequence[int], noise: Container[int]
) -> list[Candidate]:
    found: list[tuple[Candidate, bool]] = []
    quoted = _quoted_lines(lines, special)
    for index in [index for index in special if lines[index][:1] in _FIRST]:
        line = lines[index]
        match = None if index in noise else _START.match(line)
        if match is not None and (candidate := _candidate(index, line, match, lines, noise)):
            if quoted and index in quoted:
                candidate = candidate._replace(weight=candidate.weight - _QUOTED)
            found.append((candidate, bool(match["mark"] or match["before"])))
    apart = [is_marked for candidate, is_marked in found if candidate.is_apart or is_marked]
    if 2 * sum(apart) < len(apart) or len(found) < _MANY:
        return [candidate for candidate, _ in found]
    return [
        candidate
        if is_marked
        else candidate._replace(weight=candidate.weight - _UNMARKED_AMONG_MARKED, is_unlike=True)
        for candidate, is_marked in found
    ]


def _candidate(
    index: int, line: str, match: re.Match[str], lines: Sequence[str], noise: Container[int]
) -> Candidate | None:
    is_explicit = match["pilcrow"] is not None or match["late"] is not None
    is_marked = match["mark"] is not None or match["before"] is not None
    stop = match["stop"].strip()[:1]
    if stop not in {".", ")"} and not is_marked and not is_explicit:
        return None
    token = match["number"] or match["boxed"] or match["tens"] + match["ones"]
    values: tuple[int, ...] = (int(token),)
    if not is_explicit and len(token) > 1 and token[0] == "1" and int(token[1:]):
        values = (int(token), int(token[1:]))
    above = _look_above(index, lines, noise)
    weight = _BASE
    weight += is_explicit * _WEIGHTS["explicit"] + is_marked * _WEIGHTS["marked"]
    weight += above.is_spaced * _WEIGHTS["spaced"] + above.is_finished * _WEIGHTS["finished"]
    weight -= above.runs_on * _RUNS_ON
    if match["next"] and match["next"].islower() and not is_marked:
        weight -= _LOWER_NEXT
    if stop == ")" and not is_marked:
        weight -= _BRACKET
    return Candidate(
        index,
        values,
        weight,
        is_explicit or is_marked,
        (above.is_spaced and above.is_finished) or above.is_heading,
        above.is_heading and not above.is_first,
        match.start("mark") if match["mark"] else match.end("stop"),
        match["before"] or "",
        above.is_whole,
    )


def _look_above(index: int, lines: Sequence[str], noise: Container[int]) -> _Above:
    place = index - 1
    while place >= 0 and (place in noise or not lines[place].strip()):
        place -= 1
    if place < 0:
        return _Above()
    above = lines[place].strip()
    is_rule = len(above) > 2 and above[0] in "-=*_" and len(set(above.replace(" ", ""))) == 1
    is_spaced = (
        place < index - 1 or is_rule or len(above) > _UNWRAPPED or above[:3].upper() == "XXX"
    )
    is_finished = is_rule or _is_finished(above)
    is_short = place < index - 1 and len(above) < _SHORT and above[-1] not in ".,;"
    runs_on = not is_spaced and not is_finished and len(above) >= _WRAPPED
    is_heading = is_rule or (is_short and not is_finished)
    return _Above(False, is_spaced, is_finished, is_heading, runs_on, len(above) > _WHOLE)


def _is_finished(text: str) -> bool:
    """Whether a text ends as a sentence does; most are told by their last character."""
    if text[-1] in _STOPS:
        return True
    return text[-1] in _BEHIND_STOPS and _SENTENCE_END.search(text[-_TAIL:]) is not None


def _quoted_lines(lines: Sequence[str], special: Iterable[int]) -> set[int]:
    """Lines between `BEGIN TEXT` and `END TEXT`, whose numbers are not the cable's."""
    marks = [i for i in special if lines[i][:1] in _QUOTE_FIRST and _may_mark(lines[i])]
    quoted: set[int] = set()
    opened: int | None = None
    for index in marks:
        if _QUOTE_ENDS.search(lines[index]):
            if opened is not None and not _QUOTE_OPENS.match(lines[index]):
                quoted.update(range(opened, index + 1))
            opened = None
        elif opened is None:
            opened = index
    return quoted


def _may_mark(line: str) -> bool:
    return _QUOTE_OPENS.match(line) is not None or _QUOTE_ENDS.match(line) is not None
