"""Hashes dumps, opens archives: the way from paths to members as streams of bytes."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

import structlog
from pydantic import BaseModel, ConfigDict

from cablehouse.archives import Limits, open_members
from cablehouse.errors import InputChanged, InputNotFound, TransientError
from cablehouse.finding import Found, find_files, is_lasting
from cablehouse.hashes import Hashes
from cablehouse.settings import Settings
from cablehouse.stores import SourceStream, open_source, reaching
from transforms.read.members import read_member
from transforms.read.recognise import is_hidden
from transforms.read.record import Member, Place, Record, Refusal, Skipped
from transforms.read.refusing import refuse

__all__ = ["InputFile", "Limits", "find_inputs", "read_input"]

_HASH_CHUNK = 4 * 1024 * 1024
_LISTED = 5
"""Files that a log line names at most."""
log = structlog.get_logger(__name__)


class InputFile(BaseModel):
    """A file to ingest.

    Attributes:
        uri: Path or object-store URL, in the user's spelling; bytes of a file name that are no
            UTF-8 are spelled in hexadecimal.
        sha256: SHA-256 of its bytes.
        size_bytes: Its size.
        modified_at: When it was last changed, UTC, naive.
        fault: Why it cannot be read; None for all others. Its hash is then that of name and fault.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    uri: str
    sha256: str
    size_bytes: int
    modified_at: datetime
    fault: str | None = None


def find_inputs(
    paths: Sequence[str],
    *,
    settle_seconds: float = 0.0,
    now: datetime | None = None,
    hashes: Hashes | None = None,
    besides: Collection[Path] = (),
) -> list[InputFile]:
    """Find files under some paths, and hash them.

    Args:
        paths: Files, folders (searched wholly) and object-store URLs. Within folders, hidden and
            unfinished files (`.x`, `x.part`, `x~`) and `__MACOSX` are passed over, and links to
            folders; a file that is named is taken.
        settle_seconds: Files that changed less than this from `now` are left for the next run.
        now: The present moment, UTC, naive; needed with `settle_seconds`.
        hashes: What earlier runs hashed; None hashes everything.
        besides: Files and folders, absolute, that are passed over within folders.

    Returns:
        The files in the order of their names, each once. A folder that cannot be listed is among
        them, with its fault.

    Raises:
        InputNotFound: A path does not exist.
        ExtraMissing: A URL needs an optional part.
        TransientError: An object of a store cannot be read.
    """
    found = {item.uri: item for path in paths for item in find_files(path, besides)}
    if settle_seconds and now is not None:
        youngest = now - timedelta(seconds=settle_seconds)
        # A time in the future was given to it by hand, or by a copy that was finished.
        oldest = now + timedelta(seconds=settle_seconds)
        young = [uri for uri, item in found.items() if youngest < item.modified_at <= oldest]
        if young:
            log.info("left for the next run, for they changed just now", files=young[:_LISTED])
        for uri in young:
            del found[uri]
    ordered = [found[uri] for uri in sorted(found)]
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(partial(_hash, hashes=hashes), ordered))


def find_again(uri: str, sha256: str) -> InputFile | None:
    """A file that was read before; None when it is gone or holds something else by now.

    Args:
        uri: Path or object-store URL, as it was given then.
        sha256: SHA-256 of what it held.

    Raises:
        ExtraMissing: A URL needs an optional part.
        TransientError: It cannot be read for reasons of the machine or the network.
    """
    try:
        found = [_hash(item) for item in find_files(uri) if item.uri == uri]
    except InputNotFound:
        return None
    return found[0] if found and found[0].sha256 == sha256 else None


def find_copies(folder: str, sha256s: Collection[str]) -> list[InputFile]:
    """Files under a folder that hold one of some contents, whatever their names.

    Args:
        folder: The folder; it need not exist.
        sha256s: The contents.
    """
    try:
        return [file for file in find_inputs([folder]) if file.sha256 in sha256s]
    except InputNotFound:
        return []


def limits_of(settings: Settings) -> Limits:
    """How large records and archives may be, as the settings say."""
    return Limits(settings.record_bytes, settings.archive_ratio, settings.archive_depth)


def read_input(file: InputFile, limits: Limits) -> Iterator[Record | Refusal | Skipped]:
    """Read all records of a file, or of everything that is packed into it.

    Args:
        file: The file.
        limits: How large records and archives may be.

    Yields:
        Records, refusals and skipped members in their order; one refusal (`unreadable`) for a file
        that could not even be hashed.

    Raises:
        TransientError: The file cannot be read for reasons of the machine or the network.
        InputChanged: The file is no longer the one that was found.
    """
    member = Member(file.uri, None, file.sha256)
    if file.fault is not None:
        yield refuse(Place(member, line=None), "unreadable", file.fault, b"")
        return
    last, count = member, 0
    with open_source(file.uri) as stream:
        source = cast("BinaryIO", SourceStream(file.uri, stream))
        for inner, opened in open_members(member, source, limits):
            last, count = inner, count if inner == last else 0
            if inner.path is not None and is_hidden(inner.path):
                yield Skipped(inner, "hidden file")
                continue
            if isinstance(opened, Refusal):
                # Damage that shows after some records of the member is counted behind them.
                count += 1
                yield replace(opened, place=replace(opened.place, record=count))
                continue
            for item in read_member(inner, opened, record_bytes=limits.record_bytes):
                count += not isinstance(item, Skipped)
                yield item
    with reaching(file.uri):
        found = next(iter(find_files(file.uri)), None)
        if found is None or (found.size_bytes, found.modified_at) != (
            file.size_bytes,
            file.modified_at,
        ):
            raise InputChanged(file.uri)


def _hash(found: Found, hashes: Hashes | None = None) -> InputFile:
    hashes = hashes or Hashes(None)
    started = time.time_ns()
    sha256, size, fault = hashes.recall(found.uri) or _hash_bytes(found)
    if fault is None:
        hashes.keep(found.uri, sha256, started)
    at = found.modified_at
    return InputFile(uri=found.uri, sha256=sha256, size_bytes=size, modified_at=at, fault=fault)


def _hash_bytes(found: Found) -> tuple[str, int, str | None]:
    """Hash and size of the bytes, or hash of name and fault where they cannot be read."""
    if found.fault is not None:
        return _hash_fault(found.uri, found.fault)
    digest = hashlib.sha256()
    size = 0
    try:
        with reaching(found.uri), open_source(found.uri) as stream:
            while chunk := stream.read(_HASH_CHUNK):
                digest.update(chunk)
                size += len(chunk)
    except TransientError as error:
        cause = error.__cause__
        if "://" in found.uri or not isinstance(cause, OSError) or not is_lasting(cause):
            raise
        return _hash_fault(found.uri, f"the file cannot be read ({cause.strerror or cause})")
    return digest.hexdigest(), size, None


def _hash_fault(uri: str, fault: str) -> tuple[str, int, str]:
    return hashlib.sha256(f"{uri}\0{fault}".encode()).hexdigest(), 0, fault
