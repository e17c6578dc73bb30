"""Whatever bytes come in, every record ends as a cable or a refusal with a place, and none is lost."""

from __future__ import annotations

import gzip
import hashlib
import io
import tarfile
from datetime import datetime
from pathlib import Path

import pytest
from builders import CORPUS, HEADER, OPENING, read_bytes, read_path
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from samples.cables import invent
from samples.formats import render_csv, render_html, render_plain, render_preamble
from transforms.parse.cable import Cable
from transforms.parse.parse import parse
from transforms.read.record import Record, Refusal, Skipped
from transforms.tables.rows import Origin, build_tables, read_as

ORIGIN = Origin("run", "0" * 16, "1", datetime(2026, 1, 1))
PIECES = [
    render_plain(invent(1, 1, mean_sentences=1), 1).encode(),
    render_html(invent(2, 1, mean_sentences=1), 1).encode(),
    render_csv(invent(3, 1, mean_sentences=1), 3, 1).encode(),
    render_preamble(invent(4, 1, mean_sentences=1), 1).encode(),
    HEADER.encode(),
    OPENING.encode(),
    b"Message Text\n",
    b"Message Attributes\n",
    b"VZCZCAAA001\n",
    b"NNNN\n",
    b"<table class='cable'>",
    b"<code><pre>",
    b"</pre></code></html>",
    b'"1","4/1/2008 14:30","08OSLO1","',
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"7z\xbc\xaf\x27\x1c",
    b"\0\xff\xb6\xc3",
    b"\xef\xbb\xbf",
    b"\r\n\r\n",
    b"\n",
]


def _accounted(items: list[Record | Refusal | Skipped]) -> None:
    """Every record and refusal becomes one row of the ledger, loaded or quarantined."""
    assert items
    readings = []
    for item in items:
        if isinstance(item, Skipped):
            continue
        result = parse(item) if isinstance(item, Record) else item
        assert isinstance(result, Cable | Refusal)
        readings.append(read_as(ORIGIN, item if isinstance(item, Record) else None, result))
    assert len({reading.sighting_id for reading in readings}) == len(readings)
    tables = build_tables(readings, ORIGIN)
    outcomes = tables["sightings"].column("outcome").to_pylist()
    assert outcomes.count("loaded") == tables["cables"].num_rows
    assert outcomes.count("loaded") + outcomes.count("quarantined") == len(readings)


@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=40), max_size=6), st.integers(0, 400))
@settings(max_examples=80, deadline=None)
@example([PIECES[1], PIECES[0]], 0)
def test_any_bytes_are_accounted_for(pieces: list[bytes], cut: int) -> None:
    content = b"".join(pieces)
    content = content[: len(content) - cut]
    items = read_bytes(content)
    _accounted(items)
    for item in items:
        if not isinstance(item, Skipped):
            part = content[item.place.offset : item.place.offset + item.place.length]
            assert hashlib.sha256(part).hexdigest() == item.sha256


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), st.integers(0, 300))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_archive_is_accounted_for(tmp_path: Path, pieces: list[bytes], cut: int) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for index, piece in enumerate(pieces):
            entry = tarfile.TarInfo(f"{index}.txt")
            entry.size = len(piece)
            archive.addfile(entry, io.BytesIO(piece))
    path = tmp_path / "dump.tar.gz"
    packed = gzip.compress(buffer.getvalue())
    path.write_bytes(packed[: len(packed) - cut])
    _accounted(read_path(path))


PAGES = sorted(CORPUS.glob("cablegate-html*/**/*.html")) if CORPUS.exists() else []
CHANGES = {
    "double quotes": lambda page: page.replace("class='cable'", 'class="cable"'),
    "upper-case tags": lambda page: page.replace("<code><pre>", "<CODE><PRE>").replace(
        "</pre></code>", "</PRE></CODE>"
    ),
    "line feeds": lambda page: page.replace("&#x000A;", "\n"),
    "carriage returns": lambda page: page.replace("&#x000A;", "\n").replace("\n", "\r\n"),
    "breaks": lambda page: page.replace("&#x000A;", "<br />"),
    "no heading": lambda page: page.replace("<h3>Viewing", "<h4>Viewing"),
    "pilcrow entity": lambda page: page.replace("¶", "&para;"),
    "indented": lambda page: page.replace("<code>", "\n    <code>\n      "),
}


@pytest.mark.skipif(not PAGES, reason="the sample of real pages is not here")
@pytest.mark.parametrize("change", CHANGES)
def test_real_pages_read_the_same_in_other_markup(change: str) -> None:
    for path in PAGES[::3]:
        page = path.read_text("utf-8")
        before, after = (
            parse(item)
            for text in (page, CHANGES[change](page))
            for item in read_bytes(text.encode(), path.name)
            if isinstance(item, Record)
        )
        assert isinstance(before, Cable)
        assert isinstance(after, Cable)
        assert after.cable_id == before.cable_id
        assert after.recipients == before.recipients
        assert [p.text for p in after.paragraphs] == [p.text for p in before.paragraphs]
        assert after.subject == before.subject
