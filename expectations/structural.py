"""Checks that follow from the schema files: nothing here is typed by hand."""

from __future__ import annotations

from collections.abc import Iterator

from expectations.checks import Check
from transforms.schema.model import Column, Table, lake_tables, value_sets

_MEND = "The parser or a reader broke the schema; report it with the records named."


def structural_checks() -> Iterator[Check]:
    """Columns, NULLs, value sets, patterns, ranges and keys of every table of the lake."""
    for table in lake_tables():
        yield _columns(table)
        yield _key(table)
        for column in table.columns:
            yield from _column_checks(table, column)


def staged_key(table: Table) -> tuple[str, ...]:
    """The key of a staged row: several texts of one cable are told apart by their sighting."""
    return tuple("sighting_id" if name == "cable_id" else name for name in table.key)


def _columns(table: Table) -> Check:
    names = [column.name for column in table.columns]
    listed = ", ".join(f"'{name}'" for name in names)
    return Check(
        table=table.table,
        name="columns",
        level="stop",
        reason=f"The table has the columns of its schema file. {_MEND}",
        type="ExpectTableColumnsToMatchSet",
        arguments={"column_set": names, "exact_match": True},
        rows=(
            "SELECT column_name AS cable_id, NULL AS sighting_id FROM duckdb_columns() "
            f"WHERE table_name = '{table.table}' AND column_name NOT IN ({listed})"
        ),
    )


def _key(table: Table) -> Check:
    key = staged_key(table)
    rows = (
        f"SELECT any_value(cable_id) AS cable_id, sighting_id FROM {table.table} "
        f"GROUP BY {', '.join(key)} HAVING count(*) > 1"
    )
    reason = f"{', '.join(key)} identify a row. {_MEND}"
    if len(key) == 1:
        return Check(
            table=table.table,
            name="key_is_unique",
            level="stop",
            reason=reason,
            type="ExpectColumnValuesToBeUnique",
            arguments={"column": key[0]},
            column=key[0],
            rows=rows,
        )
    return Check(
        table=table.table,
        name="key_is_unique",
        level="stop",
        reason=reason,
        type="ExpectCompoundColumnsToBeUnique",
        arguments={"column_list": list(key)},
        rows=rows,
    )


def _column_checks(table: Table, column: Column) -> Iterator[Check]:
    if not column.nullable:
        yield _check(
            table,
            column,
            "is_not_null",
            "ExpectColumnValuesToNotBeNull",
            {},
            f"{column.name} IS NULL",
        )
    if column.codes is not None:
        codes = list(value_sets()[column.codes])
        listed = ", ".join(f"'{code}'" for code in codes)
        yield _check(
            table,
            column,
            "is_known_code",
            "ExpectColumnValuesToBeInSet",
            {"value_set": codes},
            f"{column.name} NOT IN ({listed})",
        )
    if column.pattern is not None:
        yield _check(
            table,
            column,
            "has_its_form",
            "ExpectColumnValuesToMatchRegex",
            {"regex": column.pattern},
            f"NOT regexp_matches({column.name}, '{column.pattern}')",
        )
    if column.minimum is not None or column.maximum is not None:
        yield _range(table, column)


def _range(table: Table, column: Column) -> Check:
    bounds = []
    if column.minimum is not None:
        bounds.append(f"{column.name} < {_literal(column, column.minimum)}")
    if column.maximum is not None:
        bounds.append(f"{column.name} > {_literal(column, column.maximum)}")
    return _check(
        table,
        column,
        "is_in_range",
        "ExpectColumnValuesToBeBetween",
        {"min_value": column.minimum, "max_value": column.maximum},
        " OR ".join(bounds),
    )


def _literal(column: Column, value: float | str) -> str:
    return f"TIMESTAMP '{value}'" if column.type == "timestamp" else str(value)


def _check(
    table: Table,
    column: Column,
    name: str,
    kind: str,
    arguments: dict[str, object],
    offends: str,
) -> Check:
    return Check(
        table=table.table,
        name=f"{column.name}_{name}",
        level="stop",
        reason=f"{' '.join(column.description.split())} {_MEND}",
        type=kind,
        arguments={"column": column.name, **arguments},
        column=column.name,
        rows=f"SELECT cable_id, sighting_id FROM {table.table} WHERE {offends}",
    )
