"""Cables as far as search is concerned, put into a warehouse and found again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import duckdb

from transforms.schema.model import tables
from warehouse.connect import open_scratch
from warehouse.ddl import create_tables, create_views
from warehouse.ref_graph import create_ref_graph
from warehouse.search_index import create_search_index

_DEFAULTS = {"string": "x", "int32": 1, "double": 1.0, "bool": False, "list<string>": []}


@dataclass(frozen=True)
class Text:
    """A cable as far as search is concerned."""

    cable_id: str = "08OSLO417"
    subject: str | None = None
    paragraphs: Sequence[str] = ()
    sighting_id: str = "0" * 16
    sent_at: datetime | None = datetime(2008, 4, 1)
    post: str = "OSLO"
    classification: str = "SECRET"
    tags: Sequence[str] = ()
    refs: Sequence[str] = ()
    mentions: dict[int, str] = field(default_factory=dict)


def _insert(connection: duckdb.DuckDBPyConnection, table: str, **values: object) -> None:
    columns = tables()[table].columns
    moment = datetime(2026, 1, 1)
    row = [
        values.get(c.name, None if c.nullable else _DEFAULTS.get(c.type, moment)) for c in columns
    ]
    marks = ", ".join("?" for _ in row)
    connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)


def put(connection: duckdb.DuckDBPyConnection, text: Text) -> None:
    """Make a cable current, in place of any other text of it."""
    take(connection, text.cable_id)
    keys = {"cable_id": text.cable_id, "sighting_id": text.sighting_id}
    _insert(
        connection,
        "cables",
        **keys,
        subject=text.subject,
        paragraph_count=len(text.paragraphs),
        sent_at=text.sent_at,
        post=text.post,
        classification=text.classification,
    )
    for ordinal, paragraph in enumerate(text.paragraphs, 1):
        _insert(connection, "paragraphs", **keys, ordinal=ordinal, text=paragraph)
    for ordinal, tag in enumerate(text.tags, 1):
        _insert(connection, "tags", **keys, ordinal=ordinal, tag=tag)
    for ordinal, target in enumerate(text.refs, 1):
        _insert(connection, "refs", **keys, ordinal=ordinal, target_id=target)
    for ordinal, (paragraph_ordinal, target) in enumerate(text.mentions.items(), 1):
        _insert(
            connection,
            "mentions",
            **keys,
            ordinal=ordinal,
            paragraph_ordinal=paragraph_ordinal,
            target_id=target,
        )


def take(connection: duckdb.DuckDBPyConnection, cable_id: str) -> None:
    """Take a cable away."""
    for table in ("cables", "paragraphs", "tags", "refs", "mentions"):
        connection.execute(f"DELETE FROM {table} WHERE cable_id = ?", [cable_id])


def empty_warehouse() -> duckdb.DuckDBPyConnection:
    """A warehouse in memory with an index and nothing in it."""
    connection = open_scratch()
    create_tables(connection)
    create_search_index(connection)
    create_ref_graph(connection)
    create_views(connection)
    return connection


def found(connection: duckdb.DuckDBPyConnection, words: str, **filters: object) -> list[tuple]:
    """Where a query finds something, best first."""
    named = "".join(f", {name} := ${name}" for name in filters)
    return connection.execute(
        f"SELECT cable_id, ordinal FROM search($words{named})", {"words": words, **filters}
    ).fetchall()


_PLACES = (
    "JOIN search_index.passages AS p USING (passage_id) "
    "JOIN search_index.indexed_cables AS i USING (cable_number)"
)

INDEX_CONTENT = {
    "vocabulary": "SELECT word, stem, occurrence_count, passage_count "
    "FROM search_index.vocabulary ORDER BY ALL",
    "occurrences": "SELECT i.cable_id, p.ordinal, o.position, v.word, o.frequency, o.word_count "
    "FROM search_index.occurrences AS o "
    f"JOIN search_index.vocabulary AS v USING (stem_id, form) {_PLACES} ORDER BY ALL",
    "totals": "SELECT format, passage_count, round(mean_word_count, 6) FROM search_index.totals",
}
"""The index without the numbers that depend on its history."""
