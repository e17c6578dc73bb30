"""The short preamble, in the spelling of the mirror and in others."""

from __future__ import annotations

import hashlib
import io
from datetime import datetime

import pytest
from builders import HEADER, OPENING, read_bytes

from transforms.read.members import read_member
from transforms.read.record import Member, Record, Refusal

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
        ("FM QUILL ON THE PIER", "Embassy Oslo"),
        ("TAGS: A HISTORY", "Embassy Oslo"),
        ("EMBASSY MOVES TO A PIER", "Consulate Dry Harbor"),
        ("MISSION STATEMENT", "USUN New York"),
        ("SECRETARY OF STATE ON THE PIER", "Secretary of State"),
        ("A PIER", "US Mission Geneva"),
        ("A PIER", "USEU Brussels"),
        ("A PIER", "American Institute Taiwan, Taipei"),
        ("A PIER", "Iran RPO Dubai"),
        ("A PIER", "REO Hillah"),
        ("A PIER", "Iraq RRT Erbil"),
        ("UN VOTES ON A PIER", "UN Rome"),
    ],
)
def test_subject_and_origin_are_told_apart(subject: str, origin: str) -> None:
    text = "\n".join(["08OSLO417", subject, "2008-04-01 14:30", "SECRET//NOFORN", origin, TEXT])
    found = _read(text).metadata
    assert (found.subject, found.origin) == (subject, origin)


@pytest.mark.parametrize(
    "subject", ["A SECOND PIER", "U.S. PIERS", "EMBASSY MOVES", "MISSION: PIER"]
)
@pytest.mark.parametrize("order", ["01234", "03421", "10342", "40312", "30241", "34012"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_fields_in_any_order_with_blank_lines_between(subject: str, order: str, gap: str) -> None:
    lines = [LINES[0], subject, *LINES[2:]]
    found = _read(gap.join(lines[int(place)] for place in order) + f"\n\n{HEADER}\n\n{TEXT}")
    assert found.text == f"{HEADER}\n\n{TEXT}"
    assert (found.metadata.subject, found.metadata.origin) == (subject, "Embassy Oslo")
    assert found.metadata.sent_at == datetime(2008, 4, 1)


@pytest.mark.parametrize("missing", [1, 2, 4])
def test_a_missing_field_takes_nothing_from_the_text(missing: int) -> None:
    lines = [line for index, line in enumerate(LINES) if index != missing]
    assert _read("\n".join([*lines, HEADER, "", TEXT])).text == f"{HEADER}\n\n{TEXT}"


SECOND = ["08OSLO418", *LINES[1:]]


@pytest.mark.parametrize("between", ["\n", "\n\ufeff", "\n\n", "\n\n\n \n", "\r\n\r\n"])
@pytest.mark.parametrize(
    "preamble",
    [
        pytest.param("\n".join(SECOND), id="mirror"),
        pytest.param("\n\n".join(SECOND), id="blank lines between"),
        pytest.param("\n".join([SECOND[0], *SECOND[2:], SECOND[1]]), id="subject last"),
        pytest.param("\n".join(SECOND[:2] + SECOND[3:]), id="no date"),
        pytest.param("ID: 08OSLO418\nSubject: A SECOND PIER\nDate: 2008-04-01\n"
                     "Classification: CONFIDENTIAL\nOrigin: Embassy Oslo", id="labels"),
    ],
)  # fmt: skip
def test_cables_in_one_file_are_parted_at_their_preambles(preamble: str, between: str) -> None:
    second = f"{preamble}\n{HEADER}\n\n{TEXT}\n"
    content = ("\n".join(LINES) + f"\n{HEADER}\n\n{TEXT}{between}{second}").encode()
    items = read_bytes(content)
    assert [item.metadata.mrn for item in items if isinstance(item, Record)] == [
        "08OSLO417",
        "08OSLO418",
    ]
    for item in items:
        assert isinstance(item, Record)
        assert item.text.rstrip() == f"{HEADER}\n\n{TEXT}"
        part = content[item.place.offset : item.place.offset + item.place.length]
        assert hashlib.sha256(part).hexdigest() == item.sha256
        assert len(content[: item.place.offset].splitlines()) + 1 == item.place.line


def test_a_second_date_is_that_of_the_release() -> None:
    found = _read("\n".join([*LINES[:2], "2008-04-01 14:30", "2011-08-30 01:44", *LINES[3:], TEXT]))
    assert found.text == TEXT
    assert found.metadata.sent_at == datetime(2008, 4, 1, 14, 30)
    assert found.metadata.released_at == datetime(2011, 8, 30, 1, 44)


def test_a_subject_above_the_id_stays_with_it() -> None:
    text = "\n\n".join(
        "\n".join([LINES[1], mrn, *LINES[2:], HEADER, "", TEXT])
        for mrn in ("08OSLO417", "08OSLO418")
    )
    items = [item for item in read_bytes(text.encode()) if isinstance(item, Record)]
    assert [item.metadata.subject for item in items] == [LINES[1]] * 2
    assert all(item.text.rstrip() == f"{HEADER}\n\n{TEXT}" for item in items)


@pytest.mark.parametrize(
    "lines",
    [
        "08LIMA88",
        "REF: A. 08LIMA88\n08LIMA89\nCONFIDENTIAL\nMore text.",
        "08LIMA88\nCONFIDENTIAL\n\nThe embassy wrote so.",
        "08LIMA88\nEmbassy Lima\n" + "More text.\n" * 8 + "CONFIDENTIAL",
    ],
)
def test_an_id_in_the_text_begins_no_cable(lines: str) -> None:
    found = _read("\n".join(LINES) + f"\n{HEADER}\n\n{TEXT}\n{lines}\n")
    assert found.text.endswith(lines)


def test_a_cable_that_is_too_large_does_not_hide_the_next() -> None:
    long = "\n".join(LINES) + f"\n{HEADER}\n\n{TEXT}\n" + "The pier is long.\n" * 9000
    content = (long + "\n".join(SECOND) + f"\n{TEXT}").encode()
    items = list(
        read_member(Member("x", None, "0" * 64), io.BytesIO(content), record_bytes=100_000)
    )
    assert [type(item) for item in items] == [Refusal, Record]
    for item in items:
        assert isinstance(item, Record | Refusal)
        part = content[item.place.offset : item.place.offset + item.place.length]
        assert hashlib.sha256(part).hexdigest() == item.sha256
