"""The door for tools that write names down: `warehouse/current/cablehouse.duckdb`.

DuckDB resolves links and names a database after the file that it finds. Through the link
`cablehouse.duckdb` it is called like its generation, and otherwise after the next publish; a tool
that keeps names of schemas with that of their database (datasets of Superset) loses its tables.
Behind the door every generation is called `cablehouse`:

    warehouse/current -> doors/<run>          a link to a folder, renamed with every publish
    warehouse/doors/<run>/cablehouse.duckdb   a second name of generations/<run>.duckdb, no copy
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def door_of(link: Path, generation: Path) -> Path:
    """The folder in which a generation is called like the link."""
    return link.parent / "doors" / generation.stem


def open_door(link: Path, generation: Path) -> None:
    """Have the door lead to a generation; repeating it is safe.

    One rename switches it. A kill before that leaves the door at the generation before, which the
    next switch makes up for. On a file system without hard links there is no door.

    Args:
        link: The link that readers open.
        generation: The generation that it leads to.
    """
    folder = door_of(link, generation)
    folder.mkdir(parents=True, exist_ok=True)
    name = folder / link.name
    if not name.exists():
        try:
            name.hardlink_to(generation)
        except OSError:
            folder.rmdir()
            return
    current = link.with_name("current")
    aside = link.with_name(".current.next")
    aside.unlink(missing_ok=True)
    aside.symlink_to(os.path.relpath(folder, link.parent))
    aside.replace(current)


def remove_generation(link: Path, generation: Path) -> None:
    """Remove a generation under both of its names; who has it open keeps it until they close."""
    shutil.rmtree(door_of(link, generation), ignore_errors=True)
    generation.unlink(missing_ok=True)
