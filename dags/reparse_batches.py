"""The DAG `reparse_batches`: what an older version read is read again, day by day."""

from __future__ import annotations

from datetime import datetime, timedelta

from airflow.sdk import Param, dag, get_current_context, task

from cablehouse.airflow_road import follow_the_road
from cablehouse.airflow_steps import (
    failing_at_once_unless_transient,
    loaded_between,
    record_failure,
)
from cablehouse.settings import load_settings

DOC = """
### What it does
Reads again the dumps that an older parser or schema version read. A run of the schedule, and of a
backfill, takes those that were loaded on its day; a run that is triggered by hand takes all, or the
batches that it is given. What is current already is skipped, so a daily run costs nothing.

After an upgrade, go through the history at leisure:

    airflow backfill create --dag-id reparse_batches --from-date 2026-01-01 --to-date 2026-03-01

### Is a re-run safe?
Yes. The new batches are named by inputs and versions, so what was read again is not read a second
time; nothing is visible before `publish`.

### When a task fails
| task | what it means | what to do |
|---|---|---|
| discover | a batch that was named does not exist | mend the parameter |
| plan | the staging folder is gone | start a new run |
| build_batch | a file vanished or cannot be read | see its log, restore the file |
| validate | the data is not fit to publish | open `docs/validation/<run>.html` of the home folder |
| load | the built file is not sound, or the disk is full | free space, or report the message |
| publish | another run has been publishing for an hour | look for it; the lock frees itself |
| report | only the summary is missing | the data is published; clear this task |

Inputs whose file is gone are listed in the log of `discover` and in the summary; what was read of
them before stays.

`docs/runbooks/` has a page for every task and every error.
"""


@dag(
    schedule="@daily",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    tags=["cablehouse", "reparse"],
    doc_md=DOC,
    params={
        "batches": Param(
            [],
            type="array",
            items={"type": "string"},
            description="Batches to read again; empty for all of the day, or all by hand.",
        )
    },
    default_args={
        "owner": "cablehouse",
        "retries": 2,
        "retry_delay": timedelta(minutes=1),
        "retry_exponential_backoff": True,
        "execution_timeout": timedelta(hours=6),
        "on_failure_callback": record_failure,
    },
)
def reparse_batches() -> None:
    """What an older version read -> read, parse, write -> validate -> load -> publish -> report."""

    @task.short_circuit
    @failing_at_once_unless_transient
    def discover() -> str | None:
        from cablehouse import pipeline

        context = get_current_context()
        first, last = loaded_between(context)
        settings = load_settings()
        if not context["params"]["batches"] and not settings.warehouse_file.exists():
            return None  # nothing was published yet, so nothing is of an older version
        found = pipeline.find_stale(
            settings,
            context["params"]["batches"] or None,
            loaded_from=first,
            loaded_until=last,
            engine="airflow",
        )
        return found.run_id

    follow_the_road(discover())


reparse_batches()
