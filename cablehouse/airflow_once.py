"""Runs the real DAG once, in this process, on embedded defaults: what `make run` does.

    python -m cablehouse.airflow_once DAGS_FOLDER [PATH ...]

Airflow's metadata lie in an SQLite file under `.airflow` of the home folder; no service is started.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cablehouse.settings import Settings, load_settings

DAG_ID = "ingest_cables"


def airflow_environment(settings: Settings, dags: Path) -> dict[str, str]:
    """Environment in which Airflow works without any file of settings.

    Args:
        settings: Settings of the installation.
        dags: Folder of the DAGs.
    """
    return {
        "AIRFLOW_HOME": str((settings.home / ".airflow").resolve()),
        "AIRFLOW__CORE__DAGS_FOLDER": str(dags.resolve()),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS": "True",
        "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
        "AIRFLOW__CORE__PARALLELISM": "4",
        # One line per stage is ours and wanted; Airflow's own chatter is not.
        "AIRFLOW__LOGGING__LOGGING_LEVEL": "WARNING",
        "AIRFLOW__LOGGING__NAMESPACE_LEVELS": f"cablehouse={settings.log_level}",
        "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
        "CABLEHOUSE_HOME": str(settings.home.resolve()),
    }


def run_once(settings: Settings, dags: Path, paths: list[str]) -> str:
    """Run the DAG once; returns the state of the DAG run (`success`, `failed`).

    Args:
        settings: Settings of the installation.
        dags: Folder of the DAGs.
        paths: Dumps to ingest; empty for the landing folder.
    """
    apply(airflow_environment(settings, dags))
    from airflow.utils.db import initdb

    logging.disable(logging.WARNING)
    initdb()
    logging.disable(logging.NOTSET)
    dag = load_dag(dags)
    ended = dag.test(run_conf={"paths": paths})
    return str(getattr(ended.state, "value", ended.state))


def load_dag(dags: Path) -> Any:
    """The DAG out of its file.

    Raises:
        RuntimeError: The file cannot be imported.
    """
    from airflow.dag_processing.dagbag import DagBag

    bag = DagBag(str(dags.resolve()))
    if bag.import_errors:
        raise RuntimeError(f"the DAGs cannot be imported: {bag.import_errors}")
    return bag.dags[DAG_ID]


def apply(environment: Mapping[str, str]) -> None:
    """Put an environment into this process, before Airflow is imported."""
    os.environ.update(environment)
    load_settings.cache_clear()


def main() -> int:
    """Run the DAG, print what it brought, and return the exit status."""
    from cablehouse.cli.run_summary import print_report
    from cablehouse.endings import kept_reports, nothing_new
    from cablehouse.logs import set_up_logs
    from cablehouse.reports import Discovery

    settings = load_settings()
    set_up_logs(settings.log_level)
    dags, *paths = sys.argv[1:]
    before = {report.run_id for report in kept_reports(settings)}
    state = run_once(settings, Path(dags), paths)
    reports = [report for report in kept_reports(settings) if report.run_id not in before]
    if reports:
        print_report(reports[-1], settings)
    elif state == "success":
        found = Discovery(run_id=None, new_count=0, new_bytes=0, known_count=0)
        print_report(nothing_new(found, "airflow"), settings)
    return 0 if state == "success" else 1


if __name__ == "__main__":
    sys.exit(main())
