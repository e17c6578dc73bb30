"""What the commands share: the two consoles, settings, and errors as people want to read them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from cablehouse.settings import Settings

HomeOption = Annotated[
    Path | None,
    typer.Option("--home", help="Folder under which everything lives [default: ./data]."),
]

out = Console()
err = Console(stderr=True)


def settings_for(home: Path | None) -> Settings:
    """The settings, with the home folder of the command line when one was given."""
    return Settings(home=home) if home is not None else Settings()


@contextmanager
def readable_errors() -> Iterator[None]:
    """Print expected errors as a message for the person who must act, and exit with 1."""
    try:
        yield
    except Exception as error:
        if not is_expected(error):
            raise
        complain(str(error))
        raise typer.Exit(1) from None


def is_expected(error: Exception) -> bool:
    """Whether an error is one that its message explains."""
    from cablehouse.errors import CablehouseError

    return isinstance(error, CablehouseError) or bool(getattr(error, "is_expected", False))


def complain(message: str) -> None:
    """Print an error message to standard error."""
    err.print(f"[bold red]error:[/] {escape(message)}", highlight=False, soft_wrap=True)


def plain(value: object) -> str:
    """A value of the data, safe to print between markup."""
    return "" if value is None else escape(str(value))


def is_terminal() -> bool:
    """Whether a person watches."""
    return sys.stderr.isatty()
