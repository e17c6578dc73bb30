"""Which of the numbers at line starts count the paragraphs: the best chain of all of them.

    1  2  [1  2  3]  3  4  [18]  5     lists and dates in brackets are no part of the chain

Each candidate weighs what speaks for it (pilcrow, portion mark, blank line, finished sentence
above); each step from one number to the next costs what is unusual about it. The chain of the
greatest sum wins, found in one pass: for every number the best chain that ends in it is kept. See
docs/formats/paragraphs.md for the comparison with a rule that looks at one line at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from transforms.parse.body.counted import with_misprints, without_restarts
from transforms.parse.body.listed_runs import without_lists

_FAR_GAP = 15
_NEAR_GAP = 2
_GAP = 1.0
_GAP_EACH = 0.4
_GAP_OF_TWO = 3.0
_REPEAT = 2.5
_RESTART = 5.0
_RESTART_BELOW_HEADING = 1.5
_LATE_START = 1.0
_FIRST_PASSED = 1.5
_LATEST_START = 3
_BEGUN_LATER = 2.5
_OUT_OF_RUN = 2.25
_OUT_OF_RUN_BELOW_HEADING = 0.75
_LEAST_OF_UNLIKE = -1.0
_AS_IF_OUTER = 2.0
_LITERAL_AMONG_RESIDUE = 1.2
_FOR_PRINTED = 0.7
_LATER = 0.01
"""Of two chains alike the later wins; but the first 1 is the first paragraph."""
_LOOKED_AHEAD = 60
"""Candidates that are looked at; bounds the work on texts that are nothing but numbers."""


class Candidate(NamedTuple):
    """A number at the start of a line, or behind the end of a sentence within one.

    Attributes:
        line: Index of its line.
        values: The number as printed, and without a leading 1 that may be a pilcrow's residue.
        weight: What speaks for a paragraph; below 0 when more speaks against it.
        is_strong: Has a portion mark or a pilcrow.
        is_marked: Has a portion mark.
        is_whole: What stands above is a paragraph on one long line, finished or not.
        is_unlike: Has no portion mark where most have one.
        is_apart: What stands above is finished, so that any paragraph may begin.
        is_below_heading: A rule or a short line stands above.
        is_introduced: What stands above ends in a colon.
        has_bracket: A bracket ends it (`2)`), no full stop.
        is_spaced: A blank line, a rule or a long line stands above, and no page line.
        is_quoted: Stands in a document that the cable quotes.
        is_over: Has a mark, and what stands above is a finished sentence.
        end: Offset behind number and stop.
        mark: Portion mark that stands before the number.
    """

    line: int
    values: tuple[int, ...]
    weight: float
    is_strong: bool
    is_apart: bool
    is_below_heading: bool
    end: int
    mark: str
    is_whole: bool
    is_marked: bool
    is_introduced: bool
    has_bracket: bool
    is_spaced: bool
    is_quoted: bool = False
    is_over: bool = False
    is_unlike: bool = False


@dataclass(slots=True)
class _Chain:
    """The best chain that ends in a number.

    `outer` is the last number before the count restarted; `has_residue` whether one was read
    without the digit that a pilcrow became.
    """

    score: float
    place: int
    value: int
    before: _Chain | None
    outer: int
    has_residue: bool


def choose_numbers(candidates: Sequence[Candidate]) -> list[tuple[Candidate, int]]:
    """The candidates that count the paragraphs, each with its number.

    Args:
        candidates: In the order of the text.

    Returns:
        Those of the best chain, in order; none when nothing speaks for a count.
    """
    if (plain := _count_plainly(candidates)) is not None:
        return plain
    candidates = without_lists(candidates)
    if (plain := _count_plainly(candidates)) is not None:
        return plain
    best = _best_chain(candidates)
    if any(len(candidate.values) > 1 for candidate in candidates):
        printed = [candidate._replace(values=candidate.values[:1]) for candidate in candidates]
        literal = _best_chain(printed)
        if literal and best and literal.score >= best.score - _FOR_PRINTED:
            best = literal
    if best is not None and best.before is None and best.score < 0:
        return []
    chosen: list[tuple[Candidate, int]] = []
    while best is not None:
        chosen.append((candidates[best.place], best.value))
        best = best.before
    return with_misprints(candidates, without_restarts(chosen[::-1]))


def _count_plainly(candidates: Sequence[Candidate]) -> list[tuple[Candidate, int]] | None:
    """Most cables hold no other number: every candidate is the next; None when one is not."""
    for expected, candidate in enumerate(candidates, 1):
        is_item = candidate.is_unlike and candidate.is_introduced and len(candidate.values) > 1
        if expected not in candidate.values or candidate.weight < 0 or is_item:
            return None
    return [(candidate, number) for number, candidate in enumerate(candidates, 1)]


def _best_chain(candidates: Sequence[Candidate]) -> _Chain | None:
    ends: dict[int, _Chain] = {}
    best: _Chain | None = None
    for place, candidate in enumerate(candidates):
        found = [_extend(ends, best, candidates, place, value) for value in candidate.values]
        for chain in found:
            if chain is None:
                continue
            known = ends.get(chain.value)
            if known is None or chain.score > known.score - (chain.value > 1) * _LATER:
                ends[chain.value] = chain
            if best is None or chain.score >= best.score:
                best = chain
    return best


def _extend(
    ends: dict[int, _Chain],
    best: _Chain | None,
    candidates: Sequence[Candidate],
    place: int,
    value: int,
) -> _Chain | None:
    """The best chain that goes on with a candidate as that number; None when none can."""
    candidate = candidates[place]
    steps: list[tuple[float, _Chain | None]] = []
    if value <= _LATEST_START:
        has_first = 1 in ends and candidates[ends[1].place].is_apart
        cost = _LATE_START * (value - 1) + _FIRST_PASSED * (has_first and value > 1)
        cost += _RESTART * (has_first and value == 1 and not candidate.is_apart)
        steps.append((-cost, None))
    elif place == 0 and candidate.is_strong and candidate.is_apart:
        steps.append((-_BEGUN_LATER, None))
    if (before := ends.get(value - 1)) is not None and before.place < place:
        cost = 0.0
        if _leaves_run(candidates, before, place, value):
            cost = _OUT_OF_RUN if candidate.is_apart else 2 * _OUT_OF_RUN
            cost = _OUT_OF_RUN_BELOW_HEADING if candidate.is_below_heading else cost
        cost += _AS_IF_OUTER if value == before.outer + 1 and before.outer else 0.0
        is_literal = len(candidate.values) > 1 and value == candidate.values[0]
        if is_literal and before.has_residue and not candidate.is_apart:
            cost += _LITERAL_AMONG_RESIDUE
        steps.append((before.score - cost, before))
    steps += _unusual_steps(ends, best, candidates, place, value)
    if not steps:
        return None
    score, before = max(steps, key=lambda step: step[0])
    outer = before.outer if before else 0
    if before and value < before.value:
        outer = before.value
    has_residue = value != candidate.values[0] or (before is not None and before.has_residue)
    return _Chain(score + candidate.weight, place, value, before, outer, has_residue)


def _leaves_run(candidates: Sequence[Candidate], before: _Chain, place: int, value: int) -> bool:
    """Whether the step leaves a list of which it takes a part: the neighbour counts on, too.

    A list without marks and pilcrows is none of which a number with one of these is a part.
    """
    if before.place == place - 1:
        return False
    above, behind = candidates[place - 1], candidates[before.place + 1]
    is_strong = candidates[place].is_strong
    if candidates[place].is_marked:
        # A number with a mark is in no list of numbers without one, where most have one.
        above = above._replace(weight=_LEAST_OF_UNLIKE) if above.is_unlike else above
        behind = behind._replace(weight=_LEAST_OF_UNLIKE) if behind.is_unlike else behind
    if value - 1 in above.values and _may_be_listed(above, is_strong):
        return True
    is_strong = is_strong or candidates[before.place].is_strong
    is_doubtful = before.has_residue and not behind.is_apart and len(behind.values) > 1
    values = behind.values[1:] if is_doubtful else behind.values
    return value in values and _may_be_listed(behind, is_strong)


def _may_be_listed(neighbour: Candidate, is_strong: bool) -> bool:
    """Whether a number may be an item of a list to which a strong or a bare one belongs."""
    if is_strong and not neighbour.is_strong:
        return False
    return neighbour.weight > (_LEAST_OF_UNLIKE if neighbour.is_unlike else 0)


def _unusual_steps(
    ends: dict[int, _Chain],
    best: _Chain | None,
    candidates: Sequence[Candidate],
    place: int,
    value: int,
) -> list[tuple[float, _Chain | None]]:
    candidate = candidates[place]
    steps: list[tuple[float, _Chain | None]] = []
    if not (candidate.is_strong or candidate.is_apart or candidate.is_whole):
        return steps
    reach = _FAR_GAP if candidate.is_apart or candidate.is_whole else _NEAR_GAP
    is_literal = len(candidate.values) > 1 and value == candidate.values[0]
    for gap in range(1, 0 if candidate.is_unlike else min(reach, value - 2) + 1):
        before = ends.get(value - 1 - gap)
        if before is None or (before.outer and value > before.outer):
            continue
        if is_literal and before.has_residue and not candidate.is_marked:
            continue
        doubt = _GAP_OF_TWO if is_literal else 0
        steps.append((before.score - _GAP - _GAP_EACH * gap - doubt, before))
    before = ends.get(value) if value > 1 else None
    if before is not None and not candidate.is_apart:
        before = before if candidate.is_over and candidates[before.place].is_marked else None
    if before is not None and value - 1 not in candidates[place - 1].values:
        steps.append((before.score - _REPEAT, before))
    is_listed = candidate.is_unlike or candidate.is_introduced
    is_open = (
        (candidate.is_apart or candidate.is_strong) and not is_listed
    ) or candidate.is_below_heading
    is_open = is_open and not candidate.is_quoted
    if value == 1 and best is not None and is_open and not _goes_on(candidates, place, best):
        cost = _RESTART_BELOW_HEADING if candidate.is_below_heading else _RESTART
        steps.append((best.score - cost, best))
    return steps


def _goes_on(candidates: Sequence[Candidate], place: int, best: _Chain) -> bool:
    """Whether the count goes on later, so that what starts again at `place` is a list.

    A number that a list could hold as well goes on with the count when it has a portion mark and
    the list has none; but where residues were read, `14.` behind 3 is the list's own 4.
    """
    own, last = 2, best.value
    is_bare = not candidates[place].is_marked
    for later in candidates[place + 1 : place + 1 + _LOOKED_AHEAD]:
        is_own = own in (later.values if best.has_residue else later.values[:1])
        is_residue = is_own and own != later.values[0]
        if is_bare and later.is_marked and last + 1 in later.values and not is_residue:
            return True
        if is_own:
            own += 1
        elif later.values == (1,):
            return False
        elif last + 1 in later.values and (later.is_strong or later.is_apart):
            return True
    return False
