"""The one place where refusals are made."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from transforms.read.record import Place, Refusal

_KEPT_BYTES = 1024 * 1024


def refuse(
    place: Place, reason: str, detail: str, raw: bytes, source_format: str | None = None
) -> Refusal:
    """A refusal of some bytes.

    Args:
        place: Where they stand; without a length it gets that of the bytes.
        reason: Code of `reasons`.
        detail: The particulars, for the person who must act.
        raw: The bytes; the first MiB is kept.
        source_format: Code of `source_formats`, when the format was recognised.
    """
    return Refusal(
        place=place if place.length else replace(place, length=len(raw)),
        reason=reason,
        detail=detail,
        sha256=hashlib.sha256(raw).hexdigest(),
        raw=raw[:_KEPT_BYTES],
        format=source_format,
    )
