"""Pipeline: runs, ledger, quarantine, checks, generations.

Addresses: `pipeline?view=quarantine`, `pipeline?run=...`, `pipeline?view=quarantine&record=...`,
`pipeline?view=ledger&outcome=superseded&reason=shorter&cable=...`.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboards.live import answer, look, settings
from dashboards.operations import (
    FolderSize,
    check_rows,
    folder_sizes,
    never_met,
    refused_text,
    with_failed_runs,
)
from dashboards.views.cable import canonical
from dashboards.views.frame import asked, put
from warehouse.versions import Generation, list_generations

_SIZES_SECONDS = 60


def show() -> None:
    """Draw the page."""
    wanted = asked("view") or "runs"
    view = wanted if wanted in _VIEWS else "runs"
    st.set_page_config(page_title=f"{view.capitalize()} - pipeline - cablehouse")
    put("pipeline_head", views=tuple(_VIEWS), view=view)
    _VIEWS[view]()


def _show_runs() -> None:
    runs = with_failed_runs(answer("runs"), settings())
    wanted = asked("run")
    if wanted is None:
        put("pipeline_runs", runs=runs)
        return
    run = next((row for row in runs if row["run_id"] == wanted), None)
    if run is None:
        put("pipeline_no_run", run_id=wanted)
        return
    put(
        "pipeline_run",
        run=run,
        ledger=answer("run_ledger", run=wanted),
        batches=answer("run_batches", run=wanted),
        checks=answer("run_checks", run=wanted),
    )


def _show_ledger() -> None:
    cable = asked("cable")
    chosen = {
        "run": asked("run"),
        "outcome": asked("outcome"),
        "reason": asked("reason"),
        "cable": canonical(cable) if cable else None,
    }
    put(
        "pipeline_ledger",
        ledger=answer("run_ledger", run=chosen["run"]),
        records=answer("ledger_records", **chosen),
        chosen=chosen,
    )


def _show_quarantine() -> None:
    wanted = asked("record")
    if wanted is None:
        put("pipeline_quarantine", records=answer("quarantine"))
        return
    for record in answer("quarantined_record", record=wanted):
        put("pipeline_record", record=record, raw=refused_text(record, settings()))
        return
    put("pipeline_no_record", record_id=wanted)


def _show_checks() -> None:
    rows = answer("checks_history")
    runs, table = check_rows(rows)
    put("pipeline_checks", runs=runs, rows=table, failed=never_met(rows))


def _show_generations() -> None:
    put(
        "pipeline_generations",
        generations=_generations(str(look())),
        folders=_sizes(str(settings().home)),
        tables=answer("table_sizes"),
    )


@st.cache_data(ttl=_SIZES_SECONDS, show_spinner=False)
def _generations(_current: str) -> list[Generation]:
    found = list_generations(settings().warehouse_file, settings().unpublished())
    return list(reversed(found))


@st.cache_data(ttl=_SIZES_SECONDS, show_spinner=False)
def _sizes(_home: str) -> list[FolderSize]:
    return folder_sizes(settings())


_VIEWS: dict[str, Callable[[], None]] = {
    "runs": _show_runs,
    "ledger": _show_ledger,
    "quarantine": _show_quarantine,
    "checks": _show_checks,
    "generations": _show_generations,
}
