"""One writer at a time: the lock that loading and publishing hold."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from cablehouse.errors import HomeBusy
from cablehouse.settings import Settings


@contextmanager
def writer_lock(settings: Settings) -> Iterator[None]:
    """Hold the home folder's writer lock; it is freed even when the process is killed.

    Raises:
        HomeBusy: Another run has held it for longer than `lock_seconds`.
    """
    settings.home.mkdir(parents=True, exist_ok=True)
    lock = settings.home / ".writer.lock"
    try:
        with FileLock(lock, timeout=settings.lock_seconds):
            yield
    except Timeout:
        raise HomeBusy(str(lock)) from None
