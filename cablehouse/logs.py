"""Log set-up: one line per stage with counts, key=value for people or JSON for machines."""

from __future__ import annotations

import logging
import sys

import structlog
from structlog.types import Processor


def set_up_logs(level: str, *, is_json: bool = False) -> None:
    """Send log lines to standard error.

    Args:
        level: Lowest level that is shown (`INFO`).
        is_json: One JSON object per line instead of key=value.
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=True),
    ]
    for_machines: list[Processor] = [
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(),
    ]
    for_people: list[Processor] = [
        structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    ]
    structlog.configure(
        processors=[*shared, *(for_machines if is_json else for_people)],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=_to_standard_error,
        cache_logger_on_first_use=False,
    )


def _to_standard_error(*_: object) -> structlog.PrintLogger:
    # Asked anew for every line, so that a stream that was replaced meanwhile is not kept.
    return structlog.PrintLogger(sys.stderr)
