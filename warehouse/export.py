"""Writes tables and views of the published warehouse to files that other programs read.

parquet    as it is, zstd
csv        for spreadsheets: cells that one would take for a formula begin with an apostrophe, lists
           are JSON
jsonl      one object a line, lists as lists
graphml    the reference graph: cables as nodes (those that are only cited too), references as edges
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

import duckdb

from warehouse.connect import quote
from warehouse.errors import NoSuchTable
from warehouse.statements import read_sql

_OPTIONS = {
    "parquet": "FORMAT parquet, COMPRESSION zstd",
    "csv": "FORMAT csv, HEADER",
    "jsonl": "FORMAT json",
}
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_FETCHED = 10_000


def export_tables(
    connection: duckdb.DuckDBPyConnection, names: Iterable[str], form: str, folder: Path
) -> Iterator[tuple[str, int, Path]]:
    """Write each table or view to `<folder>/<name>.<form>`.

    Args:
        connection: As `open_reader` gives it.
        names: Tables and views.
        form: `parquet`, `csv` or `jsonl`.
        folder: Made when it is not there.

    Yields:
        Name, rows and file of each, when it is written.

    Raises:
        NoSuchTable: One of the names is none of the warehouse; nothing was written.
    """
    wanted = list(names)
    known = exportable(connection)
    for name in wanted:
        if name not in known:
            raise NoSuchTable(name, known)
    folder.mkdir(parents=True, exist_ok=True)
    for name in wanted:
        path = folder / f"{name}.{form}"
        source = _formula_safe(connection, name) if form == "csv" else f"SELECT * FROM {name}"
        row = connection.execute(
            f"COPY ({source}) TO {quote(str(path))} ({_OPTIONS[form]})"
        ).fetchone()
        yield name, int(row[0]) if row else 0, path


def exportable(connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    """Names of all tables and views that can be exported, sorted."""
    rows = connection.execute(read_sql("reads", "exportable")).fetchall()
    return tuple(name for (name,) in rows)


def _formula_safe(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    """A query whose texts no spreadsheet takes for a formula (OWASP, CSV injection)."""
    cells: list[str] = []
    for column, kind, *_ in connection.execute(f"DESCRIBE {name}").fetchall():
        cell = f'"{column}"'
        if kind.endswith("[]"):
            cell = f"to_json({cell})::VARCHAR"
        if kind == "VARCHAR":
            cell = f"if(regexp_matches({cell}, '^[=+\\-@\\t\\r]'), '''' || {cell}, {cell})"
        cells.append(f'{cell} AS "{column}"')
    return f"SELECT {', '.join(cells)} FROM {name}"


def export_graph(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[int, int]:
    """Write the reference graph as GraphML, row by row.

    Args:
        connection: As `open_reader` gives it.
        path: The file.

    Returns:
        How many nodes and edges it has.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        xml = XMLGenerator(file, encoding="utf-8", short_empty_elements=True)
        xml.startDocument()
        xml.startElement("graphml", AttributesImpl({"xmlns": _NAMESPACE}))
        for kind, name in (("node", "graph_nodes"), ("edge", "graph_edges")):
            _declare(xml, connection, kind, name)
        xml.startElement("graph", AttributesImpl({"id": "refs", "edgedefault": "directed"}))
        nodes = edges = 0
        for row in _rows(connection, "graph_nodes"):
            nodes += 1
            _element(xml, "node", {"id": str(row.pop("id"))}, row)
        for row in _rows(connection, "graph_edges"):
            edges += 1
            ends = {"source": str(row.pop("source")), "target": str(row.pop("target"))}
            _element(xml, "edge", ends, row)
        xml.endElement("graph")
        xml.endElement("graphml")
        xml.endDocument()
    return nodes, edges


def _declare(
    xml: XMLGenerator, connection: duckdb.DuckDBPyConnection, kind: str, name: str
) -> None:
    described = connection.execute(f"DESCRIBE {read_sql('reads', name)}").fetchall()
    types = {"BOOLEAN": "boolean", "BIGINT": "long", "INTEGER": "int"}
    for column, engine_type, *_ in described:
        if column not in {"id", "source", "target"}:
            facts = {
                "id": f"{kind}-{column}",
                "for": kind,
                "attr.name": column,
                "attr.type": types.get(engine_type, "string"),
            }
            xml.startElement("key", AttributesImpl(facts))
            xml.endElement("key")


def _rows(connection: duckdb.DuckDBPyConnection, name: str) -> Iterator[dict[str, object]]:
    cursor = connection.cursor().execute(read_sql("reads", name))
    names = [column[0] for column in cursor.description or ()]
    while rows := cursor.fetchmany(_FETCHED):
        for row in rows:
            yield dict(zip(names, row, strict=True))


def _element(
    xml: XMLGenerator, kind: str, attributes: Mapping[str, str], data: Mapping[str, object]
) -> None:
    xml.startElement(kind, AttributesImpl(dict(attributes)))
    for column, value in data.items():
        if value is None:
            continue
        xml.startElement("data", AttributesImpl({"key": f"{kind}-{column}"}))
        xml.characters(str(value).lower() if isinstance(value, bool) else str(value))
        xml.endElement("data")
    xml.endElement(kind)
