"""The SQL files of this room, by folder and name."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def read_sql(folder: str, name: str) -> str:
    """The text of `sql/<folder>/<name>.sql`."""
    path = resources.files("warehouse").joinpath("sql", folder, f"{name}.sql")
    return path.read_text("utf-8")


@cache
def names_in(folder: str) -> tuple[str, ...]:
    """Names of the SQL files of a folder, sorted."""
    folder_path = resources.files("warehouse").joinpath("sql", folder)
    found = (path.name for path in folder_path.iterdir() if path.name.endswith(".sql"))
    return tuple(sorted(name.removesuffix(".sql") for name in found))


def purpose_of(sql: str) -> str:
    """The comment with which a file opens, as one text."""
    lines: list[str] = []
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        lines.append(line.removeprefix("--").strip())
    return " ".join(line for line in lines if line)
