"""Batches over a Spark session, one task each.

The tasks run the same `build_batch` as everything else and write to the same staging folder, so
the home folder must be one that all executors see (a shared file system); rows never pass through
the driver.
"""

from __future__ import annotations

import os
import sys

from pyspark.sql import SparkSession

from cablehouse.reports import OnProgress, Progress
from cablehouse.settings import Settings
from cablehouse.workspace import Workspace


def build_on_spark(
    settings: Settings, run_id: str, workers: int, on_progress: OnProgress | None
) -> None:
    """Build all planned batches of a run on Spark.

    Takes the session that is active (a notebook, spark-submit), else starts one in local mode with
    one thread per worker.

    Args:
        settings: Settings of the installation; its home folder must be visible to all executors.
        run_id: The run.
        workers: Threads of a local session.
        on_progress: Called once at the end; Spark's own page shows the rest.
    """
    space = Workspace.open(settings, run_id)
    batch_ids = space.batch_ids()
    # Executors take `python3` of the PATH unless told, which lacks our packages.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    active = SparkSession.getActiveSession()
    session = active or (
        SparkSession.builder.appName("cablehouse")
        .master(f"local[{workers}]")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    dumped = settings.model_dump_json()
    try:
        counts = (
            session.sparkContext.parallelize(batch_ids, max(1, len(batch_ids)))
            .map(lambda batch_id: _build(dumped, run_id, batch_id))
            .collect()
        )
    finally:
        if active is None:
            session.stop()
    total = sum(file.size_bytes for file in space.inputs())
    if on_progress:
        on_progress(
            Progress(step="build_batch", records=sum(counts), bytes_done=total, bytes_total=total)
        )


def _build(settings: str, run_id: str, batch_id: str) -> int:
    from cablehouse.steps.build_batch import build_batch

    return build_batch(Settings.model_validate_json(settings), run_id, batch_id).record_count
