"""`cablehouse sample`: an invented dump of any size, with the truth it was made from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cablehouse.cli.console import complain, out, plain, readable_errors


def sample(
    cables: Annotated[int, typer.Option(min=1, help="Cables to invent.")] = 200,
    folder: Annotated[
        Path, typer.Option("-o", "--output", "--out", help="Folder to write to.")
    ] = Path("sample"),
    seed: Annotated[int, typer.Option(help="The same seed gives the same bytes.")] = 1,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", help="Only these formats; may be repeated [default: all]."),
    ] = None,
    defects: Annotated[bool, typer.Option(help="With broken records and duplicates.")] = True,
) -> None:
    """Write an invented dump to FOLDER/dump, and its truth to FOLDER/truth."""
    from samples.generate import FORMATS, write_sample

    if unknown := sorted(set(formats or ()) - set(FORMATS)):
        complain(f"unknown format: {', '.join(unknown)}. There are: {', '.join(FORMATS)}")
        raise typer.Exit(2)
    with readable_errors():
        truth = write_sample(folder, cables=cables, seed=seed, formats=formats, has_defects=defects)
    out.print(
        f"{truth.cable_count:,} cables in {truth.record_count:,} records: "
        f"{plain(folder / 'dump')}\n"
        f"Load them:  cablehouse ingest {plain(folder / 'dump')}",
        highlight=False,
    )
