"""The data dictionary as Markdown, derived from the schema files and value sets."""

from __future__ import annotations

from transforms.schema.model import Column, Table, schema_version, tables, value_sets


def write_dictionary() -> str:
    """The whole data dictionary: tables with their columns, then value sets with their codes."""
    parts = [
        "# Data dictionary",
        "",
        "Generated from `transforms/schema/*.yaml` and `transforms/codes/value_sets.yaml` by "
        "`make docs`; do not edit. Views and macros have [their own page](views_and_macros.md). "
        f'Schema version {schema_version()}. NULL means "not in the cable"; timestamps are UTC.',
        "",
        *(f"- [`{name}`](#{name}): {_line(table.grain)}" for name, table in tables().items()),
        "",
    ]
    for table in tables().values():
        parts += _table(table)
    parts += ["## Value sets", ""]
    for name, codes in value_sets().items():
        parts += [f"### `{name}`", "", "| code | meaning |", "|---|---|"]
        parts += [f"| `{code}` | {_line(meaning)} |" for code, meaning in codes.items()]
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _table(table: Table) -> list[str]:
    facts = [f"Key: {_names(table.key)}", f"sorted by {_names(table.sort)}"]
    if table.lake:
        facts.append("also in the lake as Parquet")
    if table.reference:
        facts.append(f"filled from `transforms/codes/{table.reference}`")
    return [
        f"## {table.table}",
        "",
        f"{_line(table.description)} ({_line(table.grain)})",
        "",
        "; ".join(facts) + ".",
        "",
        "| column | type | null | meaning | source of the rule |",
        "|---|---|---|---|---|",
        *(_row(column) for column in table.columns),
        "",
    ]


def _row(column: Column) -> str:
    meaning = _line(column.description)
    limits = []
    if column.unit or column.time_zone:
        limits.append(column.unit or str(column.time_zone))
    if column.codes:
        limits.append(f"one of [`{column.codes}`](#{column.codes})")
    if column.minimum is not None or column.maximum is not None:
        limits.append(f"{_bound(column.minimum)} to {_bound(column.maximum)}")
    if limits:
        meaning += f" ({'; '.join(limits)})"
    null = "yes" if column.nullable else "no"
    return (
        f"| `{column.name}` | {column.type} | {null} | {meaning} | {_line(column.source or '')} |"
    )


def _bound(value: float | str | None) -> str:
    return "any" if value is None else str(value)


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in columns)


def _line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    import sys

    sys.stdout.write(write_dictionary())
