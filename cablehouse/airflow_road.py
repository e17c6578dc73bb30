"""The tasks that every loading DAG has behind `discover`, and their order.

    discover >> plan >> build_batch (mapped, one task instance per batch) >> validate >> load
      >> publish >> report

Airflow is imported when a DAG is built, so that the rest of cablehouse works without it.
"""

from __future__ import annotations

from typing import Any

from cablehouse.airflow_steps import failing_at_once_unless_transient, run_in_progress, set_note
from cablehouse.settings import load_settings


def warehouse_asset() -> Any:
    """The published warehouse, on which other DAGs are scheduled."""
    from airflow.sdk import Asset

    return Asset(name="warehouse", uri="cablehouse://warehouse/published", group="cablehouse")


def follow_the_road(discovered: Any) -> None:
    """Put the rest of the road behind the task that discovers; call it within a DAG.

    Tasks ask for the run's id instead of taking it as an argument: each argument would be an arrow
    from `discover`, and the graph would no longer read like the road.

    Args:
        discovered: What the call of the task `discover` returned.
    """
    from airflow.sdk import get_current_context, task

    published_warehouse = warehouse_asset()

    @task
    @failing_at_once_unless_transient
    def plan() -> list[str]:
        from cablehouse import pipeline

        return pipeline.plan(load_settings(), run_in_progress())

    @task(map_index_template="{{ batch }}")
    @failing_at_once_unless_transient
    def build_batch(batch_id: str) -> dict[str, Any]:
        from cablehouse.engines.local import build_alone

        context: Any = get_current_context()
        context["batch"] = f"batch {batch_id}"
        summary = build_alone(load_settings(), run_in_progress(), batch_id)
        return summary.model_dump(include={"record_count", "cable_count", "quarantined_count"})

    @task
    @failing_at_once_unless_transient
    def validate() -> dict[str, Any]:
        from cablehouse import pipeline

        return pipeline.validate(load_settings(), run_in_progress()).model_dump()

    @task
    @failing_at_once_unless_transient
    def load() -> dict[str, Any]:
        from cablehouse import pipeline

        return pipeline.load(load_settings(), run_in_progress()).model_dump()

    @task(outlets=[published_warehouse])
    @failing_at_once_unless_transient
    def publish() -> dict[str, Any]:
        from cablehouse import pipeline

        published = pipeline.publish(load_settings(), run_in_progress())
        context: Any = get_current_context()
        context["outlet_events"][published_warehouse].extra = {
            "run_id": published.run_id,
            "loaded": published.loaded_count,
        }
        return published.model_dump()

    @task
    @failing_at_once_unless_transient
    def report() -> dict[str, Any]:
        from cablehouse import pipeline

        ended = pipeline.report(load_settings(), run_in_progress())
        set_note(load_settings(), get_current_context(), ended)
        return ended.model_dump(mode="json", exclude={"skipped", "quarantined"})

    planned = plan()
    discovered >> planned
    build_batch.expand(batch_id=planned) >> validate() >> load() >> publish() >> report()
