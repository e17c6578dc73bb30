"""Where one plain-text cable ends and the next begins."""

from __future__ import annotations

import hashlib

import pytest
from builders import HEADER, OPENING, read_bytes
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.cable import Cable
from transforms.parse.parse import parse
from transforms.read.members import read_member
from transforms.read.record import Member, Record, Refusal

NOTICE = (
    "This record is a partial extract of the original cable. "
    "The full text of the original cable is not available."
)


def _body(serial: int) -> str:
    return f"{OPENING.replace('000417', f'{serial:06d}')}\n\n1. (C) The pier opened.\n\nQUILL"


FIRST = f"{HEADER}\n\n{_body(417)}"
STARTS = {
    "whole header": f"{HEADER}\n\n{_body(418)}",
    "without transmission id": HEADER.split("\n", 1)[1] + f"\n\n{_body(418)}",
    "blank behind the called stations": "RR RUEHWEB\n\n"
    + HEADER[HEADER.index("DE ") :]
    + f"\n\n{_body(418)}",
    "from the DE line": HEADER[HEADER.index("DE ") :] + f"\n\n{_body(418)}",
    "from the date": HEADER[HEADER.index("P 01") :] + f"\n\n{_body(418)}",
    "FM and TO only": f"FM AMEMBASSY OSLO\nTO SECSTATE WASHDC\n\n{_body(418)}",
    "lone date": f"011430Z Apr 08\n\n{_body(418)}",
    "partial extract": f"{NOTICE}\n\n{_body(418)}",
    "partial extract glued": f"{NOTICE}{_body(418)}",
    "no header": _body(418),
    "date, then header in two parts": f"011430Z Apr 08\n\nFM AMEMBASSY OSLO\n\n{_body(418)}",
}


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("between", ["\n\n", "\n\n\n\n", "\nNNNN\n\n", "\n \n\n"])
def test_the_next_cable_begins_with_its_header(start: str, between: str) -> None:
    second = STARTS[start]
    third = FIRST.replace("000417", "000419")
    if "NNNN" in between:  # with transmission ids it would be a stream of ACP 127
        second = second.replace("VZCZCXRO1234\n", "")
        third = third.replace("VZCZCXRO1234\n", "")
    content = f"{FIRST}{between}{second}{between}{third}".encode()
    items = read_bytes(content)
    assert all(isinstance(item, Record) for item in items), items
    records = [item for item in items if isinstance(item, Record)]
    assert [record.place.record for record in records] == [1, 2, 3]
    assert records[1].text.removesuffix("NNNN").strip() == second.strip()
    for record in records:
        part = content[record.place.offset : record.place.offset + record.place.length]
        assert hashlib.sha256(part).hexdigest() == record.sha256
        assert content[: record.place.offset].count(b"\n") == (record.place.line or 0) - 1
    assert sum(record.place.length for record in records) == len(content)


@pytest.mark.parametrize(
    "quoted",
    [
        "FM AMEMBASSY LISBON\nTO ALL POSTS",
        "C O N F I D E N T I A L SECTION 02 OF 03 OSLO 000417",
        "C O N F I D E N T I A L SECTION 02 OF 03 OSLO 000471",
        "The message CONFIDENTIAL LISBON 000012",
        "P 011430Z APR 08",
        "SECRET",
        "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A PIER",
        "CONFIDENTIAL\nOSLO 00000417 002 OF 003",
        "RUEHC AND RUEHPV were called.",
    ],
)
def test_what_is_quoted_in_a_body_does_not_cut_it(quoted: str) -> None:
    text = f"{FIRST[:-6]}\n\n{quoted}\n\n2. (C) More.\n\nQUILL"
    assert len(read_bytes(text.encode())) == 1


def test_files_that_were_joined_are_parted_at_their_byte_order_marks() -> None:
    content = f"\ufeff{FIRST}\n\ufeff{STARTS['whole header']}".encode()
    items = read_bytes(content)
    assert [item.text.strip() for item in items if isinstance(item, Record)] == [
        FIRST,
        STARTS["whole header"],
    ]


