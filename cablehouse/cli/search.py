"""`cablehouse search`: passages that hold some words, the best first."""

from __future__ import annotations

import json
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cablehouse.cli.console import HomeOption, complain, out, plain, readable_errors, settings_for

if TYPE_CHECKING:
    import duckdb

_BEFORE, _AFTER = "\x02", "\x03"  # no text has these; they become colours


class Format(StrEnum):
    """How the answer is written."""

    table = "table"
    json = "json"


def search(
    words: Annotated[
        str,
        typer.Argument(
            help="Words that a paragraph or a subject must all hold, in any form; "
            '"words in a row"; harb* for any ending; a message number in any spelling.'
        ),
    ],
    home: HomeOption = None,
    post: Annotated[str | None, typer.Option(help="Sent by this post, as OSLO.")] = None,
    tag: Annotated[str | None, typer.Option(help="With this TAG, as PREL.")] = None,
    classification: Annotated[
        str | None, typer.Option(help="Of cables of this level, as SECRET.")
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Sent on this day or later.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Sent on this day or before.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Passages to show.")] = 10,
    form: Annotated[
        Format, typer.Option("--format", help="How the answer is written.")
    ] = Format.table,
) -> None:
    """Find passages; the best first."""
    from warehouse.connect import open_reader
    from warehouse.reads import read

    if not any(letter.isalnum() for letter in words):
        complain("Name at least one word to look for.")
        raise typer.Exit(2)
    marks = (_BEFORE, _AFTER) if form is Format.table else ("«", "»")
    days = [day.date() if day else None for day in (since, until)]
    with readable_errors(), open_reader(settings_for(home).warehouse_file) as connection:
        sought = _number_or(words, connection)
        rows = read(connection, "search", [sought, post, tag, classification, *days, limit, *marks])
    if form is Format.json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1, default=str))
    elif rows:
        _print(rows)
    else:
        is_narrowed = any((post, tag, classification, *days))
        advice = " with these options. Try without them" if is_narrowed else ". Try fewer words"
        out.print(f"Nothing holds all of: {plain(words)}{advice}.")


def _number_or(words: str, connection: duckdb.DuckDBPyConnection) -> str:
    """The id of the known cable whose number the words are (`09 State 123`), else the words."""
    from transforms.parse.mrn import parse_mrn
    from warehouse.reads import read

    mrn = parse_mrn(" ".join(words.upper().split()))
    if mrn is not None and read(connection, "known_cable", [mrn.cable_id]):
        return mrn.cable_id
    return words


def _print(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        date = f"{row['sent_at']:%Y-%m-%d}" if row["sent_at"] else "no date"
        paragraph = f" {_paragraph(row)}" if row["ordinal"] else ""
        out.print(
            f"[bold]{plain(row['cable_id'])}[/]{paragraph}  {date}  {plain(row['subject'])}",
            highlight=False,
        )
        out.print(f"    {coloured(row['passage'] or '')}\n", highlight=False)


def _paragraph(row: dict[str, Any]) -> str:
    """A paragraph as people cite it: by its printed number, which need not be its ordinal."""
    return "unnumbered paragraph" if row["number"] is None else f"¶{row['number']}"


def coloured(passage: str) -> str:
    """A passage on one line, escaped, with its matches in colour."""
    flat = plain(" ".join(passage.split()))
    return flat.replace(_BEFORE, "[bold yellow]").replace(_AFTER, "[/]")
