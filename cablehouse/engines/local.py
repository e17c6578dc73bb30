"""Batches over the cores of this machine.

A batch goes to one process, to which only its id goes and from which only its summary comes back.
A batch of more than its even share, such as one huge file, is read here instead and parsed part by
part in all processes. Memory is that of some parts per worker, however many batches there are and
however large they are.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from multiprocessing.connection import wait as wait_for_any
from multiprocessing.sharedctypes import Synchronized
from types import ModuleType

from cablehouse.parts import Crew
from cablehouse.reports import BatchSummary, OnProgress, Progress
from cablehouse.settings import Settings
from cablehouse.steps.build_batch import build_batch
from cablehouse.workspace import Workspace
from warehouse.memory import give_large_blocks_back

Build = Callable[[Settings, str, int, OnProgress | None], None]
"""Settings, run id, workers, progress: builds all planned batches of the run, or raises."""

_POLL_SECONDS = 0.25

_WORTH_SPREADING = 8 * 1024 * 1024
"""Input bytes from which starting processes is cheaper than going without them."""

_OBJECTS_PER_COLLECTION = 100_000
"""New objects between two looks for cycles in a process that parses: a parse makes none, and at the
default of 700 the looks take a twentieth of its time."""

_read_count: Synchronized[int] | None = None


def build_locally(
    settings: Settings, run_id: str, workers: int, on_progress: OnProgress | None
) -> None:
    """Build all planned batches of a run.

    With one worker or little input all stays in this process. The first error of a batch ends the
    run; batches that are finished by then stay, so a repeated step goes on from there.

    Args:
        settings: Settings of the installation.
        run_id: The run.
        workers: Processes at most.
        on_progress: Called a few times a second with the sums over all batches.
    """
    space = Workspace.open(settings, run_id)
    sizes = {batch_id: space.batch(batch_id).size_bytes for batch_id in space.batch_ids()}
    total = sum(sizes.values())
    meter = _Meter(total, on_progress)
    if workers <= 1 or total < _WORTH_SPREADING:
        for batch_id in sizes:
            meter.finish(build_batch(settings, run_id, batch_id, meter.counting()))
        return
    large = [batch_id for batch_id, size in sizes.items() if size > total / workers]
    with _crew(workers, meter) as crew:
        for batch_id in large:
            meter.finish(build_batch(settings, run_id, batch_id, meter.counting(), crew))
        futures = {
            crew.pool.submit(_build_counted, settings, run_id, batch_id)
            for batch_id in sizes
            if batch_id not in large
        }
        _watch(futures, meter)


def build_alone(settings: Settings, run_id: str, batch_id: str) -> BatchSummary:
    """Build one batch as a task of its own.

    A batch that gathered several files stays in this process, for tasks of other batches run beside
    it; one file that is larger than a batch is parsed part by part in the processes of the run.

    Args:
        settings: Settings of the installation.
        run_id: The run.
        batch_id: One of the ids that `plan` returned.
    """
    space = Workspace.open(settings, run_id)
    size = space.batch(batch_id).size_bytes
    workers = space.state().workers
    if workers <= 1 or size <= settings.batch_bytes:
        return build_batch(settings, run_id, batch_id)
    with _crew(workers, _Meter(size, None)) as crew:
        return build_batch(settings, run_id, batch_id, crew=crew)


class _Meter:
    """Sums over all batches, and tells whoever watches."""

    def __init__(self, total: int, on_progress: OnProgress | None) -> None:
        # Spawned, not forked: threads of Arrow do not survive a fork.
        self.context = multiprocessing.get_context("spawn")
        self.records: Synchronized[int] = self.context.Value("q", 0)
        self._done = 0
        self._total = total
        self._on_progress = on_progress

    def counting(self) -> OnProgress:
        """A progress function for one batch that is built in this process."""
        add = _counter(self.records)

        def count(progress: Progress) -> None:
            add(progress)
            self.show()

        return count

    def finish(self, summary: BatchSummary) -> None:
        """Take in that a batch is finished."""
        self._done += summary.input_bytes
        self.show()

    def show(self) -> None:
        """Tell the sums of the moment."""
        if self._on_progress:
            self._on_progress(
                Progress(
                    step="build_batch",
                    records=self.records.value,
                    bytes_done=self._done,
                    bytes_total=self._total,
                )
            )


@contextmanager
def _crew(workers: int, meter: _Meter) -> Iterator[Crew]:
    with (
        _without_main_module(),
        ProcessPoolExecutor(workers, meter.context, _enter, (meter.records,)) as pool,
    ):
        try:
            with _holding_interrupts():
                pool.submit(os.getpid)  # starts all of them
            yield Crew(pool, workers)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def _holding_interrupts() -> Iterator[None]:
    """Have processes that are started meanwhile take Ctrl-C up only once they can, in `_enter`.

    It goes to all processes of a terminal; while Python starts, it would print all calls.
    """
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


@contextmanager
def _without_main_module() -> Iterator[None]:
    """Keep spawned processes from running the main module again, of which they need nothing.

    In a task that is Airflow's own program, which refuses to start within a task.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _watch(futures: set[Future[BatchSummary]], meter: _Meter) -> None:
    while futures:
        finished, futures = wait(futures, _POLL_SECONDS, FIRST_COMPLETED)
        for future in finished:
            meter.finish(future.result())
        meter.show()


def _enter(counter: Synchronized[int]) -> None:
    global _read_count  # the only way in which a pool hands a shared value to its processes
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    _read_count = counter
    gc.set_threshold(_OBJECTS_PER_COLLECTION)
    give_large_blocks_back()
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    """End when the process that started this one is killed: nobody else would end it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for_any([parent.sentinel])
        os._exit(1)


def _build_counted(settings: Settings, run_id: str, batch_id: str) -> BatchSummary:
    count = None if _read_count is None else _counter(_read_count)
    return build_batch(settings, run_id, batch_id, count)


def _counter(records: Synchronized[int]) -> OnProgress:
    """Adds what one batch tells of itself to a sum over all batches."""
    counted = 0

    def count(progress: Progress) -> None:
        nonlocal counted
        with records.get_lock():
            records.value += progress.records - counted
        counted = progress.records

    return count
