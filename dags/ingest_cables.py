"""The DAG `ingest_cables`: dumps of the landing folder, or of given paths, into the warehouse."""

from __future__ import annotations

from datetime import datetime, timedelta

from airflow.sdk import Param, dag, get_current_context, task

from cablehouse.airflow_road import follow_the_road
from cablehouse.airflow_steps import (
    FOUND,
    failing_at_once_unless_transient,
    record_failure,
    warn_of_unknown_parameters,
)
from cablehouse.settings import load_settings

DOC = """
### What it does
Finds dump files whose content the warehouse does not hold, reads and parses them batch by batch,
checks everything, builds the next generation of the warehouse beside the current one, and switches
readers to it. When nothing is new, the rest is skipped and the run is green.

### Is a re-run safe?
Yes. Nothing is visible before `publish`, and what was published is never read again. Errors that
can heal (a file that cannot be read, another run that is loading) are retried; all others fail at
once with a message that says what to do. A failed run clears its staging folder, so start a new run
rather than clearing single tasks: it reads the same files again.

### When a task fails
| task | what it means | what to do |
|---|---|---|
| discover | a path does not exist, or a store cannot be reached | mend the path or the access |
| plan | the staging folder is gone | start a new run |
| build_batch | a file vanished or cannot be read | see its log, restore the file |
| validate | the data is not fit to publish | open `docs/validation/<run>.html` of the home folder |
| load | the built file is not sound, or the disk is full | free space, or report the message |
| publish | another run has been publishing for an hour | look for it; the lock frees itself |
| report | only the summary is missing | the data is published; clear this task |

The published warehouse is as it was unless `publish` is green. `cablehouse status` shows the run.

`docs/runbooks/` has a page for every task and every error.
"""


@dag(
    schedule=load_settings().schedule,
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    tags=["cablehouse", "ingest"],
    doc_md=DOC,
    params={
        "paths": Param(
            [],
            type="array",
            items={"type": "string"},
            description="Files, folders or s3:// URLs to ingest; empty for the landing folder.",
        ),
        "strict": Param(
            False, type="boolean", description="Fail the run when any record is quarantined."
        ),
    },
    default_args={
        "owner": "cablehouse",
        "retries": 2,
        "retry_delay": timedelta(minutes=1),
        "retry_exponential_backoff": True,
        "execution_timeout": timedelta(hours=2),
        "on_failure_callback": record_failure,
    },
)
def ingest_cables() -> None:
    """Dumps -> read, parse, write -> validate -> load -> publish -> report."""

    @task.short_circuit
    @failing_at_once_unless_transient
    def discover() -> str | None:
        from cablehouse import pipeline

        context = get_current_context()
        params = context["params"]
        warn_of_unknown_parameters(context, "paths", "strict")
        found = pipeline.discover(
            load_settings(), params["paths"] or None, engine="airflow", is_strict=params["strict"]
        )
        context["ti"].xcom_push(key=FOUND, value=found.model_dump(mode="json"))
        return found.run_id

    follow_the_road(discover())


ingest_cables()
