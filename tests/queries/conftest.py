"""The known dump, ingested once by the real pipeline."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pytest
from known_world import write_dump

from cablehouse import pipeline
from cablehouse.settings import Settings
from warehouse.connect import open_reader


@pytest.fixture(scope="session")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    folder = tmp_path_factory.mktemp("queries")
    settings = Settings(home=folder / "home")
    report = pipeline.run(settings, [str(write_dump(folder / "dump"))], workers=1)
    assert report.outcome == "published", report
    with open_reader(settings.warehouse_file) as connection:
        yield connection
