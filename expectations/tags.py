"""Judgement on `tags`."""

from __future__ import annotations

from collections.abc import Iterator

from expectations.checks import Check, row_check


def tag_checks() -> Iterator[Check]:
    """Form, repeats, and how many are unknown."""
    yield row_check(
        "tags",
        "tag_has_its_form",
        "stop",
        rows="SELECT cable_id, sighting_id FROM tags WHERE tag <> upper(trim(tag)) OR tag = ''",
        reason="TAGS are upper case and not empty (5 FAH-3). The parser broke this.",
        column="tag",
    )
    yield row_check(
        "tags",
        "no_repeats",
        "stop",
        rows=(
            "SELECT any_value(cable_id) AS cable_id, sighting_id FROM tags "
            "GROUP BY sighting_id, tag, kind HAVING count(*) > 1"
        ),
        reason="A cable has each tag once. The parser broke this.",
        column="tag",
    )
    yield row_check(
        "tags",
        "few_are_unknown",
        "warn",
        rows=(
            "SELECT cable_id, sighting_id FROM tags WHERE kind = 'unknown' AND "
            "(SELECT count(*) FROM tags) >= 50 AND (SELECT count(*) FROM tags "
            "WHERE kind = 'unknown') > 0.1 * (SELECT count(*) FROM tags)"
        ),
        reason="More than 10 % of unknown tags: the block was cut wrongly, or a list is missing.",
        column="kind",
    )
