"""The manifest of the lake: which rows of its Parquet are current.

The lake keeps every batch ever loaded. Who reads it without DuckDB keeps the rows whose
`sighting_id` stands in `warehouse/current.parquet`; see docs/howto/read-the-lake.md.
"""

from __future__ import annotations

from pathlib import Path

from warehouse.connect import open_reader, quote
from warehouse.statements import read_sql


def manifest_path(link: Path) -> Path:
    """Where the manifest lies: beside the link that readers open."""
    return link.with_name("current.parquet")


def write_manifest(link: Path) -> None:
    """Write down which rows of the lake the published generation shows.

    One rename makes it visible. A kill before it leaves the manifest of the generation before,
    which the next switch replaces.

    Args:
        link: The link that readers open.
    """
    path = manifest_path(link)
    aside = path.with_name(f".{path.name}.next")
    with open_reader(link) as connection:
        connection.execute(
            f"COPY ({read_sql('reads', 'current_rows')}) TO {quote(str(aside))} "
            "(FORMAT parquet, COMPRESSION zstd)"
        )
    aside.replace(path)
