"""Finer spans than a parse lays: for each piece of the text the column and the value it became.

    REF: A. OSLO 12 (NOTAL)           A parse claims the line for `refs.raw`. Here `OSLO 12` is
         ^^^^^^^                      `refs.raw` that became 08OSLO12, the rest is its label.
    12. (SBU) The harbor board ...    number 2, mark SBU, and text of paragraph 2.
    ^^  ^^^^^ ^^^^^^^^^^^^^^^^^^

They are found after the parse, by looking for the values of the cable where their lines were
claimed, so that a parse does not pay for what only `explain` shows. They divide the claims and
never reach beyond them: the share that is covered is that of the parse, to the character. A value
that is not found again (its words were mended, or stand around a page line) leaves its span under
the name of its block, without a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.parse.body_spans import BODY_TEXT, IN_BODY_TEXT, body_pieces
from transforms.parse.cable import Cable
from transforms.parse.opening.classification import parse_classification
from transforms.parse.opening.sections import SECTION
from transforms.parse.text.message import Claim
from transforms.parse.text.page_noise import noise_of
from transforms.parse.text.pieces import Piece, find_piece, find_pieces, find_words
from transforms.parse.text.portion_marks import MARK


class Span(NamedTuple):
    """A piece of the text and what it became.

    Attributes:
        start: Offset of the first character.
        end: Offset behind the last.
        what: `<table>.<column>` or `noise.<kind>`, as in `Claim`.
        value: The value that it became, for people to read; None for labels and separators.
    """

    start: int
    end: int
    what: str
    value: str | None = None


_DATE = re.compile(
    r"\d{1,4}\s?[/.-]{1,2}\s?\d{1,2}\s?[/.-]{1,2}\s?\d{2,4}|\d{8}"
    r"|(?:\d{1,2}[ -])?[A-Z]{3,9}[ -](?:\d{1,2},? )?\d{4}",
    re.IGNORECASE,
)
_ORDER = re.compile(r"\d{2},\d{3}|\d{4,5}")
_REASONS = re.compile(r"1\s{0,2}[.,]\s{0,2}[45].{0,60}", re.DOTALL)
_MARK = re.compile(MARK, re.IGNORECASE)
_LETTERS = re.compile(r"[ZOPRY](?:\s?[ZOPRY]){0,3}(?=\s+\d)", re.IGNORECASE)


def find_spans(text: str, cable: Cable) -> tuple[Span, ...]:
    """Divide the claims of a cable by the values that they became.

    Args:
        text: The text of the record that was parsed.
        cable: What it was parsed into.

    Returns:
        Spans in order, without overlaps, that cover exactly what the claims cover.
    """
    pieces = [*_header_pieces(text, cable), *_opening_pieces(text, cable)]
    pieces += body_pieces(text, cable)
    pieces.sort(key=lambda piece: (piece.start, piece.end))
    return tuple(_divide(text, cable.claims, pieces))


def _divide(text: str, claims: Sequence[Claim], pieces: Sequence[Piece]) -> Iterator[Span]:
    """Cut claims at the edges of pieces; what no piece takes keeps the claim's name."""
    place = 0
    for claim in claims:
        end = claim.start
        while place < len(pieces) and pieces[place].end <= claim.start:
            place += 1
        ahead = place
        while ahead < len(pieces) and pieces[ahead].start < claim.end:
            piece = pieces[ahead]
            start, stop = max(piece.start, end), min(piece.end, claim.end)
            if start < stop and _may_take(piece, claim):
                yield from _rest(text, end, start, claim)
                yield Span(start, stop, piece.what, piece.value)
                end = stop
            ahead += 1
        yield from _rest(text, end, claim.end, claim)


def _may_take(piece: Piece, claim: Claim) -> bool:
    """Whether a piece can be part of a claim: paragraphs go on behind noise and headings."""
    return claim.what == BODY_TEXT or piece.what not in IN_BODY_TEXT


def _rest(text: str, start: int, end: int, claim: Claim) -> Iterator[Span]:
    if text[start:end].strip():
        what = claim.what
        if what.startswith("noise."):
            what = noise_of(text[start:end]) or what
        yield Span(start, end, what)


def _region(cable: Cable, *names: str) -> tuple[int, int] | None:
    """From the first claim of these names to the end of the last."""
    claims = [claim for claim in cable.claims if claim.what in names]
    return (claims[0].start, claims[-1].end) if claims else None


