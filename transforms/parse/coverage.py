"""Which characters of the source ended where, and the share that was understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter, le, lt

from transforms.parse.text.message import Claim

_PIECE = re.compile(r"\S+(?:[^\S\n]+\S+)*")


@dataclass(frozen=True, slots=True)
class Gap:
    """A piece of the text that no rule claimed.

    Attributes:
        start: Offset of its first character, which is not blank.
        end: Offset behind its last.
        line: Line on which it starts, from 1.
        column: Column at which it starts, from 1.
        text: As it stands; at most one line.
    """

    start: int
    end: int
    line: int
    column: int
    text: str


def settle_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Sort claims and cut overlaps: what was claimed first on the page keeps it."""
    in_order = sorted(claims, key=itemgetter(0, 1))
    starts, ends = _edges(in_order)
    if all(map(lt, starts, ends)) and all(map(le, ends, starts[1:])):
        return tuple(in_order)
    settled: list[Claim] = []
    end = 0
    for claim in in_order:
        start, claim_end, what = claim
        if end < claim_end and start < claim_end:
            settled.append(claim if start >= end else Claim(end, claim_end, what))
            end = claim_end
    return tuple(settled)


def _edges(claims: Sequence[Claim]) -> tuple[Sequence[int], Sequence[int]]:
    """Where claims start, and where they end."""
    starts, ends, _ = zip(*claims, strict=True) if claims else ((), (), ())
    return starts, ends


def measure_coverage(text: str, claims: Sequence[Claim]) -> float:
    """The share of non-blank characters that some rule claimed.

    Claimed means: ended in a field, a paragraph or a recognised piece of transmission noise. Text
    of an unknown kind that is kept as a paragraph counts; a line of the header that became nothing
    does not, nor does a word of the opening that is in no value.

    Args:
        text: The record's text.
        claims: Settled claims.

    Returns:
        From 0 to 1; 1.0 for a text without any such character.
    """
    starts, ends = _edges(claims)
    missed = _count("".join(map(text.__getitem__, map(slice, [0, *ends], [*starts, len(text)]))))
    return 1.0 - missed / _count(text) if missed else 1.0


def find_gaps(text: str, claims: Iterable[Claim]) -> tuple[Gap, ...]:
    """List what no rule claimed.

    Args:
        text: The record's text.
        claims: Settled claims.

    Returns:
        Gaps in order, one for each piece of a line; blanks around them are left off.
    """
    return tuple(
        _gap(text, start + piece.start(), start + piece.end())
        for start, end in _between(claims, len(text))
        for piece in _PIECE.finditer(text[start:end])
    )


def _between(claims: Iterable[Claim], length: int) -> Iterator[tuple[int, int]]:
    end = 0
    for start, claim_end, _ in claims:
        if start > end:
            yield end, start
        end = claim_end
    if length > end:
        yield end, length


def _gap(text: str, start: int, end: int) -> Gap:
    line_start = text.rfind("\n", 0, start) + 1
    return Gap(start, end, text.count("\n", 0, start) + 1, start - line_start + 1, text[start:end])


def _count(text: str) -> int:
    return 0 if text.isspace() else sum(map(len, text.split()))
