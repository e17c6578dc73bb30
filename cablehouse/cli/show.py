"""`cablehouse show`: one cable, laid out for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cablehouse.cli.console import (
    HomeOption,
    complain,
    out,
    plain,
    readable_errors,
    settings_for,
)

if TYPE_CHECKING:
    import duckdb


_NAMED = 20
"""Cables that are named in a message."""


def show(
    cable_id: Annotated[str, typer.Argument(help="For instance 06ASTANA668, or `06 Astana 668`.")],
    home: HomeOption = None,
) -> None:
    """Show one cable."""
    from transforms.parse.mrn import parse_mrn
    from warehouse.connect import open_reader
    from warehouse.reads import read

    mrn = parse_mrn(" ".join(cable_id.upper().split()))
    wanted = mrn.cable_id if mrn else cable_id.upper()
    with readable_errors(), open_reader(settings_for(home).warehouse_file) as connection:
        found = read(connection, "cable", [wanted])
        if not found:
            complain(f"{wanted} is not in the warehouse. {_near(connection, wanted)}")
            raise typer.Exit(1)
        _print_header(connection, found[0])
        _print_refs(connection, wanted)
        _print_paragraphs(connection, wanted)
        if found[0]["signed_by"]:
            out.print(f"\n{plain(found[0]['signed_by'])}")
        _print_source(found[0])


def _near(connection: duckdb.DuckDBPyConnection, missing: str) -> str:
    """What leads on from a cable that is not held: who cites it, else what is spelled like it."""
    from warehouse.reads import read

    citing = [row["source_id"] for row in read(connection, "citing_cables", [missing])]
    if citing:
        more = f" and {len(citing) - _NAMED} more" if len(citing) > _NAMED else ""
        return f"Cited by: {', '.join(citing[:_NAMED])}{more}"
    nearest = [row["cable_id"] for row in read(connection, "nearest_cables", [missing])]
    return f"Nearest: {', '.join(nearest) or 'none'}"


def _print_header(connection: duckdb.DuckDBPyConnection, cable: dict[str, Any]) -> None:
    from rich.table import Table

    from warehouse.reads import read

    tags = read(connection, "cable_tags", [cable["cable_id"]])
    recipients = read(connection, "cable_recipients", [cable["cable_id"]])
    marks = [cable["classification"], *(cable["captions"] or [])]
    order = " ".join(
        str(part)
        for part in (cable["executive_order"], cable["declassify_on"], cable["declassify_note"])
        if part
    )
    reasons = f" ({', '.join(cable['classification_reasons'])})"
    author = cable["classified_by"] or ""
    out.print(f"[bold]{plain(cable['cable_id'])}[/]  {plain(cable['subject'])}\n", highlight=False)
    table = Table.grid(padding=(0, 2))
    for name, value in (
        ("Sent", f"{cable['sent_at']} UTC ({cable['sent_at_source']})" if cable["sent_at"] else ""),
        ("Marking", " ".join(mark for mark in marks if mark)),
        ("Precedence", cable["precedence"]),
        ("From", cable["origin"]),
        ("To", _names(recipients, "TO")),
        ("Info", _names(recipients, "INFO")),
        ("Attention", cable["attention"]),
        ("E.O.", order),
        ("Classified by", author + (reasons if cable["classification_reasons"] else "")),
        ("TAGS", ", ".join(_with_meaning(tag) for tag in tags)),
    ):
        if value:
            table.add_row(f"[dim]{name}[/]", plain(value))
    out.print(table)


def _names(recipients: list[dict[str, Any]], role: str) -> str:
    return ", ".join(row["plad"] for row in recipients if row["role"] == role)


def _with_meaning(tag: dict[str, Any]) -> str:
    return f"{tag['tag']} ({tag['name']})" if tag["name"] else str(tag["tag"])


def _print_refs(connection: duckdb.DuckDBPyConnection, cable_id: str) -> None:
    from warehouse.reads import read

    refs = read(connection, "cable_refs", [cable_id])
    if refs:
        out.print("\n[bold]References[/]")
    for ref in refs:
        label = f"{ref['label']}. " if ref["label"] else ""
        if ref["target_id"] is None:
            state = f"[dim]{plain(ref['kind'])}[/]"
        elif ref["is_held"]:
            state = f"[green]here[/]  {plain(ref['subject'])}"
        else:
            state = "[yellow]not held[/]"
        target = f" = {plain(ref['target_id'])}" if ref["target_id"] else ""
        notal = " (NOTAL)" if ref["is_notal"] else ""
        out.print(f"  {label}{plain(ref['raw'])}{target}{notal}  {state}", highlight=False)


def _print_paragraphs(connection: duckdb.DuckDBPyConnection, cable_id: str) -> None:
    from warehouse.reads import read

    heading = None
    for row in read(connection, "cable_paragraphs", [cable_id]):
        if row["heading"] and row["heading"] != heading:
            out.print(f"\n[bold underline]{plain(row['heading'])}[/]", highlight=False)
        heading = row["heading"]
        number = f"{row['number']}. " if row["number"] is not None else ""
        mark = f"({row['classification']}) " if row["classification"] else ""
        out.print(f"\n{number}{plain(mark)}{plain(row['text'])}", highlight=False)


def _print_source(cable: dict[str, Any]) -> None:
    member = f"!/{cable['source_member']}" if cable["source_member"] else ""
    line = f", line {cable['source_line']}" if cable["source_line"] else ""
    out.print(
        f"\n[dim]From {plain(cable['source_uri'] + member)}, record {cable['source_record']}{line} "
        f"({plain(cable['source_format'])}), run {plain(cable['run_id'])}[/]",
        highlight=False,
    )
