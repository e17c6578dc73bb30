"""What the commands share: the two consoles, settings, and errors as people want to read them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape

if TYPE_CHECKING:
    from cablehouse.settings import Settings

HomeOption = Annotated[
    Path | None,
    typer.Option("--home", help="Folder under which everything lives [default: ./data]."),
]

# Without emoji: `:x:` in the text of a cable is no picture.
out = Console(emoji=False)
err = Console(stderr=True, emoji=False)


def settings_for(home: Path | None) -> Settings:
    """The settings, with the home folder of the command line when one was given; logs are set up.

    Imported here and not above: models and log set-up cost more than all of `--help`.

    Raises:
        typer.Exit: With status 2, when an environment variable has a value that cannot be.
    """
    from pydantic import ValidationError

    from cablehouse.logs import set_up_logs
    from cablehouse.settings import Settings, explain_settings

    try:
        settings = Settings(home=home) if home is not None else Settings()
    except ValidationError as error:
        complain(explain_settings(error))
        raise typer.Exit(2) from None
    set_up_logs(settings.log_level, is_json=settings.log_json)
    return settings


@contextmanager
def readable_errors() -> Iterator[None]:
    """Print expected errors as a message for the person who must act, and exit.

    The status is 2 for what is wrong with the command itself, 130 after Ctrl-C, else 1.
    """
    from cablehouse.errors import ExtraMissing, InputNotFound
    from cablehouse.guidance import runbook_of

    try:
        yield
    except KeyboardInterrupt:
        complain("stopped. `cablehouse status` shows the runs.")
        raise typer.Exit(130) from None
    except BrokenPipeError:
        raise  # the reader of a pipe had enough; the command line library ends quietly
    except Exception as error:
        if not is_expected(error):
            raise
        complain(f"{error}\nRunbook: {runbook_of(error)}")
        is_usage = isinstance(error, InputNotFound | ExtraMissing)
        raise typer.Exit(2 if is_usage else 1) from None


def is_expected(error: Exception) -> bool:
    """Whether an error is one that its message explains."""
    from cablehouse.errors import CablehouseError

    # The system's own errors (no room, no permission) name the file and what is wrong with it.
    return isinstance(error, CablehouseError | OSError) or hasattr(error, "is_expected")


def complain(message: str) -> None:
    """Print an error message to standard error."""
    err.print(f"[bold red]error:[/] {escape(message)}", highlight=False, soft_wrap=True)


def plain(value: object) -> str:
    """A value of the data, safe to print between markup."""
    return "" if value is None else escape(str(value))


def is_terminal() -> bool:
    """Whether a person watches."""
    return sys.stderr.isatty()


def user_name() -> str:
    """Who gives the command, for the records; `unknown` where the system has no name for them."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an id without an entry, as in many containers
        return "unknown"
