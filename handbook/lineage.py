"""The page of column lineage: what fills each column, and where that rule is."""

from __future__ import annotations

from handbook.markdown import code, one_line, page, table
from handbook.places import meaning_of
from transforms.schema.model import Column, Table, tables

_HEAD = """# Column lineage

Which rule fills each column, and where that rule is: `transforms.parse.header.dtg.find_dtg` is the
function `find_dtg` in `transforms/parse/header/dtg.py`. Generated from `filled_by` in
`transforms/schema/*.yaml` by `make docs`; a test parses cables and watches that each function of
the parser that is named here is called.

The way of a value: a reader of `transforms/read/` cuts the dump into records, `transforms/parse/`
makes values of a record's text, `transforms/tables/rows.py` puts them under the columns of the same
name, `expectations/` checks them, and the SQL of `warehouse/sql/load/` decides which text of a
cable is the current one. [`cablehouse explain`](commands.md#cablehouse-explain) shows what became
of each piece of one text. Views compute their columns in one file each,
`warehouse/sql/views/<view>.sql`; see [views and macros](views_and_macros.md).
"""


def lineage_page() -> str:
    """The page, as Markdown."""
    lines = [_HEAD]
    for each in tables().values():
        lines += [f"## {each.table}", ""]
        rows = [_row(each, column) for column in each.columns]
        lines += table(["column", "filled by", "which rule"], rows)
    return page(lines)


def filler_of(filled: Table, column: Column) -> str:
    """What fills a column: a dotted name, or a file of SQL or reference data."""
    return column.filled_by or f"transforms/codes/{filled.reference}"


def _row(filled: Table, column: Column) -> tuple[str, str, str]:
    name = filler_of(filled, column)
    rule = one_line(meaning_of(name))
    if column.source and column.source not in rule:
        rule = f"{rule} ({one_line(column.source)})" if rule else one_line(column.source)
    return code(column.name), code(name), rule
