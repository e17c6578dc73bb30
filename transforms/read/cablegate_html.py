"""Pages of the Cablegate site, in the layouts of December 2010 and August 2011.

    <h3>Viewing cable 08ELDERPORT417, ELDERPORT: FERRY MINISTER...</h3>
    <table class='cable'>
     <tr><th>Reference ID</th><th>Created</th><th>Released</th> ... <th>Origin</th></tr>
     <tr><td><a href='/cable/...'>08ELDERPORT417</a></td><td>2008-04-01 14:30</td> ... </tr>
    </table>
    <code><pre>VZCZCXRO1234&#x000A;PP RUEHXX ...</pre></code>    header, missing on some pages
    <code><pre>C O N F I D E N T I A L ELDERPORT 000417 ...</pre></code>    body

Columns are read by their headings, since the first mirrors lacked *Released*; without headings
values are known by their shape. The classification is the text of its link: the `title` beside it
is shifted by one place of the site's list. Entities are decoded only when they are numeric or end
in a semicolon, for damaged opening quotes leave bare `&word` that a lenient decoder turns into
other characters (cable formats 2.2). Only elements of HTML are taken out, so that `<quill@...>`
and `<name removed>` stay.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import datetime
from html.entities import html5
from itertools import pairwise

from transforms.read.decoding import decode
from transforms.read.record import Member, Metadata, Place, Record, Refusal, Skipped
from transforms.read.refusing import refuse
from transforms.read.shapes import (
    CLASSIFICATION,
    MRN,
    PARTIAL_EXTRACT,
    describe,
    parse_date,
    without_false_minutes,
)
from transforms.read.source import Source

CABLE_TABLE = re.compile(
    r"<table\b[^<>]{0,300}?\bclass\s{0,3}=\s{0,3}['\"]?cable['\"]?(?=[\s>/])[^<>]{0,300}>",
    re.IGNORECASE,
)
"""Opens the table of a cable's page; listings have none."""

OPEN_BOX = re.compile(
    r"<code\b[^<>]{0,200}>\s{0,20}<pre\b[^<>]{0,200}>|<pre\b[^<>]{0,200}>\s{0,20}<code\b[^<>]{0,200}>",
    re.IGNORECASE,
)
"""Opens a box of a cable's text."""

PAGE_START = re.compile(r"\s{0,100}(?:<!doctype html|<html|<\?xml)", re.IGNORECASE)
"""How a whole page begins; a part of one has no end that could be missing."""

_PAGE_END = b"</html>"
_NEXT_PAGE = re.compile(
    rb"</html>[\s\xef\xbb\xbf]{0,200}(?=<(?:!doctype html|html|\?xml)\b)", re.IGNORECASE
)
"""Where a page ends and another begins."""

_TRUE_MINUTES_SINCE = datetime(2011, 8, 1)
"""No page of the 2010 layout was made after that; later ones are right (cable formats 2.2)."""

_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)
_BOX_END = re.compile(r"</(?:pre|code)\s*>", re.IGNORECASE)
_HEADING = re.compile(
    r"<th\b[^<>]{0,200}>(.*?)(?=</th|<th\b|</tr|<tr\b)", re.DOTALL | re.IGNORECASE
)
_CELL = re.compile(
    r"<td\b[^<>]{0,200}>(.*?)(?=</td|<td\b|</tr|<tr\b|</table|\Z)", re.DOTALL | re.IGNORECASE
)
_TITLE = re.compile(
    r"<h3\b[^<>]{0,200}>\s*Viewing\s+cable\s+(?P<mrn>[^,<]{1,60})(?:,(?P<subject>.*?))?</h3",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(
    r"</?(?:a|abbr|acronym|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|font|h[1-6]|hr"
    r"|i|img|ins|li|ol|p|pre|q|s|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul"
    r"|wbr)(?:[\s/][^<>]{0,2000})?>|<!--.{0,5000}?-->",
    re.IGNORECASE | re.DOTALL,
)
_BREAK = re.compile(r"<(?:br|p|hr)(?:[\s/][^<>]{0,200})?/?>", re.IGNORECASE)
_LINE_END = "&#x000A;"
"""The entity of nearly every line of a page."""

_ENTITY = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z][a-zA-Z0-9]{1,30}));")


def read_cablegate_html(
    member: Member, source: Source, record_bytes: int
) -> Iterator[Record | Refusal | Skipped]:
    """Read a page, or several that were put into one file.

    Args:
        member: The file.
        source: Its bytes.
        record_bytes: Largest file taken.

    Yields:
        A record for each page; or a refusal (`too_large`, `truncated`, `bad_record`, `no_text`); or
        `Skipped` for a page that is whole and holds no cable, a listing of the site.
    """
    raw = source.read_all(record_bytes)
    if raw is None:
        yield refuse(Place(member), "too_large", f"more than {record_bytes} bytes", source.head)
        return
    number, line, offset = 1, 1, 0
    for part in _pages(raw):
        page = decode(part)
        item = _read(Place(member, number, line, offset, len(part)), part, page.text, page.repairs)
        number += not isinstance(item, Skipped)
        line, offset = line + part.count(b"\n"), offset + len(part)
        yield item


