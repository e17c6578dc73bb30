"""The REF block: what the cable refers to.

    REF: A. STATE 041120                      one to a line, or
    [1](#)B. 07 ELDERPORT 1290 (NOTAL)        with the residue of a pilcrow before the label
    REFS: (A) 2005 LA PAZ 812, (B) LA PAZ 0007
    Refs: A) Elderport 410/409; B) 07 Elderport 688/561/112        several under one label
    REF: PANAMA 00512/07   AMMAN 01410 99   A. '07 BUENOS AIRES 5  118 Ulaanbaatar
    REF: QUILL/MOSS E-MAIL 05/02/08; IIR 6 999 0042 08; 9 FAM 41.11

Posts and years that are left out carry over as cable formats 3.13 says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from transforms.codes.posts import find_post
from transforms.parse.cable import Ref
from transforms.parse.mrn import make_mrn
from transforms.parse.references.block_slips import mend_slips
from transforms.parse.references.cables import read_cables
from transforms.parse.references.cited_cable import CitedCable
from transforms.parse.references.kinds import kind_of_item, message_sent_at
from transforms.parse.references.labels import Item, split_items
from transforms.parse.references.plain import read_plain_cable
from transforms.parse.references.posts import Block
from transforms.parse.references.tokens import MONTH
from transforms.parse.text.label_slips import slips
from transforms.parse.text.page_noise import drop_page_marks
from transforms.parse.text.portion_marks import LEAD

_SLIPS = "|".join(map(slips, ("REF", "REFS", "REFTEL", "REFTELS", "REFERENCE", "REFERENCES")))
LABEL: re.Pattern[str] = re.compile(
    rf"{LEAD}(?!REF[A-E]\b)(?:{_SLIPS})\s?[:;](?=\s{{0,6}}(?:\(?[A-Z][.):]{{1,2}}\s?)?['(]?(?:\d{{2,4}}\)?[\s-]?)?"
    r"[A-Z][A-Z'.-]{2,20}(?:\s[A-Z][A-Z'.-]{0,20}){0,3}\s?#?\d{1,6}\b)"
    rf"|{LEAD}(?:PROGRAM\s+)?(?:REF(?:ERENCE)?(?:S|\(S\))?(?:\s?(?:TEL|CABLE)S?)?|REFTEL\(S\)|RE?TELS?)"
    r"\s{0,2}(?:[:;.]|[-/](?=\s?(?:\d\d\s?)?[A-Z]{3,20}\s\d)"
    r"|(?=\([A-Z]\)\s?:)|(?=A[:.)]\s)"
    r"|(?=\s+(?:\(?[A-Z]\)?[.):]|\[[A-Z]\]|\d\d|\(\d\d\)\s[A-Z]{3}|\d\sF[AH]M\b"
    r"|(?-i:[A-Z]\s(?:\d\d\s)?[A-Z]{3,20}(?:\s[A-Z]{2,12})?\s\d)"
    r"|(?:[A-Z]{3}|ST\.\s[A-Z]|N'DJ)[^\n\d]{0,33}\d|(?:SEPTELS?|NONE|N/A)\b)))",
    re.IGNORECASE,
)
"""The label at the start of a line."""

_BRACKETED = re.compile(r"\((?:[^()]|\([^()]{0,200}\)){0,300}\)|\"[^\"]{0,300}\"")
_SEPARATOR = re.compile(r",|&|\bAND\b|\s/\s", re.IGNORECASE)
_BEGINS_AS_CABLE = re.compile(
    r"\s*(?:\(?['’]?(?:\d{4}|\d{2})\)?[\s-]?)?(?P<post>[A-Z][A-Z'’ .-]{1,30}?)[\s:#-]{0,3}"
    rf"(?P<serial>\d{{1,6}})(?![\dZ]|[/.-]\d{{1,2}}[/.-]\d)(?!\s{MONTH})",
    re.IGNORECASE,
)
_MONTH_LAST = re.compile(rf"(?<![A-Z]){MONTH}$", re.IGNORECASE)
_GOES_ON = re.compile(r"[\s#(]*(?:\d{1,6}\b|NOTAL|PREVIOUS|ET\sAL|OTHERS|EARLIER)", re.IGNORECASE)
_GROUP_ALONE = re.compile(
    r"[\s(]*(?:DTG:?\s?|DATED\s)?\d{6}Z(?:\s{0,2}[A-Z]{3}[A-Z]{0,6}\s{0,2}\d{2,4})?[\s).]*",
    re.IGNORECASE,
)
"""`STATE 41120, DTG 021415Z FEB 08`: nobody else is named, so the group is that of the cable."""

_LONGEST_UNDERSTOOD = 200
"""A longer piece is no title: it may have swallowed text of the body."""

_JOINED = re.compile(r"[\s,]{0,3}(?:\(?NOTAL\)?[\s,]{0,3})?(?:AND|&)\s", re.IGNORECASE)
_AND_PREVIOUS = re.compile(r"(?:\bAND|&)\sPREVIOUS\b", re.IGNORECASE)
_REMARK_ALONE = re.compile(
    r"\(?(?P<notal>NOTAL)\)?|(?:(?:AND|&)\s)?(?:ALL\s)?(?:PREV(?:IOUS|S)?|PRIOR|EARLIER|OTHERS|ET\.?\s(?:AL|SEQ)\.?)",
    re.IGNORECASE,
)
"""`OSLO 5; ET AL`: a piece that says something of the cable before it."""

_ALL_NOTAL = re.compile(r"\b(?:BOTH|ALL)\sNOTAL\b", re.IGNORECASE)
_EDGES = " .,-¶"
_WRAPPED = re.compile(r"[(\[\"]([^()\[\]\"]{6,200})[)\]\"]")
_NONE = re.compile(
    r"[\s.()]*(?:(?:NONE|NIL|N/?A|NOT APPLICABLE|NOTAL|AND|OR|PREVIOUS|THEREIN|U|SBU|C|S|LOU)"
    r"[\s.()]*|(?:[A-Z]{3,20}\s){0,2}SEPTELS?\b\D*)?",
    re.IGNORECASE,
)


class RefBlock(NamedTuple):
    """What a REF block says.

    Attributes:
        refs: One row per reference, in order.
        understood: Text of the pieces that gave rows, with the titles and dates behind a serial,
            which belong to no column.
    """

    refs: tuple[Ref, ...]
    understood: tuple[str, ...]


def parse_refs(text: str, *, year: int, post: str) -> tuple[Ref, ...]:
    """The rows of a REF block; see `read_ref_block`."""
    return read_ref_block(text, year=year, post=post).refs


def read_ref_block(text: str, *, year: int, post: str) -> RefBlock:
    """Read a REF block.

    Args:
        text: Its lines joined by blanks, with or without the label, page lines taken out.
        year: Year of the citing cable, four digits; references without a year have it.
        post: Canonical post of the citing cable; references without any post have it.

    Returns:
        Its rows; several references under one label are several rows with that label, `NONE` and
        `SEPTEL` give none (cable formats 3.13).
    """
    text = " ".join(drop_page_marks(mend_slips(text)).split())
    body = _without_label(_without_label(text)).lstrip(" :;,.")
    rows: list[Ref] = []
    understood: list[str] = []
    seen: set[tuple[str | None, str]] = set()
    block = Block(year, post)
    for item in split_items(body):
        if (plain := read_plain_cable(item.text, block)) is not None:
            understood.append(item.text)
            _keep(rows, seen, [_plain_row(len(rows), item, plain)])
            continue
        if _NONE.fullmatch(item.text.strip(_EDGES)):
            understood.append(item.text)
            continue
        for part in _parts(item.text, post):
            if rows and (remark := _REMARK_ALONE.fullmatch(part.text)):
                understood.append(part.text)
                rows[-1] = rows[-1]._replace(
                    is_notal=rows[-1].is_notal or remark["notal"] is not None,
                    and_previous=rows[-1].and_previous or remark["notal"] is None,
                )
                continue
            cables = [] if part.kind else read_cables(part.text, block)
            understood += _understood(part, cables)
            _keep(rows, seen, _rows(len(rows), item.label, part, cables))
    if _ALL_NOTAL.search(body):
        rows = [row._replace(is_notal=True) for row in rows]
    return RefBlock(tuple(rows), tuple(understood))


def _keep(rows: list[Ref], seen: set[tuple[str | None, str]], found: Iterable[Ref]) -> None:
    """Add rows, but for a cable that stands under the same label already."""
    for ref in found:
        if ref.target_id is None or (ref.label, ref.target_id) not in seen:
            rows.append(ref)
            seen.add((ref.label, ref.target_id or ""))


def _plain_row(count: int, item: Item, cable: CitedCable) -> Ref:
    mrn = make_mrn(cable.year, cable.post, int(cable.serial), item.text)
    written = item.text[: cable.end]
    return Ref(count + 1, item.label, "cable", written, mrn.cable_id, None, cable.is_notal, False)


def _understood(part: _Part, cables: Sequence[CitedCable]) -> Iterator[str]:
    """A piece with its titles, without what `AND` joins to a serial and is no cable."""
    if part.kind and len(part.text) <= _LONGEST_UNDERSTOOD:
        yield part.text
    starts = [cable.start for cable in cables] + [len(part.text)]
    for cable, following in zip(cables, starts[1:], strict=True):
        behind = part.text[cable.end : following]
        is_title = len(behind) <= _LONGEST_UNDERSTOOD and not _JOINED.match(behind)
        yield part.text[cable.start : following if is_title else cable.end]


def _without_label(text: str) -> str:
    match = LABEL.match(text)
    return text[match.end() :] if match else text


class _Part(NamedTuple):
    """One piece of an item; `kind` when it can be no cable."""

    text: str
    kind: str | None


def _rows(count: int, label: str | None, part: _Part, cables: list[CitedCable]) -> Iterator[Ref]:
    raw = part.text.strip(" ,;&")
    is_notal = "NOTAL" in raw.upper()
    if not cables:
        if re.search(r"[A-Za-z0-9]{2}", raw):
            kind = part.kind or "other"
            sent_at = message_sent_at(raw) if kind == "dtg" else None
            has_earlier = _AND_PREVIOUS.search(raw) is not None
            yield Ref(count + 1, label, kind, raw, None, sent_at, is_notal, has_earlier)
        return
    for index, cable in enumerate(cables, count + 1):
        mrn = make_mrn(cable.year, cable.post, int(cable.serial), raw, cable.airgram)
        written = part.text[cable.start : cable.end].strip(" ,;&/")
        name = "airgram" if cable.airgram else "cable"
        yield Ref(
            index, label, name, written, mrn.cable_id, None, cable.is_notal, cable.and_previous
        )


def _parts(item: str, origin: str) -> Iterator[_Part]:
    """Cut an item at its separators; pieces that are no cables stand alone."""
    for start, end in _spans(item, re.compile(";")):
        text = item[start:end].strip(_EDGES)
        if match := _WRAPPED.fullmatch(text):
            text = match[1]
        if _NONE.fullmatch(text) and "NOTAL" not in text.upper():
            continue
        if kind_of_item(text) is None:
            yield _Part(text, None)
        else:
            yield from _mixed_parts(text, origin)


def _mixed_parts(text: str, origin: str) -> Iterator[_Part]:
    """Tell cables from what is none in `STATE 9 AND QUILL/MOSS E-MAIL OF MARCH 3, 2008`.

    A piece that is neither, such as the second half of `QUILL AND MOSS E-MAIL` or of `MARCH 3,
    2008`, belongs to the piece that is no cable beside it, else to the cable before it.
    """
    parts: list[tuple[int, int, str | None]] = []
    for start, end in _spans(text, _SEPARATOR):
        kind = _kind_of_segment(text[start:end], origin)
        above = parts[-1] if parts else None
        if kind == "dtg" and above and above[2] == "cable":
            is_of_cable = _GOES_ON.match(text, start) or _GROUP_ALONE.fullmatch(text, start, end)
            kind = None if is_of_cable else kind
        if above and kind is None and (above[2] != "cable" or _GOES_ON.match(text, start)):
            parts[-1] = (above[0], end, above[2])
        elif above and above[2] is None and kind != "cable":
            parts[-1] = (above[0], end, kind)
        else:
            parts.append((start, end, kind))
    for place, (start, end, kind) in enumerate(parts):
        written = text[start:end].strip(" .,")
        if kind is not None:
            yield _Part(written, None if kind == "cable" else kind)
        elif place == 0 and written:
            yield _Part(written, "other")


def _kind_of_segment(segment: str, origin: str) -> str | None:
    return "cable" if _begins_as_cable(segment, origin) else kind_of_item(segment)


def _spans(text: str, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Places of the pieces between separators, those in brackets and quotes aside."""
    masked = _BRACKETED.sub(lambda match: "_" * len(match[0]), text)
    start = 0
    for match in separator.finditer(masked):
        if masked[start : match.start()].strip(" .,"):
            yield start, match.start()
        start = match.end()
    if masked[start:].strip(" .,"):
        yield start, len(text)


def _begins_as_cable(segment: str, origin: str) -> bool:
    match = _BEGINS_AS_CABLE.match(segment)
    if match is None or kind_of_item(match[0]) is not None:
        return False
    name = match["post"]
    if _MONTH_LAST.search(name):
        return False
    if find_post(name) is not None or re.sub(r"[^A-Z]", "", name.upper()) == origin:
        return True
    return name.isupper() and len(match["serial"]) > 1 and "-" not in name
