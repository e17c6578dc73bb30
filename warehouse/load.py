"""Builds the next generation: the current one, or an empty file, and the batches of a run.

Everything happens in one transaction of a private file, by SQL over Parquet; no row passes through
Python. Which text of a cable is current follows from the current readings (`sql/views/
current_readings.sql`) by one rule (`sql/load/rank_readings.sql`), so it does not matter in which
order they arrived, were read again or were taken out.

What differs from the generation that is built upon lies in the temporary table `changed_cables`
until the connection is closed; whatever hangs off the tables (an index) needs to look at these
cables only. One row per cable, none for cables whose text stays:

    cable_id     the cable
    sighting_id  the reading that is current now; NULL when no text of the cable is left
    batch_id     the batch of that reading; NULL likewise
    was_held     whether the generation that is built upon has the cable
    is_held      whether this generation has it; false when it vanished
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from transforms.schema.model import Table, data_tables, tables
from warehouse.connect import open_writer
from warehouse.ddl import bring_up_to_date, create_tables, create_views, fill_reference_tables
from warehouse.proofs import prove
from warehouse.publish import remove
from warehouse.ref_graph import create_ref_graph, update_ref_graph
from warehouse.search_index import create_search_index, note_places, update_search_index
from warehouse.statements import read_sql
from warehouse.withdraw import Withdrawal, rewrite_without_free_blocks, withdraw

_SLICE_CABLES = 100_000
"""Cables whose rows are sorted at once, at most."""


@dataclass(frozen=True, slots=True)
class LoadSummary:
    """What a run brought, and how many cables the generation holds."""

    record_count: int
    loaded_count: int
    duplicate_count: int
    superseded_count: int
    quarantined_count: int
    cable_count: int


def build_generation(
    *,
    base: Path | None,
    target: Path,
    batches: Mapping[str, Path],
    lake: Path,
    run: Mapping[str, object],
    earlier_runs: Sequence[Mapping[str, object]],
    beside: Mapping[str, Sequence[Path]],
    withdrawal: Withdrawal | None = None,
) -> LoadSummary:
    """Build a generation beside the published one.

    Repeating it with the same arguments gives the same tables.

    Args:
        base: Generation to stand on; None for an empty one.
        target: The file to make; it appears when it is whole and on disk.
        batches: New batches, id -> folder with `<table>/*.parquet`.
        lake: Root of the lake, for winners among older batches.
        run: The row of `runs`; the counts of outcomes are filled in here.
        earlier_runs: Rows of `runs` that the base may lack; those that it holds are left out.
        beside: Parquet files with rows of `quality`, `retractions` and `rollbacks`, by table; rows
            that the base holds are left out.
        withdrawal: What the run takes out; None for all runs but retractions.

    Returns:
        The counts of the run. The decided sightings are written back to the folders of `batches`.

    Raises:
        LoadCheckFailed: The result is not sound; `target` was not made.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    building = target.with_name(f"{target.name}.building")
    for leftover in target.parent.glob(f"{building.name}*"):
        remove(leftover)
    if base is not None:
        shutil.copyfile(base, building)
    with open_writer(building, target.parent / f"{building.name}.tmp") as connection:
        connection.execute("BEGIN TRANSACTION")
        if base is None:
            create_tables(connection)
        else:
            bring_up_to_date(connection)
        create_search_index(connection)
        is_new_graph = create_ref_graph(connection)
        fill_reference_tables(connection)
        create_views(connection)
        _load(connection, batches, lake, str(run["run_id"]), withdrawal)
        update_ref_graph(connection, is_new=is_new_graph)
        _record_run(connection, run, earlier_runs, beside)
        summary = _summarise(connection, str(run["run_id"]))
        prove(connection)
        connection.execute("COMMIT")
        update_search_index(connection)
        _write_back(connection, batches)
        connection.execute("CHECKPOINT")
    if withdrawal is not None:
        rewrite_without_free_blocks(building)
        with open_writer(building) as connection:
            note_places(connection)
    with building.open("rb") as file:
        os.fsync(file.fileno())
    building.chmod(0o444)  # a client that opens it for writing would lock out all readers
    building.replace(target)
    return summary


