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
    total = _count(text)
    if total == 0:
        return 1.0
    return sum(_count(text[claim.start : claim.end]) for claim in claims) / total


def _count(text: str) -> int:
    return sum(map(len, text.split()))
