"""What the best chain of numbers leaves to do: lists below no heading go, misprints come in.

1  2  3  [1  2  3]          a list at the end, for no heading stands above it
1  22  3                    one number missing, one line that opens as a paragraph does
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transforms.parse.body.numbering import Candidate


def without_restarts(chosen: list[tuple[Candidate, int]]) -> list[tuple[Candidate, int]]:
    """The chain without what counts anew below no heading: a list, at the end of a paragraph.

    It stands in the chain as long as that is looked for, or a long list would outweigh the
    paragraphs above it; one as long as the count goes over into it.
    """
    kept: list[tuple[Candidate, int]] = []
    is_count = True
    for candidate, number in chosen:
        if number == 1 and kept:
            is_count = candidate.is_below_heading
        elif kept and number == kept[-1][1] + 1 and candidate.is_apart:
            is_count = True
        if is_count:
            kept.append((candidate, number))
    return kept


def with_misprints(
    candidates: Sequence[Candidate], chosen: list[tuple[Candidate, int]]
) -> list[tuple[Candidate, int]]:
    """The chain with the numbers that were mistyped: of `1. 22. 3.` the second is paragraph 2.

    One number is missing, and one line between its neighbours opens as a paragraph does.
    """
    found = chosen[:1]
    for (above, before), (below, number) in pairwise(chosen):
        if number - before == 2:
            between = candidates[_place_of(candidates, above) + 1 : _place_of(candidates, below)]
            likely = [c for c in between if c.is_strong and c.is_apart and not c.is_unlike]
            found += [(c, number - 1) for c in likely] if len(likely) == 1 else []
        found.append((below, number))
    return found


def _place_of(candidates: Sequence[Candidate], candidate: Candidate) -> int:
    return bisect_left(candidates, candidate.line, key=attrgetter("line"))