def _pages(raw: bytes) -> list[bytes]:
    """The pages of a file, mostly one; what lies between two belongs to the first."""
    if not raw[raw.find(_PAGE_END) + len(_PAGE_END) :].strip():
        return [raw]
    starts = [0, *(match.end() for match in _NEXT_PAGE.finditer(raw)), len(raw)]
    return [raw[start:end] for start, end in pairwise(starts)]


def _read(
    place: Place, raw: bytes, page: str, repairs: tuple[str, ...]
) -> Record | Refusal | Skipped:
    table, after = _cut_table(page)
    title = _TITLE.search(page)
    if table is None and (title is None or OPEN_BOX.search(page) is None):
        return _without_table(place, page, raw)
    boxes = _boxes(after)
    is_cut = len(boxes) == 1 and PAGE_START.match(page) and "</html>" not in page[-2000:].lower()
    if not boxes or boxes[-1] is None or is_cut:
        detail = "the page ends inside a box of text" if boxes else "the page has no text"
        return refuse(place, "truncated", detail, raw, "cablegate_html")
    texts = [_text_of(box).strip("\n") for box in boxes if box is not None]
    text = "\n\n".join(text for text in texts if text.strip())
    if not text:
        return refuse(place, "no_text", "all boxes of text are blank", raw, "cablegate_html")
    return Record(
        place=place,
        format="cablegate_html",
        sha256=hashlib.sha256(raw).hexdigest(),
        text=decode(text.encode("utf-8", "replace")).text,
        metadata=_metadata(table or "", title),
        is_partial=PARTIAL_EXTRACT.search(text) is not None,
        repairs=repairs,
    )


def _cut_table(page: str) -> tuple[str | None, str]:
    """The table of the cable, and the page behind it; None and the whole page without one."""
    start = CABLE_TABLE.search(page)
    if start is None:
        return None, page
    end = _TABLE_END.search(page, start.end())
    if end is None:
        return page[start.end() :], ""
    return page[start.end() : end.start()], page[end.end() :]


def _boxes(page: str) -> list[str | None]:
    """Texts of the boxes in order; None for one that does not end."""
    boxes: list[str | None] = []
    position = 0
    while start := OPEN_BOX.search(page, position):
        end = _BOX_END.search(page, start.end())
        if end is None:
            return [*boxes, None]
        boxes.append(page[start.end() : end.start()])
        position = end.end()
    return boxes


def _without_table(place: Place, text: str, raw: bytes) -> Refusal | Skipped:
    if "</html>" in text[-2000:].lower() or PAGE_START.match(text) is None:
        return Skipped(place.member, "web page without a cable (listing of the site)")
    return refuse(
        place, "truncated", "a web page that ends before its cable", raw, "cablegate_html"
    )


def _metadata(table: str, title: re.Match[str] | None) -> Metadata:
    row = _row_of(table)
    created = parse_date(row.get("created", ""))
    released = parse_date(row.get("released", ""))
    heading = title.groupdict() if title else {}
    return describe(
        mrn=row.get("reference id") or _text_of(heading.get("mrn") or ""),
        subject=" ".join(_text_of(heading.get("subject") or "").split()),
        sent=_moment(created, released) if created else None,
        classification=row.get("classification"),
        origin=row.get("origin"),
        released_at=released[0] if released else None,
    )


def _row_of(table: str) -> dict[str, str]:
    """The values of the table by their headings; rows of press links may stand around them."""
    columns = list(_HEADING.finditer(table))
    headings = [" ".join(_text_of(column[1]).lower().split()) for column in columns]
    cells = list(_CELL.finditer(table))
    below = [cell for cell in cells if columns and cell.start() >= columns[-1].end()]
    own = below if len(below) >= len(columns) > 0 else cells
    values = [_text_of(cell[1]).strip() for cell in own]
    return dict(zip(headings, values, strict=False)) if headings else _by_shape(values)


def _moment(
    created: tuple[datetime, str], released: tuple[datetime, str] | None
) -> tuple[datetime, str]:
    """When the cable was sent; pages of the later layout, released since, print true minutes."""
    is_later = released is not None and released[0] >= _TRUE_MINUTES_SINCE
    return created if is_later else without_false_minutes(*created)


def _by_shape(cells: list[str]) -> dict[str, str]:
    """Values of a table without headings."""
    row: dict[str, str] = {}
    for cell in cells:
        if MRN.fullmatch(cell):
            row.setdefault("reference id", cell)
        elif parse_date(cell):
            row.setdefault("released" if "created" in row else "created", cell)
        elif CLASSIFICATION.fullmatch(cell):
            row.setdefault("classification", cell)
        elif cell and "classification" in row:
            row.setdefault("origin", cell)
    return row


def _text_of(html: str) -> str:
    return decode_entities(_TAG.sub("", _BREAK.sub("\n", html)))


def decode_entities(text: str) -> str:
    """Decode numeric entities, and named ones that end in a semicolon; leave all others alone."""
    text = text.replace(_LINE_END, "\n")
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return html5.get(name + ";", match[0])
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if 0x80 <= code < 0xA0:
        return decode(bytes([code])).text
    is_character = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
    return chr(code) if is_character else match[0]
