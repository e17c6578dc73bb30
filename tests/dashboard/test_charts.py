"""Threads and charts: where their marks stand."""

from __future__ import annotations

from datetime import date, datetime
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboards.charts.axes import counts, periods
from dashboards.charts.references import references_chart
from dashboards.charts.trend import trend_chart
from dashboards.charts.volume import volume_chart
from dashboards.charts.world import posts_map, project
from dashboards.levels import COLOURS
from dashboards.thread_layout import lay_out


def node(cable_id: str, sent_at: datetime | None = None, depth: int = 1) -> dict[str, Any]:
    return {
        "cable_id": cable_id,
        "sent_at": sent_at,
        "depth": depth,
        "is_held": sent_at is not None,
        "subject": None,
        "classification": None,
    }


def edge(source: str, target: str, at: datetime | None = None) -> dict[str, Any]:
    return {"source_id": source, "target_id": target, "source_sent_at": at}


def test_a_thread_is_laid_out_by_date() -> None:
    first, second = datetime(2003, 3, 1), datetime(2003, 4, 1)
    thread = lay_out(
        [node("C", second, 0), node("A", first), node("LOST"), node("M")],
        [edge("A", "M", first), edge("C", "A", second), edge("C", "M", second)],
        "C",
    )
    lines = [(line.cable["cable_id"], line.at, line.cites, line.cited) for line in thread.lines]
    assert lines == [
        ("M", first, 0, 2), ("A", first, 1, 1), ("C", second, 2, 0), ("LOST", None, 0, 0),
    ]  # fmt: skip
    arcs = {(arc.source_id, arc.target_id): arc for arc in thread.arcs}
    assert (arcs["C", "M"].first, arcs["C", "M"].last, arcs["C", "M"].points_up) == (0, 2, True)
    assert arcs["C", "M"].is_start
    assert not arcs["A", "M"].is_start


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda e: e[0] != e[1]),
        max_size=14,
        unique=True,
    )
)
def test_arcs_of_one_lane_do_not_touch(ends: list[tuple[int, int]]) -> None:
    cables = [node(str(n), datetime(2003, 1, n + 1)) for n in range(8)]
    thread = lay_out(cables, [edge(str(a), str(b)) for a, b in ends], "0")
    assert len(thread.arcs) == len(ends)
    for one, other in combinations(thread.arcs, 2):
        if one.lane == other.lane:
            assert one.last < other.first or other.last < one.first
        assert 1 <= one.lane <= thread.lanes


def test_many_arcs_share_the_last_lane() -> None:
    cables = [node(str(n), datetime(2003, 1, 1 + n)) for n in range(30)]
    thread = lay_out(cables, [edge("29", str(n)) for n in range(29)], "29")
    assert (len(thread.arcs), thread.lanes) == (29, 14)


@pytest.mark.parametrize(
    ("highest", "labels"),
    [
        (0, ["0", "1"]),
        (1, ["0", "1"]),
        (5, ["0", "1", "2", "3", "4", "5"]),
        (6, ["0", "2", "4", "6"]),
        (11, ["0", "5", "10", "15"]),
        (24_999, ["0", "5,000", "10,000", "15,000", "20,000", "25,000"]),
        (250_001, ["0", "100,000", "200,000", "300,000"]),
    ],
    ids=str,
)
def test_axes_of_counts(highest: int, labels: list[str]) -> None:
    axis = counts(highest)
    assert [tick.label for tick in axis.ticks] == labels
    assert axis.at(highest) <= 100 == axis.ticks[-1].at


@pytest.mark.parametrize(
    ("first", "last", "unit", "count", "labels"),
    [
        (date(2003, 11, 1), date(2004, 1, 1), "month", 3, ["Nov 2003", "Dec 2003", "Jan 2004"]),
        (date(2003, 10, 1), date(2004, 4, 1), "quarter", 3, ["Q4 2003", "Q1 2004", "Q2 2004"]),
        (date(1966, 1, 1), date(1966, 1, 1), "year", 1, ["1966"]),
        (date(2003, 2, 1), date(2005, 3, 1), "month", 26, ["2004", "2005"]),
        (date(1979, 1, 1), date(2010, 1, 1), "year", 32,
         ["1979", "1982", "1985", "1988", "1991", "1994", "1997", "2000", "2003", "2006", "2009"]),
    ],
    ids=str,
)  # fmt: skip
def test_axes_of_periods(first: date, last: date, unit: str, count: int, labels: list[str]) -> None:
    axis = periods([last, first], unit)
    assert len(axis.all) == count
    assert [tick.label for tick in axis.ticks] == labels
    assert (axis.all[0].first, axis.all[-1].first) == (first, last)


@settings(deadline=None)
@given(st.lists(st.dates(date(1966, 1, 1), date(2030, 1, 1)), min_size=1, max_size=5))
def test_periods_leave_no_day_out(days: list[date]) -> None:
    every = periods([day.replace(day=1) for day in days], "month").all
    assert all((b.first - a.last).days == 1 for a, b in pairwise(every))


