"""Charts, from rows to specifications; colours that both themes and all eyes can read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import altair as alt

from dashboards.addresses import cable_address
from dashboards.levels import COLOURS, LINE_COLOURS, NOT_HELD, UNMARKED
from dashboards.questions import Row
from dashboards.thread_layout import Line, Thread

_GREY = "#8b97a8"
_LEVEL_COLOURS = {**COLOURS, NOT_HELD: _GREY}
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
            color=_coloured_by_level(levels),
            order="order:Q",
            tooltip=[
                alt.Tooltip("period:T", format=_PERIOD_FORMATS[unit], title=unit.capitalize()),
                alt.Tooltip("level:N", title="Level"),
                alt.Tooltip("cables:Q", format=",", title="Cables"),
            ],
        )
    )
    return chart


def _coloured_by_level(levels: Sequence[str]) -> alt.Color:
    """The colour of a mark by its `level`, with a legend of the levels that occur."""
    return alt.Color(
        "level:N",
        title=None,
        scale=alt.Scale(domain=levels, range=[_LEVEL_COLOURS[level] for level in levels]),
        legend=alt.Legend(orient="top", columns=3, labelLimit=220),
    )


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
        fill=_GREY, fillOpacity=0.25, stroke=_GREY, strokeWidth=0.4, strokeOpacity=0.6
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
                legend=alt.Legend(orient="bottom", format=",d", values=_steps(placed)),
            ),
            tooltip=[
                alt.Tooltip("post:N", title="Post"),
                alt.Tooltip("cables:Q", format=",", title="Cables"),
            ],
        )
    )
    return alt.layer(land, dots).project("equalEarth").properties(height=340)


def _steps(placed: Sequence[dict[str, Any]]) -> list[int]:
    """Counts for a legend: the highest, its half and its tenth."""
    most = max((post["cables"] for post in placed), default=1)
    return sorted({most, max(1, most // 2), max(1, most // 10)})


@cache
def _world() -> dict[str, Any]:
    path = resources.files("dashboards").joinpath("assets", "countries-110m.json")
    world: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return world


def thread_chart(thread: Thread, start: str) -> alt.LayerChart | alt.FacetChart:
    """The references around a cable: date to the right, depth upwards.

    Args:
        thread: As `lay_out` gives it; cables without any date are left out.
        start: The cable that was asked for.
    """
    dated = [line for line in thread.lines if line.at is not None]
    points = {line.cable["cable_id"]: _point(line, start) for line in dated}
    lines = [
        {
            "x": points[arc.source_id]["sent"],
            "y": points[arc.source_id]["depth"],
            "x2": points[arc.target_id]["sent"],
            "y2": points[arc.target_id]["depth"],
        }
        for arc in thread.arcs
        if arc.source_id in points and arc.target_id in points
    ]
    levels = [*COLOURS, NOT_HELD]
    shown = [level for level in levels if any(p["level"] == level for p in points.values())]
    depths = max((point["depth"] for point in points.values()), default=0)
    rules = (
        alt.Chart(alt.InlineData(values=lines))
        .mark_rule(color=_GREY, opacity=0.7)
        .encode(x=alt.X("x:T"), y=alt.Y("y:Q"), x2="x2:T", y2="y2:Q")
    )
    dots = (
        alt.Chart(alt.InlineData(values=list(points.values())))
        .mark_point(filled=True, opacity=1, stroke="white", strokeWidth=0.6)
        .encode(
            x=alt.X("sent:T", title="Sent (UTC); cables not held: first cited"),
            y=alt.Y(
                "depth:Q",
                title="References away",
                axis=alt.Axis(tickMinStep=1, format="d", tickCount=depths + 1),
                scale=alt.Scale(domain=[-0.5, depths + 0.5], nice=False),
            ),
            size=alt.condition("datum.is_start", alt.value(220), alt.value(75)),
            shape=alt.Shape(
                "state:N",
                title=None,
                scale=alt.Scale(domain=["held", NOT_HELD], range=["circle", "diamond"]),
                legend=None,
            ),
            color=_coloured_by_level(shown),
            href="href:N",
            tooltip=[
                alt.Tooltip("cable:N", title="Cable"),
                alt.Tooltip("subject:N", title="Subject"),
                alt.Tooltip("level:N", title="Level"),
                alt.Tooltip("sent:T", format="%-d %b %Y", title="Sent"),
            ],
        )
    )
    return alt.layer(rules, dots).properties(height=90 + 55 * (depths + 1))


def _point(line: Line, start: str) -> dict[str, Any]:
    cable = line.cable
    is_held = cable["is_held"]
    return {
        "cable": cable["cable_id"],
        "sent": f"{line.at:%Y-%m-%dT%H:%M:%SZ}",
        "depth": cable["depth"],
        "level": (cable["classification"] or UNMARKED) if is_held else NOT_HELD,
        "state": "held" if is_held else NOT_HELD,
        "subject": cable["subject"] or "",
        "href": cable_address(cable["cable_id"]),
        "is_start": cable["cable_id"] == start,
    }


def trend_chart(rows: Sequence[Row]) -> alt.Chart:
    """TAGS over time, a line for each.

    Args:
        rows: Of `topics_trend`.
    """
    totals: dict[str, int] = {}
    names: dict[str, str] = {}
    counts: dict[tuple[date, str], int] = {}
    for row in rows:
        totals[row["tag"]] = totals.get(row["tag"], 0) + row["cable_count"]
        names[row["tag"]] = row["name"] or ""
        counts[row["period"], row["tag"]] = row["cable_count"]
    tags = sorted(totals, key=lambda tag: -totals[tag])
    unit = rows[0]["period_name"] if rows else "year"
    # A period without a cable is a zero; a line past it would say otherwise.
    values = [
        {
            "period": period.isoformat(),
            "tag": tag,
            "name": names[tag],
            "cables": counts.get((period, tag), 0),
        }
        for period in _periods([row["period"] for row in rows], unit)
        for tag in tags
    ]
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(values=values), height=280)
        .mark_line(point=alt.OverlayMarkDef(size=28), strokeWidth=2)
        .encode(
            x=alt.X("period:T", timeUnit=_TIME_UNITS[unit], title=f"Sent, by {unit} (UTC)"),
            y=alt.Y("cables:Q", title="Cables", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color(
                "tag:N",
                title=None,
                scale=alt.Scale(domain=tags, range=LINE_COLOURS[: len(tags)]),
                legend=alt.Legend(orient="top", columns=3, labelLimit=120, symbolType="stroke"),
            ),
            strokeDash=alt.StrokeDash("tag:N", legend=None, scale=alt.Scale(domain=tags)),
            tooltip=[
                alt.Tooltip("tag:N", title="Tag"),
                alt.Tooltip("name:N", title="Meaning"),
                alt.Tooltip("period:T", format=_PERIOD_FORMATS[unit], title=unit.capitalize()),
                alt.Tooltip("cables:Q", format=",", title="Cables"),
            ],
        )
    )
    return chart


def _periods(found: Sequence[date], unit: str) -> list[date]:
    """All periods from the first to the last of some, each by its first day."""
    if not found:
        return []
    step = {"month": 1, "quarter": 3, "year": 12}[unit]
    first, last = (12 * day.year + day.month - 1 for day in (min(found), max(found)))
    return [date(month // 12, month % 12 + 1, 1) for month in range(first, last + 1, step)]
