"""Which characters of the source ended where, and the share that was understood."""

from __future__ import annotations

from collections.abc import Iterable

from transforms.parse.message import Claim


def settle_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Sort claims and cut overlaps: what was claimed first on the page keeps it."""
    settled: list[Claim] = []
    end = 0
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.end)):
        start = max(claim.start, end)
        if start < claim.end:
            settled.append(Claim(start, claim.end, claim.what))
            end = claim.end
    return tuple(settled)


def measure_coverage(text: str, claims: Iterable[Claim]) -> float:
    """The share of non-blank characters that some rule claimed.

    Args:
        text: The record's text.
        claims: Settled claims.

    Returns:
        From 0 to 1; 1.0 for a text without any such character.
    """
    missed = 0
    end = 0
    for claim in claims:
        if claim.start > end:
            missed += _count(text[end : claim.start])
        end = claim.end
    missed += _count(text[end:])
    return 1.0 - missed / _count(text) if missed else 1.0


def _count(text: str) -> int:
    return 0 if text.isspace() else sum(map(len, text.split()))
