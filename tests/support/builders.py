"""Makes invented records, cables and homes by parts; shared by all tests."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from cablehouse.landing import Limits, find_inputs, read_input
from transforms.parse.cable import Cable
from transforms.parse.parse import parse
from transforms.parse.text.message import Line, split_lines
from transforms.read.members import read_member
from transforms.read.record import Member, Metadata, Place, Record, Refusal, Skipped

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
LIMITS = Limits(record_bytes=16 * 1024 * 1024, archive_ratio=200, archive_depth=3)
MEMBER = Member("dump.txt", None, "0" * 64)

HEADER = """VZCZCXRO1234
PP RUEHXX RUEHYY
DE RUEHEP #0417/01 0921430
ZNY CCCCC ZZH
P 011430Z APR 08
FM AMEMBASSY OSLO
TO RUEHC/SECSTATE WASHDC PRIORITY 3310
INFO RUEHPV/AMEMBASSY PORT LOUIS 0021"""

OPENING = """C O N F I D E N T I A L OSLO 000417

SIPDIS

E.O. 12958: DECL: 04/01/2018
TAGS: PREL, ETRD
SUBJECT: FERRY MINISTER WANTS A SECOND PIER

REF: A. STATE 41120

Classified By: DCM Una Bellweather, reasons 1.4 (b) and (d)."""


def message(body: str, *, header: str = HEADER, opening: str = OPENING) -> str:
    """The text of a record out of its three parts."""
    return "\n\n".join(part for part in (header, opening, body) if part)


def record(text: str, *, metadata: Metadata | None = None, is_partial: bool = False) -> Record:
    """A plain-text record with that text."""
    return Record(
        Place(MEMBER, length=len(text)),
        "plain_text",
        "0" * 64,
        text,
        metadata or Metadata(),
        is_partial,
    )


def parsed(text: str, **options: object) -> Cable:
    """The cable that a text parses into; fails when it is refused."""
    result = parse(record(text, **options))  # type: ignore[arg-type]
    assert isinstance(result, Cable), result
    return result


def opened(blocks: str, *, mark: str = "CONFIDENTIAL OSLO 000417") -> Cable:
    """The cable of nothing but a marking line and blocks of the opening."""
    return parsed(f"{mark}\n\n{blocks}", metadata=Metadata(mrn="08OSLO417"))


def table(rows: str) -> list[ParameterSet]:
    """Cases out of a table: `what stands in the cable => what is expected`, a line each.

    `⏎` stands for a line break; cells of the right side are parted by ` | `. Blank lines and lines
    of the form `# heading` are for the reader.
    """
    cases = []
    for row in rows.splitlines():
        if row.strip() and not row.startswith("# "):
            given, _, expected = row.partition(" =>")
            cells = [cell.strip() for cell in expected.split(" | ")]
            cases.append(pytest.param(given.rstrip().replace("⏎", "\n"), cells, id=given.strip()))
    return cases


def lines(text: str) -> tuple[Line, ...]:
    """Lines of a text."""
    return split_lines(text)


def read_bytes(content: bytes, name: str = "dump.txt") -> list[Record | Refusal | Skipped]:
    """Everything that a member with that content yields."""
    member = Member(name, None, "0" * 64)
    return list(read_member(member, io.BytesIO(content), record_bytes=LIMITS.record_bytes))


def read_path(path: Path) -> list[Record | Refusal | Skipped]:
    """Everything that lies under a path."""
    return [item for file in find_inputs([str(path)]) for item in read_input(file, LIMITS)]
