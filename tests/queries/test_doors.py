"""The settings of docs/howto/connect-a-bi-tool.md and read-the-lake.md work as printed there."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

PAGE = Path(__file__).parents[2] / "docs" / "howto" / "connect-a-bi-tool.md"
VIEWS = "SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY view_name"


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


def test_tools_are_shown_a_name_that_stays(link: Path) -> None:
    engine = create_engine(
        f"duckdb:///{link.parent}/current/cablehouse.duckdb",
        connect_args={"read_only": True},
        poolclass=NullPool,
    )
    assert "cablehouse.main" in inspect(engine).get_schema_names()
    frame = pd.read_sql("SELECT count(*) AS n FROM cablehouse.main.monthly_volume", engine)
    assert frame.n.iloc[0] > 0


def test_engine_parameters_of_superset(link: Path, tmp_path: Path) -> None:
    (block,) = re.findall(r"```json\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    path = shutil.copy(link, tmp_path / "cablehouse.duckdb")
    engine = create_engine(f"duckdb:///{path}", poolclass=NullPool, **json.loads(block))
    frame = pd.read_sql("SELECT cable_id FROM search('ferry', limit_to := 20)", engine)
    assert set(frame.cable_id) >= {"03ANKARA101", "03ANKARA102"}
    outside = text(f"SELECT * FROM read_csv('{PAGE}')")
    with (
        pytest.raises(SQLAlchemyError, match="disabled by configuration"),
        engine.connect() as connection,
    ):
        connection.execute(outside)


def test_answers_are_alike_with_what_the_driver_of_metabase_sets(
    link: Path, known: duckdb.DuckDBPyConnection
) -> None:
    door = link.parent / "current" / "cablehouse.duckdb"
    config = {"old_implicit_casting": "true", "memory_limit": "2GB", "threads": "2"}
    views = [row[0] for row in known.execute(VIEWS).fetchall()]
    asked = [*views, "search('ferry talks')", "thread('03ANKARA101')"]
    with duckdb.connect(str(door), read_only=True, config=config) as client:
        client.execute("SET TimeZone = 'UTC'")
        for one in asked:
            sql = f"SELECT * FROM {one} ORDER BY ALL"
            assert client.execute(sql).fetchall() == known.execute(sql).fetchall(), one


def test_two_readers_at_once(link: Path) -> None:
    with duckdb.connect(link, read_only=True) as one, duckdb.connect(link, read_only=True) as two:
        for reader in (one, two):
            assert reader.sql("SELECT count(*) FROM cables").fetchone() == (9,)


def _home(link: Path) -> Path:
    return link.parents[1]


def _expected(known: duckdb.DuckDBPyConnection) -> list[tuple]:
    return known.execute("SELECT cable_id, sighting_id FROM cables ORDER BY cable_id").fetchall()


def test_the_lake_holds_more_than_is_current(link: Path, known: duckdb.DuckDBPyConnection) -> None:
    held = pd.read_parquet(_home(link) / "lake" / "cables")
    assert len(held) == 11
    assert len(_expected(known)) == 9


def test_current_rows_in_pandas(link: Path, known: duckdb.DuckDBPyConnection) -> None:
    current = pd.read_parquet(_home(link) / "warehouse" / "current.parquet")
    cables = pd.read_parquet(_home(link) / "lake" / "cables")
    cables = cables[cables.sighting_id.isin(current.sighting_id)].sort_values("cable_id")
    assert list(zip(cables.cable_id, cables.sighting_id, strict=True)) == _expected(known)


def test_current_rows_in_polars(link: Path, known: duckdb.DuckDBPyConnection) -> None:
    current = pl.scan_parquet(_home(link) / "warehouse" / "current.parquet")
    lake = pl.scan_parquet(
        _home(link) / "lake" / "cables" / "**/*.parquet", missing_columns="insert"
    )
    cables = lake.join(current, on="sighting_id", how="semi").sort("cable_id").collect()
    assert cables.select("cable_id", "sighting_id").rows() == _expected(known)


def test_current_rows_in_duckdb(link: Path, known: duckdb.DuckDBPyConnection) -> None:
    lake = _home(link) / "lake" / "paragraphs" / "*" / "*.parquet"
    current = _home(link) / "warehouse" / "current.parquet"
    rows = duckdb.sql(
        f"SELECT p.cable_id, p.text FROM read_parquet('{lake}', union_by_name = true) AS p "
        f"SEMI JOIN '{current}' AS c ON p.sighting_id = c.sighting_id ORDER BY ALL"
    ).fetchall()
    assert rows == known.execute("SELECT cable_id, text FROM paragraphs ORDER BY ALL").fetchall()
