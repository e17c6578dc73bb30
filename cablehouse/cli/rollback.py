"""`cablehouse rollback`: readers see another generation, by one rename."""

from __future__ import annotations

from typing import Annotated

import typer

from cablehouse.cli.console import (
    HomeOption,
    out,
    plain,
    readable_errors,
    settings_for,
    user_name,
)


def rollback(
    generation: Annotated[
        str | None,
        typer.Argument(help="As `versions` lists it, or its start [default: the one before]."),
    ] = None,
    reason: Annotated[str | None, typer.Option(help="Why; goes into the record.")] = None,
    by: Annotated[
        str | None, typer.Option(help="Who switches them [default: the user of this machine].")
    ] = None,
    home: HomeOption = None,
) -> None:
    """Switch readers to an older generation, or forward again.

    Dumps that only the generation that is left holds are withheld: the next run passes them over,
    until they are ingested with --readmit or readers are switched forward again.
    """
    from cablehouse.rollbacks import roll_back

    settings = settings_for(home)
    with readable_errors():
        done = roll_back(settings, generation, by=by or user_name(), reason=reason)
    out.print(
        f"Readers see generation {plain(done.to_generation)} now (before: "
        f"{plain(done.from_generation)}).",
        highlight=False,
        soft_wrap=True,
    )
    if done.withheld_count:
        out.print(
            f"{done.withheld_count:,} input files that it does not hold are withheld: runs pass "
            "them over. To have them back: `cablehouse rollback "
            f"{plain(done.from_generation)}`, or `cablehouse ingest --readmit PATH`.",
            highlight=False,
            soft_wrap=True,
        )
