"""Is it fit to publish? Checks the staged tables before anything is loaded."""

from __future__ import annotations

import structlog

from cablehouse.errors import LedgerBroken, RecordsQuarantined
from cablehouse.reports import ValidationSummary
from cablehouse.settings import Settings
from cablehouse.workspace import Workspace
from warehouse.memory import give_freed_back, give_large_blocks_back

log = structlog.get_logger(__name__)


def validate(settings: Settings, run_id: str) -> ValidationSummary:
    """Check the staged tables against all expectations, before anything is loaded.

    Raises:
        LedgerBroken: Records read and records accounted for differ.
        RecordsQuarantined: The run is strict and something was refused.
        ValidationFailed: An expectation of level `stop` failed.
    """
    from expectations.results import write_quality
    from expectations.runner import raise_if_stopped
    from expectations.runner import validate as check

    give_large_blocks_back()
    give_freed_back()
    space = Workspace.open(settings, run_id)
    summaries = space.summaries()
    ledger = {
        "read": sum(s.record_count for s in summaries),
        "parsed": sum(s.cable_count for s in summaries),
        "quarantined": sum(s.quarantined_count for s in summaries),
    }
    if ledger["read"] != ledger["parsed"] + ledger["quarantined"]:
        raise LedgerBroken(run_id, ledger["read"], ledger["parsed"] + ledger["quarantined"])
    if space.state().is_strict and ledger["quarantined"]:
        places = tuple(place for s in summaries for place in s.quarantined)[:5]
        raise RecordsQuarantined(run_id, ledger["quarantined"], places)
    rows = check(
        staged=space.folder,
        scratch=space.scratch,
        docs=settings.docs,
        run_id=run_id,
        ledger=ledger,
    )
    write_quality(rows, space.quality)
    raise_if_stopped(rows)
    warnings = tuple(row.summary() for row in rows if not row.success)
    log.info("validated", run_id=run_id, checks=len(rows), warnings=len(warnings))
    return ValidationSummary(run_id=run_id, check_count=len(rows), warnings=warnings)
