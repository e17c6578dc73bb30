"""Batches over the cores of this machine, one process each.

Only ids go to the processes and only summaries come back; rows go to the staging folder. So memory
is that of one part per worker, however many batches there are.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from multiprocessing.sharedctypes import Synchronized

from cablehouse.reports import BatchSummary, OnProgress, Progress
from cablehouse.settings import Settings
from cablehouse.steps.build_batch import build_batch
from cablehouse.workspace import Workspace

Build = Callable[[Settings, str, int, OnProgress | None], None]
"""Settings, run id, workers, progress: builds all planned batches of the run, or raises."""

_POLL_SECONDS = 0.25

_read_count: Synchronized[int] | None = None


def build_locally(
    settings: Settings, run_id: str, workers: int, on_progress: OnProgress | None
) -> None:
    """Build all planned batches of a run.

    One worker or one batch stays in this process. The first error of a batch ends the run; batches
    that are finished by then stay, so a repeated step goes on from there.

    Args:
        settings: Settings of the installation.
        run_id: The run.
        workers: Processes at most.
        on_progress: Called a few times a second with the sums over all batches.
    """
    space = Workspace.open(settings, run_id)
    batch_ids = space.batch_ids()
    total = sum(file.size_bytes for file in space.inputs())
    if min(workers, len(batch_ids)) <= 1:
        _build_here(settings, run_id, batch_ids, total, on_progress)
        return
    # Spawned, not forked: threads of Arrow do not survive a fork.
    context = multiprocessing.get_context("spawn")
    counter = context.Value("q", 0)
    with ProcessPoolExecutor(
        min(workers, len(batch_ids)), context, initializer=_share, initargs=(counter,)
    ) as pool:
        futures = {pool.submit(_build_counted, settings, run_id, one) for one in batch_ids}
        try:
            _watch(futures, counter, total, on_progress)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _build_here(
    settings: Settings,
    run_id: str,
    batch_ids: list[str],
    total: int,
    on_progress: OnProgress | None,
) -> None:
    records = done = 0

    def pass_on(progress: Progress) -> None:
        if on_progress:
            on_progress(
                Progress(
                    step="build_batch",
                    records=records + progress.records,
                    bytes_done=done,
                    bytes_total=total,
                )
            )

    for batch_id in batch_ids:
        summary = build_batch(settings, run_id, batch_id, pass_on)
        records += summary.record_count
        done += summary.input_bytes
        pass_on(Progress(step="build_batch"))


def _watch(
    futures: set[Future[BatchSummary]],
    counter: Synchronized[int],
    total: int,
    on_progress: OnProgress | None,
) -> None:
    done_bytes = 0
    while futures:
        finished, futures = wait(futures, _POLL_SECONDS, FIRST_COMPLETED)
        done_bytes += sum(future.result().input_bytes for future in finished)
        if on_progress:
            on_progress(
                Progress(
                    step="build_batch",
                    records=counter.value,
                    bytes_done=done_bytes,
                    bytes_total=total,
                )
            )


def _share(counter: Synchronized[int]) -> None:
    global _read_count  # the only way in which a pool hands a shared value to its processes
    _read_count = counter


def _build_counted(settings: Settings, run_id: str, batch_id: str) -> BatchSummary:
    counted = 0

    def count(progress: Progress) -> None:
        nonlocal counted
        add(progress.records - counted)
        counted = progress.records

    def add(records: int) -> None:
        if _read_count is not None:
            with _read_count.get_lock():
                _read_count.value += records

    summary = build_batch(settings, run_id, batch_id, count)
    add(summary.record_count - counted)
    return summary
