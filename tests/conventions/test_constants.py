"""A constant has one value: two of one name in a module are a merge that went wrong."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = (
    "cablehouse",
    "dashboards",
    "expectations",
    "handbook",
    "samples",
    "transforms",
    "warehouse",
)


@pytest.mark.parametrize("room", ROOMS)
def test_no_constant_is_given_two_values(room: str) -> None:
    twice = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / room).rglob("*.py"))
        for name, count in Counter(_constants(path)).items()
        if count > 1
    ]
    assert not twice


def _constants(path: Path) -> list[str]:
    body = ast.parse(path.read_text("utf-8")).body
    targets = [
        target
        for node in body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    ]
    return [target.id for target in targets if isinstance(target, ast.Name) and target.id.isupper()]
