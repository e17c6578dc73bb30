"""Draws `results/ratio.svg`: the ratio to the floor over the commits that were measured."""

from __future__ import annotations

import json
import math
from pathlib import Path

RESULTS = Path(__file__).parent / "results"
WIDTH, HEIGHT, LEFT, TOP = 900, 420, 60, 30
GOAL = 2.0
COLOURS = ("#0b6e99", "#a1260d", "#4f7a28", "#7a4b00", "#6b3fa0")


def main() -> None:
    """Read all results, write the plot."""
    runs = [json.loads(path.read_text("utf-8")) for path in sorted(RESULTS.glob("2*.json"))]
    ratios = [row["ratio"] for run in runs for row in run["rows"]]
    top = math.ceil(math.log10(max(ratios)))
    parts = [_axis(value, top) for value in (1, GOAL, *(10**n for n in range(1, top + 1)))]
    step = (WIDTH - LEFT - 150) / max(1, len(runs) - 1)
    for index, run in enumerate(runs):
        parts.append(_text(LEFT + index * step, HEIGHT - 8, run["commit"], "middle"))
    sizes = sorted({row["cables"] for run in runs for row in run["rows"]})
    for colour, size in zip(COLOURS, sizes, strict=False):
        points = [
            (LEFT + index * step, _height(row["ratio"], top))
            for index, run in enumerate(runs)
            for row in run["rows"]
            if row["cables"] == size
        ]
        parts.append(_line(points, colour, f"{size:,} cables"))
    body = "\n".join(parts)
    (RESULTS / "ratio.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>\n'
        f"{_text(LEFT, 18, 'Seconds of a run by seconds of the floor (goal: 2)', 'start')}\n"
        f"{body}\n</svg>\n"
    )


def _height(ratio: float, top: int) -> float:
    return HEIGHT - 30 - math.log10(ratio) / top * (HEIGHT - 30 - TOP)


def _axis(value: float, top: int) -> str:
    height = _height(value, top)
    dash = ' stroke-dasharray="4"' if value == GOAL else ""
    return (
        f'<path d="M{LEFT} {height:.1f}H{WIDTH - 150}" stroke="#ccc"{dash}/>'
        f"{_text(LEFT - 8, height + 4, f'{value:g}', 'end')}"
    )


def _line(points: list[tuple[float, float]], colour: str, name: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points)
    x, y = points[-1]
    line = f'<polyline points="{path}" fill="none" stroke="{colour}"/>'
    return line + dots + _text(x + 8, y + 4, name, "start")


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'


if __name__ == "__main__":
    main()