LATER = f"{OPENING.replace('L OSLO', 'L SECTION 02 OF 02 OSLO')}\n\n2. (C) It closed.\n\nQUILL"


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(HEADER, id="whole header"),
        pytest.param(HEADER[HEADER.index("DE ") :], id="from the DE line"),
        pytest.param(HEADER[HEADER.index("P 01") :], id="from the date"),
        pytest.param("", id="no header"),
    ],
)
def test_a_later_section_goes_on_below_a_header_of_its_own(header: str) -> None:
    section = FIRST.replace("L OSLO", "L SECTION 01 OF 02 OSLO").removesuffix("\n\nQUILL")
    content = f"{section}\n\n{header}\n\n{LATER}\n\n{FIRST.replace('000417', '000418')}".encode()
    joined, other = read_bytes(content)
    assert isinstance(joined, Record)
    assert isinstance(other, Record)
    assert [item.place.record for item in (joined, other)] == [1, 2]
    cable = parse(joined)
    assert isinstance(cable, Cable)
    assert [p.text for p in cable.paragraphs] == ["The pier opened.", "It closed."]
    assert (cable.signed_by, cable.coverage, len(cable.recipients)) == ("QUILL", 1.0, 2)
    assert joined.place.length == other.place.offset
    assert hashlib.sha256(content[: joined.place.length]).hexdigest() == joined.sha256


def test_minimal_cables_are_parted() -> None:
    parts = [f"UNCLAS OSLO {n:06d}\n\n1. (U) The pier opened.\n" for n in (7, 8, 9)]
    items = read_bytes("\n".join(parts).encode())
    assert [item.text.split("\n")[0] for item in items if isinstance(item, Record)] == [
        "UNCLAS OSLO 000007",
        "UNCLAS OSLO 000008",
        "UNCLAS OSLO 000009",
    ]


def test_a_cable_that_is_too_large_does_not_hide_the_next() -> None:
    big = FIRST + "\n" + "The pier is long.\n" * 9000
    content = f"{big}\n{STARTS['whole header']}".encode()
    import io

    member = Member("dump.txt", None, "0" * 64)
    items = list(read_member(member, io.BytesIO(content), record_bytes=100_000))
    assert [type(item) for item in items] == [Refusal, Record]
    for item in items:
        assert isinstance(item, Record | Refusal)
        part = content[item.place.offset : item.place.offset + item.place.length]
        assert hashlib.sha256(part).hexdigest() == item.sha256


def test_a_file_of_one_endless_line_is_refused() -> None:
    import io

    content = b"SUBJECT: A PIER " + b"x" * 5_000_000
    member = Member("dump.txt", None, "0" * 64)
    (item,) = read_member(member, io.BytesIO(content), record_bytes=100_000)
    assert isinstance(item, Refusal)
    assert (item.reason, item.place.length) == ("too_large", len(content))


@pytest.mark.parametrize(
    ("name", "cable_id"),
    [("08OSLO417.txt", "08OSLO417"), ("x/1976NEWDE04423_b.tel", "76NEWDELHI4423")],
)
def test_the_name_of_a_file_tells_an_id_that_its_text_does_not(name: str, cable_id: str) -> None:
    text = "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: A PIER\n\n1. (C) The pier opened."
    (item,) = read_bytes(text.encode(), name)
    assert isinstance(item, Record)
    cable = parse(item)
    assert isinstance(cable, Cable)
    assert cable.cable_id == cable_id


@pytest.mark.parametrize("name", ["cable.txt", "2008notes1.txt", "part-01.txt", "dump.txt"])
def test_other_names_tell_nothing(name: str) -> None:
    (item,) = read_bytes(FIRST.encode(), name)
    assert isinstance(item, Record)
    assert item.metadata.mrn is None


@given(st.lists(st.sampled_from([*STARTS, "whole header"]), min_size=1, max_size=6), st.booleans())
def test_any_sequence_of_cables_is_parted_and_nothing_lost(
    starts: list[str], is_crlf: bool
) -> None:
    parts = [STARTS[start].replace("000418", f"{600 + n:06d}") for n, start in enumerate(starts)]
    text = "\n\n".join(parts)
    content = (text.replace("\n", "\r\n") if is_crlf else text).encode()
    items = [item for item in read_bytes(content) if isinstance(item, Record)]
    assert [" ".join(item.text.split()) for item in items] == [
        " ".join(part.split()) for part in parts
    ]
    assert (
        b"".join(content[i.place.offset : i.place.offset + i.place.length] for i in items)
        == content
    )
