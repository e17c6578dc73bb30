"""What the DAGs need beside the steps: which errors to retry, what to do on failure, the note.

Airflow is imported inside the functions, so that importing a DAG file stays cheap and the rest of
cablehouse works without it.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import structlog

from cablehouse.reports import RunReport
from cablehouse.settings import Settings, load_settings

_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")

FOUND = "found"
"""Under this key `discover` leaves what it found, for whoever tells it to people."""

log = structlog.get_logger(__name__)


def failing_at_once_unless_transient(
    step: Callable[_Arguments, _Result],
) -> Callable[_Arguments, _Result]:
    """Wrap a task so that only errors that may heal by waiting are retried.

    Args:
        step: The function of the task.

    Returns:
        A function whose errors say by themselves what happened and which page helps. Airflow
        retries after `TransientError` and `OSError` alone. An error that its message explains comes
        without the calls that led to it.
    """

    @wraps(step)
    def run_step(*args: _Arguments.args, **kwargs: _Arguments.kwargs) -> _Result:
        from airflow.sdk.exceptions import AirflowException, AirflowFailException

        from cablehouse.errors import TransientError
        from cablehouse.guidance import STOPPED, describe, is_explained

        try:
            return step(*args, **kwargs)
        except AirflowException:
            raise
        except KeyboardInterrupt:
            raise AirflowFailException(STOPPED) from None
        except Exception as error:
            may_heal = isinstance(error, TransientError | OSError)
            kind = AirflowException if may_heal else AirflowFailException
            raise kind(describe(error)) from (None if is_explained(error) else error)

    return run_step


def run_in_progress() -> str:
    """Id of the cablehouse run that `discover` opened in this run of the DAG."""
    from airflow.sdk import get_current_context

    context: Any = get_current_context()
    return str(context["ti"].xcom_pull(task_ids="discover"))


def loaded_between(context: Any) -> tuple[datetime | None, datetime | None]:
    """The day that a run of the schedule or of a backfill is for, UTC, naive.

    Args:
        context: The context of the task instance.

    Returns:
        Its first moment and the first one after it; twice None for runs that are triggered by hand.
    """
    run = context["dag_run"]
    kind = str(getattr(run.run_type, "value", run.run_type))
    first = run.data_interval_start or run.logical_date
    if kind not in {"scheduled", "backfill"} or first is None:
        return None, None
    # Schedules of cron have an interval without length: its moment stands for the day after it.
    last = max(run.data_interval_end or first, first + timedelta(days=1))
    return first.astimezone(UTC).replace(tzinfo=None), last.astimezone(UTC).replace(tzinfo=None)


def warn_of_unknown_parameters(context: Any, *known: str) -> None:
    """Name the parameters of a run that nothing asks for: a misspelt one would go unnoticed.

    Args:
        context: The context of the task instance.
        known: The parameters of the DAG.
    """
    unknown = sorted(set(context["dag_run"].conf or {}).difference(known))
    if unknown:
        log.warning("unknown parameters were passed over", unknown=unknown, known=known)


def record_failure(context: Any) -> None:
    """Callback of tasks that failed for good: write the failed run down and clear its staging.

    Args:
        context: The context of the task instance; its error stands under `exception`.
    """
    from cablehouse import pipeline
    from cablehouse.errors import RunGone

    instance = context["ti"]
    run_id = instance.xcom_pull(task_ids="discover")
    if not run_id:
        return
    try:
        pipeline.fail(load_settings(), run_id, instance.task_id, str(context.get("exception")))
    except RunGone:
        log.info("already cleared", run_id=run_id)


def set_note(settings: Settings, context: Any, report: RunReport) -> bool:
    """Put a readable note on the DAG run.

    Tasks of Airflow 3.3 cannot write the note themselves, so it goes through the API server when
    `airflow_url` names one; it is logged in any case. A failure costs nothing but the note.

    Args:
        settings: With `airflow_url`.
        context: The context of the task instance.
        report: How the run ended.

    Returns:
        Whether the note was written.
    """
    note = describe_run(report)
    log.info("run note", note=note)
    if settings.airflow_url is None:
        return False
    run = context["dag_run"]
    url = f"{settings.airflow_url}/api/v2/dags/{run.dag_id}/dagRuns/{run.run_id}"
    try:
        token = json.loads(_call(f"{settings.airflow_url}/auth/token"))["access_token"]
        _call(f"{url}?update_mask=note", token=token, body={"note": note[:1000]})
    except (urllib.error.URLError, KeyError, ValueError) as error:
        log.warning("the note could not be written", error=str(error))
        return False
    return True


def describe_run(report: RunReport) -> str:
    """What a run brought, in two or three lines."""
    lines = [
        f"{report.record_count:,} records read = {report.loaded_count:,} loaded + "
        f"{report.duplicate_count:,} duplicate + {report.superseded_count:,} superseded + "
        f"{report.quarantined_count:,} quarantined.",
        f"{report.cable_count or 0:,} cables in generation {report.generation}.",
    ]
    if report.warning_count:
        lines.append(f"{report.warning_count} warnings: {report.warnings[0]}")
    return "\n".join(lines)


def _call(url: str, token: str | None = None, body: dict[str, str] | None = None) -> bytes:
    request = urllib.request.Request(url, method="PATCH" if body else "GET")  # noqa: S310 - from our settings
    if token is not None:
        request.add_header("Authorization", f"Bearer {token}")
    data = None
    if body is not None:
        request.add_header("Content-Type", "application/json")
        data = json.dumps(body).encode()
    with urllib.request.urlopen(request, data, timeout=10) as answer:  # noqa: S310 - from our settings
        content: bytes = answer.read()
    return content
