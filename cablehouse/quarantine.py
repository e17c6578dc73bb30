"""The quarantine: refused records with reason, place and raw bytes, `quarantine/run=<run_id>/`.

It is kept for failed runs too, since those who must act on a refusal need it most then.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import pyarrow as pa

from transforms.read.record import Refusal
from transforms.schema.arrow import arrow_schema
from transforms.tables.rows import Origin, Reading, build_tables


def describe_refusal(refusal: Refusal) -> str:
    """`dump.csv, record 7, line 1204: bad_record (6 fields instead of 8)`."""
    return f"{refusal.place}: {refusal.reason} ({refusal.detail})"


def quarantine_schema() -> pa.Schema:
    """The schema of `sightings`, and the refused bytes in `raw` (cut at 1 MiB)."""
    raw = pa.field("raw", pa.binary(), True, {"description": "The refused bytes, cut at 1 MiB."})
    return arrow_schema("sightings").append(raw)


def quarantine_table(refused: Sequence[Reading], origin: Origin) -> pa.Table:
    """Rows of refused readings, as `quarantine_schema` says."""
    sightings = build_tables(refused, origin)["sightings"]
    raw = pa.array([r.refusal.raw if r.refusal else None for r in refused], pa.binary())
    return pa.Table.from_arrays([*sightings.columns, raw], schema=quarantine_schema())


def move_into_quarantine(staged: Iterable[Path], quarantine: Path, run_id: str) -> int:
    """Keep the refused records of a run's batches.

    Args:
        staged: Folders of finished batches.
        quarantine: Root of the quarantine.
        run_id: The run.

    Returns:
        How many files were kept; batches without refusals leave none.
    """
    kept = 0
    for folder in staged:
        for part in sorted((folder / "quarantine").glob("*.parquet")):
            if _row_count(part) == 0:
                continue
            target = quarantine / f"run={run_id}" / f"{folder.name}-{part.name}"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(part, target)
            kept += 1
    return kept


def forget_inputs(quarantine: Path, withdrawn: Collection[str]) -> list[str]:
    """Remove the refused records of some inputs, of every run.

    Args:
        quarantine: Root of the quarantine.
        withdrawn: SHA-256 of the inputs.

    Returns:
        The files that lost records; those that held nothing else are gone.
    """
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    changed = []
    for part in sorted(quarantine.glob("run=*/*.parquet")):
        rows = pq.read_table(part)
        is_gone = pc.is_in(rows.column("input_sha256"), value_set=pa.array(sorted(withdrawn)))
        kept = rows.filter(pc.invert(is_gone))
        if kept.num_rows == rows.num_rows:
            continue
        changed.append(part.as_posix())
        if kept.num_rows == 0:
            part.unlink()
            continue
        aside = part.with_name(f".{part.name}.tmp")
        pq.write_table(kept, aside, compression="zstd")
        aside.replace(part)
    return changed


def refused_bytes(quarantine: Path, run_id: str, batch_id: str, sighting_id: str) -> bytes | None:
    """The bytes of a refused record, cut at 1 MiB; None when they are not kept (any more)."""
    import pyarrow.parquet as pq

    for part in sorted((quarantine / f"run={run_id}").glob(f"batch={batch_id}-*.parquet")):
        rows = pq.read_table(
            part, columns=["raw"], filters=[("sighting_id", "=", sighting_id)]
        ).to_pylist()
        if rows:
            raw: bytes | None = rows[0]["raw"]
            return raw
    return None


def _row_count(part: Path) -> int:
    import pyarrow.parquet as pq

    return int(pq.read_metadata(part).num_rows)
