"""Loads the schema files of this folder; the only definition of any table.

Arrow schemas (`transforms.schema.arrow`), DDL and comments (`warehouse.ddl`), the structural
expectations (`expectations.structural`) and the data dictionary are derived from what this module
returns. A key that the model does not know is an error.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

ColumnType = Literal[
    "string", "int32", "int64", "double", "bool", "timestamp", "date", "list<string>"
]


class Column(BaseModel):
    """One column of a table.

    Attributes:
        name: Its name, the same in Parquet and in DuckDB.
        type: Logical type; timestamps are UTC with microseconds, stored without a zone.
        nullable: Whether NULL ("not in the cable") may stand in it.
        description: Its meaning.
        unit: Unit of numbers.
        time_zone: Zone of instants, always UTC.
        codes: Value set of `transforms/codes/value_sets.yaml` that its values come from.
        pattern: Regular expression that every value matches.
        minimum: Smallest value allowed.
        maximum: Largest value allowed.
        source: Where the rule for it comes from.
        filled_by: What writes it: a function or constant of ours, dotted, or a file of SQL. None in
            tables of reference data, whose file fills them.
        since: Schema version that brought it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    type: ColumnType
    nullable: bool = True
    description: str
    unit: str | None = None
    time_zone: Literal["UTC"] | None = None
    codes: str | None = None
    pattern: str | None = None
    minimum: int | float | str | None = None
    maximum: int | float | str | None = None
    source: str | None = None
    filled_by: str | None = None
    since: str = "1"

    @model_validator(mode="after")
    def _check(self) -> Column:
        if self.type == "timestamp" and self.time_zone is None:
            raise ValueError(f"column {self.name}: a timestamp needs its time zone")
        if self.codes is not None and self.codes not in value_sets():
            raise ValueError(f"column {self.name}: no value set named {self.codes}")
        return self


class Table(BaseModel):
    """One table of the warehouse.

    Attributes:
        table: Its name.
        description: What it holds.
        grain: What one row stands for.
        key: Columns that identify a row.
        sort: Physical order, chosen so that common filters skip.
        parent: Table that every row must have its `cable_id` in.
        lake: Whether it also lies in the lake as Parquet.
        reference: File of `transforms/codes` that fills it.
        since: Schema version that brought it.
        columns: Its columns in order.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    table: str
    description: str
    grain: str
    key: tuple[str, ...]
    sort: tuple[str, ...]
    parent: str | None = None
    lake: bool
    reference: str | None = None
    since: str = "1"
    columns: tuple[Column, ...]

    @model_validator(mode="after")
    def _check(self) -> Table:
        names = [column.name for column in self.columns]
        if len(set(names)) != len(names):
            raise ValueError(f"table {self.table}: a column is defined twice")
        for column in self.columns:
            if column.filled_by is None and self.reference is None:
                raise ValueError(f"table {self.table}: {column.name} does not say what fills it")
            if int(column.since) > int(self.since) and not column.nullable:
                raise ValueError(
                    f"table {self.table}: {column.name} came later than the table, so older rows "
                    "have no value; it must be nullable"
                )
        if unknown := {*self.key, *self.sort} - set(names):
            raise ValueError(f"table {self.table}: key or sort names no column: {sorted(unknown)}")
        return self

    def column(self, name: str) -> Column:
        """The column of that name; KeyError when the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.table} has no column {name}")


def _load(package: str, name: str) -> Any:
    return yaml.safe_load(resources.files(package).joinpath(name).read_text("utf-8"))


@cache
def value_sets() -> dict[str, dict[str, str]]:
    """Every closed value set: name -> code -> meaning, codes in the order of the file."""
    sets: dict[str, dict[str, str]] = _load("transforms.codes", "value_sets.yaml")
    return sets


@cache
def _shared() -> dict[str, Any]:
    shared: dict[str, Any] = _load("transforms.schema", "_shared.yaml")
    return shared


def schema_version() -> str:
    """Version of all tables together; part of every batch id."""
    return str(_shared()["version"])


def _resolve(entry: dict[str, Any]) -> dict[str, Any]:
    if "use" not in entry:
        return entry
    name = entry["use"]
    overrides = {key: value for key, value in entry.items() if key != "use"}
    return {"name": name, **_shared()["columns"][name], **overrides}


@cache
def tables() -> dict[str, Table]:
    """Every table by name, in the order in which they are loaded.

    Raises:
        pydantic.ValidationError: A schema file breaks the model; the message names the key.
    """
    order = (
        *("cables", "paragraphs", "refs", "mentions", "tags", "recipients", "sightings"),
        *("runs", "quality", "batches", "inputs", "retractions", "rollbacks", "posts", "tag_codes"),
    )
    loaded: dict[str, Table] = {}
    for name in order:
        raw = _load("transforms.schema", f"{name}.yaml")
        raw["columns"] = [_resolve(entry) for entry in raw["columns"]]
        loaded[name] = Table.model_validate(raw)
    return loaded


def lake_tables() -> tuple[Table, ...]:
    """The tables that a batch writes to the lake."""
    return tuple(table for table in tables().values() if table.lake)


def data_tables() -> tuple[Table, ...]:
    """`cables` and its children: the tables that hold the current version of each cable."""
    return tuple(t for t in tables().values() if t.table == "cables" or t.parent == "cables")
