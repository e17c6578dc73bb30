"""Topics: TAGS over time, which stand together, and which posts use them.

Addresses: `topics?tag=PREL`, `topics?kind=geographic`.
"""

from __future__ import annotations

import streamlit as st

from dashboards.charts import trend_chart
from dashboards.live import answer
from dashboards.questions import Row
from dashboards.views.frame import put
from transforms.schema.model import value_sets

_MOST_FREQUENT_KIND = "subject"


def show() -> None:
    """Draw the page."""
    put("topics_head")
    known = answer("filter_tags")
    with st.container(horizontal=True, gap="small"):
        tag = st.selectbox(
            "One of the TAGS",
            [row["tag"] for row in known],
            index=None,
            key="tag",
            placeholder="all",
            width=165,
            bind="query-params",
        )
        kind = st.selectbox(
            "Kind",
            list(value_sets()["tag_kinds"]),
            index=None,
            key="kind",
            placeholder="all kinds",
            width=165,
            bind="query-params",
            disabled=tag is not None,
        )
    if not known:
        put("topics_empty")
    elif tag is None:
        _show_all(kind)
    else:
        _show_one(next(row for row in known if row["tag"] == tag))


def _show_one(tag: Row) -> None:
    name = tag["tag"]
    st.set_page_config(page_title=f"{name} - topics - cablehouse")
    put("topic_head", tag=tag)
    _show_trend(answer("topics_trend", tag=name, kind=None))
    put(
        "topic",
        tag=tag,
        pairs=answer("topic_pairs", tag=name),
        posts=answer("topic_posts", tag=name),
    )


def _show_all(kind: str | None) -> None:
    put("topics_trend_head", kind=kind)
    _show_trend(answer("topics_trend", tag=None, kind=kind))
    put(
        "topics",
        tags=answer("topics_tags", kind=kind),
        pairs=answer("topics_pairs"),
        posts=_by_post(answer("topics_of_posts", kind=kind)),
    )


def _show_trend(rows: list[Row]) -> None:
    if rows:
        st.altair_chart(
            trend_chart(rows),
            alt="Line chart of cables over time by tag; the same numbers stand in the table below.",
        )
        put("topics_trend", rows=rows)


def _by_post(rows: list[Row]) -> list[list[Row]]:
    """The rows of each post together, in their order."""
    posts: dict[str, list[Row]] = {}
    for row in rows:
        posts.setdefault(row["post"], []).append(row)
    return list(posts.values())
