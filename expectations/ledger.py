"""Checks of the tables against the counts of the step that read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from expectations.checks import Check, row_check

_MEND = "Records were lost or doubled on the way to Parquet; report it with the staging folder."


def ledger_checks(ledger: Mapping[str, int]) -> Iterator[Check]:
    """Records read, parsed and quarantined are all in the tables.

    Args:
        ledger: `read`, `parsed` and `quarantined`, as counted while reading.
    """
    counted = {
        "every_record_read_is_here": ("sightings", "true", ledger["read"]),
        "every_refusal_is_here": ("sightings", "outcome = 'quarantined'", ledger["quarantined"]),
        "every_cable_parsed_is_here": ("cables", "true", ledger["parsed"]),
    }
    for name, (table, condition, expected) in counted.items():
        count = f"(SELECT count(*) FROM {table} WHERE {condition})"
        yield row_check(
            table,
            name,
            "stop",
            rows=(
                "SELECT NULL::VARCHAR AS cable_id, NULL::VARCHAR AS sighting_id, "
                f"{count} AS counted WHERE {count} <> {expected}"
            ),
            reason=f"Nothing is lost between reading and the tables. {_MEND}",
            measure=f"SELECT concat({count}, ' of {expected}')",
        )
    yield row_check(
        "sightings",
        "refusals_have_a_reason",
        "stop",
        rows="SELECT cable_id, sighting_id FROM sightings "
        "WHERE outcome = 'quarantined' AND (reason IS NULL OR detail IS NULL)",
        reason="A refused record says why. A reader refused without a reason; report it.",
        column="reason",
    )
    yield row_check(
        "sightings",
        "few_are_quarantined",
        "warn",
        rows=(
            "SELECT cable_id, sighting_id FROM sightings WHERE outcome = 'quarantined' AND "
            "(SELECT count(*) FROM sightings) >= 50 AND (SELECT count(*) FROM sightings "
            "WHERE outcome = 'quarantined') > 0.05 * (SELECT count(*) FROM sightings)"
        ),
        reason="More than 5 % refused: look at `cablehouse status`; is the format known?",
        column="outcome",
    )
