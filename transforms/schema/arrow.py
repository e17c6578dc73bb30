"""Arrow schemas, derived from the schema files."""

from __future__ import annotations

from functools import cache

import pyarrow as pa

from transforms.schema.model import Column, tables

_TYPES = {
    "string": pa.string(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "double": pa.float64(),
    "bool": pa.bool_(),
    "timestamp": pa.timestamp("us"),
    "date": pa.date32(),
    "list<string>": pa.list_(pa.string()),
}


def arrow_field(column: Column) -> pa.Field:
    """The Arrow field of a column; its description travels as field metadata."""
    metadata = {"description": column.description}
    return pa.field(column.name, _TYPES[column.type], column.nullable, metadata)


@cache
def arrow_schema(table: str) -> pa.Schema:
    """The Arrow schema of a table.

    Raises:
        KeyError: No schema file defines the table.
    """
    return pa.schema([arrow_field(column) for column in tables()[table].columns])
