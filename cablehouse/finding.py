"""Which files lie under a path: on this machine or in an object store."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import structlog

from cablehouse.errors import InputNotFound
from cablehouse.runs import instant_of
from cablehouse.stores import filesystem_of, path_of, reaching
from transforms.read.names import printable

_PASSED_OVER = re.compile(
    r"(?:^\.|^__MACOSX$|\.(?:tmp|part|partial|crdownload|swp)$|~$)", re.IGNORECASE
)
"""Names within folders that are hidden, unfinished, or a desktop's own (cable formats 2.7)."""

_NAMED = 5
"""Paths that a log line names at most."""

_LASTING = frozenset(
    {
        *(errno.EACCES, errno.EPERM, errno.ENOENT, errno.EISDIR, errno.ENOTDIR),
        *(errno.ELOOP, errno.ENAMETOOLONG),
    }
)
"""Why a file of this machine cannot be read now nor in an hour: no cause to fail a whole run."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """A file that lies there.

    Attributes:
        uri: Path or object-store URL; bytes of a name that are no UTF-8 are spelled in hexadecimal.
        size_bytes: Its size.
        modified_at: When it was last changed, UTC, naive.
        fault: Why it is known already that it cannot be read.
    """

    uri: str
    size_bytes: int
    modified_at: datetime
    fault: str | None = None


def is_lasting(error: BaseException | None) -> bool:
    """Whether a file of this machine will not be readable in an hour either."""
    return isinstance(error, OSError) and error.errno in _LASTING


def find_files(path: str, besides: Collection[Path] = ()) -> Iterator[Found]:
    """Find the files under a path.

    Args:
        path: A file, a folder or an object-store URL.
        besides: Files and folders, absolute, that are passed over within a folder.

    Yields:
        Files; within a folder not the hidden and unfinished ones, nor those behind links to
        folders, but the folders that cannot be listed, with their fault.

    Raises:
        InputNotFound: It does not exist.
        ExtraMissing: A URL needs an optional part.
        TransientError: A store or a disk fails.
    """
    if "://" in path:
        yield from _find_remote(path)
        return
    root = path_of(path)
    with reaching(printable(path)):
        # A blank would mean the folder in which the command runs.
        is_there = bool(path.strip()) and (root.is_file() or root.is_dir())
    if not is_there:
        raise InputNotFound(printable(path))
    yield from _find_local(root, besides) if root.is_dir() else (_local(root),)


def _find_local(root: Path, besides: Collection[Path]) -> Iterator[Found]:
    unlisted: list[OSError] = []
    links: list[str] = []
    ours: list[str] = []
    for folder, folders, names in os.walk(root, onerror=unlisted.append):
        here = Path(folder)
        folders[:] = [name for name in folders if not _PASSED_OVER.search(name)]
        links += [(here / name).as_posix() for name in folders if (here / name).is_symlink()]
        if besides:
            there = here.resolve()
            ours += [(here / n).as_posix() for n in (*folders, *names) if there / n in besides]
            folders[:] = [name for name in folders if there / name not in besides]
            names = [name for name in names if there / name not in besides]
        for name in names:
            if not _PASSED_OVER.search(name) and _is_file(here / name):
                yield _local(here / name)
    for error in unlisted:
        yield _unlisted(error)
    for what, paths in (("links to folders", links), ("what cablehouse keeps", ours)):
        if paths:
            log.warning(f"passed over {what}", count=len(paths), paths=paths[:_NAMED])


def _unlisted(error: OSError) -> Found:
    """A folder that cannot be listed stands for what is in it; nothing else would tell of it."""
    uri = printable(os.fsdecode(error.filename))
    with reaching(uri):
        if not is_lasting(error):
            raise error
    return Found(uri, 0, instant_of(0), f"the folder cannot be read ({error.strerror})")


def _is_file(path: Path) -> bool:
    """Whether it is to be read; what cannot be looked at, and a link to nowhere, shows later."""
    try:
        return path.is_file() or (path.is_symlink() and not path.exists())
    except OSError:
        return True


def _local(path: Path) -> Found:
    uri = printable(path.as_posix())
    try:
        facts = path.stat()
    except OSError:
        return Found(uri, 0, instant_of(0))
    return Found(uri, facts.st_size, instant_of(facts.st_mtime))


def _find_remote(url: str) -> Iterator[Found]:
    filesystem, root = filesystem_of(url)
    scheme = url.split("://", 1)[0]
    with reaching(url):
        if not filesystem.exists(root):
            raise InputNotFound(url)
        listed = sorted(filesystem.find(root, detail=True).items())
    for path, facts in listed:
        name = path.removeprefix(root).strip("/")
        if name and any(_PASSED_OVER.search(part) for part in name.split("/")):
            continue
        changed = facts.get("LastModified") or facts.get("created") or facts.get("mtime")
        at = instant_of(changed.timestamp()) if isinstance(changed, datetime) else instant_of(0)
        yield Found(f"{scheme}://{path.lstrip('/')}", int(facts.get("size") or 0), at)
