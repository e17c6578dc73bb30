"""A page that can be read offline: all checks of a run, those that failed first.

The Data Docs of Great Expectations load their looks from the network; this page loads nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from expectations.results import QualityRow

_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;"
    "color:#1b1b1b;background:#fff}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #ddd;vertical-align:top}"
    "th{background:#f4f4f4}.stop{color:#a1260d;font-weight:600}.warn{color:#7a4b00;font-weight:600}"
    "small{color:#555}"
)


def write_summary_page(rows: Sequence[QualityRow], path: Path, run_id: str) -> None:
    """Write the page of one run.

    Args:
        rows: Results of all checks.
        path: The page to write.
        run_id: The run.
    """
    failed = sum(not row.success for row in rows)
    ordered = sorted(rows, key=lambda row: (row.success, row.level, row.table_name))
    body = "".join(_row(row) for row in ordered)
    page = (
        f"<!doctype html><html lang='en'><meta charset='utf-8'><title>Validation {escape(run_id)}"
        f"</title><style>{_STYLE}</style><h1>Validation of run {escape(run_id)}</h1>"
        f"<p>{len(rows)} checks, {failed} not met.</p><table><thead><tr><th>Result<th>Table"
        f"<th>Check<th>Found<th>Offenders<th>Why, and what to do</thead><tbody>{body}</tbody>"
        "</table></html>\n"
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, "utf-8")


def _row(row: QualityRow) -> str:
    verdict = "met" if row.success else f"<span class='{row.level}'>{row.level}</span>"
    places = "<br>".join(escape(example) for example in row.examples)
    cells = (
        verdict,
        escape(row.table_name),
        escape(row.expectation),
        escape(row.observed or ""),
        f"<small>{places}</small>",
        f"<small>{escape(row.reason)}</small>",
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
