"""Charts, from rows to specifications; colours that both themes and all eyes can read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

import altair as alt

from dashboards.levels import COLOURS
from dashboards.questions import Row

_LAND = "#8b97a8"
_DOT = "#d55e00"
_TIME_UNITS = {
    "month": alt.TimeUnitParams(unit="yearmonth", utc=True),
    "quarter": alt.TimeUnitParams(unit="yearquarter", utc=True),
    "year": alt.TimeUnitParams(unit="year", utc=True),
}
_PERIOD_FORMATS = {"month": "%b %Y", "quarter": "Q%q %Y", "year": "%Y"}


def volume_chart(rows: Sequence[Row]) -> alt.Chart:
    """Cables by time, stacked by level of classification.

    Args:
        rows: Of `overview_volume`.
    """
    levels = [level for level in COLOURS if any(row["classification"] == level for row in rows)]
    unit = rows[0]["period_name"] if rows else "month"
    values = [
        {
            "period": row["period"].isoformat(),
            "level": row["classification"],
            "order": levels.index(row["classification"]),
            "cables": row["cable_count"],
        }
        for row in rows
    ]
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(values=values), height=260)
        .mark_bar()
        .encode(
            x=alt.X("period:T", timeUnit=_TIME_UNITS[unit], title=f"Sent, by {unit} (UTC)"),
            y=alt.Y("cables:Q", stack=True, title="Cables", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color(
                "level:N",
                title=None,
                scale=alt.Scale(domain=levels, range=[COLOURS[level] for level in levels]),
                legend=alt.Legend(orient="top", columns=3, labelLimit=220),
            ),
            order="order:Q",
            tooltip=[
                alt.Tooltip("period:T", format=_PERIOD_FORMATS[unit], title=unit.capitalize()),
                alt.Tooltip("level:N", title="Level"),
                alt.Tooltip("cables:Q", format=",", title="Cables"),
            ],
        )
    )
    return chart


def posts_map(rows: Sequence[Row]) -> alt.LayerChart | alt.FacetChart:
    """The world, with a dot for each post; its area is proportional to the cables that it sent.

    Args:
        rows: Of `overview_posts`; those without coordinates are left out.
    """
    placed = [
        {
            "post": row["name"] or row["post"],
            "latitude": row["latitude"],
            "longitude": row["longitude"],
            "cables": row["cable_count"],
        }
        for row in rows
        if row["latitude"] is not None and row["longitude"] is not None
    ]
    world = alt.InlineData(
        values=_world(), format=alt.TopoDataFormat(feature="countries", type="topojson")
    )
    land = alt.Chart(world).mark_geoshape(
        fill=_LAND, fillOpacity=0.25, stroke=_LAND, strokeWidth=0.4, strokeOpacity=0.6
    )
    dots = (
        alt.Chart(alt.InlineData(values=placed))
        .mark_circle(color=_DOT, opacity=0.65, stroke="white", strokeWidth=0.5)
        .encode(
            longitude="longitude:Q",
            latitude="latitude:Q",
            size=alt.Size(
                "cables:Q",
                title="Cables sent",
                scale=alt.Scale(type="linear", rangeMin=12, rangeMax=700, zero=True),
                legend=alt.Legend(orient="bottom", format=",d", symbolLimit=4),
            ),
            tooltip=[
                alt.Tooltip("post:N", title="Post"),
                alt.Tooltip("cables:Q", format=",", title="Cables"),
            ],
        )
    )
    return alt.layer(land, dots).project("equalEarth").properties(height=340)


@cache
def _world() -> dict[str, Any]:
    path = resources.files("dashboards").joinpath("assets", "countries-110m.json")
    world: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return world
