"""Pages of the Cablegate site, in the layouts of December 2010 and August 2011.

    <table class='cable'>
     <tr><th>Reference ID</th><th>Created</th><th>Released</th> ... <th>Origin</th></tr>
     <tr><td><a href='/cable/...'>08ELDERPORT417</a></td><td>2008-04-01 14:30</td> ... </tr>
    </table>
    <code><pre>VZCZCXRO1234&#x000A;PP RUEHXX ...</pre></code>    header, missing on some pages
    <code><pre>C O N F I D E N T I A L ELDERPORT 000417 ...</pre></code>    body

Columns are read by their headings, since the first mirrors lacked *Released*. The classification is
the text of its link: the `title` beside it is shifted by one place of the site's list. Entities are
decoded only when they are numeric or end in a semicolon, for damaged opening quotes leave bare
`&word` that a lenient decoder turns into other characters (cable formats 2.2).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from html.entities import html5

from transforms.read.decoding import decode
from transforms.read.record import Member, Metadata, Place, Record, Refusal, Skipped
from transforms.read.refusing import refuse
from transforms.read.shapes import PARTIAL_EXTRACT, describe, parse_date, without_false_minutes
from transforms.read.source import Source

_TABLE = re.compile(r"<table class=['\"]?cable['\"]?>(.*?)</table>", re.DOTALL | re.IGNORECASE)
_HEADING = re.compile(r"<th[^>]{0,200}>(.*?)</th>", re.DOTALL | re.IGNORECASE)
_CELL = re.compile(r"<td[^>]{0,200}>(.*?)</td>", re.DOTALL | re.IGNORECASE)
_BOX = re.compile(r"<code>\s{0,10}<pre>(.*?)</pre>\s{0,10}</code>", re.DOTALL | re.IGNORECASE)
_OPEN_BOX = re.compile(r"<code>\s{0,10}<pre>", re.IGNORECASE)
_TITLE = re.compile(r"<h3>Viewing cable [^,<]{1,60},(.*?)</h3>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z][a-zA-Z0-9]{1,30}));")


def read_cablegate_html(
    member: Member, source: Source, record_bytes: int
) -> Iterator[Record | Refusal | Skipped]:
    """Read one page: one record, or a skipped listing of the site.

    Args:
        member: The page.
        source: Its bytes.
        record_bytes: Largest page taken.

    Yields:
        One record; or a refusal (`too_large`, `truncated`, `bad_record`, `no_text`); or `Skipped`
        for a page that is whole and holds no cable.
    """
    raw = source.read_all(record_bytes)
    if raw is None:
        yield refuse(Place(member), "too_large", f"more than {record_bytes} bytes", source.head)
        return
    place = Place(member, length=len(raw))
    page = decode(raw)
    table = _TABLE.search(page.text)
    if table is None:
        yield _without_table(place, page.text, raw)
        return
    after = page.text[table.end() :]
    boxes = _BOX.findall(after)
    if len(_OPEN_BOX.findall(after)) > len(boxes) or not boxes:
        detail = "the page ends inside a box of text" if _OPEN_BOX.search(after) else "no text"
        yield refuse(place, "truncated", detail, raw, "cablegate_html")
        return
    texts = [_text_of(box) for box in boxes[:2]]
    if not any(text.strip() for text in texts):
        yield refuse(place, "no_text", "both boxes of text are blank", raw, "cablegate_html")
        return
    text = "\n\n".join(text.strip("\n") for text in texts if text.strip())
    yield Record(
        place=place,
        format="cablegate_html",
        sha256=hashlib.sha256(raw).hexdigest(),
        text=decode(text.encode("utf-8", "replace")).text,
        metadata=_metadata(table[1], page.text),
        is_partial=PARTIAL_EXTRACT.search(text) is not None,
        repairs=page.repairs,
    )


def _without_table(place: Place, text: str, raw: bytes) -> Refusal | Skipped:
    if "</html>" in text[-200:].lower():
        return Skipped(place.member, "web page without a cable (listing of the site)")
    return refuse(
        place, "truncated", "a web page that ends before its cable", raw, "cablegate_html"
    )


def _metadata(table: str, page: str) -> Metadata:
    headings = [_text_of(cell).strip().lower() for cell in _HEADING.findall(table)]
    cells = [_text_of(cell).strip() for cell in _CELL.findall(table)]
    row = dict(zip(headings, cells, strict=False))
    created = parse_date(row.get("created", ""))
    released = parse_date(row.get("released", ""))
    title = _TITLE.search(page)
    return describe(
        mrn=row.get("reference id"),
        subject=_text_of(title[1]) if title else None,
        sent=without_false_minutes(*created) if created else None,
        classification=row.get("classification"),
        origin=row.get("origin"),
        released_at=released[0] if released else None,
    )


def _text_of(html: str) -> str:
    return decode_entities(_TAG.sub("", _BREAK.sub("\n", html)))


def decode_entities(text: str) -> str:
    """Decode numeric entities, and named ones that end in a semicolon; leave all others alone."""
    return _ENTITY.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return html5.get(name + ";", match[0])
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    is_character = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
    return chr(code) if is_character else match[0]
