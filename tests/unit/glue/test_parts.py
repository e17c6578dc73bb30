"""A part is parsed together, and each record keeps its own result."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime

import pytest
from builders import message, record

from cablehouse import parts
from cablehouse.parts import build_part
from transforms.parse.cable import Cable
from transforms.parse.parse import parse, parse_by_steps
from transforms.read.record import Record, Refusal
from transforms.tables.rows import Origin, build_tables, read_as

ORIGIN = Origin("run", "b" * 16, "9", datetime(2026, 1, 1))


def _record(serial: int) -> Record:
    text = message(f"1. (C) Pier {serial} opened.\n\n2. (U) Fog.\nQUILL")
    return record(text.replace("OSLO 000417", f"OSLO {serial:06d}"))


def test_records_come_out_as_when_parsed_one_by_one() -> None:
    records = [record(" ") if n % 7 == 0 else _record(n) for n in range(1, 251)]
    readings = [read_as(ORIGIN, one, parse(one)) for one in records]
    expected = build_tables(readings, ORIGIN)
    part = build_part(ORIGIN, records)
    assert part.record_count == 250
    assert len(part.refused) == 35
    assert part.tables["cables"].num_rows == 215
    for name, rows in expected.items():
        assert part.tables[name].equals(rows), name


def test_a_fault_in_any_step_costs_one_record(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(one: Record) -> Generator[None, None, Cable | Refusal]:
        if "Pier 3 " in one.text:
            raise ZeroDivisionError("at once")
        yield
        if "Pier 105 " in one.text:
            raise ZeroDivisionError("later")
        return (yield from parse_by_steps(one))

    monkeypatch.setattr(parts, "parse_by_steps", faulty)
    part = build_part(ORIGIN, [_record(n) for n in range(1, 121)])
    assert part.tables["cables"].num_rows == 118
    details = part.tables["sightings"]["detail"].to_pylist()
    faults = {n: detail for n, detail in enumerate(details, 1) if detail}
    assert faults == {
        3: "ZeroDivisionError: at once. Please report it with this record.",
        105: "ZeroDivisionError: later. Please report it with this record.",
    }
