"""Explore: find passages by words, narrow them by facets, or leaf through the cables.

Addresses: `explore?q=fog+signal&post=OSLO&tag=PREL&classification=SECRET&since=2003-01-01`,
`until`, and `show` for how many.
"""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboards.live import answer
from dashboards.pieces import cut_passage
from dashboards.questions import Row
from dashboards.rendering import render
from dashboards.searching import Wanted, facets, total
from dashboards.views.cable import canonical
from dashboards.views.frame import asked_number, put
from transforms.schema.model import value_sets

_STEP = 20
_MOST = 400
_MOST_COUNTED = 20_000
"""Passages that facets count; a word that every second cable holds is counted in its best ones."""


def show() -> None:
    """Draw the page: what was found first, then the facets, which take longer to count."""
    put("explore_head")
    wanted = _ask()
    if wanted.q:
        st.set_page_config(page_title=f"{wanted.q[:60]} - search - cablehouse")
    show_count = asked_number("show", _STEP, _MOST)
    named = _named(wanted.q)
    left, right = st.columns([2, 7], gap="large")
    with left:
        narrower = st.empty()
        narrower.html(render("explore_counting"))
    with right:
        rows = _find(wanted, show_count)
        is_all = len(rows) < show_count or show_count >= _MOST
        more = None if is_all else wanted.address(show=show_count + _STEP)
        put("explore", wanted=wanted, named=named, rows=rows, more=more)
    if rows:
        narrower.html(_narrower(wanted))
    else:
        narrower.empty()


def _find(wanted: Wanted, show_count: int) -> list[Row]:
    if not wanted.q:
        return answer("explore_browse", show=show_count, **wanted.filters)
    rows = answer("explore_search", words=wanted.q, show=show_count, **wanted.filters)
    for row in rows:
        row["pieces"] = cut_passage(row["passage"] or "")
    return rows


def _narrower(wanted: Wanted) -> str:
    if wanted.q:
        rows = answer("explore_search_facets", words=wanted.q, most=_MOST_COUNTED, **wanted.filters)
    else:
        rows = answer("explore_browse_facets", **wanted.filters)
    return render(
        "explore_facets",
        cable_count=total(rows),
        is_cut=total(rows, "passages") == _MOST_COUNTED,
        facets=facets(rows, wanted),
    )


def _ask() -> Wanted:
    """The fields of the search; what is typed stands in the address, and the other way round."""
    q = st.text_input(
        "Search in subjects and paragraphs",
        key="q",
        type="search",
        placeholder='fog signal, "north pier", harb*, 06ASTANA668',
        bind="query-params",
    )
    with st.container(horizontal=True, gap="small"):
        post = _choose("Post", "post", [row["post"] for row in answer("filter_posts")])
        tag = _choose("TAGS", "tag", [row["tag"] for row in answer("filter_tags")])
        classification = _choose(
            "Classification", "classification", list(value_sets()["classifications"])
        )
        since, until = _day("Sent since", "since"), _day("Sent until", "until")
    return Wanted((q or "").strip() or None, post, tag, classification, since, until)


def _choose(label: str, key: str, options: list[str]) -> str | None:
    return st.selectbox(
        label, options, index=None, key=key, placeholder="any", width=165, bind="query-params"
    )


def _day(label: str, key: str) -> date | None:
    return st.date_input(
        label,
        None,
        min_value=date(1960, 1, 1),
        max_value=date(2069, 12, 31),
        key=key,
        format="YYYY-MM-DD",
        width=165,
        bind="query-params",
    )


def _named(words: str | None) -> Row | None:
    """The cable that the words are the number of, held or cited."""
    cable_id = canonical(words) if words else ""
    for row in answer("cable_known", id=cable_id):
        return row
    return None
