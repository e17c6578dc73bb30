"""The page of commands: what each one prints with `--help`."""

from __future__ import annotations

from collections.abc import Iterator

import typer.main
from typer.core import TyperGroup
from typer.testing import CliRunner

from cablehouse.cli.main import app
from handbook.markdown import page

_HEAD = """# Commands

What every command of `cablehouse` prints with `--help`; generated from `cablehouse/cli/` by
`make docs`. In a checkout the program is `.venv/bin/cablehouse`. What `make` offers, `make help`
lists.
"""
_WIDTH = 88


def commands_page() -> str:
    """The page, as Markdown."""
    lines = [_HEAD]
    for words in command_names(typer.main.get_command(app)):
        lines += [f"## cablehouse {' '.join(words)}", "", "```text", help_of(words), "```", ""]
    return page(lines)


def command_names(group: object, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of every command below a group, in the order of `--help`.

    Args:
        group: What `typer.main.get_command` gave.
        above: Words of the group.
    """
    if not isinstance(group, TyperGroup):
        yield above
        return
    for name, command in group.commands.items():
        yield from command_names(command, (*above, name))


def help_of(words: tuple[str, ...]) -> str:
    """What a command prints with `--help`, at a width that does not depend on the terminal."""
    answer = CliRunner().invoke(
        app, [*words, "--help"], prog_name="cablehouse", terminal_width=_WIDTH
    )
    return answer.output.strip()
