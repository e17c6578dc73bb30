"""New generations are asked what the pages ask before anybody sees them, so that nobody waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import structlog

from dashboards.live import Generation, look

_LOOK_SECONDS = 1.0
_log = structlog.get_logger()


class Warmer(Thread):
    """Follows the published generations, each warmed before it is shown.

    Args:
        warm: Asks what the pages that people open first ask of a generation, a page at a step.
    """

    def __init__(self, warm: Callable[[Generation], Iterator[None]]) -> None:
        super().__init__(name="warmer", daemon=True)
        self._warm = warm
        self._ready: Generation | None = None
        self._end = Event()

    def shown(self) -> Generation | None:
        """The generation that pages show; None when nothing was published yet.

        It is the current one, or while that is being warmed the one before.
        """
        current, ready = look(), self._ready
        if current is None or ready is None or not Path(ready.path).exists():
            return current
        return ready

    def run(self) -> None:
        """Warm each new generation until told to end."""
        while True:
            current = look()
            if current is not None and current != self._ready:
                self._try(current)
                self._ready = current
            if self._end.wait(_LOOK_SECONDS):
                return

    def end(self) -> None:
        """End the thread after the page that it is at, and wait for that.

        A process that leaves while DuckDB answers in another thread is aborted.
        """
        self._end.set()
        self.join()

    def _try(self, generation: Generation) -> None:
        try:
            for _ in self._warm(generation):
                if self._end.is_set():
                    return
        except Exception as error:  # a page that is opened says what is wrong, to whom it concerns
            _log.warning("not_warmed", generation=generation.name, error=str(error))
