"""Cables by time, stacked by level of classification."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboards.addresses import EXPLORE, address
from dashboards.charts.axes import Counts, Period, Periods, counts, periods
from dashboards.levels import COLOURS
from dashboards.questions import Row

_SHARE_OF_BAND = 0.86


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a bar that stands for one level.

    Attributes:
        level: The level.
        bottom: Where it begins, in percent of the plot from below.
        height: In percent of the plot.
        cable_count: What it stands for.
    """

    level: str
    bottom: float
    height: float
    cable_count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar.

    Attributes:
        period: What was sent in it.
        left: In percent of the plot.
        width: In percent of the plot.
        pieces: The lowest level first.
        href: Explore with what was sent in this period.
    """

    period: Period
    left: float
    width: float
    pieces: tuple[Piece, ...]
    href: str


@dataclass(frozen=True, slots=True)
class VolumeChart:
    """The chart.

    Attributes:
        levels: Those that occur, the lowest first.
        counts: Upwards.
        periods: To the right.
        bars: Of periods in which a cable was sent.
    """

    levels: tuple[str, ...]
    counts: Counts
    periods: Periods
    bars: tuple[Bar, ...]


def volume_chart(rows: Sequence[Row]) -> VolumeChart | None:
    """Place the bars.

    Args:
        rows: Of `overview_volume`.

    Returns:
        None when no cable has a date.
    """
    if not rows:
        return None
    levels = tuple(level for level in COLOURS if any(r["classification"] == level for r in rows))
    across = periods([row["period"] for row in rows], rows[0]["period_name"])
    numbers = {(row["period"], row["classification"]): row["cable_count"] for row in rows}
    stacks = [
        [(level, numbers.get((period.first, level), 0)) for level in levels]
        for period in across.all
    ]
    upwards = counts(max(sum(count for _, count in stack) for stack in stacks))
    gap = across.width * (1 - _SHARE_OF_BAND) / 2
    bars = (
        Bar(
            period,
            round(place * across.width + gap, 3),
            round(across.width * _SHARE_OF_BAND, 3),
            _pieces(stack, upwards),
            address(EXPLORE, since=period.first, until=period.last),
        )
        for place, (period, stack) in enumerate(zip(across.all, stacks, strict=True))
        if any(count for _, count in stack)
    )
    return VolumeChart(levels, upwards, across, tuple(bars))


def _pieces(stack: Sequence[tuple[str, int]], upwards: Counts) -> tuple[Piece, ...]:
    pieces = []
    below = 0
    for level, count in stack:
        if count:
            pieces.append(Piece(level, upwards.at(below), upwards.at(count), count))
        below += count
    return tuple(pieces)
