"""Pages of the Cablegate site, with every oddity of their markup."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from builders import HEADER, OPENING, read_bytes
from hypothesis import given
from hypothesis import strategies as st

from transforms.read.cablegate_html import decode_entities
from transforms.read.record import Record, Refusal, Skipped

BODY = f"{OPENING}\n\n¶1. (C) The pier opened."
TABLE = """<table class='cable'>
<tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr>
<tr><td><a href='/cable/2008/04/08OSLO417.html'>08OSLO417</a></td>
<td><a href='/date/2008-04_0.html'>2008-04-01 14:30</a></td>
<td><a href='/reldate/2011-08-30_0.html'>2011-08-30 01:44</a></td>
<td><a href='/classification/1_0.html' title='unclassified'>CONFIDENTIAL</a></td>
<td><a href='/origin/99_0.html'>Embassy Oslo</a></td></tr>
</table>"""
H3 = "<h3>Viewing cable 08OSLO417, A SECOND PIER, AT LAST</h3>"


def _box(text: str) -> str:
    return f"<code><pre>{text.replace(chr(10), '&#x000A;')}</pre></code>"


def _page(h3: str = H3, table: str = TABLE, boxes: str = _box(HEADER) + _box(BODY)) -> str:
    return (
        "<?xml version='1.0' encoding='utf-8' ?>\n<html><head><title>Cable Viewer</title></head>"
        "<body><h3>Articles</h3><div class='sort'><a href='/x.html'>x</a></div>"
        f"{h3}\n<div id='help_1'><p>Discussing cables</p></div>{table}\n{boxes}\n</body></html>\n"
    )


def _read(page: str) -> Record:
    (item,) = read_bytes(page.encode(), "page.html")
    assert isinstance(item, Record), item
    return item


PLAIN = _read(_page())


def test_a_page_gives_header_body_and_what_the_table_says() -> None:
    assert PLAIN.text == f"{HEADER}\n\n{BODY}"
    given_by_table = PLAIN.metadata
    assert given_by_table.mrn == "08OSLO417"
    assert given_by_table.subject == "A SECOND PIER, AT LAST"
    assert given_by_table.sent_at == datetime(2008, 4, 1, 14, 30)
    assert given_by_table.released_at == datetime(2011, 8, 30, 1, 44)
    assert given_by_table.classification == "CONFIDENTIAL"
    assert given_by_table.origin == "Embassy Oslo"


def _upper_tags(page: str) -> str:
    return re.sub(r"</?[a-z]\w*", lambda match: match[0].upper(), page)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(_upper_tags(_page()), id="upper-case tags"),
        pytest.param(_page().replace("'", '"'), id="double quotes"),
        pytest.param(_page().replace("class='cable'", "class=cable"), id="no quotes"),
        pytest.param(_page().replace("<table class", "<table border='0' id='t' class"),
                     id="attributes before"),
        pytest.param(_page().replace("class='cable'", "class = 'cable' width='100%'"),
                     id="blanks and attributes behind"),
        pytest.param(_page().replace("<code><pre>", "<code>\n  <pre>"), id="blanks between"),
        pytest.param(_page().replace("</pre></code>", "</pre>\n</code>"), id="blanks at the end"),
        pytest.param(_page().replace("<pre>", "<pre class='x' id=\"y\">"), id="attributes of pre"),
        pytest.param(_page().replace("<code><pre>", "<pre><code>")
                     .replace("</pre></code>", "</code></pre>"), id="pre outside code"),
        pytest.param(_page().replace("</pre></code>", "</pre>"), id="code left open"),
        pytest.param(_page().replace("&#x000A;", "\n"), id="line feeds"),
        pytest.param(_page().replace("&#x000A;", "\r\n"), id="carriage returns"),
        pytest.param(_page().replace("&#x000A;", "&#10;"), id="decimal entities"),
        pytest.param(_page().replace("&#x000A;", "&#xA;"), id="short entities"),
        pytest.param(_page().replace("&#x000A;", "<br />"), id="breaks"),
        pytest.param(_page().replace("&#x000A;", "<BR>"), id="upper-case breaks"),
        pytest.param(_page().replace("pier opened", "<strong>pier</strong> <em class='x'>opened</em>"),
                     id="emphasis"),
        pytest.param(_page().replace("¶1.", "<a id='par1' href='#par1'>¶</a>1."), id="anchors"),
        pytest.param(_page().replace("¶1.", "<a id=\"par1\"\n href='#par1'>&para;</a>1."),
                     id="anchors over two lines"),
        pytest.param(_page().replace("¶1.", "&#182;1."), id="numeric pilcrow"),
        pytest.param(_page().replace("PREL", "<a href='/tag/PREL_0.html'>PREL</a>"), id="tag links"),
        pytest.param(_page().replace("</table>", "<tr><td colspan='5'>Appears in these articles:"
                                     "<br /> <a href='http://x.org'>x</a></td></tr></table>"),
                     id="articles"),
        pytest.param(_page().replace("<tr><th>Ref", "<tr><td colspan='5'>Appears in these articles:"
                                     "<br /> <a href='http://x.org'>x</a></td></tr><tr><th>Ref"),
                     id="articles above"),
        pytest.param(_page(table="<table class='cable'>" + "".join(
            f"<tr><th>{heading}</th><td>{value}</td></tr>" for heading, value in (
                ("Reference ID", "08OSLO417"), ("Created", "2008-04-01 14:30"),
                ("Released", "2011-08-30 01:44"), ("Classification", "CONFIDENTIAL"),
                ("Origin", "Embassy Oslo"))) + "</table>"), id="a row for each heading"),
        pytest.param(_page().replace("<code>", "<!-- box --><code>"), id="comments"),
        pytest.param(_page().replace("1. (C) The", "1. (C)&nbsp;The"), id="no-break space"),
        pytest.param(_page(boxes=_box(HEADER) + "<p>help</p>" + _box(BODY)), id="help between"),
        pytest.param("\ufeff" + _page(), id="byte order mark"),
        pytest.param(_page().split("<html>")[1].split("</html>")[0], id="fragment"),
        pytest.param(_page(boxes=_box(HEADER) + _box(BODY)) + "<!-- served by a mirror -->",
                     id="comment behind the page"),
        pytest.param(_page(table=TABLE.replace("</td>", "").replace("</th>", "")
                           .replace("</tr>", "")), id="cells left open"),
        pytest.param(_page(table=TABLE.replace(">Reference ID<", ">\n <b>Reference</b> ID <")),
                     id="heading in bold"),
        pytest.param(_page(table=TABLE.split("<tr><th>")[0]
                           + TABLE[TABLE.index("<tr><td>"):]), id="no headings"),
    ],
)  # fmt: skip
def test_markup_does_not_matter(page: str) -> None:
    found = _read(page)
    assert found.text.split() == PLAIN.text.split()
    assert found.text.count("\n") == PLAIN.text.count("\n")
    assert found.metadata == PLAIN.metadata


def test_the_first_mirrors_had_no_column_for_the_release() -> None:
    table = TABLE.replace("<th>Released</th>", "").replace(
        "<td><a href='/reldate/2011-08-30_0.html'>2011-08-30 01:44</a></td>", ""
    )
    found = _read(_page(table=table)).metadata
    assert (found.released_at, found.classification, found.origin) == (
        None,
        "CONFIDENTIAL",
        "Embassy Oslo",
    )


@pytest.mark.parametrize(
    ("h3", "subject"),
    [
        ("", None),
        ("<h3>Viewing cable 08OSLO417</h3>", None),
        ("<h3>Viewing cable 08OSLO417, </h3>", None),
        ("<h3>Viewing cable 08OSLO417, XXXXXXXXXXXX</h3>", None),
        ("<H3 class='t'>Viewing cable 08OSLO417, A &amp; B: &quot;C&quot;</H3>", 'A & B: "C"'),
        ("<h3>Viewing cable 08OSLO417, A\n SECOND\n PIER</h3>", "A SECOND PIER"),
    ],
)
def test_the_heading_gives_the_subject(h3: str, subject: str | None) -> None:
    found = _read(_page(h3=h3))
    assert found.metadata.subject == subject
    assert found.metadata.mrn == "08OSLO417"
    assert found.text == PLAIN.text


def test_without_an_id_in_the_table_the_heading_tells_it() -> None:
    assert _read(_page(table=TABLE.replace(">08OSLO417<", "><"))).metadata.mrn == "08OSLO417"
    assert _read(_page(table="")).metadata.mrn == "08OSLO417"


@pytest.mark.parametrize(
    ("boxes", "text"),
    [
        (_box(BODY), BODY),
        (_box("") + _box(BODY), BODY),
        (_box(" \n") + _box(BODY), BODY),
        (_box(HEADER) + _box(OPENING) + _box("¶1. (C) The pier opened."), f"{HEADER}\n\n{BODY}"),
    ],
    ids=["body only", "empty header", "blank header", "three boxes"],
)
def test_boxes_are_joined_in_their_order(boxes: str, text: str) -> None:
    assert _read(_page(boxes=boxes)).text == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("&pound the pier&quot;", '&pound the pier"'),
        ("&paragraph &para1 &para;1.", "&paragraph &para1 ¶1."),
        ("&micro &cent &amp;", "&micro &cent &"),
        ("&#8217;&#x2019;&#146;&#x92;", "’’’’"),
        ("&#233;&eacute;", "éé"),
        ("&nosuchname;", "&nosuchname;"),
        ("&#0; &#xD800; &#9999999;", "&#0; &#xD800; &#9999999;"),
        ("AT&T; R&D", "AT&T; R&D"),
        ("&lt;b&gt;", "<b>"),
    ],
)
def test_entities(written: str, text: str) -> None:
    assert decode_entities(written) == text


@pytest.mark.parametrize(
    "kept", ["<quill@example.org>", "<name removed>", "x < y and z > y", "<< END >>", "&lt;br&gt;"]
)
def test_what_is_no_element_stays(kept: str) -> None:
    text = _read(_page().replace("The pier opened", kept)).text
    assert decode_entities(kept) in text


def test_pages_in_one_file_are_parted() -> None:
    second = _page().replace("08OSLO417", "08OSLO418")
    listing = _page(table="", h3="", boxes="")
    raw = f"{_page()}{listing}\n{second}".encode()
    first, skipped, last = read_bytes(raw, "pages.html")
    assert isinstance(first, Record)
    assert isinstance(skipped, Skipped)
    assert isinstance(last, Record)
    assert (first.text, first.metadata) == (PLAIN.text, PLAIN.metadata)
    assert (last.metadata.mrn, last.place.record) == ("08OSLO418", 2)
    assert raw[last.place.offset :].decode() == second
    assert raw[: last.place.offset].count(b"\n") + 1 == last.place.line


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (_page(table="", h3="", boxes=""), Skipped),
        (_page(table="<table class='pane'><tr><td>08OSLO417</td></tr></table>", h3="", boxes=""),
         Skipped),
        (_page(boxes=""), Refusal),
        (_page(boxes=_box("") + _box(" ")), Refusal),
        (_page()[:-200], Refusal),
        (_page().split(_box(BODY))[0], Refusal),
        (_page().split("</table>")[0], Refusal),
        (_page().split("<table")[0], Refusal),
    ],
    ids=["listing", "listing with table", "no boxes", "blank boxes", "cut", "cut between boxes", "cut in table", "cut early"],
)  # fmt: skip
def test_pages_without_a_text(page: str, kind: type) -> None:
    (item,) = read_bytes(page.encode(), "page.html")
    assert type(item) is kind


@given(st.integers(0, len(_page())), st.integers(0, 60), st.text("<>/'\"&;=ab \n", max_size=6))
def test_damaged_markup_never_raises(at: int, count: int, junk: str) -> None:
    page = _page()
    items = read_bytes((page[:at] + junk + page[at + count :]).encode(), "page.html")
    assert len(items) == 1
