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
            f"SELECT cable_id, sighting_id FROM ({_RESTARTS}) WHERE "
            "(SELECT count(*) FROM cables) >= 50 AND "
            f"(SELECT count(*) FROM ({_RESTARTS})) > 0.1 * (SELECT count(*) FROM cables)"
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
            "SELECT cable_id, sighting_id FROM paragraphs WHERE regexp_matches(text, "
            "'[A-Z]{3,} [0-9]{8} +[0-9]{3}([.][0-9])? OF [0-9]{3}')"
        ),
        reason="Page lines are noise (cable formats 3.20); the rule for them missed a form.",
        column="text",
    )
