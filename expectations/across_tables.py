"""Checks of tables against each other."""

from __future__ import annotations

from collections.abc import Iterator

from expectations.checks import Check, row_check
from transforms.schema.model import data_tables

_MEND = "Writing the batch broke this; report it with the records named."


def across_checks() -> Iterator[Check]:
    """Every child has its cable, ordinals have no gaps, counts agree, sightings match cables."""
    for table in data_tables():
        if table.parent is None:
            continue
        name = table.table
        yield row_check(
            name,
            "every_row_has_its_cable",
            "stop",
            rows=(
                f"SELECT child.cable_id, child.sighting_id FROM {name} AS child "
                "ANTI JOIN cables USING (cable_id, sighting_id)"
            ),
            reason=f"A row without its cable is lost to every join. {_MEND}",
            column="cable_id",
        )
        yield row_check(
            name,
            "ordinals_are_contiguous",
            "stop",
            rows=(
                f"SELECT any_value(cable_id) AS cable_id, sighting_id FROM {name} "
                "GROUP BY sighting_id HAVING max(ordinal) <> count(*) OR min(ordinal) <> 1"
            ),
            reason=f"Ordinals count from 1 without gaps. {_MEND}",
            column="ordinal",
        )
    yield row_check(
        "cables",
        "paragraph_count_agrees",
        "stop",
        rows=(
            "SELECT c.cable_id, c.sighting_id FROM cables c LEFT JOIN (SELECT sighting_id, "
            "count(*) AS row_count FROM paragraphs GROUP BY sighting_id) p USING (sighting_id) "
            "WHERE c.paragraph_count <> coalesce(p.row_count, 0)"
        ),
        reason=f"paragraph_count is the number of rows of paragraphs. {_MEND}",
        column="paragraph_count",
    )
    yield row_check(
        "sightings",
        "parsed_records_are_cables",
        "stop",
        rows=(
            "SELECT coalesce(s.cable_id, c.cable_id) AS cable_id, "
            "coalesce(s.sighting_id, c.sighting_id) AS sighting_id FROM "
            "(SELECT * FROM sightings WHERE outcome <> 'quarantined') s "
            "FULL JOIN cables c USING (sighting_id) "
            "WHERE s.sighting_id IS NULL OR c.sighting_id IS NULL OR s.cable_id <> c.cable_id"
        ),
        reason=f"A record that was not quarantined is a row of cables, and the other way. {_MEND}",
    )
