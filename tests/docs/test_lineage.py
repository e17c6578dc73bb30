"""The column lineage tells the truth: what it names is what runs when a cable is parsed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from handbook.lineage import filler_of
from transforms.schema.model import tables

ROOT = Path(__file__).parents[2]
FILLERS = {filler_of(table, column) for table in tables().values() for column in table.columns}
RULES = sorted(name for name in FILLERS if name.startswith("transforms.parse."))


@pytest.fixture(scope="module")
def called() -> frozenset[str]:
    """Functions of the parser that are called for a cable with a bit of everything."""
    answer = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "support" / "watch_parse.py")],
        capture_output=True, text=True, check=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return frozenset(answer.stdout.splitlines())


@pytest.mark.parametrize("name", RULES)
def test_what_fills_a_column_is_called(name: str, called: frozenset[str]) -> None:
    assert name in called


def test_most_of_the_parser_is_named() -> None:
    assert len(RULES) >= 30
