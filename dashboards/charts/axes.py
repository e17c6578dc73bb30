"""Axes of charts: where a value lies, in percent of the plot, and what stands beside the axis.

200 |      ##          counts go up in round steps;
100 |   ## ##          periods are bands of one width, and as many are
  0 +---##-##-##       named as there is room for
     2003  2005
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

_STEPS = (1, 2, 5)
_MOST_COUNTS = 5
_MOST_NAMED = 12
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis.

    Attributes:
        at: Where, in percent from the axis' beginning.
        label: What stands there.
        is_minor: Whether it is left out where there is little room.
    """

    at: float
    label: str
    is_minor: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """An axis of counts, from zero.

    Attributes:
        top: The count at its end.
        ticks: Round counts.
    """

    top: int
    ticks: tuple[Tick, ...]

    def at(self, count: float) -> float:
        """Where a count lies, in percent."""
        return round(100 * count / self.top, 2)


@dataclass(frozen=True, slots=True)
class Period:
    """A month, a quarter or a year.

    Attributes:
        first: Its first day.
        last: Its last day.
        name: `Mar 2003`, `Q1 2003` or `2003`.
    """

    first: date
    last: date
    name: str


@dataclass(frozen=True, slots=True)
class Periods:
    """An axis of periods, all from the first to the last without a gap, bands of one width.

    Attributes:
        unit: `month`, `quarter` or `year`.
        all: The periods.
        ticks: Names of some, in the middle of their bands.
    """

    unit: str
    all: tuple[Period, ...]
    ticks: tuple[Tick, ...]

    @property
    def width(self) -> float:
        """Of a band, in percent."""
        return 100 / len(self.all)

    def middle(self, place: int) -> float:
        """Of a band, in percent."""
        return round((place + 0.5) * self.width, 3)


def counts(highest: int) -> Counts:
    """An axis that reaches a count, with a few round steps."""
    step, exponent = 1, 0
    while step * _MOST_COUNTS < highest:
        exponent += 1
        step = _STEPS[exponent % 3] * 10 ** (exponent // 3)
    top = max(step, -(-highest // step) * step)
    ticks = (Tick(100 * count / top, f"{count:,}") for count in range(0, top + 1, step))
    return Counts(top, tuple(ticks))


def periods(found: Sequence[date], unit: str) -> Periods:
    """An axis over periods.

    Args:
        found: First days of periods, at least one.
        unit: `month`, `quarter` or `year`.
    """
    step = _MONTHS[unit]
    first, last = (12 * day.year + day.month - 1 for day in (min(found), max(found)))
    days = [_first_of(month) for month in range(first, last + 1 + step, step)]
    every = tuple(
        Period(day, following - timedelta(days=1), _name(day, unit))
        for day, following in pairwise(days)
    )
    return Periods(unit, every, tuple(_named(every)))


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _name(day: date, unit: str) -> str:
    if unit == "year":
        return str(day.year)
    return f"Q{day.month // 3 + 1} {day.year}" if unit == "quarter" else f"{day:%b %Y}"


def _named(every: Sequence[Period]) -> list[Tick]:
    """All periods while they are few; else years, and of many years every second, third, ..."""
    places = list(range(len(every)))
    labels = [period.name for period in every]
    if len(every) > _MOST_NAMED:
        places = [place for place in places if every[place].first.month == 1] or places
        labels = [str(period.first.year) for period in every]
    places = places[:: -(-len(places) // _MOST_NAMED)]
    width = 100 / len(every)
    return [
        Tick(round((place + 0.5) * width, 3), labels[place], is_minor=bool(number % 2))
        for number, place in enumerate(places)
    ]
