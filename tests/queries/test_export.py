"""What other programs read: exported files, and the lake itself."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from warehouse.connect import open_scratch
from warehouse.errors import NoSuchTable
from warehouse.export import export_graph, export_tables, exportable

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def test_parquet_holds_the_table(known: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    [(name, rows, path)] = export_tables(known, ["cables"], "parquet", tmp_path)
    assert (name, rows) == ("cables", 9)
    table = pq.read_table(path)
    expected = [row[0] for row in known.execute("SELECT cable_id FROM cables").fetchall()]
    assert sorted(table["cable_id"].to_pylist()) == sorted(expected)
    assert table.schema.field("captions").type.value_type == "string"


def test_jsonl_keeps_lists(known: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    [(_, _, path)] = export_tables(known, ["cables"], "jsonl", tmp_path)
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    by_id = {row["cable_id"]: row for row in rows}
    assert by_id["03ANKARA101"]["classification_reasons"] == ["1.5(B)", "1.5(D)"]


def test_csv_of_views_and_lists(known: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    written = list(export_tables(known, ["missing_cables", "tags"], "csv", tmp_path))
    assert [path.name for _, _, path in written] == ["missing_cables.csv", "tags.csv"]
    with written[0][2].open(encoding="utf-8", newline="") as file:
        rows = {row["cable_id"]: row for row in csv.DictReader(file)}
    assert json.loads(rows["03STATE5002"]["cited_by"]) == ["03ANKARA101", "03ANKARA102"]


@pytest.mark.parametrize("cell", ["=1+1", "+41", "-x", "@sum", "\tx", "\r=1"])
def test_no_cell_is_a_formula(tmp_path: Path, cell: str) -> None:
    with open_scratch() as connection:
        connection.execute("CREATE TABLE hostile AS SELECT ? AS text, 'a=b' AS plain", [cell])
        [(_, _, path)] = export_tables(connection, ["hostile"], "csv", tmp_path)
    with path.open(encoding="utf-8", newline="") as file:
        [row] = csv.DictReader(file)
    assert row == {"text": f"'{cell}", "plain": "a=b"}


def test_unknown_names_write_nothing(known: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    with pytest.raises(NoSuchTable, match=r"cabels.*cables"):
        list(export_tables(known, ["cables", "cabels"], "csv", tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_every_table_and_view_can_be_exported(
    known: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    names = exportable(known)
    assert {"cables", "ref_edges", "serial_coverage"} <= set(names)
    for form in ("parquet", "csv", "jsonl"):
        assert len(list(export_tables(known, names, form, tmp_path / form))) == len(names)


def test_graph(known: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "refs.graphml"
    assert export_graph(known, path) == (12, 10)
    root = ET.parse(path).getroot()
    nodes = {
        node.get("id"): {data.get("key"): data.text for data in node}
        for node in root.iter(f"{GRAPHML}node")
    }
    assert nodes["08OSLO400"] == {
        "node-is_held": "false",
        "node-post": "OSLO",
        "node-year": "2008",
    }
    assert nodes["03ANKARA101"]["node-subject"] == "FERRY TALKS OPEN"
    edges = {(edge.get("source"), edge.get("target")) for edge in root.iter(f"{GRAPHML}edge")}
    assert ("03ANKARA102", "03ANKARA101") in edges
    assert all(end in nodes for edge in edges for end in edge)
