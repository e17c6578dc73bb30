"""Threads: the references around a cable, with depth, by date.

Addresses: `threads?cable=06ASTANA668`, `&depth=3` for how many references away.
"""

from __future__ import annotations

from dashboards.charts.references import references_chart
from dashboards.rendering import render
from dashboards.thread_layout import lay_out
from dashboards.views.cable import canonical
from dashboards.visit import Page, Visit

_DEPTH = 2
_DEEPEST = 9
_MOST = 150


def show(visit: Visit) -> Page:
    """Draw the page."""
    wanted = visit.text("cable")
    head = render("threads_head", wanted=wanted)
    if wanted is None:
        starts = visit.answer("thread_starts")
        return Page("Threads", [head, render("threads_starts", starts=starts)])
    start = canonical(wanted)
    title = f"{start} - thread"
    if not visit.answer("cable_known", id=start):
        nearest = visit.answer("cable_nearest", id=start)
        unknown = render("cable_unknown", heading="h2", cable_id=start, nearest=nearest)
        return Page(title, [head, unknown])
    return Page(title, [head, *_around(visit, start)])


def _around(visit: Visit, start: str) -> list[str]:
    depth = visit.number("depth", _DEPTH, _DEEPEST)
    cables = visit.answer("thread_cables", id=start, depth=depth, most=_MOST)
    ids = tuple(row["cable_id"] for row in cables)
    thread = lay_out(cables, visit.answer("thread_edges", ids=ids), start)
    parts = [
        render(
            "thread_summary",
            start=start,
            depth=depth,
            deepest=_DEEPEST,
            thread=thread,
            reached=cables[0]["reached_count"],
        )
    ]
    if len(thread.lines) > 1:
        chart = references_chart(thread, start)
        parts.append(render("thread", start=start, thread=thread, chart=chart))
    return parts
