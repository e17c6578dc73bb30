"""The few forms of Markdown that the generated pages are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_NUMBER = re.compile(r"-?[0-9][0-9,]*(\.[0-9]+)?")


def one_line(text: object) -> str:
    """A text as a cell of a table: on one line, with bars escaped; empty for None."""
    return "" if text is None else " ".join(str(text).split()).replace("|", "\\|")


def code(text: object) -> str:
    """A text set as code within a cell; empty for None and for nothing."""
    shown = one_line(text)
    return f"`{shown}`" if shown else ""


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table, with a blank line behind them; columns of numbers stand to the right.

    Args:
        heads: Headings of the columns.
        rows: Cells, safe for a table already.
    """
    cells = [list(row) for row in rows]
    rules = "".join(
        "---:|" if _is_numbers(column) else "---|" for column in zip(*cells, strict=True)
    )
    lines = [f"| {' | '.join(heads)} |", f"|{rules or '---|' * len(heads)}"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in cells), ""]


def _is_numbers(column: Iterable[str]) -> bool:
    said = [cell for cell in column if cell]
    return bool(said) and all(_NUMBER.fullmatch(cell) for cell in said)


def page(lines: Iterable[str]) -> str:
    """Lines as a whole page, which ends in one line break."""
    return "\n".join(lines).rstrip() + "\n"
