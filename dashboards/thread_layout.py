"""The references around a cable as a drawing: one line per cable by date, arcs for references.

    3 Mar   03ANKARA101   -.      each arc leads from the cable that cites
   10 Mar   03ANKARA102   <'      to the one that it cites

Lines have one height, so that arcs can be placed by line numbers alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dashboards.questions import Row

_MOST_LANES = 14


@dataclass(frozen=True, slots=True)
class Arc:
    """A reference.

    Attributes:
        source_id: The cable that cites.
        target_id: The one that is cited.
        first: Line of the upper end, from 0.
        last: Line of the lower end.
        lane: How far from the lines it runs, from 1; short arcs are nearer.
        points_up: Whether the cited cable is the upper one.
        is_start: Whether it touches the cable that was asked for.
    """

    source_id: str
    target_id: str
    first: int
    last: int
    lane: int
    points_up: bool
    is_start: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A cable of a thread.

    Attributes:
        cable: Its row of `thread_cables`.
        at: When it was sent; of a cable that is not held, when it was first cited.
        cites: How many of the shown cables it cites.
        cited: How many of them cite it.
    """

    cable: Row
    at: datetime | None
    cites: int
    cited: int


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread, ready to be drawn.

    Attributes:
        lines: Its cables by date.
        arcs: Its references.
        lanes: How many lanes the arcs need.
    """

    lines: tuple[Line, ...]
    arcs: tuple[Arc, ...]
    lanes: int


def lay_out(cables: Sequence[Row], edges: Sequence[Row], start: str) -> Thread:
    """Place the cables of a thread and the references between them.

    Args:
        cables: Of `thread_cables`.
        edges: Of `thread_edges`; both ends must be among the cables.
        start: The cable that was asked for.

    Returns:
        Lines sorted by date, cables without any date last; arcs in lanes, so that those in one
        lane do not touch as long as there are lanes.
    """
    first_cited: dict[str, datetime] = {}
    for edge in edges:
        if edge["source_sent_at"] is not None:
            first_cited.setdefault(edge["target_id"], edge["source_sent_at"])
    lines = [
        Line(
            cable,
            cable["sent_at"] or first_cited.get(cable["cable_id"]),
            sum(edge["source_id"] == cable["cable_id"] for edge in edges),
            sum(edge["target_id"] == cable["cable_id"] for edge in edges),
        )
        for cable in cables
    ]
    lines.sort(key=lambda line: (line.at or datetime.max, line.cable["is_held"], _id(line)))
    places = {_id(line): place for place, line in enumerate(lines)}
    arcs = _arcs(edges, places, start)
    return Thread(tuple(lines), tuple(arcs), max((arc.lane for arc in arcs), default=0))


def _id(line: Line) -> str:
    return str(line.cable["cable_id"])


def _arcs(edges: Sequence[Row], places: dict[str, int], start: str) -> list[Arc]:
    """Short arcs first, each in the nearest lane that is free all along it."""
    taken: list[list[tuple[int, int]]] = []
    arcs = []
    ends = [(places[e["source_id"]], places[e["target_id"]], e) for e in edges]
    for source, target, edge in sorted(ends, key=lambda end: (abs(end[0] - end[1]), end[:2])):
        first, last = min(source, target), max(source, target)
        lane = _free_lane(taken, first, last)
        is_start = start in {edge["source_id"], edge["target_id"]}
        arcs.append(
            Arc(
                edge["source_id"],
                edge["target_id"],
                first,
                last,
                lane + 1,
                target < source,
                is_start,
            )
        )
    return arcs


def _free_lane(taken: list[list[tuple[int, int]]], first: int, last: int) -> int:
    for lane, spans in enumerate(taken):
        if all(last < a or b < first for a, b in spans):
            spans.append((first, last))
            return lane
    if len(taken) < _MOST_LANES:
        taken.append([(first, last)])
    return len(taken) - 1
