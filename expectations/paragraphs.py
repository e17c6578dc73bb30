"""Judgement on `paragraphs`."""

from __future__ import annotations

from collections.abc import Iterator

from expectations.checks import Check, row_check

_RESTARTS = (
    "SELECT DISTINCT cable_id, sighting_id FROM (SELECT cable_id, sighting_id, number, "
    "max(number) OVER (PARTITION BY sighting_id ORDER BY ordinal ROWS BETWEEN UNBOUNDED PRECEDING "
    "AND 1 PRECEDING) AS above FROM paragraphs WHERE number IS NOT NULL) WHERE number <= above"
)


def paragraph_checks() -> Iterator[Check]:
    """Order and printed numbers."""
    yield row_check(
        "paragraphs",
        "numbers_ascend",
        "warn",
        rows=(
            f"WITH restarts AS MATERIALIZED ({_RESTARTS}) "
            "SELECT cable_id, sighting_id FROM restarts WHERE "
            "(SELECT count(*) FROM cables) >= 50 AND "
            "(SELECT count(*) FROM restarts) > 0.1 * (SELECT count(*) FROM cables)"
        ),
        reason="Numbers start again on under 4 % of pages (cable formats 3.15); more than 10 % "
        "means that their repair broke.",
        column="number",
    )
    yield row_check(
        "paragraphs",
        "no_page_line_is_left",
        "warn",
        rows=(
            # Few texts hold the word that every page line has; the pattern takes ten times as long.
            "SELECT cable_id, sighting_id FROM paragraphs WHERE contains(text, ' OF ') AND "
            "regexp_matches(text, '[A-Z]{3,} [0-9]{8} +[0-9]{3}([.][0-9])? OF [0-9]{3}')"
        ),
        reason="Page lines are noise (cable formats 3.20); the rule for them missed a form.",
        column="text",
    )
