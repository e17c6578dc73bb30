"""Overview: how much there is, when and where it was sent, and what the last run brought."""

from __future__ import annotations

import streamlit as st

from dashboards.charts import posts_map, volume_chart
from dashboards.live import answer
from dashboards.views.frame import put

_TOP_POSTS = 12


def show() -> None:
    """Draw the page."""
    (totals,) = answer("overview_totals")
    if totals["cable_count"] == 0:
        put("overview_empty")
        return
    (references,) = answer("overview_references")
    put("overview_totals", totals=totals, references=references)
    volume = answer("overview_volume")
    st.altair_chart(
        volume_chart(volume),
        alt="Bar chart of cables sent over time, stacked by level of classification; the same "
        "numbers stand in the table below.",
    )
    put("overview_volume", volume=volume)
    posts = answer("overview_posts")
    left, right = st.columns([5, 3], gap="large")
    with left:
        put("overview_map", without_place=[row for row in posts if row["latitude"] is None])
        st.altair_chart(
            posts_map(posts),
            alt="World map of posts; the area of each dot stands for the cables that it sent. The "
            "list of posts beside it has the numbers.",
        )
    with right:
        put("overview_posts", posts=posts[:_TOP_POSTS], others=posts[_TOP_POSTS:])
    for run in answer("last_published_run"):
        put("overview_run", run=run, cables=answer("cables_of_run", run=run["run_id"]))
