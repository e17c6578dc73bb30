"""What a person is told of an error: its message, the page that helps, and when calls would too."""

from __future__ import annotations

import errno
import os
import re

from cablehouse.errors import CablehouseError

STOPPED = "It was stopped by hand, or told to end. Nothing was published; start it again."
"""The error of a run that somebody ended."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_DENIED = frozenset(
    {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EISDIR, errno.EEXIST}
)


def describe(error: BaseException) -> str:
    """An error for the record of a run: its name, its message, and the page that helps."""
    return f"{type(error).__name__}: {error}\nRunbook: {runbook_of(error)}"


def runbook_of(error: BaseException) -> str:
    """The page that says what an error means, whether a re-run is safe, and what to do.

    Args:
        error: Of any class; expected ones have a page of their own, named as they are.
    """
    if _is_full(error):
        name = "disk-full"
    elif _is_out_of_memory(error):
        name = "memory-full"
    elif isinstance(error, OSError):
        name = "home-unusable" if error.errno in _DENIED else "transient-error"
    elif _is_ours(error):
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type(error).__name__).lower()
    else:
        name = "unexpected-error"
    return f"docs/runbooks/{name}.md"


def is_explained(error: BaseException) -> bool:
    """Whether its message says enough, so that the calls which led to it would only hide it."""
    is_denied = isinstance(error, OSError) and error.errno in _DENIED
    return _is_ours(error) or is_denied or _is_full(error) or _is_out_of_memory(error)


def _is_ours(error: BaseException) -> bool:
    return isinstance(error, CablehouseError) or hasattr(error, "is_expected")


def _is_full(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in _FULL
    # The engine hands the system's words on, in errors of several classes.
    return _is_of_engine(error) and any(os.strerror(code) in str(error) for code in _FULL)


def _is_out_of_memory(error: BaseException) -> bool:
    is_engine = _is_of_engine(error) and type(error).__name__ == "OutOfMemoryException"
    return is_engine or isinstance(error, MemoryError)


def _is_of_engine(error: BaseException) -> bool:
    return type(error).__module__.endswith("duckdb")
