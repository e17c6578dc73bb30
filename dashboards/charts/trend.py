"""TAGS over time, a line for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboards.addresses import EXPLORE, address
from dashboards.charts.axes import Counts, Period, Periods, counts, periods
from dashboards.levels import LINE_COLOURS
from dashboards.questions import Row


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a line.

    Attributes:
        x: In percent of the plot.
        y: In percent of the plot, from below.
        period: What was sent in it.
        cable_count: Cables that carry the tag.
        href: Explore with these cables.
    """

    x: float
    y: float
    period: Period
    cable_count: int
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line.

    Attributes:
        tag: What it stands for.
        name: The meaning of the tag, or None.
        colour: Its colour; every line has a dash pattern of its own besides.
        points: One for each period.
    """

    tag: str
    name: str | None
    colour: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class TrendChart:
    """The chart.

    Attributes:
        counts: Upwards.
        periods: To the right.
        lines: The most frequent tag first.
    """

    counts: Counts
    periods: Periods
    lines: tuple[Line, ...]


def trend_chart(rows: Sequence[Row]) -> TrendChart:
    """Place the lines; a period without a cable is a zero, for a line past it would say otherwise.

    Args:
        rows: Of `topics_trend`, at least one.
    """
    across = periods([row["period"] for row in rows], rows[0]["period_name"])
    upwards = counts(max(row["cable_count"] for row in rows))
    numbers = {(row["tag"], row["period"]): row["cable_count"] for row in rows}
    names = {row["tag"]: row["name"] for row in rows}
    totals = dict.fromkeys(names, 0)
    for row in rows:
        totals[row["tag"]] += row["cable_count"]
    tags = sorted(totals, key=lambda tag: (-totals[tag], tag))

    def points(tag: str) -> tuple[Point, ...]:
        found = ((period, numbers.get((tag, period.first), 0)) for period in across.all)
        return tuple(
            Point(
                across.middle(place),
                upwards.at(count),
                period,
                count,
                address(EXPLORE, tag=tag, since=period.first, until=period.last),
            )
            for place, (period, count) in enumerate(found)
        )

    lines = (
        Line(tag, names[tag], colour, points(tag))
        for tag, colour in zip(tags, LINE_COLOURS, strict=False)
    )
    return TrendChart(upwards, across, tuple(lines))
