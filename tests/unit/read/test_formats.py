"""Each format is recognised by its content and read with its exact place."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

import pytest
from builders import HEADER, OPENING, message, read_bytes
from hypothesis import given, settings
from hypothesis import strategies as st

from samples.cables import invent
from samples.formats import render_csv, render_html, render_plain, render_preamble
from transforms.read.decoding import decode
from transforms.read.record import Record, Refusal, Skipped
from transforms.read.shapes import parse_date, without_false_minutes

PLAIN = message("1. (C) The pier opened.\n\nBELLWEATHER").encode()


def _records(content: bytes, name: str = "x") -> list[Record]:
    items = read_bytes(content, name)
    assert all(isinstance(item, Record) for item in items), items
    return [item for item in items if isinstance(item, Record)]


def _assert_bytes_lead_back(content: bytes, items: list[Record | Refusal | Skipped]) -> None:
    for item in items:
        if not isinstance(item, Skipped):
            part = content[item.place.offset : item.place.offset + item.place.length]
            assert hashlib.sha256(part).hexdigest() == item.sha256


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (PLAIN, "plain_text"),
        (OPENING.encode(), "plain_text"),
        (render_csv(invent(1, 1), 1, 1).encode(), "cables_csv"),
        (render_html(invent(1, 1), 1).encode(), "cablegate_html"),
        (render_html(invent(1, 1), 1, layout=2011).encode(), "cablegate_html"),
        (render_preamble(invent(1, 1), 1).encode(), "preamble"),
        (render_plain(invent(1, 1), 1).encode(), "plain_text"),
        (b"\xef\xbb\xbf" + PLAIN, "plain_text"),
        (PLAIN.decode().encode("utf-16"), "plain_text"),
        (PLAIN.decode().encode("utf-16-be"), "plain_text"),
        (PLAIN.replace(b"\n", b"\r\n"), "plain_text"),
    ],
    ids=[
        "plain", "no-header", "csv", "html-2010", "html-2011", "preamble", "residue", "utf-8-bom",
        "utf-16", "utf-16-without-bom", "crlf",
    ],
)  # fmt: skip
def test_the_content_tells_the_format(content: bytes, expected: str) -> None:
    items = _records(content, "misleading.xyz")
    assert [item.format for item in items] == [expected]
    _assert_bytes_lead_back(content, list(items))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b" \n\t\n", "empty"),
        (bytes(range(256)), "binary"),
        (b"Boxes 4 to 9 were not delivered.", "unknown_format"),
        (b"Message Text\n\nPAGE 01\nMessage Attributes\n", "unknown_format"),
        (b"VZCZCAAA001\nBT\nNNNN\nVZCZCAAA002\nBT\nNNNN\n", "unknown_format"),
        (render_html(invent(1, 1), 1).encode()[:3000], "truncated"),
        (b'"1","4/1/2008 14:30","08OSLO1","Embassy Oslo","SECRET","","","', "truncated"),
        (b'"1","4/1/2008 14:30","08OSLO1","Embassy Oslo"\n', "bad_record"),
        (b'"1","4/1/2008 14:30","08OSLO1","Embassy Oslo","SECRET","","",""\n', "no_text"),
        (b"08OSLO1\nA subject\n2008-04-01 14:30\nSECRET\nEmbassy Oslo\n", "no_text"),
    ],
    ids=[
        "blank", "binary", "unknown", "nara-later", "acp-later", "cut-page",
        "half-record", "few-fields", "csv-without-text", "preamble-without-text",
    ],
)  # fmt: skip
def test_bad_input_is_refused_with_a_reason(content: bytes, reason: str) -> None:
    (item,) = read_bytes(content)
    assert isinstance(item, Refusal)
    assert (item.reason, bool(item.detail)) == (reason, True)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("README.md", b"# Read me"),
        ("a/.gitkeep", b""),
        ("cable.txt", b""),
        ("__MACOSX/x.txt", b"x"),
        ("x.json", b"{}"),
        ("SHA256SUMS", b"00 x"),
        ("map.bin", b"\x89PNG\r\n\x1a\n\0\0"),
        ("tag.html", b"<html><body>a listing</body></html>"),
        ("tag.html", b"<h3>Browsing by tag</h3><table class='pane'><tr><td>08OSLO1</td></tr>"),
    ],
)
def test_companions_are_passed_over_and_said_so(name: str, content: bytes) -> None:
    (item,) = read_bytes(content, name)
    assert isinstance(item, Skipped)
    assert item.why


def test_a_companions_name_does_not_hide_a_cable() -> None:
    assert len(_records(PLAIN, "README.md")) == 1


def test_several_cables_in_a_text_file_are_cut_where_each_starts() -> None:
    second = PLAIN.replace(b"OSLO 000417", b"OSLO 000418")
    headless = OPENING.replace("000417", "000419").encode() + b"\n\n1. (C) More."
    content = b"\n".join([PLAIN, b"", second, b"", headless])
    items = _records(content)
    assert [item.place.record for item in items] == [1, 2, 3]
    assert [item.place.line for item in items] == [1, 26, 51]
    _assert_bytes_lead_back(content, list(items))


def test_a_cable_quoted_in_a_body_does_not_cut_it() -> None:
    quoted = message("1. (C) They wrote:\nFM AMEMBASSY LISBON\nTO ALL POSTS\n\n2. (C) We agree.")
    assert len(_records(quoted.encode())) == 1


def test_a_later_section_of_the_same_cable_does_not_cut_it() -> None:
    text = message(
        "1. (C) One.\n\nC O N F I D E N T I A L SECTION 02 OF 02 OSLO 000417\n\n2. (C) Two."
    )
    assert len(_records(text.encode())) == 1


def test_csv_records_keep_number_line_and_bytes() -> None:
    content = "".join(render_csv(invent(n, 1), n, 1) for n in range(5)).encode()
    items = _records(content)
    assert [item.place.record for item in items] == [1, 2, 3, 4, 5]
    assert items[1].place.line == content[: items[1].place.offset].count(b"\n") + 1
    _assert_bytes_lead_back(content, list(items))


def test_reading_goes_on_behind_a_broken_csv_record() -> None:
    good = [render_csv(invent(n, 1), n, 1).encode() for n in range(3)]
    broken = good[1][:700] + b"\n"
    items = read_bytes(good[0] + broken + good[2])
    assert [type(item) for item in items] == [Record, Refusal, Record]
    assert items[2].metadata.mrn == invent(2, 1).cable_id  # type: ignore[union-attr]
    _assert_bytes_lead_back(good[0] + broken + good[2], items)


def test_csv_escapes_are_undone_and_line_final_backslashes_dropped() -> None:
    content = (
        rb'"1","4/1/2008 14:30","08OSLO1","Embassy Oslo","SECRET","08OSLO2|07OSLO3",'
        rb'"FM AMEMBASSY OSLO","S E C R E T OSLO 000001' + b"\n"
        rb"1. He said \"no\" and C:\\\\DIR \\" + b"\n" + rb'end"' + b"\n"
    )
    (item,) = _records(content)
    assert item.text.endswith('1. He said "no" and C:\\\\DIR\nend')
    assert item.metadata.references == ("08OSLO2", "07OSLO3")
    assert item.metadata.sent_at == datetime(2008, 4, 1, 14, 30)
    assert "line-final backslashes dropped" in item.repairs


@settings(deadline=None)  # a busy machine takes half a second now and then
@given(
    st.lists(
        st.text(st.characters(exclude_characters="\0\r\f\xa0\\ÂÃÄÅâ", codec="utf-8")), max_size=4
    )
)
def test_csv_fields_come_back_whatever_they_hold(texts: list[str]) -> None:
    def field(text: str) -> str:
        return '"' + text.replace('"', '\\"') + '"'

    content = "".join(
        f'"{n}","4/1/2008 14:30","08OSLO{n}","Embassy Oslo","SECRET","","",{field("x" + text)}\n'
        for n, text in enumerate(texts, 1)
    ).encode()
    items = read_bytes(content) if texts else []
    assert [item.text for item in items if isinstance(item, Record)] == [
        ("x" + text).strip("\n") for text in texts
    ]


def test_html_gives_metadata_and_text_without_markup() -> None:
    page = render_html(invent(3, 1), 1).encode()
    (item,) = _records(page)
    cable = invent(3, 1)
    assert item.metadata.mrn == cable.cable_id
    assert item.metadata.subject == cable.subject
    assert item.metadata.classification == (
        "SECRET//NOFORN" if "NOFORN" in cable.captions else cable.classification
    )
    assert item.metadata.released_at == datetime(2010, 12, 1, 21, 9)
    assert item.metadata.sent_at_precision == "hour"
    assert "<a" not in item.text
    assert "¶1. " in item.text


def test_entities_are_decoded_only_with_their_semicolon() -> None:
    page = render_html(invent(3, 1), 1).replace("SIPDIS", "&quot;x&quot; &pound &#233; &para1")
    (item,) = _records(page.encode())
    assert '"x" &pound é &para1' in item.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2008-04-01 14:30", (datetime(2008, 4, 1, 14, 30), "minute")),
        ("4/1/2008 14:30", (datetime(2008, 4, 1, 14, 30), "minute")),
        ("2008-04-01", (datetime(2008, 4, 1), "day")),
        ("01 April 2008", (datetime(2008, 4, 1), "day")),
        ("Tuesday, 1 April 2008", (datetime(2008, 4, 1), "day")),
        ("Tuesday, 01 April 2008, 14:30", (datetime(2008, 4, 1, 14, 30), "minute")),
        ("Tue Apr 01 00:00:00 +0100 2008", (datetime(2008, 4, 1), "day")),
        ("13/45/2008 14:30", None),
        ("yesterday", None),
    ],
)
def test_dates_of_dumps(text: str, expected: tuple[datetime, str] | None) -> None:
    assert parse_date(text) == expected


def test_minutes_that_repeat_the_hour_are_not_believed() -> None:
    assert without_false_minutes(datetime(2008, 4, 1, 14, 2), "minute") == (
        datetime(2008, 4, 1, 14),
        "hour",
    )
    assert without_false_minutes(datetime(2008, 4, 1, 14, 30), "minute")[1] == "minute"


def test_the_preamble_is_known_by_shape_not_position() -> None:
    text = (
        f"CONFIDENTIAL\n08OSLO417\nEmbassy Oslo\nSubject: A second pier\n2008-04-01 14:30\n"
        f"{HEADER}\n\n{OPENING}"
    )
    (item,) = _records(text.encode())
    assert (item.metadata.mrn, item.metadata.subject, item.metadata.origin) == (
        "08OSLO417",
        "A second pier",
        "Embassy Oslo",
    )
    assert item.text.startswith("VZCZCXRO1234")


@pytest.mark.parametrize(
    ("raw", "text", "repair"),
    [
        ("café".encode(), "café", None),
        ("café’s".encode("cp1252"), "café’s", "decoded as cp1252"),
        (b"a\r\nb\rc", "a\nb\nc", "line ends normalised"),
        (b"a\x81b\x93c", "a\x81b“c", "decoded as cp1252"),
        ("a\u00a0b".encode(), "a b", "no-break spaces became blanks"),
    ],
)
def test_what_decoding_repairs_is_reported(raw: bytes, text: str, repair: str | None) -> None:
    decoded = decode(raw)
    assert decoded.text == text
    assert (repair in decoded.repairs) if repair else decoded.repairs == ()


@given(st.binary(max_size=3000))
def test_no_bytes_raise_and_something_is_always_said(content: bytes) -> None:
    items = read_bytes(content)
    assert items
    _assert_bytes_lead_back(content, items)


@given(st.integers(0, 40), st.integers(0, 5000), st.binary(min_size=1, max_size=3))
def test_a_damaged_csv_never_raises_and_leads_back(n: int, at: int, damage: bytes) -> None:
    content = "".join(render_csv(invent(k, 1, mean_sentences=1), k, 1) for k in (n, n + 1)).encode()
    broken = content[: at % len(content)] + damage + content[at % len(content) :]
    items = read_bytes(broken)
    assert items
    _assert_bytes_lead_back(broken, items)


@pytest.mark.parametrize(
    ("released", "precision"),
    [("2010-12-01 21:09", "hour"), ("2011-07-31 23:59", "hour"), ("2011-08-30 01:44", "minute")],
)
def test_pages_released_since_the_later_layout_are_believed(released: str, precision: str) -> None:
    cable = replace(invent(7, 1), sent_at=datetime(2004, 12, 2, 18, 6))
    page = render_html(cable, 1, layout=2011).replace("2011-08-30 01:44", released)
    (item,) = read_bytes(page.encode())
    assert isinstance(item, Record)
    assert item.metadata.sent_at_precision == precision