def _load(
    connection: duckdb.DuckDBPyConnection,
    batches: Mapping[str, Path],
    lake: Path,
    run_id: str,
    withdrawal: Withdrawal | None,
) -> None:
    for name in ("sightings", "batches", "inputs") if batches else ():
        files = [str(folder / name / "*.parquet") for folder in batches.values()]
        connection.execute(
            f"INSERT INTO {name} BY NAME SELECT * FROM read_parquet($1, hive_partitioning = false) "
            f"ORDER BY {', '.join(tables()[name].sort)}",
            [files],
        )
    connection.execute(read_sql("load", "new_batches"), [list(batches)])
    withdrawn = list(withdrawal.input_sha256s) if withdrawal else []
    connection.execute(read_sql("load", "withdrawn_inputs"), [withdrawn])
    connection.execute(read_sql("load", "affected_cables"))
    if withdrawal is not None:
        withdraw(connection, run_id, withdrawal)
    for step in ("rank_readings", "choose_winners", "changed_cables"):
        connection.execute(read_sql("load", step))
    for step in ("decide_outcomes", "decide_stale_outcomes"):
        connection.execute(read_sql("load", step))
    _replace_rows(connection, batches, lake)
    connection.execute(read_sql("load", "keep_first_seen"))


def _replace_rows(
    connection: duckdb.DuckDBPyConnection, batches: Mapping[str, Path], lake: Path
) -> None:
    winners = connection.execute(read_sql("load", "batches_of_winners")).fetchall()
    folders = {row[0]: batches.get(row[0]) for row in winners}
    for table in data_tables():
        name = table.table
        connection.execute(
            f"DELETE FROM {name} WHERE cable_id IN (SELECT cable_id FROM changed_cables)"
        )
        places = [
            folder / name if folder else lake / name / f"batch={batch}"
            for batch, folder in folders.items()
        ]
        # A batch of an older version has no folder for a table that came later.
        files = [str(place / "*.parquet") for place in places if place.exists()]
        if files:
            _insert_sorted(connection, table, files)


def _insert_sorted(connection: duckdb.DuckDBPyConnection, table: Table, files: list[str]) -> None:
    """Insert the rows of the changed cables in the order of the table.

    What the engine must hold to sort grows with the rows, although it spills. So a table in the
    order of cables is sorted slice by slice; reading the files once more for each is cheap.
    """
    is_by_cable = table.sort[0] == "cable_id"
    slices = connection.execute(
        read_sql("load", "slices"), [_SLICE_CABLES if is_by_cable else None]
    )
    for first_cable, last_cable in slices.fetchall():
        connection.execute(
            f"INSERT INTO {table.table} BY NAME "
            "SELECT * FROM read_parquet($1, hive_partitioning = false, union_by_name = true) "
            "WHERE cable_id BETWEEN $2 AND $3 "
            "AND sighting_id IN (SELECT sighting_id FROM changed_cables) "
            f"ORDER BY {', '.join(table.sort)}",
            [files, first_cable, last_cable],
        )


def _record_run(
    connection: duckdb.DuckDBPyConnection,
    run: Mapping[str, object],
    earlier_runs: Sequence[Mapping[str, object]],
    beside: Mapping[str, Sequence[Path]],
) -> None:
    known = {row[0] for row in connection.execute("SELECT run_id FROM runs").fetchall()}
    names = [column.name for column in tables()["runs"].columns]
    marks = ", ".join("?" for _ in names)
    for row in (*earlier_runs, run):
        if row["run_id"] not in known:
            connection.execute(
                f"INSERT INTO runs ({', '.join(names)}) VALUES ({marks})",
                [row[name] for name in names],
            )
    for name, files in beside.items():
        if files:
            connection.execute(
                f"INSERT INTO {name} BY NAME "
                "SELECT * FROM read_parquet($1, hive_partitioning = false) AS added "
                f"ANTI JOIN {name} USING ({', '.join(tables()[name].key)})",
                [[str(path) for path in files]],
            )
    connection.execute(read_sql("load", "count_outcomes"), [run["run_id"]])


def _summarise(connection: duckdb.DuckDBPyConnection, run_id: str) -> LoadSummary:
    row = connection.execute(read_sql("load", "summary"), [run_id]).fetchone()
    assert row is not None  # noqa: S101 - the run was inserted above
    return LoadSummary(*(int(value) for value in row))


def _write_back(connection: duckdb.DuckDBPyConnection, batches: Mapping[str, Path]) -> None:
    """Replace the provisional sightings of the new batches by the decided ones."""
    for batch_id, folder in batches.items():
        aside = folder / ".sightings.next"
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
        relation = connection.sql(
            "SELECT * FROM sightings WHERE batch_id = $batch ORDER BY source_uri, source_member, "
            "source_record",
            params={"batch": batch_id},
        )
        relation.write_parquet(str(aside / "part-00000.parquet"), compression="zstd")
        shutil.rmtree(folder / "sightings")
        aside.rename(folder / "sightings")