def volume(period: date, level: str, count: int) -> dict[str, Any]:
    return {"period": period, "period_name": "year", "classification": level, "cable_count": count}


def test_bars_are_stacked_by_level() -> None:
    chart = volume_chart(
        [
            volume(date(2003, 1, 1), "SECRET", 1),
            volume(date(2003, 1, 1), "UNCLASSIFIED", 3),
            volume(date(2005, 1, 1), "SECRET", 2),
        ]
    )
    assert chart is not None
    assert chart.levels == ("UNCLASSIFIED", "SECRET")
    assert [bar.period.name for bar in chart.bars] == ["2003", "2005"]
    assert [(p.level, p.bottom, p.height) for p in chart.bars[0].pieces] == [
        ("UNCLASSIFIED", 0, 75), ("SECRET", 75, 25),
    ]  # fmt: skip
    assert chart.bars[0].left < 100 / 3 < chart.bars[1].left - 30
    assert chart.bars[1].href == "explore?since=2005-01-01&until=2005-12-31"


def test_a_period_without_a_cable_is_a_zero() -> None:
    rows = [
        {"period": day, "period_name": "quarter", "tag": tag, "name": None, "cable_count": count}
        for day, tag, count in (
            (date(2003, 10, 1), "PREL", 3), (date(2004, 4, 1), "PREL", 2), (date(2004, 1, 1), "ETRD", 1),
        )
    ]  # fmt: skip
    chart = trend_chart(rows)
    assert [line.tag for line in chart.lines] == ["PREL", "ETRD"]
    assert [(p.period.name, p.cable_count) for p in chart.lines[0].points] == [
        ("Q4 2003", 3), ("Q1 2004", 0), ("Q2 2004", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("longitude", "latitude", "expected"),
    [
        (0, 0, (500, 246)),
        (180, 0, (1000, 246)),
        (-180, 0, (0, 246)),
        (0, 90, (500, 2.65)),
    ],
    ids=str,
)
def test_the_projection(longitude: float, latitude: float, expected: tuple[float, float]) -> None:
    """Equal Earth reaches 2.70663 to the side and 1.31737 upwards, by its authors' paper."""
    assert project(longitude, latitude) == pytest.approx(expected, abs=0.1)


def test_posts_without_a_place_are_not_on_the_map() -> None:
    def post(name: str, latitude: float | None, count: int) -> dict[str, Any]:
        return {"post": name, "name": None, "latitude": latitude, "longitude": 10.0, "cable_count": count}  # fmt: skip

    drawn = posts_map([post("NOWHERE", None, 900), post("SMALL", 5.0, 25), post("BIG", 60.0, 100)])
    assert [(dot.post, dot.radius) for dot in drawn.dots] == [("BIG", 16), ("SMALL", 8)]
    assert drawn.steps == ((5, 3.6), (25, 8), (100, 16))
    assert drawn.land.count("M") == drawn.land.count("z") > 170


def test_no_outline_runs_around_the_world() -> None:
    """Fiji and Russia lie on both sides of the date line; only Antarctica reaches all around."""
    for ring in posts_map([]).land.strip("M").split("M"):
        numbers = [float(number) for number in ring.rstrip("z").split()]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        steps = [abs(a[0] - b[0]) for a, b in pairwise(points) if min(a[1], b[1]) < 430]
        assert max(steps, default=0) < 100


def test_a_thread_as_a_graph() -> None:
    first, second = datetime(2003, 3, 1), datetime(2003, 4, 1)
    thread = lay_out(
        [node("C", second, 0), node("A", first), node("LOST")], [edge("C", "A", second)], "C"
    )
    chart = references_chart(thread, "C")
    assert chart is not None
    assert [(dot.line.cable["cable_id"], dot.y, dot.is_start) for dot in chart.dots] == [
        ("A", 75, False), ("C", 25, True),
    ]  # fmt: skip
    assert 0 < chart.dots[0].x < 10 < 90 < chart.dots[1].x < 100
    assert [(a.line.cable["cable_id"], b.line.cable["cable_id"]) for a, b in chart.edges] == [("C", "A")]  # fmt: skip
    assert [tick.label for tick in chart.depths] == ["0", "1"]
    assert (chart.dates[0].label, chart.dates[-1].label) == ("1 Mar 2003", "1 Apr 2003")


def test_charts_of_nothing() -> None:
    assert volume_chart([]) is None
    assert posts_map([]).dots == ()
    assert references_chart(lay_out([node("LOST")], [], "LOST"), "LOST") is None


def test_cables_of_one_instant_are_in_the_middle() -> None:
    chart = references_chart(lay_out([node("A", datetime(2003, 3, 1), 0)], [], "A"), "A")
    assert chart is not None
    assert [dot.x for dot in chart.dots] == [50]
    assert [tick.label for tick in chart.dates] == ["1 Mar 2003"]


def test_every_level_has_one_colour_on_every_chart() -> None:
    assert len(set(COLOURS.values())) == len(COLOURS)
