"""What is looked for in Explore, and how its facets lead to narrower searches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from dashboards.addresses import EXPLORE, address
from dashboards.questions import Row

_NAMES = {"classification": "Classification", "year": "Year", "post": "Post", "tag": "TAGS"}
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search: words and filters, as they stand in the address.

    Attributes:
        q: Words as `search()` takes them; None lists all cables.
        post: Sent by this post.
        tag: Carries this one of the TAGS.
        classification: Of this level.
        since: Sent on this day or later.
        until: Sent on this day or before.
    """

    q: str | None = None
    post: str | None = None
    tag: str | None = None
    classification: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def filters(self) -> dict[str, Any]:
        """The filters without the words, as parameters of the questions."""
        values = asdict(self)
        del values["q"]
        return values

    def address(self, show: int | None = None, **changes: Any) -> str:
        """The address of this search with some parts changed, and how many hits to show."""
        return address(EXPLORE, **asdict(replace(self, **changes)), show=show)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet.

    Attributes:
        value: As the data write it.
        label: As people read it: posts by their names.
        meaning: What else there is to say of it, or None.
        count: Cables that have it.
        href: The search with it, or without it when it is chosen.
        is_chosen: Whether the search asks for it.
    """

    value: str
    label: str
    meaning: str | None
    count: int
    href: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a search.

    Attributes:
        name: Its heading.
        shown: The most frequent values; years in their order.
        folded: The rest.
    """

    name: str
    shown: tuple[Choice, ...]
    folded: tuple[Choice, ...]


def facets(rows: Sequence[Row], wanted: Wanted) -> list[Facet]:
    """The facets of a search.

    Args:
        rows: Of `explore_search_facets` or `explore_browse_facets`.
        wanted: The search.
    """
    found = []
    for facet, name in _NAMES.items():
        choices = [_choice(facet, row, wanted) for row in rows if row["facet"] == facet]
        if facet == "year":
            choices.sort(key=lambda choice: choice.value)
        shown = len(choices) if facet == "year" else _SHOWN
        if choices:
            found.append(Facet(name, tuple(choices[:shown]), tuple(choices[shown:])))
    return found


def total(rows: Sequence[Row], facet: str = "all") -> int:
    """How many cables a search finds, of the rows of its facets; or `passages`."""
    return next((int(row["cable_count"]) for row in rows if row["facet"] == facet), 0)


def _choice(facet: str, row: Row, wanted: Wanted) -> Choice:
    value = str(row["value"])
    if facet == "year":
        first, last = date(int(value), 1, 1), date(int(value), 12, 31)
        is_chosen = (wanted.since, wanted.until) == (first, last)
        with_it: dict[str, Any] = {"since": first, "until": last}
    else:
        is_chosen = (getattr(wanted, facet) or "").upper() == value.upper()
        with_it = {facet: value}
    without: dict[str, Any] = dict.fromkeys(with_it)
    href = wanted.address(**(without if is_chosen else with_it))
    label, meaning = (row["name"] or value, None) if facet == "post" else (value, row["name"])
    return Choice(value, label, meaning, row["cable_count"], href, is_chosen)
