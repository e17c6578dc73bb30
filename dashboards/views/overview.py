"""Overview: how much there is, when and where it was sent, and what the last run brought."""

from __future__ import annotations

from dashboards.charts.volume import volume_chart
from dashboards.charts.world import posts_map
from dashboards.rendering import render
from dashboards.visit import Page, Visit

_TOP_POSTS = 12


def show(visit: Visit) -> Page:
    """Draw the page."""
    (totals,) = visit.answer("overview_totals")
    if totals["cable_count"] == 0:
        return Page("Overview", [render("overview_empty")])
    (references,) = visit.answer("overview_references")
    volume = visit.answer("overview_volume")
    posts = visit.answer("overview_posts")
    parts = [
        render("overview_totals", totals=totals, references=references),
        render("overview_volume", volume=volume, chart=volume_chart(volume)),
        render(
            "overview_posts",
            map=posts_map(posts),
            without_place=[row for row in posts if row["latitude"] is None],
            posts=posts[:_TOP_POSTS],
            others=posts[_TOP_POSTS:],
        ),
    ]
    for run in visit.answer("last_published_run"):
        cables = visit.answer("cables_of_run", run=run["run_id"])
        parts.append(render("overview_run", run=run, cables=cables))
    return Page("Overview", parts)
