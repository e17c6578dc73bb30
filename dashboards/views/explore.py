"""Explore: find passages by words, narrow them by facets, or leaf through the cables.

Addresses: `explore?q=fog+signal&post=OSLO&tag=PREL&classification=SECRET&since=2003-01-01`,
`until`, and `show` for how many.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dashboards.pieces import cut_passage
from dashboards.questions import Row
from dashboards.rendering import render
from dashboards.searching import Wanted, facets, total
from dashboards.views.cable import canonical
from dashboards.visit import Page, Visit
from transforms.schema.model import value_sets

_STEP = 20
_MOST = 400
MOST_COUNTED = 5_000
"""Passages that facets count; a word that many cables hold is counted in its best ones."""


def show(visit: Visit) -> Page:
    """Draw the page."""
    wanted = Wanted(
        q=visit.text("q"),
        post=visit.text("post"),
        tag=visit.text("tag"),
        classification=visit.text("classification"),
        since=visit.day("since"),
        until=visit.day("until"),
    )
    title = f"{wanted.q[:60]} - search" if wanted.q else "Explore"
    return Page(title, _parts(visit, wanted))


def _parts(visit: Visit, wanted: Wanted) -> Iterator[str]:
    """The fields, what was found, and last the facets, which take longer to count."""
    yield render(
        "explore_head",
        wanted=wanted,
        posts=[(row["post"], row["name"]) for row in visit.answer("filter_posts")],
        tags=[(row["tag"], row["name"]) for row in visit.answer("filter_tags")],
        classifications=[(level, None) for level in value_sets()["classifications"]],
    )
    show_count = visit.number("show", _STEP, _MOST)
    named = _named(visit, wanted.q)
    sought = replace(wanted, q=named["cable_id"]) if named else wanted
    rows = _find(visit, sought, show_count)
    is_all = len(rows) < show_count or show_count >= _MOST
    more = None if is_all else wanted.address(show=show_count + _STEP)
    yield render("explore", wanted=wanted, named=named, rows=rows, more=more)
    if rows:
        yield _narrower(visit, wanted, sought.q)


def _find(visit: Visit, wanted: Wanted, show_count: int) -> list[Row]:
    if not wanted.q:
        return visit.answer("explore_browse", show=show_count, **wanted.filters)
    rows = visit.answer("explore_search", words=wanted.q, show=show_count, **wanted.filters)
    return [{**row, "pieces": cut_passage(row["passage"] or "")} for row in rows]


def _narrower(visit: Visit, wanted: Wanted, words: str | None) -> str:
    filters = wanted.filters
    if words:
        rows = visit.answer("explore_search_facets", words=words, most=MOST_COUNTED, **filters)
    else:
        rows = visit.answer("explore_browse_facets", **filters)
    return render(
        "explore_facets",
        cable_count=total(rows),
        most_counted=MOST_COUNTED,
        is_cut=total(rows, "passages") == MOST_COUNTED,
        facets=facets(rows, wanted),
    )


def _named(visit: Visit, words: str | None) -> Row | None:
    """The cable that the words are the number of, held or cited."""
    cable_id = canonical(words) if words else ""
    return next(iter(visit.answer("cable_known", id=cable_id)), None)
