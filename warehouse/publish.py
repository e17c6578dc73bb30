"""Makes a generation the current one, by replacing a link in one rename."""

from __future__ import annotations

import math
import os
import shutil
from collections.abc import Collection
from pathlib import Path

from warehouse.door import open_door, remove_generation
from warehouse.errors import GenerationMoved
from warehouse.manifest import write_manifest


def current_generation(link: Path) -> Path | None:
    """The generation that the link points to; None when nothing was published yet."""
    return link.resolve() if link.exists() else None


def publish(generation: Path, link: Path, *, expected_base: Path | None) -> None:
    """Switch readers to a generation; from then on every new connection sees it.

    The door (`warehouse/door.py`) and the manifest of the lake follow.

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
    open_door(link, generation)
    write_manifest(link)


def prune_generations(
    link: Path, keep: int, *, youngest: float = math.inf, unpublished: Collection[str] = ()
) -> list[Path]:
    """Remove old generations and what unfinished builds left; the current one always stays.

    A generation newer than the current one, which readers were switched back from, counts among
    those that are kept.

    Args:
        link: The link that readers open.
        keep: How many generations stay, the current one included.
        youngest: Time stamp (seconds since 1970) from which on a generation stays beyond them.
        unpublished: Runs that are under way; what they built stays, and does not count.

    Returns:
        The files that were removed. Readers that still have one open keep it until they close.
    """
    current = current_generation(link)
    if current is None:
        return []
    open_door(link, current)  # a kill after the switch may have left it at one that goes
    folder = current.parent
    others = sorted(
        (p for p in folder.glob("*.duckdb") if p != current and p.stem not in unpublished),
        reverse=True,
    )
    old = [path for path in others[max(keep - 1, 0) :] if path.stat().st_mtime < youngest]
    left = [path for path in folder.iterdir() if ".building" in path.name]
    for path in old:
        remove_generation(link, path)
    for path in left:
        remove(path)
    return [*old, *left]


def discard_generation(folder: Path, run_id: str) -> None:
    """Remove what a run built and never published, whole or half.

    Args:
        folder: Folder of the generations.
        run_id: The run.
    """
    for path in folder.glob(f"{run_id}.duckdb*"):
        remove(path)


def remove(path: Path) -> None:
    """Remove a file, or the folder into which an unfinished build spilled."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Have the names of a folder on disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
