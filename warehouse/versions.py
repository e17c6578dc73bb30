"""The generations that there are: which run built each, and what it holds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from warehouse.connect import open_reader
from warehouse.errors import OlderGeneration
from warehouse.publish import current_generation
from warehouse.reads import read


@dataclass(frozen=True, slots=True)
class Generation:
    """A generation that was published.

    Attributes:
        name: The run that built it.
        kind: What that run was for; None when an older version built it.
        published_at: When it was built, UTC, naive.
        cable_count: Cables that it holds.
        size_bytes: Size of its file.
        is_current: Whether readers open it.
    """

    name: str
    kind: str | None
    published_at: datetime | None
    cable_count: int
    size_bytes: int
    is_current: bool


def published_generations(link: Path, unpublished: Collection[str]) -> list[Path]:
    """Files of all generations that were published, oldest first.

    Args:
        link: The link that readers open.
        unpublished: Runs that are under way; what they built does not count, unless it is current.
    """
    current = current_generation(link)
    if current is None:
        return []
    found = sorted(current.parent.glob("*.duckdb"))
    return [path for path in found if path == current or path.stem not in unpublished]


def list_generations(link: Path, unpublished: Collection[str]) -> list[Generation]:
    """All generations that were published, oldest first; arguments as above."""
    current = current_generation(link)
    return [
        _describe(path, is_current=path == current)
        for path in published_generations(link, unpublished)
    ]


def _describe(path: Path, *, is_current: bool) -> Generation:
    with open_reader(path) as connection:
        try:
            (row,) = read(connection, "generation", [path.stem])
        except OlderGeneration:
            (row,) = read(connection, "old_generation", [path.stem])
    return Generation(
        name=path.stem,
        kind=row["kind"],
        published_at=row["finished_at"],
        cable_count=row["cable_count"],
        size_bytes=path.stat().st_size,
        is_current=is_current,
    )
