"""Records that outlive the generations: retractions and rollbacks, one small Parquet file each.

Generations are immutable and may be left or removed, so what was decided about them lies beside, in
`warehouse/retractions/` and `warehouse/rollbacks/`. Every load takes into its generation what the
one it stands on lacks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from cablehouse.lake import sync_file
from cablehouse.settings import Settings

KINDS = ("retractions", "rollbacks")


def kept_records(settings: Settings) -> dict[str, list[Path]]:
    """The files of all finished records, by table."""
    return {
        kind: sorted((settings.warehouse / kind).glob("*.parquet"))
        for kind in KINDS
        if (settings.warehouse / kind).is_dir()
    }


def write_record(target: Path, table: str, rows: Sequence[Mapping[str, object]]) -> None:
    """Write rows of a bookkeeping table so that the file is there wholly or not at all."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from transforms.schema.arrow import arrow_schema

    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}.tmp")
    pq.write_table(pa.Table.from_pylist(list(rows), schema=arrow_schema(table)), aside)
    sync_file(aside)
    aside.replace(target)


def withheld_inputs(settings: Settings) -> dict[str, str]:
    """Contents that were retracted or rolled back, SHA-256 -> the table that says so."""
    from warehouse.bookkeeping import withheld_inputs

    return withheld_inputs(settings.warehouse_file, kept_records(settings))
