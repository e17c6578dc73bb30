"""The DAGs: whole, by the rules, and run for real."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from builders import ROOT, message
from structlog.testing import capture_logs

from cablehouse import pipeline
from cablehouse.airflow_steps import (
    describe_run,
    failing_at_once_unless_transient,
    loaded_between,
    warn_of_unknown_parameters,
)
from cablehouse.endings import kept_reports
from cablehouse.errors import HomeBusy, LedgerBroken
from cablehouse.settings import Settings, load_settings
from samples.generate import write_sample
from warehouse.connect import open_reader

ROAD = ["discover", "plan", "build_batch", "validate", "load", "publish", "report"]


def test_the_bag_is_whole(bag: Any) -> None:
    assert bag.import_errors == {}
    assert set(bag.dags) == {"ingest_cables", "reparse_batches", "after_publish"}


@pytest.mark.parametrize("dag_id", ["ingest_cables", "reparse_batches", "after_publish"])
def test_every_dag_keeps_the_rules(bag: Any, dag_id: str) -> None:
    dag = bag.dags[dag_id]
    assert "re-run safe" in dag.doc_md
    assert dag.tags
    assert dag.max_active_runs == 1
    assert not dag.catchup
    for task in dag.tasks:
        assert task.owner == "cablehouse"
        assert task.retries >= 1
        assert task.execution_timeout is not None


@pytest.mark.parametrize("dag_id", ["ingest_cables", "reparse_batches"])
def test_the_graph_reads_like_the_road(bag: Any, dag_id: str) -> None:
    dag = bag.dags[dag_id]
    assert [task.task_id for task in dag.topological_sort()] == ROAD
    followers = [sorted(task.downstream_task_ids) for task in dag.topological_sort()]
    assert followers == [[name] for name in ROAD[1:]] + [[]], "one line, no arrow around a step"
    for task_id in ROAD:
        assert f"| {task_id} |" in dag.doc_md


def test_the_second_dag_waits_for_the_warehouse(bag: Any) -> None:
    (outlet,) = bag.dags["ingest_cables"].get_task("publish").outlets
    assert outlet.uri == "cablehouse://warehouse/published"
    assert "cablehouse://warehouse/published" in str(
        bag.dags["after_publish"].timetable.asset_condition
    )


@pytest.mark.parametrize("path", sorted((ROOT / "dags").glob("*.py")), ids=lambda path: path.name)
def test_dag_files_import_only_the_sdk_of_airflow(path: Path) -> None:
    names = [
        node.module
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
    ]
    assert {name for name in names if name.startswith("airflow")} == {"airflow.sdk"}


def test_a_run_for_real_and_once_more(ingest: Any, home: Settings, tmp_path: Path) -> None:
    truth = write_sample(tmp_path / "sample", cables=12)
    paths = [str(tmp_path / "sample" / "dump")]
    assert ingest.test(run_conf={"paths": paths}).state == "success"
    (report,) = kept_reports(home)
    assert report.outcome == "published"
    assert report.engine == "airflow"
    assert (report.record_count, report.loaded_count) == (truth.record_count, truth.cable_count)
    assert "records read" in describe_run(report)
    assert list(home.staging.iterdir()) == []

    again = ingest.test(run_conf={"paths": paths})
    assert again.state == "success"
    assert len(list(kept_reports(home))) == 1
    states = {ti.task_id: ti.state for ti in again.get_task_instances()}
    assert states.pop("discover") == "success"
    assert set(states.values()) == {"skipped"}


def test_the_task_of_one_large_file_parses_it_in_several_processes(
    ingest: Any, home: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cablehouse.engines import local

    crews: list[int] = []
    real = local._crew
    monkeypatch.setattr(local, "_crew", lambda size, meter: crews.append(size) or real(size, meter))
    monkeypatch.setenv("CABLEHOUSE_BATCH_BYTES", "1")
    monkeypatch.setenv("CABLEHOUSE_WORKERS", "2")
    load_settings.cache_clear()
    dump = tmp_path / "cable.txt"
    dump.write_text(message("1. (C) The pier opened."))
    assert ingest.test(run_conf={"paths": [str(dump)]}).state == "success"
    assert crews == [2]
    with open_reader(home.warehouse_file) as connection:
        assert connection.execute("SELECT cable_id FROM cables").fetchall() == [("08OSLO417",)]


def test_the_landing_folder_is_the_default(ingest: Any, home: Settings, tmp_path: Path) -> None:
    home.landing.mkdir(parents=True)
    dump = home.landing / "cable.txt"
    dump.write_text(message("1. (C) The pier opened."))
    os.utime(dump, (1, 1))  # long since written
    assert ingest.test().state == "success"
    with open_reader(home.warehouse_file) as connection:
        assert connection.execute("SELECT cable_id FROM cables").fetchall() == [("08OSLO417",)]


@pytest.mark.parametrize("step", ["plan", "validate", "load", "publish"])
def test_a_step_that_fails_leaves_a_failed_run_and_no_warehouse(
    ingest: Any, home: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def broken(*_: Any) -> None:
        raise LedgerBroken("run", 2, 1)

    dump = tmp_path / "cable.txt"
    dump.write_text(message("1. (C) The pier opened."))
    monkeypatch.setattr(pipeline, step, broken)
    assert ingest.test(run_conf={"paths": [str(dump)]}).state == "failed"
    (report,) = kept_reports(home)
    assert (report.outcome, report.failed_step) == ("failed", step)
    assert "LedgerBroken" in (report.error or "")
    assert not home.warehouse_file.exists()
    monkeypatch.undo()


def test_dumps_are_read_again_by_a_newer_version(
    bag: Any, home: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dump = tmp_path / "cable.txt"
    dump.write_text(message("1. (C) The pier opened."))
    monkeypatch.setattr(pipeline, "validate", lambda settings, run_id: None)
    pipeline.run(home, [str(dump)], workers=1)
    monkeypatch.undo()
    monkeypatch.setenv("CABLEHOUSE_HOME", str(home.home))
    for step in ("plan", "build_batch", "reparse"):
        monkeypatch.setattr(f"cablehouse.steps.{step}.PARSER_VERSION", "9.0.0")
    assert bag.dags["reparse_batches"].test().state == "success"
    assert [(r.kind, r.loaded_count) for r in kept_reports(home)] == [("ingest", 1), ("reparse", 1)]


def test_before_anything_is_published_there_is_nothing_to_read_again(
    bag: Any, home: Settings
) -> None:
    assert bag.dags["reparse_batches"].test().state == "success"
    assert not home.warehouse_file.exists()


def test_a_misspelt_parameter_is_named() -> None:
    context = {"dag_run": SimpleNamespace(conf={"path": ["dump"], "strict": True})}
    with capture_logs() as logs:
        warn_of_unknown_parameters(context, "paths", "strict")
        warn_of_unknown_parameters({"dag_run": SimpleNamespace(conf=None)}, "paths")
    assert [(entry["log_level"], entry["unknown"]) for entry in logs] == [("warning", ["path"])]


@pytest.mark.parametrize(
    ("kind", "length", "expected"),
    [
        ("manual", 0, (None, None)),
        ("backfill", 0, (datetime(2026, 3, 1), datetime(2026, 3, 2))),
        ("scheduled", 7, (datetime(2026, 3, 1), datetime(2026, 3, 8))),
    ],
)
def test_the_day_of_a_run(kind: str, length: int, expected: tuple) -> None:
    first = datetime(2026, 3, 1, tzinfo=UTC)
    run = SimpleNamespace(
        run_type=kind,
        logical_date=first,
        data_interval_start=first,
        data_interval_end=first + timedelta(days=length),
    )
    assert loaded_between({"dag_run": run}) == expected


@pytest.mark.parametrize(
    ("error", "is_retried", "is_explained", "page"),
    [
        (LedgerBroken("run", 2, 1), False, True, "ledger-broken"),
        (HomeBusy("lock"), True, True, "home-busy"),
        (OSError(28, "No space left on device"), True, True, "disk-full"),
        (OSError(5, "Input/output error"), True, False, "transient-error"),
        (ZeroDivisionError("a bug"), False, False, "unexpected-error"),
    ],
)
def test_a_task_that_fails_says_what_to_do_and_shows_calls_only_where_they_help(
    error: Exception, is_retried: bool, is_explained: bool, page: str
) -> None:
    from airflow.sdk.exceptions import AirflowException, AirflowFailException

    @failing_at_once_unless_transient
    def step() -> None:
        raise error

    with pytest.raises(AirflowException) as raised:
        step()
    assert isinstance(raised.value, AirflowFailException) is not is_retried
    assert str(raised.value).startswith(f"{type(error).__name__}: {error}")
    assert str(raised.value).endswith(f"Runbook: docs/runbooks/{page}.md")
    assert (raised.value.__cause__ is None) is is_explained


def test_a_task_that_is_stopped_by_hand_says_so() -> None:
    from airflow.sdk.exceptions import AirflowFailException

    @failing_at_once_unless_transient
    def step() -> None:
        raise KeyboardInterrupt

    with pytest.raises(AirflowFailException, match="stopped by hand"):
        step()


def _once(home: Path, *paths: object) -> subprocess.CompletedProcess[str]:
    """What `make run` does, as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "cablehouse.airflow_once", str(ROOT / "dags"), *map(str, paths)],
        env={**os.environ, "CABLEHOUSE_HOME": str(home), "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_wrong_path_of_make_run_is_a_message_and_nothing_else(tmp_path: Path) -> None:
    done = _once(tmp_path / "home", tmp_path / "nowhere")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        f"error: InputNotFound: {tmp_path}/nowhere: no such file or folder. Check the spelling, "
        "then run again.",
        "Runbook: docs/runbooks/input-not-found.md",
    ]
    (tmp_path / "empty").mkdir()
    done = _once(tmp_path / "home", tmp_path / "empty")
    assert (done.returncode, "there is no file to read" in done.stdout) == (0, True)
