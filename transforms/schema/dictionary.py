"""The data dictionary as Markdown, derived from the schema files and value sets."""

from __future__ import annotations

from transforms.schema.model import Column, Table, schema_version, tables, value_sets

_FIRST_STEPS = """
## How the tables hang together

A line runs from a column to the one that it joins to; a dashed one may lead to a cable that the
warehouse does not hold. Each of the tables around `cables` also has `sighting_id`, which leads to
the record that a row was made from.

![Tables of a cable: cables, with paragraphs, refs, mentions, tags and recipients joined by
cable_id, posts by post, tag_codes by tag.](../images/tables-of-a-cable.svg)

![Tables of the ledger: cables join sightings by sighting_id, these batches by batch_id, and these
runs by run_id.](../images/tables-of-the-ledger.svg)

## A first question, worked

*Which cables did Ankara send in 2003 that cite a State cable we do not hold?* Sender and date are
in `cables` (`post`, `sent_at`), what a cable cites is in `refs` (`target_id`); a cable that the
warehouse does not hold has no row in `cables`. A number is two digits of the year, the post and
the serial:

```sql
SELECT c.cable_id, c.sent_at, r.target_id, r.label
FROM cables AS c
JOIN refs AS r ON r.cable_id = c.cable_id
WHERE c.post = 'ANKARA' AND year(c.sent_at) = 2003
  AND regexp_matches(r.target_id, '^[0-9]{2}STATE[0-9]+$')
  AND r.target_id NOT IN (SELECT cable_id FROM cables)
ORDER BY c.sent_at, c.cable_id, r.target_id
```

The view [`ref_edges`](views_and_macros.md#ref_edges) has the same in one place, with mentions in
the text too (`source_post`, `target_post`, `is_held`). Which posts and tags there are: `posts` and
`tag_codes`.
"""


def write_dictionary() -> str:
    """The whole data dictionary: tables with their columns, then value sets with their codes."""
    parts = [
        "# Data dictionary",
        "",
        "Generated from `transforms/schema/*.yaml` and `transforms/codes/value_sets.yaml` by "
        "`make docs`; do not edit. Views and macros have [their own page](views_and_macros.md); "
        "which rule fills a column stands under [column lineage](column_lineage.md), and what "
        "*cable formats 3.4* means under [formats](../formats/index.md). "
        f'Schema version {schema_version()}. NULL means "not in the cable", but a list without '
        "anything in it is empty, not NULL; timestamps are UTC. "
        "Types are those of the Parquet files; in DuckDB `string` is VARCHAR, `int32` INTEGER, "
        "`int64` BIGINT, `bool` BOOLEAN and `list<string>` VARCHAR[].",
        "",
        *(f"- [`{name}`](#{name}): {_line(table.grain)}" for name, table in tables().items()),
        _FIRST_STEPS,
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
        f"| `{column.name}` | `{column.type}` | {null} | {meaning} | {_line(column.source or '')} |"
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
