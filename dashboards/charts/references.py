"""The references around a cable: date to the right, number of references away upwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from dashboards.addresses import cable_address
from dashboards.charts.axes import Tick
from dashboards.levels import COLOURS, UNMARKED
from dashboards.thread_layout import Line, Thread

_MARGIN = 0.04
_DAY = timedelta(days=1)
_TICKS = 5


@dataclass(frozen=True, slots=True)
class Dot:
    """A cable.

    Attributes:
        x: In percent of the plot.
        y: In percent of the plot, from below.
        line: The cable, and its date.
        level: Its level; of a cable that is not held, that of cables without one.
        href: Its page.
        is_start: Whether it is the one that was asked for.
    """

    x: float
    y: float
    line: Line
    level: str
    href: str
    is_start: bool


@dataclass(frozen=True, slots=True)
class ReferencesChart:
    """The chart.

    Attributes:
        dots: Cables with a date, in the order of the list below the chart.
        edges: Pairs of dots: citing, cited.
        depths: Numbers of references away, from 0.
        dates: A few days, to the right.
        levels: Those of the cables held that occur, the lowest first.
        has_missing: Whether one of the cables is not held.
    """

    dots: tuple[Dot, ...]
    edges: tuple[tuple[Dot, Dot], ...]
    depths: tuple[Tick, ...]
    dates: tuple[Tick, ...]
    levels: tuple[str, ...]
    has_missing: bool


def references_chart(thread: Thread, start: str) -> ReferencesChart | None:
    """Place the cables of a thread.

    Args:
        thread: As `lay_out` gives it; cables without any date are left out.
        start: The cable that was asked for.

    Returns:
        None when no cable has a date.
    """
    dated = [(line, line.at) for line in thread.lines if line.at is not None]
    if not dated:
        return None
    first, last = min(at for _, at in dated), max(at for _, at in dated)
    margin = max((last - first) * _MARGIN, _DAY)
    left, span = first - margin, last - first + 2 * margin
    deepest: int = max(line.cable["depth"] for line, _ in dated)

    def across(at: datetime) -> float:
        return round(100 * (at - left).total_seconds() / span.total_seconds(), 2)

    def up(depth: int) -> float:
        return round(100 * (depth + 0.5) / (deepest + 1), 2)

    dots = {
        line.cable["cable_id"]: Dot(
            x=across(at),
            y=up(line.cable["depth"]),
            line=line,
            level=line.cable["classification"] or UNMARKED,
            href=cable_address(line.cable["cable_id"]),
            is_start=line.cable["cable_id"] == start,
        )
        for line, at in dated
    }
    held = [dot for dot in dots.values() if dot.line.cable["is_held"]]
    days = sorted({first + (last - first) * n / (_TICKS - 1) for n in range(_TICKS)})
    return ReferencesChart(
        dots=tuple(dots.values()),
        edges=tuple(
            (dots[arc.source_id], dots[arc.target_id])
            for arc in thread.arcs
            if arc.source_id in dots and arc.target_id in dots
        ),
        depths=tuple(Tick(up(depth), str(depth)) for depth in range(deepest + 1)),
        dates=tuple(
            Tick(across(day), f"{day.day} {day:%b %Y}", is_minor=bool(number % 2))
            for number, day in enumerate(days)
        ),
        levels=tuple(level for level in COLOURS if any(dot.level == level for dot in held)),
        has_missing=len(held) < len(dots),
    )
