"""Pipeline: runs, ledger, quarantine, checks, generations.

Addresses: `pipeline?view=quarantine`, `pipeline?run=...`, `pipeline?view=quarantine&record=...`,
`pipeline?view=ledger&outcome=superseded&reason=shorter&cable=...`.
"""

from __future__ import annotations

from collections.abc import Callable

from dashboards.live import settings
from dashboards.operations import (
    check_rows,
    folder_sizes,
    never_met,
    refused_text,
    with_failed_runs,
)
from dashboards.rendering import render
from dashboards.views.cable import canonical
from dashboards.visit import Page, Visit
from warehouse.versions import list_generations


def show(visit: Visit) -> Page:
    """Draw the page."""
    wanted = visit.text("view") or "runs"
    view = wanted if wanted in VIEWS else "runs"
    head = render("pipeline_head", views=tuple(VIEWS), view=view)
    return Page(f"{view.capitalize()} - pipeline", [head, VIEWS[view](visit)])


def _runs(visit: Visit) -> str:
    runs = with_failed_runs(visit.answer("runs"), settings())
    wanted = visit.text("run")
    if wanted is None:
        return render("pipeline_runs", runs=runs)
    run = next((row for row in runs if row["run_id"] == wanted), None)
    if run is None:
        return render("pipeline_no_run", run_id=wanted)
    return render(
        "pipeline_run",
        run=run,
        ledger=visit.answer("run_ledger", run=wanted),
        batches=visit.answer("run_batches", run=wanted),
        checks=visit.answer("run_checks", run=wanted),
    )


def _ledger(visit: Visit) -> str:
    cable = visit.text("cable")
    chosen = {
        "run": visit.text("run"),
        "outcome": visit.text("outcome"),
        "reason": visit.text("reason"),
        "cable": canonical(cable) if cable else None,
    }
    return render(
        "pipeline_ledger",
        ledger=visit.answer("run_ledger", run=chosen["run"]),
        records=visit.answer("ledger_records", **chosen),
        chosen=chosen,
    )


def _quarantine(visit: Visit) -> str:
    wanted = visit.text("record")
    if wanted is None:
        return render("pipeline_quarantine", records=visit.answer("quarantine"))
    for record in visit.answer("quarantined_record", record=wanted):
        return render("pipeline_record", record=record, raw=refused_text(record, settings()))
    return render("pipeline_no_record", record_id=wanted)


def _checks(visit: Visit) -> str:
    rows = visit.answer("checks_history")
    runs, table = check_rows(rows)
    return render("pipeline_checks", runs=runs, rows=table, failed=never_met(rows))


def _generations(visit: Visit) -> str:
    found = list_generations(settings().warehouse_file, settings().unpublished())
    return render(
        "pipeline_generations",
        generations=list(reversed(found)),
        folders=folder_sizes(settings()),
        tables=visit.answer("table_sizes"),
    )


VIEWS: dict[str, Callable[[Visit], str]] = {
    "runs": _runs,
    "ledger": _ledger,
    "quarantine": _quarantine,
    "checks": _checks,
    "generations": _generations,
}
"""Views of the page, by their name in the address."""
