"""Topics: TAGS over time, which stand together, and which posts use them.

Addresses: `topics?tag=PREL`, `topics?kind=geographic`.
"""

from __future__ import annotations

from dashboards.charts.trend import trend_chart
from dashboards.questions import Row
from dashboards.rendering import render
from dashboards.visit import Page, Visit
from transforms.schema.model import value_sets


def show(visit: Visit) -> Page:
    """Draw the page."""
    known = visit.answer("filter_tags")
    kinds = value_sets()["tag_kinds"]
    tag = next((row for row in known if row["tag"] == visit.text("tag")), None)
    kind = next((kind for kind in kinds if kind == visit.text("kind")), None)
    head = render(
        "topics_head",
        tags=[(row["tag"], row["name"]) for row in known],
        kinds=[(kind, None) for kind in kinds],
        tag=tag,
        kind=kind,
    )
    if not known:
        return Page("Topics", [head, render("topics_empty")])
    if tag is None:
        return Page("Topics", [head, *_all(visit, kind)])
    return Page(f"{tag['tag']} - topics", [head, *_one(visit, tag)])


def _one(visit: Visit, tag: Row) -> list[str]:
    name = tag["tag"]
    return [
        render("topic_head", tag=tag),
        _trend(visit.answer("topics_trend", tag=name, kind=None)),
        render(
            "topic",
            tag=tag,
            pairs=visit.answer("topic_pairs", tag=name),
            posts=visit.answer("topic_posts", tag=name),
        ),
    ]


def _all(visit: Visit, kind: str | None) -> list[str]:
    return [
        render("topics_all_head", kind=kind),
        _trend(visit.answer("topics_trend", tag=None, kind=kind)),
        render(
            "topics",
            tags=visit.answer("topics_tags", kind=kind),
            pairs=visit.answer("topics_pairs"),
            posts=_by_post(visit.answer("topics_of_posts", kind=kind)),
        ),
    ]


def _trend(rows: list[Row]) -> str:
    return render("topics_trend", rows=rows, chart=trend_chart(rows)) if rows else ""


def _by_post(rows: list[Row]) -> list[list[Row]]:
    """The rows of each post together, in their order."""
    posts: dict[str, list[Row]] = {}
    for row in rows:
        posts.setdefault(row["post"], []).append(row)
    return list(posts.values())
