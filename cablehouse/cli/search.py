"""`cablehouse search`: passages that hold some words."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from cablehouse.cli.console import HomeOption, out, plain, readable_errors, settings_for

_CONTEXT = 140


def search(
    words: Annotated[
        str, typer.Argument(help="Words that a paragraph or a subject must all hold.")
    ],
    home: HomeOption = None,
    limit: Annotated[int, typer.Option(min=1, help="Passages to show.")] = 10,
) -> None:
    """Find passages; the best first."""
    from warehouse.connect import open_reader
    from warehouse.reads import read

    with readable_errors(), open_reader(settings_for(home).warehouse_file) as connection:
        rows = read(connection, "search", [words, limit])
    if not rows:
        out.print(f"Nothing holds all of: {plain(words)}. Try fewer words.")
        return
    for row in rows:
        date = f"{row['sent_at']:%Y-%m-%d}" if row["sent_at"] else "no date"
        paragraph = f" ¶{row['ordinal']}" if row["ordinal"] else ""
        out.print(
            f"[bold]{plain(row['cable_id'])}[/]{paragraph}  {date}  {plain(row['subject'])}",
            highlight=False,
        )
        out.print(f"    {highlight(row['passage'], words)}\n", highlight=False)


def highlight(passage: str, words: str) -> str:
    """The part of a passage around the first hit, escaped, with the words marked."""
    wanted = [re.escape(word) for word in re.findall(r'[^\s"]+', words)]
    flat = " ".join(passage.split())
    pattern = re.compile("|".join(wanted), re.IGNORECASE)
    first = pattern.search(flat)
    start = max(0, first.start() - _CONTEXT) if first else 0
    end = min(len(flat), start + 2 * _CONTEXT)
    part = flat[start:end]
    marked: list[str] = []
    at = 0
    for match in pattern.finditer(part):
        marked += [plain(part[at : match.start()]), f"[bold yellow]{plain(match[0])}[/]"]
        at = match.end()
    marked.append(plain(part[at:]))
    return f"{'... ' if start else ''}{''.join(marked)}{' ...' if end < len(flat) else ''}"
