"""Hashes of large files, kept between runs in `hashes.json` of the home folder.

Looking whether a dump of gigabytes is new must not mean reading it. A file is taken for the one
that was hashed while its size, its inode and both its times, to the nanosecond, are the same; the
time of the last change of the inode cannot be set by programs. Files that had changed within the
last seconds before they were hashed are not kept, for a later change may carry the same times. The
file may be deleted at any time: everything is hashed again.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

LARGE = 16 * 1024 * 1024
"""Bytes from which a file is worth an entry."""

_SETTLED_NANOSECONDS = 2_000_000_000

_Facts = tuple[int, int, int, int]


class Hashes:
    """What is known of large files of this machine."""

    def __init__(self, path: Path | None) -> None:
        """Read what is kept; a file that is damaged holds nothing, None keeps nothing."""
        self._path = path
        self._known: dict[str, tuple[_Facts, str]] = {}
        self._is_changed = False
        try:
            kept = json.loads(path.read_text("utf-8")) if path is not None else {}
            for name, (facts, sha256) in kept.items():
                self._known[name] = (_facts_of(facts), str(sha256))
        except (OSError, ValueError, TypeError, AttributeError):
            self._known = {}

    def recall(self, uri: str) -> tuple[str, int, None] | None:
        """SHA-256 and size of a file that is as it was when it was hashed; None for any other."""
        found = self._known.get(_name(uri))
        if found is None or found[0] != _facts(uri):
            return None
        return found[1], found[0][0], None

    def keep(self, uri: str, sha256: str, started: int) -> None:
        """Keep the hash of a file.

        Args:
            uri: The file; objects of stores are not kept.
            sha256: Its hash.
            started: When its hashing began, in nanoseconds since 1970.
        """
        facts = _facts(uri)
        if self._path is None or facts is None or facts[0] < LARGE:
            return
        if max(facts[2], facts[3]) < started - _SETTLED_NANOSECONDS:
            self._is_changed |= self._known.get(_name(uri)) != (facts, sha256)
            self._known[_name(uri)] = (facts, sha256)

    def save(self) -> None:
        """Write down what is known of files that are still there."""
        if self._path is None or not self._is_changed:
            return
        there = {name: known for name, known in self._known.items() if Path(name).is_file()}
        aside = self._path.with_name(f".{self._path.name}.{os.getpid()}.tmp")
        aside.write_text(json.dumps(there), "utf-8")
        aside.replace(self._path)


def _name(uri: str) -> str:
    return os.fspath(Path(uri).absolute())


def _facts(uri: str) -> _Facts | None:
    if "://" in uri:
        return None
    try:
        found = Path(uri).stat()
    except OSError:
        return None
    return found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns


def _facts_of(values: list[int]) -> _Facts:
    size, inode, modified, changed = values
    return int(size), int(inode), int(modified), int(changed)
