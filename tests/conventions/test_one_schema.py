"""There is one schema; nothing else lists columns by hand."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from pydantic import ValidationError

from cablehouse.reports import RunReport
from expectations.results import QualityRow
from transforms.parse.cable import Cable, Mention, Paragraph, Recipient, Ref, Tag
from transforms.schema.model import Table, tables

ROOT = Path(__file__).parents[2]
PLACED = {"cable_id", "sighting_id"}
NOT_COLUMNS = {
    "paragraphs",
    "refs",
    "mentions",
    "tags",
    "recipients",
    "is_corrected_copy",
    "claims",
}


@pytest.mark.parametrize(
    ("value", "table"),
    [
        (Paragraph, "paragraphs"),
        (Ref, "refs"),
        (Mention, "mentions"),
        (Tag, "tags"),
        (Recipient, "recipients"),
    ],
)
def test_a_parsed_value_has_exactly_the_columns_of_its_table(value: type, table: str) -> None:
    columns = [c.name for c in tables()[table].columns if c.name not in PLACED]
    assert list(value.__annotations__) == columns


def test_a_parsed_cable_has_only_columns_of_cables() -> None:
    columns = {c.name for c in tables()["cables"].columns}
    assert set(Cable._fields) - NOT_COLUMNS <= columns


def test_a_quality_row_has_exactly_the_columns_of_quality() -> None:
    columns = [c.name for c in tables()["quality"].columns]
    assert [field.name for field in fields(QualityRow)] == columns


def test_a_run_report_knows_every_column_of_runs() -> None:
    assert {c.name for c in tables()["runs"].columns} <= set(RunReport.model_fields)


def test_no_second_copy_of_a_schema() -> None:
    wrong = []
    for path in [
        p
        for room in ("cablehouse", "transforms", "expectations", "warehouse", "dags")
        for p in sorted((ROOT / room).rglob("*"))
        if p.suffix in {".py", ".sql"}
    ]:
        text = path.read_text("utf-8")
        name = path.relative_to(ROOT).as_posix()
        if "pa.schema(" in text and name != "transforms/schema/arrow.py":
            wrong.append(f"{name}: builds an Arrow schema by hand")
        defined = [table for table in tables() if f"create table {table} (" in text.lower()]
        wrong += [f"{name}: defines {table} by hand" for table in defined]
    assert wrong == []


def test_an_unknown_key_in_a_schema_file_is_an_error() -> None:
    raw = tables()["tags"].model_dump() | {"colour": "blue"}
    with pytest.raises(ValidationError, match="colour"):
        Table.model_validate(raw)


def test_a_sort_column_that_does_not_exist_is_an_error() -> None:
    raw = tables()["tags"].model_dump() | {"sort": ("sent_att",)}
    with pytest.raises(ValidationError, match="sent_att"):
        Table.model_validate(raw)


def test_every_column_says_what_it_means() -> None:
    short = [
        f"{table.table}.{column.name}"
        for table in tables().values()
        for column in table.columns
        if len(column.description.split()) < 2
    ]
    assert short == []
