"""Airflow with its metadata in a folder of the test session; set before Airflow is imported."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import ROOT
from fewer_checks import fewer_checks  # noqa: F401 - pytest finds it by its name here

from cablehouse.airflow_once import airflow_environment, load_dag
from cablehouse.settings import Settings, load_settings

DAGS = ROOT / "dags"
_HOME = tempfile.TemporaryDirectory(prefix="cablehouse-airflow-")
_BEFORE = os.environ.get("CABLEHOUSE_HOME")
os.environ.update(airflow_environment(Settings(home=Path(_HOME.name)), DAGS))
if _BEFORE is None:
    del os.environ["CABLEHOUSE_HOME"]
else:
    os.environ["CABLEHOUSE_HOME"] = _BEFORE


@pytest.fixture(scope="session")
def airflow_database() -> None:
    from airflow.utils.db import initdb

    logging.disable(logging.WARNING)
    initdb()
    logging.disable(logging.NOTSET)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    monkeypatch.setenv("CABLEHOUSE_HOME", str(tmp_path / "home"))
    load_settings.cache_clear()
    yield load_settings()
    load_settings.cache_clear()


@pytest.fixture(scope="session")
def bag(airflow_database: None) -> Any:
    from airflow.dag_processing.dagbag import DagBag

    return DagBag(str(DAGS))


@pytest.fixture
def ingest(airflow_database: None, home: Settings) -> Any:
    return load_dag(DAGS)
