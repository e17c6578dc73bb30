"""A cable that the REF block names, while the block is being read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class CitedCable:
    """A cable that an item names.

    Attributes:
        post: Canonical, or as written when nobody knows it.
        year: Four digits.
        serial: As written.
        start: Offset in the item at which the reference begins.
        end: Offset behind it.
        airgram: `A-` or `CA-`; empty for telegrams.
        is_notal: Marked NOTAL.
        and_previous: Stands for earlier messages too.
    """

    post: str
    year: int
    serial: str
    start: int
    end: int
    airgram: str = ""
    is_notal: bool = False
    and_previous: bool = False
