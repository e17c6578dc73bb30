"""No generated page is stale, and nothing public is missing from the reference."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.commands import command_names
from handbook.lineage import filler_of
from handbook.pages import PAGES
from handbook.places import NoSuchPlace, file_of
from transforms.schema.model import tables

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", sorted(PAGES))
def test_the_page_is_current(path: str) -> None:
    assert (ROOT / path).read_text("utf-8") == PAGES[path](), "stale: run `make docs`"


def _page(name: str) -> str:
    return (ROOT / "docs" / "reference" / f"{name}.md").read_text("utf-8")


def test_every_column_is_in_the_dictionary_and_in_the_lineage() -> None:
    dictionary, lineage = _page("data_dictionary"), _page("column_lineage")
    missing = [
        f"{table.table}.{column.name}"
        for table in tables().values()
        for column in table.columns
        if f"| `{column.name}` |" not in dictionary or f"| `{column.name}` |" not in lineage
    ]
    assert missing == []


@pytest.mark.parametrize("table", list(tables()))
def test_what_fills_a_column_is_there(table: str) -> None:
    for column in tables()[table].columns:
        assert (ROOT / file_of(filler_of(tables()[table], column))).is_file()


def test_what_is_not_there_is_found_out() -> None:
    for name in (
        "transforms.parse.header.dtg.find_dgt",
        "transforms.pars.dtg",
        "warehouse/sql/nothing.sql",
    ):
        with pytest.raises(NoSuchPlace):
            file_of(name)


def test_every_sql_object_is_in_the_reference() -> None:
    page = _page("views_and_macros")
    folders = ("views", "macros", "search_tables", "search_macros")
    paths = [p for f in folders for p in (ROOT / "warehouse" / "sql" / f).glob("*.sql")]
    assert len(paths) > 30
    assert [path.stem for path in paths if f"### {path.stem}\n" not in page] == []


def test_every_command_is_in_the_reference() -> None:
    import typer.main

    from cablehouse.cli.main import app

    page = _page("commands")
    names = [" ".join(words) for words in command_names(typer.main.get_command(app))]
    assert {"ingest", "quarantine retry"} <= set(names)
    assert [name for name in names if f"## cablehouse {name}\n" not in page] == []


def test_every_question_is_in_the_library_with_its_answer() -> None:
    page = _page("query_library")
    for path in (ROOT / "docs" / "queries").glob("*.sql"):
        title = path.read_text("utf-8").splitlines()[0].removeprefix("-- ")
        section = page.partition(f"## {title}\n")[2].partition("\n## ")[0]
        assert section.count("\n| ") >= 2, path.name


def test_every_column_of_every_view_has_a_meaning() -> None:
    rows = [line for line in _page("views_and_macros").splitlines() if line.startswith("| `")]
    assert len(rows) > 150
    assert [row for row in rows if row.endswith("|  |")] == []


@pytest.mark.parametrize("drawing", ["a-cable.svg", "a-place.svg"])
def test_a_drawing_names_columns_that_there_are(drawing: str) -> None:
    text = (ROOT / "docs" / "images" / drawing).read_text("utf-8")
    named = [
        name.split(" ")[0]
        for shown in re.findall(r'<text[^>]* class="columns"[^>]*>([^<]*)</text>', text)
        if not shown.startswith("noise")
        for name in shown.split(", ")
    ]
    assert len(named) > 8
    for name in named:
        table, _, column = name.partition(".")
        assert table in tables()
        assert not column or tables()[table].column(column)
