"""Makes a generation the current one, by replacing a link in one rename."""

from __future__ import annotations

import os
from pathlib import Path

from warehouse.errors import GenerationMoved


def current_generation(link: Path) -> Path | None:
    """The generation that the link points to; None when nothing was published yet."""
    return link.resolve() if link.exists() else None


def publish(generation: Path, link: Path, *, expected_base: Path | None) -> None:
    """Switch readers to a generation; from then on every new connection sees it.

    Args:
        generation: The new file, closed and on disk.
        link: The link that readers open.
        expected_base: Generation that it was built upon; None for the first.

    Raises:
        GenerationMoved: Another generation is current by now; nothing was changed.
    """
    current = current_generation(link)
    if current != expected_base:
        raise GenerationMoved(
            expected_base.name if expected_base else None, current.name if current else None
        )
    aside = link.with_name(f".{link.name}.next")
    aside.unlink(missing_ok=True)
    aside.symlink_to(os.path.relpath(generation, link.parent))
    aside.replace(link)
    sync_folder(link.parent)


def prune_generations(link: Path, keep: int) -> list[Path]:
    """Remove old generations and what unfinished builds left; the current one always stays.

    Args:
        link: The link that readers open.
        keep: How many generations stay, the current one included.

    Returns:
        The files that were removed. Readers that still have one open keep it until they close.
    """
    current = current_generation(link)
    if current is None:
        return []
    folder = current.parent
    older = sorted(
        (path for path in folder.glob("*.duckdb") if path.name < current.name), reverse=True
    )
    left = [path for path in folder.iterdir() if ".building" in path.name]
    removed = [*older[max(keep - 1, 0) :], *left]
    for path in removed:
        path.unlink(missing_ok=True)
    return removed


def sync_folder(folder: Path) -> None:
    """Have the names of a folder on disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
