"""Runs the real DAG once, in this process, on embedded defaults: what `make run` does.

    python -m cablehouse.airflow_once DAGS_FOLDER [PATH ...]

Airflow's metadata lie in an SQLite file under `.airflow` of the home folder; no service is started.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import structlog
from structlog.types import EventDict, Processor

from cablehouse.airflow_steps import FOUND
from cablehouse.reports import Discovery
from cablehouse.settings import Settings, load_settings

DAG_ID = "ingest_cables"


class _NotImported(Exception):
    """The DAGs cannot be imported; the message names their files."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run of the DAG ended.

    Attributes:
        is_success: Whether all its tasks did what they should.
        failures: What the tasks that failed have to say; of unforeseen errors the log says more.
        found: What `discover` found; None when it failed.
    """

    is_success: bool
    failures: tuple[str, ...]
    found: Discovery | None


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


_CHATTER = "airflow.sdk.definitions.dag"
"""Says every second which tasks still wait for others."""


def run_once(settings: Settings, dags: Path, paths: list[str]) -> Ended:
    """Run the DAG once. Nothing is tried again by itself: somebody is there to be told at once.

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
    for task in dag.tasks:
        task.retries = 0
    logging.getLogger(_CHATTER).setLevel(logging.ERROR)
    failures: list[str] = []
    structlog.get_config()["processors"].insert(0, _keeping_failures(failures))
    ended = dag.test(run_conf={"paths": paths})
    found = ended.get_task_instance("discover").xcom_pull(task_ids="discover", key=FOUND)
    return Ended(
        is_success=str(getattr(ended.state, "value", ended.state)) == "success",
        failures=tuple(failures),
        found=Discovery.model_validate(found) if found else None,
    )


def _keeping_failures(failures: list[str]) -> Processor:
    """Take errors that explain themselves out of the log, with all of Airflow's calls, for the end.

    Args:
        failures: Where their messages go.
    """

    def keep(_logger: object, _method: str, event: MutableMapping[str, Any]) -> EventDict:
        error = sys.exc_info()[1] if event.get("exc_info") else None
        if error is not None and event.get("event") == "Task failed with exception":
            failures.append(str(error))
            if error.__suppress_context__:
                raise structlog.DropEvent
        return event

    return keep


def load_dag(dags: Path) -> Any:
    """The DAG out of its file.

    Raises:
        _NotImported: A file of the folder cannot be imported.
    """
    from airflow.dag_processing.dagbag import DagBag

    bag = DagBag(str(dags.resolve()))
    if bag.import_errors:
        faults = (f"{path}: {fault.strip()}" for path, fault in sorted(bag.import_errors.items()))
        raise _NotImported("The DAGs cannot be imported.\n" + "\n".join(faults))
    return bag.dags[DAG_ID]


def apply(environment: Mapping[str, str]) -> None:
    """Put an environment into this process, before Airflow is imported."""
    os.environ.update(environment)
    load_settings.cache_clear()


def main() -> int:
    """Run the DAG, print what it brought, and return the exit status."""
    import typer

    from cablehouse.cli.console import readable_errors

    dags, *paths = sys.argv[1:]
    try:
        settings = ready_settings()
        with readable_errors():
            return _run_and_tell(settings, Path(dags), paths)
    except typer.Exit as end:
        return end.exit_code


def ready_settings() -> Settings:
    """The settings, and a landing folder: Airflow would not say what is wrong with either.

    Raises:
        typer.Exit: Something is, and standard error says what.
    """
    from cablehouse.cli.console import readable_errors, settings_for

    settings = settings_for(None)
    with readable_errors():
        settings.landing.mkdir(parents=True, exist_ok=True)
    return settings


def _run_and_tell(settings: Settings, dags: Path, paths: list[str]) -> int:
    from cablehouse.cli.console import complain
    from cablehouse.cli.run_summary import print_report
    from cablehouse.endings import kept_reports, nothing_new

    before = {report.run_id for report in kept_reports(settings)}
    try:
        ended = run_once(settings, dags, paths)
    except _NotImported as error:
        complain(f"{error}\nRunbook: docs/runbooks/dag-import.md")
        return 1
    reports = [report for report in kept_reports(settings) if report.run_id not in before]
    if reports:
        print_report(reports[-1], settings)
    elif ended.is_success and ended.found is not None:
        print_report(nothing_new(ended.found, "airflow"), settings)
    else:
        complain("\n".join(ended.failures) or "The run failed; what is above says why.")
    return 0 if ended.is_success else 1


if __name__ == "__main__":
    sys.exit(main())
