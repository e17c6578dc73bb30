"""Judgement on `refs`."""

from __future__ import annotations

from collections.abc import Iterator

from expectations.checks import Check, row_check


def ref_checks() -> Iterator[Check]:
    """Targets fit their kinds, and are plausible."""
    yield row_check(
        "refs",
        "cables_have_a_target",
        "stop",
        rows=(
            "SELECT cable_id, sighting_id FROM refs "
            "WHERE (kind IN ('cable', 'airgram')) <> (target_id IS NOT NULL)"
        ),
        reason="A reference to a cable names it, and no other reference does. The parser broke it.",
        column="target_id",
    )
    yield row_check(
        "refs",
        "target_is_not_younger",
        "warn",
        rows=(
            "SELECT r.cable_id, r.sighting_id FROM refs r JOIN cables c USING (sighting_id) WHERE "
            "(CASE WHEN left(r.target_id, 2)::INTEGER >= 66 THEN 1900 ELSE 2000 END "
            "+ left(r.target_id, 2)::INTEGER) > c.year + 1"
        ),
        reason="A cable cites what was sent before. The year of the reference was misread.",
        column="target_id",
    )
