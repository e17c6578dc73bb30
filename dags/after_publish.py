"""The DAG `after_publish`: what hangs off a new generation of the warehouse."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from airflow.sdk import dag, task

from cablehouse.airflow_road import warehouse_asset
from cablehouse.airflow_steps import failing_at_once_unless_transient
from cablehouse.settings import load_settings

DOC = """
### What it does
Opens the published warehouse as any reader does, repeats the proofs (unique keys, every child row
has its cable, the ledger adds up), asks every view once, and writes down how large each table is.

### Is a re-run safe?
Yes; it only reads.

### When it fails
The published file is damaged or was changed by hand. Point the link
`warehouse/cablehouse.duckdb` at the generation before it, and report the message.

`docs/runbooks/` has a page for every task and every error.
"""


@dag(
    schedule=[warehouse_asset()],
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    tags=["cablehouse", "aftercare"],
    doc_md=DOC,
    default_args={
        "owner": "cablehouse",
        "retries": 1,
        "retry_delay": timedelta(minutes=1),
        "execution_timeout": timedelta(hours=1),
    },
)
def after_publish() -> None:
    """New generation -> proofs -> sizes."""

    @task
    @failing_at_once_unless_transient
    def prove_published() -> dict[str, Any]:
        from cablehouse.aftercare import prove_published

        return prove_published(load_settings())

    prove_published()


after_publish()
