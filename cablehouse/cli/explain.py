"""`cablehouse explain`: a cable with each piece of its text marked by what it became."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cablehouse.cli.console import HomeOption, complain, out, readable_errors, settings_for

if TYPE_CHECKING:
    from cablehouse.explaining import Explanation
    from cablehouse.settings import Settings
    from transforms.read.record import Refusal


def explain(
    cable_id: Annotated[
        str | None, typer.Argument(help="For instance 06ASTANA668, or `06 Astana 668`.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", help="A dump file to explain in place of a cable.")
    ] = None,
    records: Annotated[
        int, typer.Option("--records", min=1, help="With --file: how many of its records at most.")
    ] = 20,
    html: Annotated[bool, typer.Option("--html", help="Write a page for the browser.")] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="File to write instead of printing.")
    ] = None,
    home: HomeOption = None,
) -> None:
    """Show what each piece of a cable's text became, and what no rule claimed."""
    if (cable_id is None) == (file is None):
        complain("Name either a cable of the warehouse or a dump file with --file.")
        raise typer.Exit(2)
    settings = settings_for(home)
    with readable_errors():
        if file is not None:
            from cablehouse.explaining import explain_file

            found = list(islice(explain_file(file, settings), records))
        else:
            found = [_explain_cable(cable_id or "", settings)]
        explained = _without_refused(found, str(file) if file is not None else cable_id or "")
        if html:
            from cablehouse.cli.explained_page import render_page

            _write(render_page(explained), output)
        elif output is not None or out.no_color or not out.is_terminal:
            _write("\n".join(_plain(explained)) + "\n", output)
        else:
            from cablehouse.cli.explained_text import print_coloured

            for explanation in explained:
                print_coloured(out, explanation)


def _explain_cable(cable_id: str, settings: Settings) -> Explanation | Refusal:
    from cablehouse.explaining import explain_row
    from transforms.parse.mrn import parse_mrn
    from warehouse.connect import open_reader
    from warehouse.reads import read

    mrn = parse_mrn(" ".join(cable_id.upper().split()))
    wanted = mrn.cable_id if mrn else cable_id.upper()
    with open_reader(settings.warehouse_file) as connection:
        rows = read(connection, "cable", [wanted])
        nearest = [row["cable_id"] for row in read(connection, "nearest_cables", [wanted])]
    if not rows:
        complain(f"{wanted} is not in the warehouse. Nearest: {', '.join(nearest) or 'none'}")
        raise typer.Exit(1)
    return explain_row(rows[0], settings)


def _without_refused(found: Iterable[Explanation | Refusal], name: str) -> list[Explanation]:
    """Those that were parsed; the others are named on standard error."""
    from transforms.read.record import Refusal

    explained: list[Explanation] = []
    for item in found:
        if isinstance(item, Refusal):
            complain(f"{item.place}: {item.reason}: {item.detail}")
        else:
            explained.append(item)
    if not explained:
        complain(f"{name}: there is no cable in it to explain.")
        raise typer.Exit(1)
    return explained


def _plain(explained: list[Explanation]) -> Iterable[str]:
    from cablehouse.cli.explained_text import plain_lines

    for explanation in explained:
        yield from plain_lines(explanation)
        yield ""


def _write(text: str, output: Path | None) -> None:
    if output is None:
        typer.echo(text, nl=False)
    else:
        output.write_text(text, "utf-8")
