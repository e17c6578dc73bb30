"""From dump to published warehouse: equal to the truth, repeatable, safe to kill anywhere."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from builders import CORPUS, message

from cablehouse import pipeline
from cablehouse.endings import kept_reports
from cablehouse.settings import Settings
from samples.truth import COLUMNS
from transforms.schema.model import data_tables, lake_tables, tables
from warehouse.connect import open_reader

PROVENANCE = {"run_id", "first_seen_at"}


def _rows(settings: Settings, sql: str, *parameters: object) -> list[tuple]:
    with open_reader(settings.warehouse_file) as connection:
        return connection.execute(sql, list(parameters)).fetchall()


def _content(
    settings: Settings, without: frozenset[str] = frozenset(PROVENANCE)
) -> dict[str, list]:
    return {
        table.table: _rows(
            settings,
            f"SELECT {', '.join(c.name for c in table.columns if c.name not in without)} "
            f"FROM {table.table} ORDER BY ALL",
        )
        for table in data_tables()
    }


@pytest.mark.parametrize("table", COLUMNS)
def test_tables_equal_the_truth(loaded: Any, table: str) -> None:
    path = str(loaded.truth_folder / f"{table}.parquet")
    columns = ", ".join(COLUMNS[table])
    for left, right in ((table, f"'{path}'"), (f"'{path}'", table)):
        sql = f"SELECT {columns} FROM {left} EXCEPT SELECT {columns} FROM {right}"
        assert _rows(loaded.settings, sql) == []
    assert (
        pq.read_metadata(path).num_rows
        == _rows(loaded.settings, f"SELECT count(*) FROM {table}")[0][0]
    )


def test_every_record_ends_as_the_truth_says(loaded: Any) -> None:
    outcomes = dict(_rows(loaded.settings, "SELECT outcome, count(*) FROM sightings GROUP BY ALL"))
    assert outcomes == loaded.truth.outcomes
    reasons = dict(
        _rows(
            loaded.settings,
            "SELECT reason, count(*) FROM sightings WHERE reason IS NOT NULL GROUP BY ALL",
        )
    )
    assert reasons == loaded.truth.reasons
    report = loaded.report
    assert report.record_count == sum(outcomes.values()) == loaded.truth.record_count
    assert report.skipped_count == loaded.truth.skipped_count
    assert (report.outcome, report.warnings) == ("published", ())


def test_every_row_leads_back_to_its_bytes(loaded: Any) -> None:
    import hashlib

    rows = _rows(
        loaded.settings,
        "SELECT source_uri, source_offset, source_length, source_sha256 FROM sightings "
        "WHERE source_member IS NULL AND reason IS DISTINCT FROM 'truncated'",
    )
    assert len(rows) > 150
    for uri, offset, length, sha256 in rows:
        part = Path(uri).read_bytes()[offset : offset + length]
        assert hashlib.sha256(part).hexdigest() == sha256


def test_the_lake_holds_every_reading_and_the_same_schema(loaded: Any) -> None:
    for table in lake_tables():
        files = list((loaded.settings.lake / table.table).glob("batch=*/*.parquet"))
        assert files
        for file in files:
            assert pq.read_schema(file).names == [column.name for column in table.columns]
    readings = loaded.truth.record_count - loaded.truth.outcomes["quarantined"]
    pattern = str(loaded.settings.lake / "cables" / "*" / "*.parquet")
    assert _rows(loaded.settings, "SELECT count(*) FROM read_parquet(?)", [pattern][0]) == [
        (readings,)
    ]
    pattern = str(loaded.settings.lake / "sightings" / "*" / "*.parquet")
    decided = _rows(
        loaded.settings, "SELECT outcome, count(*) FROM read_parquet(?) GROUP BY ALL", pattern
    )
    assert dict(decided) == loaded.truth.outcomes


def test_refused_records_are_kept_with_their_bytes(loaded: Any) -> None:
    (part,) = (loaded.settings.quarantine / f"run={loaded.report.run_id}").glob("*.parquet")
    kept = pq.read_table(part).to_pylist()
    assert len(kept) == loaded.truth.outcomes["quarantined"]
    assert {row["reason"] for row in kept} >= {"no_mrn", "binary", "truncated", "empty"}
    assert all(row["raw"] for row in kept if row["reason"] != "empty")


def test_the_same_dump_again_is_a_no_op(loaded: Any) -> None:
    before = loaded.settings.warehouse_file.resolve()
    report = pipeline.run(loaded.settings, [str(loaded.dump)])
    assert (report.outcome, report.run_id) == ("nothing_new", None)
    assert loaded.settings.warehouse_file.resolve() == before
    assert list(loaded.settings.staging.iterdir()) == []


def test_a_new_parser_version_is_a_new_batch(tmp_path: Path, monkeypatch: Any) -> None:
    dump = tmp_path / "cable.txt"
    dump.write_text(message("1. (C) The pier opened."))
    settings = Settings(home=tmp_path / "home")
    pipeline.run(settings, [str(dump)])
    for module in ("discover", "plan", "build_batch"):
        monkeypatch.setattr(f"cablehouse.steps.{module}.PARSER_VERSION", "9.0.0")
    report = pipeline.run(settings, [str(dump)])
    assert report.loaded_count == 1
    assert _rows(settings, "SELECT parser_version FROM cables") == [("9.0.0",)]
    assert len(_rows(settings, "SELECT * FROM batches")) == 2


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_the_tables_do_not_depend_on_workers_or_batches(
    loaded: Any, tmp_path: Path, monkeypatch: Any, workers: int
) -> None:
    monkeypatch.setattr("cablehouse.engines.local._WORTH_SPREADING", 0)
    settings = Settings(home=tmp_path / "home", batch_files=7, row_group_rows=5)
    report = pipeline.run(settings, [str(loaded.dump)], workers=workers)
    assert report.batch_count > 8
    without = frozenset({*PROVENANCE, "batch_id", "sighting_id"})
    assert _content(settings, without) == _content(loaded.settings, without)


def test_the_parquet_of_one_large_file_does_not_depend_on_workers(
    loaded: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    from cablehouse.engines.local import build_alone, build_locally

    monkeypatch.setattr("cablehouse.engines.local._WORTH_SPREADING", 0)
    dump = str(loaded.dump / "cables-csv" / "cables.csv")
    rows = []
    ways: tuple[int | str, ...] = (1, 2, 4, "a task")
    for workers in ways:
        settings = Settings(home=tmp_path / str(workers), row_group_rows=7, batch_bytes=1)
        run_id = pipeline.discover(settings, [dump], workers=2).run_id or ""
        (batch_id,) = pipeline.plan(settings, run_id)
        if isinstance(workers, int):
            build_locally(settings, run_id, workers, None)
        else:
            build_alone(settings, run_id, batch_id)
        folder = settings.staging / run_id / f"batch={batch_id}"
        tables = {path.parent.name: pq.ParquetFile(path) for path in folder.glob("*/*.parquet")}
        assert tables["cables"].num_row_groups > 4
        rows.append(
            {
                name: [
                    file.read_row_group(group).drop(_named(file, *PROVENANCE)).to_pylist()
                    for group in range(file.num_row_groups)
                ]
                for name, file in tables.items()
            }
        )
    assert rows[0] == rows[1] == rows[2] == rows[3]


def _named(file: pq.ParquetFile, *names: str) -> list[str]:
    return [name for name in file.schema_arrow.names if name in names]


@pytest.mark.skipif(
    importlib.util.find_spec("pyspark") is None,
    reason="the extra `spark` (850 MB) is not installed: pip install pyspark==4.3.0",
)
def test_spark_gives_the_same_tables(loaded: Any, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", batch_files=40)
    report = pipeline.run(settings, [str(loaded.dump)], engine="spark", workers=2)
    assert (report.outcome, report.engine) == ("published", "spark")
    without = frozenset({*PROVENANCE, "batch_id", "sighting_id"})
    assert _content(settings, without) == _content(loaded.settings, without)


def test_a_strict_run_fails_and_the_next_publish_remembers_it(tmp_path: Path) -> None:
    (tmp_path / "dump").mkdir()
    (tmp_path / "dump" / "good.txt").write_text(message("1. (C) The pier opened."))
    (tmp_path / "dump" / "bad.txt").write_bytes(b"\0\1")
    settings = Settings(home=tmp_path / "home")
    failed = pipeline.run(settings, [str(tmp_path / "dump")], is_strict=True)
    assert (failed.outcome, failed.failed_step) == ("failed", "validate")
    assert "bad.txt, record 1: binary" in (failed.error or "")
    assert not settings.warehouse_file.exists()
    assert list((settings.quarantine / f"run={failed.run_id}").glob("*.parquet"))
    good = pipeline.run(settings, [str(tmp_path / "dump")])
    assert (good.loaded_count, good.quarantined_count) == (1, 1)
    assert _rows(settings, "SELECT run_id, outcome FROM runs ORDER BY run_id") == [
        (failed.run_id, "failed"),
        (good.run_id, "published"),
    ]


def test_a_fault_of_the_parser_costs_one_record_only(tmp_path: Path, monkeypatch: Any) -> None:
    for n in (1, 2):
        text = message("1. (C) The pier opened.").replace("OSLO 000417", f"OSLO {n:06d}")
        (tmp_path / f"{n}.txt").write_text(text)
    from cablehouse import parts

    real = parts.parse_by_steps

    def faulty(record: Any) -> Any:
        yield
        if "OSLO 000001" in record.text:
            raise ZeroDivisionError("a bug")
        return (yield from real(record))

    monkeypatch.setattr(parts, "parse_by_steps", faulty)
    settings = Settings(home=tmp_path / "home")
    report = pipeline.run(settings, [str(tmp_path / "1.txt"), str(tmp_path / "2.txt")], workers=1)
    assert (report.loaded_count, report.quarantined_count) == (1, 1)
    assert "parser_fault (ZeroDivisionError: a bug" in report.quarantined[0]


def test_a_dead_run_is_recorded_as_failed(tmp_path: Path) -> None:
    dump = tmp_path / "cable.txt"
    dump.write_text(message("1. (C) The pier opened."))
    settings = Settings(home=tmp_path / "home")
    dead = pipeline.discover(settings, [str(dump)]).run_id
    pipeline.run(settings, [str(dump)])
    reports = {report.run_id: report for report in kept_reports(settings)}
    assert reports[dead].outcome == "failed"
    assert "killed" in (reports[dead].error or "")


def test_a_run_of_airflow_that_is_silent_is_left_alone_for_a_day(tmp_path: Path) -> None:
    dump = tmp_path / "cable.txt"
    dump.write_text(message("1. (C) The pier opened."))
    settings = Settings(home=tmp_path / "home")
    silent = pipeline.discover(settings, [str(dump)], engine="airflow").run_id
    assert silent is not None
    pipeline.discover(settings, [str(dump)], engine="airflow")
    assert (settings.staging / silent).is_dir()
    state = settings.staging / silent / "run.json"
    state.write_text(
        state.read_text()
        .replace('"started_at":"20', '"started_at":"19')
        .replace('"started_at": "20', '"started_at": "19')
    )
    for path in (settings.staging / silent).rglob("*"):
        os.utime(path, (1, 1))
    pipeline.discover(settings, [str(dump)], engine="airflow")
    assert not (settings.staging / silent).exists()


def test_two_runs_of_the_same_dump_load_it_once(tmp_path: Path) -> None:
    """The second run was discovered before the first one published."""
    dump = tmp_path / "cable.txt"
    dump.write_text(message("1. (C) The pier opened."))
    settings = Settings(home=tmp_path / "home")
    runs = [pipeline.discover(settings, [str(dump)], engine="airflow").run_id for _ in range(2)]
    for run_id in runs:
        assert run_id is not None
        for batch_id in pipeline.plan(settings, run_id):
            pipeline.build_batch(settings, run_id, batch_id)
        pipeline.validate(settings, run_id)
    for run_id in runs:
        pipeline.load(settings, run_id or "")
    reports = []
    for run_id in runs:
        pipeline.publish(settings, run_id or "")
        reports.append(pipeline.report(settings, run_id or ""))
    assert [report.loaded_count for report in reports] == [1, 0]
    assert _rows(settings, "SELECT count(*) FROM sightings") == [(1,)]


def test_another_run_published_between_load_and_publish(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    runs = []
    for n in (1, 2):
        dump = tmp_path / f"{n}.txt"
        dump.write_text(message("1. (C) The pier opened.").replace("OSLO 000417", f"OSLO {n:06d}"))
        run_id = pipeline.discover(settings, [str(dump)], engine="airflow").run_id or ""
        for batch_id in pipeline.plan(settings, run_id):
            pipeline.build_batch(settings, run_id, batch_id)
        pipeline.validate(settings, run_id)
        pipeline.load(settings, run_id)
        runs.append(run_id)
    for run_id in runs:
        pipeline.publish(settings, run_id)
        pipeline.report(settings, run_id)
    assert _rows(settings, "SELECT cable_id FROM cables ORDER BY ALL") == [
        ("08OSLO1",),
        ("08OSLO2",),
    ]


@pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the real sample lies beside the project, and is not here"
)
def test_the_real_sample(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    report = pipeline.run(settings, [str(CORPUS)])
    assert (report.record_count, report.loaded_count, report.cable_count) == (36, 23, 23)
    assert report.duplicate_count + report.superseded_count == 13
    assert report.quarantined_count == 0
    assert _rows(settings, "SELECT count(*) FROM cables WHERE coverage < 1") == [(0,)]


def test_every_table_of_the_schema_is_published(loaded: Any) -> None:
    found = {
        row[0]
        for row in _rows(
            loaded.settings, "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main'"
        )
    }
    assert found == set(tables())
