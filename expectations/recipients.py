"""Judgement on `recipients`."""

from __future__ import annotations

from collections.abc import Iterator

from expectations.checks import Check, row_check


def recipient_checks() -> Iterator[Check]:
    """Names are names."""
    yield row_check(
        "recipients",
        "plad_is_a_name",
        "warn",
        rows=(
            "SELECT cable_id, sighting_id FROM recipients "
            "WHERE NOT regexp_matches(plad, '[A-Za-z]{2}') OR length(plad) > 120"
        ),
        reason="A plain-language address is a short name (5 FAH-2 H-230). The header was misread.",
        column="plad",
    )
