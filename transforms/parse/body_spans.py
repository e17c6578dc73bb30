"""Numbers, marks, headings, mentions and texts of the body, found again in the source.

The paragraphs of a cable and the claimed lines are compared by their letters and digits alone, so
that wraps, blanks, bullets and repaired quotes do not matter; what stands before the first letter
of a paragraph and is no text is its number and its mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.parse.cable import Cable, Paragraph
from transforms.parse.text.pieces import Piece, find_piece, find_words
from transforms.parse.text.portion_marks import MARK
from transforms.parse.text.residue import RESIDUE

BODY_TEXT = "paragraphs.text"
"""What a parse claims all lines of paragraphs for."""

IN_BODY_TEXT = frozenset(
    {BODY_TEXT, "paragraphs.number", "paragraphs.classification", "mentions.raw", "noise.pilcrow"}
)
"""What these lines are divided into."""

_MARK = re.compile(MARK, re.IGNORECASE)
_PILCROW = re.compile(r"Â?¶|&para;|&#182;|\[1\]\([^()]{0,80}\)")
_NUMBER = re.compile(r"(?:\d{1,3}|\d\s\d)\s?[.)]{0,2}(?=\D*$)")
_PREFIXES = (40, 12)


def body_pieces(text: str, cable: Cable) -> Iterator[Piece]:
    """Divide the body.

    Args:
        text: The text of the record.
        cable: What it was parsed into.

    Yields:
        A piece for each paragraph's text from its first character to the next paragraph, and the
        pieces that stand in front of it or within it: number, mark, mentions; headings; signature.
    """
    for claim in cable.claims:
        if claim.what == "paragraphs.heading":
            yield from _heading_pieces(text, claim.start, claim.end)
        elif claim.what == "cables.signed_by":
            yield Piece(claim.start, claim.end, claim.what, cable.signed_by)
    starts = list(_find_starts(text, cable))
    for place, (paragraph, start, first) in enumerate(starts):
        end = starts[place + 1][1] if place + 1 < len(starts) else len(text)
        lead = list(_lead_pieces(text, start, first, paragraph))
        yield from lead
        behind = max((piece.end for piece in lead), default=start)
        yield from _text_pieces(text, cable, (behind, end), paragraph)


def _heading_pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    mark = list(find_piece(text, (start, end), _MARK, "paragraphs.heading_mark", None))
    is_leading = bool(mark) and not text[start : mark[0].start].strip("¶ ")
    first = mark[0].end if is_leading else start
    if is_leading:
        yield mark[0]
    yield Piece(first, end, "paragraphs.heading", " ".join(text[first:end].split()))


def _find_starts(text: str, cable: Cable) -> Iterator[tuple[Paragraph, int, int]]:
    """Each paragraph with the offsets of its number or mark, and of its first letter."""
    squeezed, places = _squeeze_claims(text, cable)
    cursor = 0
    for paragraph in cable.paragraphs:
        own = _squeeze(paragraph.text)
        found = _find(squeezed, own, cursor) if own else -1
        if found < 0:
            continue
        first = places[found]
        lead = places[cursor - 1] + 1 if cursor else 0
        yield paragraph, _lead_start(text, lead, first, paragraph), first
        is_whole = squeezed.startswith(own, found)
        cursor = found + (len(own) if is_whole else 1)


def _find(squeezed: str, own: str, cursor: int) -> int:
    found = squeezed.find(own, cursor)
    for length in _PREFIXES:
        if found < 0:
            found = squeezed.find(own[:length], cursor)
    return found


def _squeeze_claims(text: str, cable: Cable) -> tuple[str, Sequence[int]]:
    """Letters and digits of all lines that became text, and where each stands."""
    letters: list[str] = []
    places: list[int] = []
    for claim in cable.claims:
        if claim.what == BODY_TEXT:
            part = _masked(text[claim.start : claim.end])
            for offset, letter in enumerate(part, claim.start):
                if letter.isalnum():
                    letters.append(letter.lower()[0])
                    places.append(offset)
    return "".join(letters), places


def _squeeze(text: str) -> str:
    return "".join(letter.lower()[0] for letter in text if letter.isalnum())


def _masked(text: str) -> str:
    return RESIDUE.sub(lambda match: " " * len(match[0]), text)


def _lead_start(text: str, lead: int, first: int, paragraph: Paragraph) -> int:
    """Where the number or mark of a paragraph starts, which stands between `lead` and `first`."""
    zone = text[lead:first]
    line = zone.rfind("\n") + 1
    if zone[line:].strip() or paragraph.number is None:
        return lead + line if line or lead == 0 else _behind_punctuation(lead, zone)
    # The text begins on the line below its number.
    above = zone.rstrip()
    return lead + above.rfind("\n") + 1


def _behind_punctuation(lead: int, zone: str) -> int:
    blank = re.search(r"\s", zone)
    return lead + (blank.end() if blank else len(zone))


def _lead_pieces(text: str, start: int, first: int, paragraph: Paragraph) -> Iterator[Piece]:
    zone = text[start:first]
    for pilcrow in _PILCROW.finditer(zone):
        yield Piece(start + pilcrow.start(), start + pilcrow.end(), "noise.pilcrow", None)
    mark = _MARK.search(zone) if paragraph.classification else None
    if mark is not None:
        yield Piece(
            start + mark.start(),
            start + mark.end(),
            "paragraphs.classification",
            paragraph.classification,
        )
    if paragraph.number is None:
        return
    before = zone[: mark.start()] if mark and mark.start() > 1 else zone
    match = _NUMBER.search(_masked(before))
    if match is not None:
        yield Piece(
            start + match.start(), start + match.end(), "paragraphs.number", str(paragraph.number)
        )


def _text_pieces(
    text: str, cable: Cable, region: tuple[int, int], paragraph: Paragraph
) -> Iterator[Piece]:
    name = f"paragraph {paragraph.ordinal}, {paragraph.kind}"
    start, end = region
    cursor = start
    for mention in cable.mentions:
        if mention.paragraph_ordinal != paragraph.ordinal:
            continue
        value = mention.target_id or mention.label or mention.kind
        for piece in find_words(text, (cursor, end), mention.raw, "mentions.raw", value):
            yield Piece(cursor, piece.start, BODY_TEXT, name)
            yield piece
            cursor = piece.end
    yield Piece(cursor, end, BODY_TEXT, name)
