"""Keeps the memory of a process that goes through several steps close to what it uses.

What is said here is said to glibc; where the C library is another, nothing is changed.
"""

from __future__ import annotations

import ctypes

_M_MMAP_THRESHOLD = -3
"""Name of the setting in glibc's `malloc.h`."""

_LARGE_BYTES = 16 * 1024 * 1024
"""Smaller ones are soon reused; each that is given back costs the time to get it anew."""


def give_large_blocks_back() -> None:
    """Have a large block of memory given back to the machine at the moment it is freed.

    glibc starts out like that, but raises what it calls large whenever such a block is freed. From
    then on texts and arrays of many megabytes lie scattered among small things that stay, and what
    is freed between them is kept: a seventh of what a load takes.
    """
    _tell("mallopt", _M_MMAP_THRESHOLD, _LARGE_BYTES)


def give_freed_back() -> None:
    """Give all that is freed by now back to the machine, also what lies between things that stay.

    For the end of a piece of work of some seconds, for memory that is needed again has to be got
    anew. A search index of 250,000 cables gathers 200 MB of such gaps.
    """
    _tell("malloc_trim", 0)


def _tell(name: str, *values: int) -> None:
    function = getattr(ctypes.CDLL(None), name, None)
    if function is not None:
        function(*values)
