"""Threads: the references around a cable, with depth, by date.

Addresses: `threads?cable=06ASTANA668`, `&depth=3` for how many references away.
"""

from __future__ import annotations

import streamlit as st

from dashboards.charts import thread_chart
from dashboards.live import answer
from dashboards.thread_layout import lay_out
from dashboards.views.cable import canonical
from dashboards.views.frame import asked_number, put

_DEPTH = 2
_DEEPEST = 9
_MOST = 150


def show() -> None:
    """Draw the page."""
    put("threads_head")
    typed = st.text_input(
        "Cable to start from",
        key="cable",
        type="search",
        placeholder="06ASTANA668, or 06 Astana 668",
        bind="query-params",
    )
    wanted = (typed or "").strip()
    if not wanted:
        put("threads_starts", starts=answer("thread_starts"))
        return
    start = canonical(wanted)
    depth = asked_number("depth", _DEPTH, _DEEPEST)
    st.set_page_config(page_title=f"{start} - thread - cablehouse")
    if not answer("cable_known", id=start):
        put("cable_unknown", cable_id=start, nearest=answer("cable_nearest", id=start))
        return
    cables = answer("thread_cables", id=start, depth=depth, most=_MOST)
    ids = tuple(row["cable_id"] for row in cables)
    thread = lay_out(cables, answer("thread_edges", ids=ids), start)
    put(
        "thread_summary",
        start=start,
        depth=depth,
        deepest=_DEEPEST,
        thread=thread,
        reached=cables[0]["reached_count"],
    )
    if len(thread.lines) > 1:
        st.altair_chart(
            thread_chart(thread, start),
            alt="The thread as a graph: date to the right, number of references away upwards. The "
            "list below has the same cables and references.",
        )
        put("thread", start=start, thread=thread)
