"""The entity-relationship diagrams of the data dictionary, drawn as SVG from the schema files.

Each box is a table with its key, the columns that it is sorted by and those that join. Relations
follow from the schema: a child has its parent, a column that recurs (`batch_id`) points to the
table that it is the key of, and a description that says "joins to `posts.post`" means it. The
drawing lies on a card of its own, so it reads the same on light and on dark pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.schema.model import Column, Table, tables

CABLES = (
    ("tag_codes",),
    ("tags", "recipients"),
    ("cables", "posts"),
    ("paragraphs", "mentions", "refs"),
)
"""Tables of the first figure, column by column: a cable and what hangs off it."""

LEDGER = (
    ("cables",),
    ("sightings",),
    ("batches", "inputs"),
    ("runs", "quality", "retractions", "rollbacks"),
)
"""Tables of the second figure: where a cable comes from."""

_JOINS = re.compile(r"joins to `(\w+)\.(\w+)`", re.IGNORECASE)
_KEYS_THAT_RECUR = {"sighting_id": "sightings", "batch_id": "batches", "run_id": "runs"}
_WIDTH, _GAP, _ROW, _HEAD, _SPACE, _EDGE = 160, 56, 19, 25, 26, 20
_ALSO_SHOWN = {"cables": ("classification", "subject"), "paragraphs": ("number", "text")}


@dataclass(frozen=True, slots=True)
class Relation:
    """A column that names a row of another table, or of another place of the same one."""

    table: str
    column: str
    target: str
    target_column: str


@dataclass(frozen=True, slots=True)
class _Box:
    table: Table
    rows: tuple[str, ...]
    more: int
    x: int
    y: int

    @property
    def height(self) -> int:
        return _HEAD + _ROW * (len(self.rows) + bool(self.more)) + 8

    def row(self, column: str) -> int:
        """Height of the middle of a column's row."""
        return self.y + _HEAD + _ROW * self.rows.index(column) + _ROW // 2 + 3


def relations() -> list[Relation]:
    """All relations between the tables, in the order of the schema."""
    return [r for table in tables().values() for r in _relations(table)]


def _relations(table: Table) -> Iterator[Relation]:
    if table.parent is not None:
        yield Relation(table.table, "cable_id", table.parent, "cable_id")
    for column in table.columns:
        yield from _relations_of(table, column)


def _relations_of(table: Table, column: Column) -> Iterator[Relation]:
    for target, key in _JOINS.findall(column.description):
        if target != table.table and (target, key) != ("sightings", "sighting_id"):
            yield Relation(table.table, column.name, target, key)
    target = _KEYS_THAT_RECUR.get(column.name, table.table)
    if target != table.table:
        yield Relation(table.table, column.name, target, column.name)


def draw(columns: Sequence[Sequence[str]], title: str) -> str:
    """A diagram as SVG.

    Args:
        columns: Names of tables, from left to right and from top to bottom.
        title: What it shows, for those who cannot see it.
    """
    shown = {name for column in columns for name in column}
    drawn = [r for r in relations() if r.table in shown and r.target in shown and _is_drawn(r)]
    boxes = {box.table.table: box for box in _place(columns, drawn)}
    width = 2 * _EDGE + len(columns) * _WIDTH + (len(columns) - 1) * _GAP
    height = max(box.y + box.height for box in boxes.values()) + _EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" font-family="sans-serif" font-size="12">',
        f"<title>{title}</title>",
        f'<rect width="{width}" height="{height}" rx="8" fill="#ffffff" stroke="#d0d7de"/>',
        *(_line(relation, boxes) for relation in drawn),
        *(line for box in boxes.values() for line in _draw_box(box)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _is_drawn(relation: Relation) -> bool:
    """Whether a line is worth its ink: what follows from another line is left out.

    A child has the sighting of its cable, a sighting names its batch, and a batch its run.
    """
    table = tables()[relation.table]
    if relation.column not in _KEYS_THAT_RECUR:
        return True
    if relation.column == "sighting_id":
        return table.parent is None
    has_sighting = any(column.name == "sighting_id" for column in table.columns)
    return not has_sighting or (table.table, relation.column) == ("sightings", "batch_id")


def _place(columns: Sequence[Sequence[str]], drawn: Sequence[Relation]) -> Iterator[_Box]:
    x = _EDGE
    for column in columns:
        y = _EDGE
        for name in column:
            box = _box(tables()[name], drawn, x, y)
            yield box
            y += box.height + _SPACE
        x += _WIDTH + _GAP


def _box(table: Table, drawn: Sequence[Relation], x: int, y: int) -> _Box:
    wanted = {*table.key, *table.sort, *_ALSO_SHOWN.get(table.table, ())}
    wanted |= {r.column for r in drawn if r.table == table.table}
    wanted |= {r.target_column for r in drawn if r.target == table.table}
    rows = tuple(column.name for column in table.columns if column.name in wanted)
    return _Box(table, rows, len(table.columns) - len(rows), x, y)


def _draw_box(box: _Box) -> Iterator[str]:
    yield (
        f'<rect x="{box.x}" y="{box.y}" width="{_WIDTH}" height="{box.height}" rx="5" '
        'fill="#f6f8fa" stroke="#57606a"/>'
    )
    yield (
        f'<path d="M{box.x} {box.y + 5}a5 5 0 0 1 5 -5h{_WIDTH - 10}a5 5 0 0 1 5 5v{_HEAD - 5}'
        f'h-{_WIDTH}z" fill="#0b4f71"/>'
    )
    yield (
        f'<text x="{box.x + 9}" y="{box.y + 17}" fill="#ffffff" font-weight="bold">'
        f"{box.table.table}</text>"
    )
    for name in box.rows:
        is_key = name in box.table.key
        weight = ' font-weight="bold"' if is_key else ""
        yield (
            f'<text x="{box.x + 9}" y="{box.row(name) + 4}" fill="#1f2328"{weight}>{name}</text>'
        )
    if box.more:
        y = box.y + _HEAD + _ROW * len(box.rows) + 16
        more = f"and {box.more} more"
        yield f'<text x="{box.x + 9}" y="{y}" fill="#57606a" font-style="italic">{more}</text>'


def _line(relation: Relation, boxes: dict[str, _Box]) -> str:
    """A curve from the column that points to the one that is pointed to, with a dot at its end."""
    start, end = boxes[relation.table], boxes[relation.target]
    y1, y2 = start.row(relation.column), end.row(relation.target_column)
    if start.x == end.x:
        x1 = x2 = start.x
        bend1 = bend2 = x1 - _GAP // 2
    elif start.x < end.x:
        x1, x2 = start.x + _WIDTH, end.x
        bend1, bend2 = x1 + _GAP // 2, x2 - _GAP // 2
    else:
        x1, x2 = start.x, end.x + _WIDTH
        bend1, bend2 = x1 - _GAP // 2, x2 + _GAP // 2
    dashed = ' stroke-dasharray="5 3"' if relation.column == "target_id" else ""
    return (
        f'<path d="M{x1} {y1}C{bend1} {y1} {bend2} {y2} {x2} {y2}" fill="none" stroke="#8250df" '
        f'stroke-width="1.5"{dashed}/><circle cx="{x2}" cy="{y2}" r="3.5" fill="#8250df"/>'
    )
