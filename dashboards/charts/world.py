"""The world, with a dot for each post; nothing of it is asked from elsewhere.

The coastlines are a TopoJSON file: borders cut into arcs, each stored once as steps on a grid, and
countries that name their arcs in order, one that runs backwards as -1 minus its number. They are
drawn in the Equal Earth projection (Savric, Patterson and Jenny 2018), which keeps areas.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate, groupby
from math import asin, cos, radians, sin, sqrt
from typing import Any

from dashboards.questions import Row

_WIDTH, _HEIGHT = 1000, 430
_SCALE = _WIDTH / 5.4133
_EQUATOR = 246
"""From above; what is south of Tierra del Fuego has no posts and is cut off."""
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_LARGEST, _SMALLEST = 16.0, 2.2

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """A post on the map.

    Attributes:
        post: As the data write it.
        name: For people.
        x: From the left, of the width.
        y: From above, of the height.
        radius: Its area is proportional to the cables that it sent, of which a few are too few
            to be seen.
        cable_count: Cables that it sent.
    """

    post: str
    name: str
    x: float
    y: float
    radius: float
    cable_count: int


@dataclass(frozen=True, slots=True)
class PostsMap:
    """The map.

    Attributes:
        width: Of the map, in its own unit.
        height: Of the map.
        land: The outlines of all countries, as the data of a path.
        dots: The largest first, so that none hides a smaller one.
        steps: Counts for the legend with their radius.
    """

    width: int
    height: int
    land: str
    dots: tuple[Dot, ...]
    steps: tuple[tuple[int, float], ...]


def posts_map(rows: Sequence[Row]) -> PostsMap:
    """Place the posts.

    Args:
        rows: Of `overview_posts`; those without coordinates are left out.
    """
    placed = [row for row in rows if row["latitude"] is not None and row["longitude"] is not None]
    most = max((row["cable_count"] for row in placed), default=1)
    dots = [_dot(row, most) for row in placed]
    steps = sorted({most, max(1, most // 4), max(1, most // 20)})
    return PostsMap(
        width=_WIDTH,
        height=_HEIGHT,
        land=_land(),
        dots=tuple(sorted(dots, key=lambda dot: -dot.cable_count)),
        steps=tuple((count, _radius(count, most)) for count in steps),
    )


def _dot(row: Row, most: int) -> Dot:
    x, y = project(row["longitude"], row["latitude"])
    count = row["cable_count"]
    return Dot(row["post"], row["name"] or row["post"], x, y, _radius(count, most), count)


def _radius(count: int, most: int) -> float:
    return round(max(_LARGEST * sqrt(count / most), _SMALLEST), 1)


def project(longitude: float, latitude: float) -> Place:
    """Where a place lies on the map, in units of the width, rounded to a tenth."""
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    x = 2 * sqrt(3) * radians(longitude) * cos(theta) / (3 * slope)
    y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return round(_WIDTH / 2 + _SCALE * x, 1), round(_EQUATOR - _SCALE * y, 1)


@cache
def _land() -> str:
    return "".join(_outlines())


def _outlines() -> Iterator[str]:
    topology = _topology()
    arcs = [list(_places(arc, topology["transform"])) for arc in topology["arcs"]]
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for rings in polygons:
            for ring in rings:
                yield _outline(ring, arcs)


def _outline(ring: Iterable[int], arcs: Sequence[Sequence[Place]]) -> str:
    """A ring as path data; neighbouring arcs share their end."""
    places: list[Place] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        places += arc[1:] if places else arc
    points = (project(*place) for place in _unbroken(places))
    return f"M{' '.join(f'{x:g} {y:g}' for (x, y), _ in groupby(points))}z"


def _unbroken(places: Iterable[Place]) -> Iterator[Place]:
    """A ring that crosses the date line goes on beyond it, rather than around the world."""
    before = 0.0
    for number, (longitude, latitude) in enumerate(places):
        turns = round((before - longitude) / 360) if number else 0
        before = longitude + 360 * turns
        yield before, latitude


def _places(arc: Iterable[Sequence[int]], transform: dict[str, Any]) -> Iterator[Place]:
    """Longitudes and latitudes."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    for x, y in accumulate(arc, lambda place, step: (place[0] + step[0], place[1] + step[1])):
        yield x * scale_x + left, min(y * scale_y + bottom, 90.0)


def _topology() -> dict[str, Any]:
    path = resources.files("dashboards").joinpath("assets", "countries-110m.json")
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found
