"""Records of the csv dump: quoting, damage, halves, and how much of the file is held."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator

import pytest
from builders import read_bytes
from hypothesis import given
from hypothesis import strategies as st

from transforms.read.cables_csv import read_cables_csv
from transforms.read.record import Member, Record, Refusal, Skipped
from transforms.read.source import Source

HEAD = '"{n}","4/1/2008 14:30","08OSLO{n}","Embassy Oslo","CONFIDENTIAL","08LIMA88|07OSLO1290"'


def _row(n: int, header: str = "FM AMEMBASSY OSLO", body: str = "UNCLAS OSLO 000001") -> str:
    return f'{HEAD.format(n=n)},"{header}","{body}"\n'


def _items(content: str | bytes) -> list[Record | Refusal | Skipped]:
    raw = content.encode() if isinstance(content, str) else content
    items = read_bytes(raw, "cables.csv")
    for item in items:
        assert not isinstance(item, Skipped)
        part = raw[item.place.offset : item.place.offset + item.place.length]
        assert hashlib.sha256(part).hexdigest() == item.sha256
        assert raw[: item.place.offset].count(b"\n") + 1 == item.place.line
    return items


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"He said \"no\".", 'He said "no".'),
        ('He said ""no"".', 'He said "no".'),
        ('""No"", he said.', '"No", he said.'),
        ('He said ""no""', 'He said "no"'),
        (r"\"No\"", '"No"'),
        (r"A path C:\\DIR.", r"A path C:\DIR."),
        ("A line \\\nand more.", "A line \nand more."),
        ("A line\\\n\\\nand more.", "A line\n\nand more."),
        ("Commas, \n\n, and lines", "Commas, \n\n, and lines"),
        ('A quote \\",\\" within', 'A quote "," within'),
        ("Tabs\tand ¶ and é", "Tabs\tand ¶ and é"),
        ("CR\r\nLF", "CR\nLF"),
        ('"","', None),
    ],
)
def test_what_a_field_holds(body: str, text: str | None) -> None:
    first, *_ = _items(_row(1, "", body) + _row(2))
    if text is None:
        assert isinstance(first, Refusal)
    else:
        assert isinstance(first, Record)
        assert first.text == text


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(_row(1) + _row(2), id="plain"),
        pytest.param("\ufeff" + _row(1) + _row(2), id="byte order mark"),
        pytest.param((_row(1) + _row(2)).replace("\n", "\r\n"), id="crlf"),
        pytest.param("\ufeff" + _row(1) + "\ufeff" + _row(2), id="joined files"),
        pytest.param((_row(1) + _row(2)).rstrip("\n"), id="no last line end"),
        pytest.param((_row(1) + _row(2)).replace("\n", "\r"), id="carriage returns alone"),
        pytest.param("\n\n" + _row(1) + "\n\n" + _row(2) + "\n\n", id="blank lines"),
        pytest.param((_row(1) + _row(2)).replace('","', '", "'), id="blanks behind commas"),
        pytest.param(_row(1).replace('000001"\n', '000001" \n') + _row(2), id="blanks at the end"),
    ],
)
def test_both_records_are_read(content: str) -> None:
    records = [item for item in _items(content) if isinstance(item, Record)]
    assert [record.metadata.mrn for record in records] == ["08OSLO1", "08OSLO2"]
    assert [record.metadata.references for record in records] == [("08LIMA88", "07OSLO1290")] * 2


@pytest.mark.parametrize(
    ("broken", "reasons"),
    [
        pytest.param(_row(1)[:80] + "\n", ["bad_record"], id="half a record"),
        pytest.param('rest of a body", "x"\n', ["bad_record"], id="begins in the middle"),
        pytest.param(HEAD.format(n=1) + "\n", ["bad_record"], id="six fields"),
        pytest.param(_row(1).rstrip("\n") + ',"ninth"\n', ["bad_record"], id="nine fields"),
        pytest.param(_row(1, body='an "open quote'), ["bad_record"], id="bare quotes"),
        pytest.param(_row(1, "", ""), ["no_text"], id="no text"),
        pytest.param(_row(1, " ", "\n \n"), ["no_text"], id="blank text"),
    ],
)
def test_a_broken_record_costs_only_itself(broken: str, reasons: list[str]) -> None:
    items = _items(broken + _row(2) + _row(3))
    assert [item.reason for item in items if isinstance(item, Refusal)] == reasons
    assert [item.metadata.mrn for item in items if isinstance(item, Record)] == [
        "08OSLO2",
        "08OSLO3",
    ]
    assert [item.place.record for item in items if not isinstance(item, Skipped)] == [1, 2, 3]


def test_a_lone_backslash_before_the_closing_quote_is_mended() -> None:
    first, second = _items(_row(1, body="UNCLAS OSLO 000001 \\") + _row(2))
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert first.text.endswith("UNCLAS OSLO 000001 ")
    assert first.repairs == ("closing quote behind a lone backslash",)


def test_blanks_and_redactions_among_references_do_not_count() -> None:
    (record,) = _items(_row(1).replace("08LIMA88|07OSLO1290", " 08LIMA88 | |07OSLO1290|XXXX"))
    assert isinstance(record, Record)
    assert record.metadata.references == ("08LIMA88", "07OSLO1290")


def test_half_a_record_at_the_end_of_the_file() -> None:
    first, last = _items(_row(1) + _row(2)[:120])
    assert isinstance(first, Record)
    assert isinstance(last, Refusal)
    assert (last.reason, last.place.record) == ("truncated", 2)


def test_each_field_has_its_own_character_set() -> None:
    raw = _row(1, "é", "x").encode() + _row(2, "x", "\xb61. caf\xe9").encode("cp1252")
    first, second = _items(raw)
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert (first.text[0], second.text[-8:]) == ("é", "¶1. café")
    assert second.repairs == ("decoded as cp1252",)


class _Watched(io.RawIOBase):
    """A long stream that is never held as a whole."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts
        self._left = b""

    def read(self, size: int = -1) -> bytes:
        if not self._left:
            self._left = next(self._parts, b"")
        taken, self._left = self._left[:size], self._left[size:]
        return taken


@pytest.mark.parametrize("filler", [b"no record at all\n", b" \n", b'"open ', b"x" * 1000])
def test_a_long_broken_file_is_never_held_as_a_whole(filler: bytes) -> None:
    import tracemalloc

    block = filler * (1_000_000 // len(filler))

    def parts() -> Iterator[bytes]:
        yield _row(1).encode()
        for _ in range(60):
            yield block
        yield b"\n" + _row(2).encode()

    source = Source(_Watched(parts()), 64 * 1024)  # type: ignore[arg-type]
    tracemalloc.start()
    items = list(read_cables_csv(Member("x", None, "0" * 64), source, 2_000_000))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    records = [item for item in items if isinstance(item, Record)]
    assert [record.metadata.mrn for record in records] == ["08OSLO1", "08OSLO2"]
    assert peak < 30_000_000


@given(st.lists(st.sampled_from([
    '"', '""', '\\"', "\\", ",", '","', "\n", "\r\n", "x", _row(1), _row(2)[:60], " ", "é",
]), max_size=14))  # fmt: skip
def test_any_pieces_are_accounted_for(pieces: list[str]) -> None:
    content = _row(7) + "".join(pieces) + "\n" + _row(8)
    items = _items(content)
    assert isinstance(items[0], Record)
    numbers = [item.place.record for item in items if not isinstance(item, Skipped)]
    assert numbers == list(range(1, len(items) + 1))
