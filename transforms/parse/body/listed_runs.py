"""Lists whose items are numbered: runs from 1 on that are none of the count around them.

    1  2  [1 2 3 4 5 6 7 8]  3  4      the count goes on behind the list with its next number
    3. (C) They are:                   a list below no heading, its items
    1. a pier                          without the portion marks that paragraphs have,
    2. a ferry                         or without the blank lines between them

However many items a list has, it must not outweigh the paragraphs between which it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transforms.parse.body.numbering import Candidate

_FEWEST = 2
_AS_GOOD = 1.0
"""By how much an item may outweigh the paragraphs around its list."""

_PLAIN = 1.0
"""What a number below a finished sentence outweighs at least, one within a sentence never."""

_MOST_IN_A_ROW = 8
"""Lists below one paragraph; bounds the work on texts that are nothing but lists."""

_PASSED = 4
"""Numbers within sentences that may stand between two items."""


def without_lists(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without the items of lists that can be nothing else.

    Args:
        candidates: In the order of the text.
    """
    kept: list[Candidate] = []
    above: Candidate | None = None
    last_apart = max((i for i, c in enumerate(candidates) if c.is_apart), default=-1)
    place = 0
    while place < len(candidates):
        candidate, end = candidates[place], place
        is_first = above is not None and 1 in candidate.values and not _is_next(candidate, above)
        is_first = is_first and not (place and _is_next(candidate, candidates[place - 1]))
        if above and (is_first or _is_unlike_item(candidate, above)):
            end = _end_of_lists(candidates, place, above, last_apart)
        if end == place:
            kept.append(candidate)
            is_solid = above is None or _is_solid(candidate) or _counts_plainly(candidate, above)
            above = candidate if is_solid else above
            end += 1
        place = end
    return kept


def _is_solid(candidate: Candidate) -> bool:
    """Whether a number is none within a sentence."""
    return candidate.is_apart or candidate.is_marked


def _is_unlike_item(candidate: Candidate, above: Candidate) -> bool:
    """Whether `11.` below `110. (C) ... are:` is an item: it alone has no mark."""
    is_unlike = candidate.is_unlike and candidate.is_introduced and 1 in candidate.values
    return is_unlike and above.is_marked and len(above.values) > 1


def _counts_plainly(candidate: Candidate, above: Candidate) -> bool:
    """Whether a number is the next of the count, and the text above it is over."""
    return candidate.weight > _PLAIN and _is_next(candidate, above)


def _is_next(candidate: Candidate, above: Candidate) -> bool:
    """Whether a number may be the next of the count, `11.` behind 10."""
    return any(value + 1 in candidate.values for value in above.values)


def _end_of_lists(
    candidates: Sequence[Candidate], place: int, above: Candidate, last_apart: int
) -> int:
    """The place behind the lists that begin with a 1; its own place when it is of no list."""
    run = _run_from(candidates, place, above)
    items, end = list(run), run[-1] + 1
    for _ in range(_MOST_IN_A_ROW):
        if len(items) >= _FEWEST and _count_goes_on(candidates, items, above, end):
            return end
        if len(items) > len(run) and _was_cut(candidates, run, above, end):
            return run[above.values[0]]
        start = _find(candidates, end, 1)
        if start is None:
            break
        items += _run_from(candidates, start, above)
        end = items[-1] + 1
    return _end_of_unlike(candidates, run, above, last_apart)


def _was_cut(
    candidates: Sequence[Candidate], run: Sequence[int], above: Candidate, end: int
) -> bool:
    """Whether the last item of a list is the paragraph behind it, with a list of its own.

    `2. [1. 2.] 3. [1. 2.] 4.` without anything that tells items from paragraphs.
    """
    number = above.values[0]
    if not _FEWEST <= number == len(run) - 1:
        return False
    place = _find(candidates, end, number + 2)
    return place is not None and candidates[place].weight >= candidates[run[0]].weight - _AS_GOOD


def _run_from(candidates: Sequence[Candidate], start: int, above: Candidate) -> list[int]:
    """The places of the numbers 1, 2, 3 ... from a place on, up to the paragraph behind them."""
    run, end = [start], 0
    is_other = candidates[start].has_bracket != above.has_bracket
    while (place := _find(candidates, run[-1] + 1, len(run) + 1)) is not None:
        items = [candidates[item] for item in run]
        if is_other and any(_counts_on(c, above) for c in candidates[run[-1] + 1 : place + 1]):
            break
        if any(_begins_anew(c, items) for c in candidates[run[-1] + 1 : place]):
            break
        is_alike = is_other and candidates[place].has_bracket == items[0].has_bracket
        if not (end or is_alike) and _may_count(candidates[place], items, above):
            end = len(run) if _is_unlike(candidates[place], items) else 0
        run.append(place)
    return run if not end or _comes_again(candidates, run, end) else run[:end]


