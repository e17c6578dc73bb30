"""The short preamble, in the spelling of the mirror and in others."""

from __future__ import annotations

from datetime import datetime

import pytest
from builders import HEADER, OPENING, read_bytes

from transforms.read.record import Record

TEXT = f"{OPENING}\n\n1. (C) The pier opened."
NOTICE = (
    "This record is a partial extract of the original cable. "
    "The full text of the original cable is not available."
)
LINES = [
    "08OSLO417",
    "A SECOND PIER",
    "Tue Apr 01 00:00:00 +0100 2008",
    "CONFIDENTIAL",
    "Embassy Oslo",
]


def _read(text: str) -> Record:
    (item,) = read_bytes(text.encode())
    assert isinstance(item, Record), item
    assert item.format == "preamble"
    return item


@pytest.mark.parametrize(
    "preamble",
    [
        pytest.param("\n".join(LINES), id="mirror"),
        pytest.param("\n\n".join(LINES), id="blank lines between"),
        pytest.param("\n" + "\n".join(LINES) + "\n\n", id="blank lines around"),
        pytest.param("\n".join([*LINES[1:2], *LINES[:1], *LINES[2:]]), id="subject first"),
        pytest.param("\n".join([*LINES[:1], *LINES[3:], *LINES[1:3]]), id="subject late"),
        pytest.param("\n".join([*LINES[:2], "2008-04-01", *LINES[3:]]), id="ISO date"),
        pytest.param("\n".join([*LINES[:2], "01 April 2008", *LINES[3:]]), id="date in words"),
        pytest.param("\n".join(["ID: 08OSLO417", "Subject: A SECOND PIER", "Date: 2008-04-01",
                                "Classification: CONFIDENTIAL", "Origin: Embassy Oslo"]),
                     id="labels"),
        pytest.param("\n".join(["08OSLO417", "A SECOND", "PIER", *LINES[2:]]), id="wrapped subject"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"\n{HEADER}\n\n{TEXT}", id="header at once"),
        pytest.param(f"\n\n{HEADER}\n\n{TEXT}", id="header"),
        pytest.param(f"\n\n{NOTICE}\n\n011430Z Apr 08\n{TEXT}", id="extract and lone date"),
        pytest.param(f"\n{NOTICE}{TEXT}", id="extract glued"),
        pytest.param(f"\n{TEXT}", id="body at once"),
        pytest.param("\n" + TEXT.replace("C O N F I D E N T I A L", "C O N F I D E N T A L"),
                     id="marking misspelt"),
    ],
)  # fmt: skip
def test_what_the_preamble_says(preamble: str, text: str) -> None:
    found = _read(preamble + text)
    assert found.metadata.mrn == "08OSLO417"
    assert found.metadata.subject == "A SECOND PIER"
    assert found.metadata.classification == "CONFIDENTIAL"
    assert found.metadata.origin == "Embassy Oslo"
    assert (found.metadata.sent_at, found.metadata.sent_at_precision) == (
        datetime(2008, 4, 1),
        "day",
    )
    assert found.text == text.strip("\n")
    assert found.is_partial == (NOTICE in text)


@pytest.mark.parametrize(
    ("subject", "origin"),
    [
        ("US TRADE TALKS OPEN", "Embassy Oslo"),
        ("EMBASSY MOVES TO A PIER", "Consulate Dry Harbor"),
        ("MISSION STATEMENT", "USUN New York"),
        ("SECRETARY OF STATE ON THE PIER", "Secretary of State"),
        ("A PIER", "US Mission Geneva"),
        ("A PIER", "USEU Brussels"),
        ("A PIER", "American Institute Taiwan, Taipei"),
        ("A PIER", "Iran RPO Dubai"),
        ("A PIER", "REO Hillah"),
    ],
)
def test_subject_and_origin_are_told_apart(subject: str, origin: str) -> None:
    text = "\n".join(["08OSLO417", subject, "2008-04-01 14:30", "SECRET//NOFORN", origin, TEXT])
    found = _read(text).metadata
    assert (found.subject, found.origin) == (subject, origin)


@pytest.mark.parametrize("missing", [1, 2, 4])
def test_a_missing_field_takes_nothing_from_the_text(missing: int) -> None:
    lines = [line for index, line in enumerate(LINES) if index != missing]
    assert _read("\n".join([*lines, HEADER, "", TEXT])).text == f"{HEADER}\n\n{TEXT}"
