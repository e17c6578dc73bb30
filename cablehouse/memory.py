"""Keeps the memory of a process that goes through several steps close to what it uses."""

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
    is freed between them is kept: a seventh of what a load takes. Where the C library is another,
    nothing is changed.
    """
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if set_option is not None:
        set_option(_M_MMAP_THRESHOLD, _LARGE_BYTES)
