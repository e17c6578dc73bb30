"""The column lineage tells the truth: what it names is what runs when a cable is parsed."""

from __future__ import annotations

import importlib
import inspect
import sys
from types import CodeType, FrameType
from typing import Any

import pytest
from builders import HEADER, OPENING, record

from handbook.lineage import filler_of
from transforms.parse.parse import parse
from transforms.schema.model import tables

BODY = """
1. (C) Summary: The minister hopes for a pier (Ref A). End summary.

A Pier and Its Critics

2. (SBU) The harbor board objected, saying that XXXXXXXXXXXX had
seen no tide table, as 07 ELDERPORT 1291 reported.

QUILL
"""


def _parser_functions() -> dict[str, CodeType]:
    """Functions of the parser that any column is filled by."""
    names = {filler_of(table, column) for table in tables().values() for column in table.columns}
    found = {}
    for name in sorted(name for name in names if name.startswith("transforms.parse.")):
        module, _, attribute = name.rpartition(".")
        function: Any = inspect.unwrap(getattr(importlib.import_module(module), attribute))
        found[name] = function.__code__
    return found


@pytest.fixture(scope="module")
def called() -> set[CodeType]:
    seen: set[CodeType] = set()

    def watch(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call":
            seen.add(frame.f_code)

    offices = "ACTION EUR-12\nINFO LOG-00 SS-15 NSC-05 /048 W"
    opening = OPENING.replace("SIPDIS", "SIPDIS\n\nDEPT FOR EUR/LAG (A. QUILL)").replace(
        "STATE 41120",
        "STATE 41120 AND 41121 (NOTAL)\n     B. QUILL E-MAIL OF MARCH 2\n"
        "     C. OSLO MSG DTG 021415Z FEB 08",
    )
    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        for blocks in ((HEADER, opening, BODY), (offices, HEADER, opening, BODY)):
            parse(record("\n\n".join(blocks)))
    finally:
        sys.setprofile(before)
    return seen


@pytest.mark.parametrize("name", _parser_functions())
def test_what_fills_a_column_is_called(name: str, called: set[CodeType]) -> None:
    assert _parser_functions()[name] in called


def test_most_of_the_parser_is_named() -> None:
    assert len(_parser_functions()) >= 30
