"""The lake: Parquet of every batch ever loaded, `lake/<table>/batch=<batch_id>/part-*.parquet`.

A batch is written aside, in the staging folder of its run, and appears there by one rename. It is
moved into the lake when its run is published; what the published generation does not name is an
orphan of a run that died and is removed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import TracebackType

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from transforms.schema.arrow import arrow_schema
from transforms.schema.model import lake_tables


class BatchWriter:
    """Writes the rows of one batch; use it as a context manager.

    Every part is written as one row group of each table, so memory stays flat however large the
    batch. Leaving without an error makes the folder visible by one rename; an error removes it.
    """

    def __init__(self, folder: Path) -> None:
        """Name the folder of the finished batch; one that is already there is replaced."""
        self._folder = folder
        self._aside = folder.with_name(f".{folder.name}.writing")
        self._writers: dict[str, pq.ParquetWriter] = {}

    def __enter__(self) -> BatchWriter:
        shutil.rmtree(self._aside, ignore_errors=True)
        self._aside.mkdir(parents=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for writer in self._writers.values():
            writer.close()
        if kind is not None:
            shutil.rmtree(self._aside, ignore_errors=True)
            return
        for path in self._aside.rglob("*.parquet"):
            sync_file(path)
        shutil.rmtree(self._folder, ignore_errors=True)
        self._aside.rename(self._folder)

    def write(self, tables: Mapping[str, pa.Table]) -> None:
        """Write the rows of a part, table by table."""
        for name, table in tables.items():
            if name not in self._writers:
                folder = self._aside / name
                folder.mkdir()
                path = folder / "part-00000.parquet"
                self._writers[name] = pq.ParquetWriter(path, table.schema, compression="zstd")
            self._writers[name].write_table(table)

    def write_rows(self, table: str, rows: list[dict[str, object]]) -> None:
        """Write rows of the bookkeeping (`batches`, `inputs`) beside the data."""
        self.write({table: pa.Table.from_pylist(rows, schema=arrow_schema(table))})


def sync_file(path: Path) -> None:
    """Have a file on disk before going on."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def move_into_lake(staged: Path, lake: Path, batch_id: str) -> None:
    """Move the tables of a finished batch to their places in the lake.

    Repeating it is safe: what was moved before stays, an orphan of a dead run is replaced.

    Args:
        staged: Folder of the finished batch.
        lake: Root of the lake.
        batch_id: The batch.
    """
    for table in lake_tables():
        source = staged / table.table
        target = lake / table.table / f"batch={batch_id}"
        if not source.is_dir():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(target, ignore_errors=True)
        source.rename(target)


def prune_orphans(lake: Path, known: Iterable[str]) -> list[str]:
    """Remove batches that no published generation names.

    Args:
        lake: Root of the lake.
        known: Batches that the current generation holds.

    Returns:
        Ids of the batches that were removed.
    """
    kept = {f"batch={batch_id}" for batch_id in known}
    removed: set[str] = set()
    for table in lake_tables():
        for folder in (lake / table.table).glob("batch=*"):
            if folder.name not in kept:
                shutil.rmtree(folder, ignore_errors=True)
                removed.add(folder.name.removeprefix("batch="))
    return sorted(removed)


def keep_rows(lake: Path, batch_id: str, sighting_ids: Collection[str]) -> None:
    """Rewrite the tables of a batch with the rows of some of its records alone.

    Each table is written aside and takes the old one's place by one rename, so repeating is safe.

    Args:
        lake: Root of the lake.
        batch_id: The batch.
        sighting_ids: Records whose rows stay.
    """
    kept = pa.array(sorted(sighting_ids), pa.string())
    for table in lake_tables():
        for part in sorted((lake / table.table / f"batch={batch_id}").glob("*.parquet")):
            aside = part.with_name(f".{part.name}.tmp")
            source = pq.ParquetFile(part)
            with pq.ParquetWriter(aside, source.schema_arrow, compression="zstd") as writer:
                for group in range(source.num_row_groups):
                    rows = source.read_row_group(group)
                    is_kept = pc.is_in(rows.column("sighting_id"), value_set=kept)
                    writer.write_table(rows.filter(is_kept))
            sync_file(aside)
            aside.replace(part)