def _counts_on(found: Candidate, above: Candidate) -> bool:
    """Whether a number goes on with the count, behind items that end in another sign."""
    return found.has_bracket == above.has_bracket and _is_next(found, above)


def _begins_anew(passed: Candidate, items: Sequence[Candidate]) -> bool:
    """Whether a number that is passed over is a 1, or the last item's again, and as good."""
    is_same = 1 in passed.values or len(items) in passed.values
    return is_same and passed.weight >= items[-1].weight


def _comes_again(candidates: Sequence[Candidate], run: Sequence[int], end: int) -> bool:
    """Whether the number that looks like the paragraph behind a list stands once more below it.

    When that is as good, the one before was an item.
    """
    place = _find(candidates, run[-1] + 1, end + 1)
    return place is not None and candidates[place].weight >= candidates[run[end]].weight


def _may_count(found: Candidate, items: Sequence[Candidate], above: Candidate) -> bool:
    """Whether a number that goes on with a list may go on with the count as well.

    Both at once (`3.` behind 2 and a list of two), or, behind items that are as printed, with the
    digit that it would lose as an item (`13.` behind 12).
    """
    last = len(items)
    is_as_printed = items[-1].values[0] == last and found.values[0] != last + 1
    return last in above.values or (is_as_printed and _is_next(found, above))


def _is_unlike(found: Candidate, items: Sequence[Candidate]) -> bool:
    """Whether a number that goes on with a list looks more like a paragraph than its items do.

    It has a mark or a pilcrow, stands apart as no item below the first does, ends in another sign
    (`3)`), has more that speaks for it than any of them, or a heading above it.
    """
    last = items[-1]
    is_marked = found.is_marked and not items[0].is_marked
    is_strong = found.is_strong and not any(item.is_strong for item in items)
    is_below = found.is_spaced and not (last.is_spaced or last.is_apart)
    is_apart = len(items) > 1 and (is_below or (found.is_apart and not last.is_apart))
    is_heavier = found.weight > max(item.weight for item in items) + _AS_GOOD
    is_other = found.has_bracket != last.has_bracket
    is_headed = found.is_below_heading and not items[0].is_below_heading
    return is_marked or is_strong or is_apart or is_heavier or is_other or is_headed


def _find(candidates: Sequence[Candidate], start: int, number: int) -> int | None:
    """The place of a number from another on; only numbers within text may be passed over."""
    for place in range(start, min(start + _PASSED, len(candidates))):
        candidate = candidates[place]
        if number in candidate.values:
            return place
        if _is_solid(candidate):
            return None
    return None


def _count_goes_on(
    candidates: Sequence[Candidate], items: Sequence[int], above: Candidate, end: int
) -> bool:
    """Whether the count goes on right behind a list, with numbers as good as its own."""
    best = max(candidates[item].weight for item in items) - _AS_GOOD
    if above.weight < best:
        return False
    below = [_find(candidates, end, value + 1) for value in above.values]
    ones = [c for c in candidates[end : end + _PASSED] if 1 in c.values and c.weight >= best]
    return any(
        place is not None
        and candidates[place].weight >= best
        and not (ones and ones[0].line < candidates[place].line)
        for place in below
    )


def _end_of_unlike(
    candidates: Sequence[Candidate], run: Sequence[int], above: Candidate, last_apart: int
) -> int:
    """The place behind a list, not below a heading, whose items look unlike the paragraphs."""
    first = candidates[run[0]]
    if len(run) < _FEWEST or first.is_below_heading:
        return run[0]
    if first.has_bracket != above.has_bracket and not first.is_marked:
        same = [place for place in run if candidates[place].has_bracket == first.has_bracket]
        return same[-1] + 1
    if above.is_marked and not first.is_marked:
        return run[_count_unmarked(candidates, run, above) - 1] + 1
    count = 1
    while count < len(run) and not candidates[run[count]].is_apart:
        count += 1
    end = run[count - 1] + 1
    is_list = last_apart >= end or (first.is_introduced and above.values != (1,))
    is_list = is_list or above.values[-1] > _FEWEST
    return end if count >= _FEWEST and above.is_apart and is_list else run[0]


def _count_unmarked(candidates: Sequence[Candidate], run: Sequence[int], above: Candidate) -> int:
    """How many items have no portion mark, below a paragraph that has one.

    When the run goes on with a mark, paragraphs go on in it, from the next number on.
    """
    count = 1
    while count < len(run) and not candidates[run[count]].is_marked:
        count += 1
    if count == len(run):
        return count
    return max([value for value in above.values if value <= count], default=count)