def _header_pieces(text: str, cable: Cable) -> Iterator[Piece]:
    if region := _region(cable, "cables.transmission_id"):
        yield Piece(*region, "cables.transmission_id", cable.transmission_id)
    if cable.dtg and (region := _region(cable, "cables.dtg")):
        yield from find_piece(text, region, _LETTERS, "cables.precedence", cable.precedence)
        pattern = re.compile(r"\s?".join(map(re.escape, cable.dtg.replace(" ", ""))), re.IGNORECASE)
        yield from find_piece(text, region, pattern, "cables.dtg", f"{cable.sent_at} UTC")
    if cable.origin and (region := _region(cable, "cables.origin")):
        yield from find_pieces(text, region, [("cables.origin", cable.origin, cable.origin)])
    if region := _region(cable, "recipients.plad"):
        yield from _recipient_pieces(text, cable, region)


def _recipient_pieces(text: str, cable: Cable, region: tuple[int, int]) -> Iterator[Piece]:
    start, end = region
    for recipient in cable.recipients:
        routing = recipient.routing_indicator or ""
        for written, what, value in (
            (routing, "recipients.routing_indicator", routing),
            (recipient.plad, "recipients.plad", f"{recipient.role} {recipient.plad}"),
        ):
            for piece in find_words(text, (start, end), written, what, value):
                yield piece
                start = piece.end
        line_end = text.find("\n", start, end)
        rest = (start, line_end if line_end >= 0 else end)
        serial = recipient.message_serial or ""
        yield from find_words(text, rest, serial, "recipients.message_serial", serial)
        urgency = recipient.precedence or ""
        yield from find_words(text, rest, urgency, "recipients.precedence", urgency)


def _opening_pieces(text: str, cable: Cable) -> Iterator[Piece]:
    yield from _marking_pieces(text, cable)
    if region := _region(cable, "cables.captions"):
        wanted = [("cables.captions", name, name) for name in cable.captions]
        yield from find_pieces(text, region, wanted)
    if region := _region(cable, "cables.attention"):
        yield Piece(*region, "cables.attention", cable.attention)
    if region := _region(cable, "cables.executive_order"):
        yield from _order_pieces(text, cable, region)
    if region := _region(cable, "cables.classified_by"):
        yield from _author_pieces(text, cable, region)
    if region := _region(cable, "tags.tag"):
        wanted = [("tags.tag", tag.tag, f"{tag.tag} ({tag.kind})") for tag in cable.tags]
        yield from find_pieces(text, region, wanted)
    if region := _region(cable, "refs.raw"):
        yield from find_pieces(text, region, _cited(cable))
    if cable.subject and (region := _region(cable, "cables.subject")):
        if cable.subject_mark:
            yield from find_piece(text, region, _MARK, "cables.subject_mark", cable.subject_mark)
        yield from find_pieces(text, region, [("cables.subject", cable.subject, cable.subject)])


def _cited(cable: Cable) -> Iterator[tuple[str, str, str]]:
    for ref in cable.refs:
        label = f"{ref.label}: " if ref.label else ""
        notal = ", NOTAL" if ref.is_notal else ""
        yield "refs.raw", ref.raw, f"{label}{ref.target_id or ref.kind}{notal}"


def _marking_pieces(text: str, cable: Cable) -> Iterator[Piece]:
    region = _region(cable, "cables.mrn")
    if region is None:
        return
    start, end = region
    level = parse_classification(text[start:end])
    if level is not None:
        length = end - start - len(level[1])
        yield Piece(start, start + length, "cables.body_classification", level[0])
        start += length
    count = str(cable.section_count)
    yield from find_piece(text, (start, end), SECTION, "cables.section_count", count)
    yield from find_pieces(
        text, (start, end), [("cables.captions", name, name) for name in cable.captions]
    )
    if cable.mrn:
        wanted = [("cables.mrn", cable.mrn, cable.cable_id)]
        yield from find_pieces(text, (start, end), wanted)


def _order_pieces(text: str, cable: Cable, region: tuple[int, int]) -> Iterator[Piece]:
    order = list(find_piece(text, region, _ORDER, "cables.executive_order", cable.executive_order))
    yield from order
    rest = (order[0].end if order else region[0], region[1])
    if cable.declassify_note:
        wanted = [("cables.declassify_note", cable.declassify_note, cable.declassify_note)]
        yield from find_pieces(text, rest, wanted)
    if cable.declassify_on:
        day = cable.declassify_on.isoformat()
        yield from find_piece(text, rest, _DATE, "cables.declassify_on", day)
    yield from _author_pieces(text, cable, rest)


def _author_pieces(text: str, cable: Cable, region: tuple[int, int]) -> Iterator[Piece]:
    reasons = ", ".join(cable.classification_reasons)
    if reasons:
        yield from find_piece(text, region, _REASONS, "cables.classification_reasons", reasons)
    for what in ("classifier_title", "classified_by", "classifier_office"):
        value = getattr(cable, what)
        for part in (value or "").split(", "):
            yield from find_words(text, region, part, f"cables.{what}", value)
