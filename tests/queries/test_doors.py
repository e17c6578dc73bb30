"""The settings of docs/howto/connect-a-bi-tool.md work as they are printed there."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool


@pytest.fixture
def link(known: duckdb.DuckDBPyConnection) -> Path:
    row = known.execute("SELECT path FROM duckdb_databases() WHERE path IS NOT NULL").fetchone()
    assert row is not None
    return Path(row[0]).parents[1] / "cablehouse.duckdb"


def test_sqlalchemy_and_pandas(link: Path, tmp_path: Path) -> None:
    # One process opens a file with one configuration; SQLAlchemy's differs from the fixture's.
    path = shutil.copy(link, tmp_path / "cablehouse.duckdb")
    engine = create_engine(
        f"duckdb:///{path}", connect_args={"read_only": True}, poolclass=NullPool
    )
    frame = pd.read_sql("SELECT cable_id, captions FROM cables ORDER BY cable_id", engine)
    assert frame.cable_id.iloc[0] == "03ANKARA101"
    assert len(frame) == 9
    with pytest.raises(SQLAlchemyError, match="read-only"), engine.begin() as connection:
        connection.execute(text("CREATE TABLE mine AS SELECT 1"))


def test_two_readers_at_once(link: Path) -> None:
    with duckdb.connect(link, read_only=True) as one, duckdb.connect(link, read_only=True) as two:
        for reader in (one, two):
            assert reader.sql("SELECT count(*) FROM cables").fetchone() == (9,)
