"""The body: paragraphs in order, nothing left out.

A Pier and Its Critics                                <- heading of what follows
12. (SBU) The harbor board objected, saying that the  <- paragraph 2, portion mark
SIPDIS                                                <- noise, dropped
tide tables had been ignored (Ref A).                 <- joined
BELLWEATHER                                           <- signature
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from transforms.parse.cable import Paragraph
from transforms.parse.headings import find_headings, heading_text, is_rule
from transforms.parse.message import Claim, Line
from transforms.parse.page_noise import noise_of, page_mark_at_end
from transforms.parse.paragraph_kinds import ends_kind, kind_by_words
from transforms.parse.pilcrow import Start, number_paragraphs
from transforms.parse.portion_marks import take_portion_mark
from transforms.parse.repair import repair_characters
from transforms.parse.residue import drop_pilcrows, unlink
from transforms.parse.signature import find_signature
from transforms.parse.unwrap import Piece, is_table, unwrap


@dataclass(frozen=True, slots=True)
class Body:
    """What the body of a message holds."""

    paragraphs: tuple[Paragraph, ...]
    signed_by: str | None
    claims: tuple[Claim, ...]


@dataclass
class _Draft:
    """A paragraph that is being gathered."""

    number: int | None
    heading: str | None
    role: str | None
    pieces: list[Piece] = field(default_factory=list)


def parse_body(lines: Sequence[Line]) -> Body:
    """Read the body.

    Args:
        lines: From the first paragraph, heading or unlabelled text on.

    Returns:
        Paragraphs with repaired numbers, marks, kinds and headings; the signature; claims on every
        line that is not blank.
    """
    shortened, claims = _drop_end(lines)
    lines, glued = _drop_glued_marks(shortened)
    claims += glued
    lines, signed_by, signature_claims = _take_signature(lines)
    claims += signature_claims
    texts = [unlink(line.text) for line in lines]
    noise = [noise_of(text) for text in texts]
    is_noise = [name is not None for name in noise]
    starts = number_paragraphs(texts, _restart_places(texts, is_noise))
    headings = find_headings(texts, starts, is_noise)
    gatherer = _Gatherer(any(starts))
    index = 0
    while index < len(lines):
        end = headings.get(index, index + 1)
        if index in headings:
            gatherer.open_heading(heading_text(texts[index:end]))
            what = "paragraphs.heading"
        elif noise[index] is not None:
            what = str(noise[index])
            gatherer.is_apart = True
        elif is_rule(texts[index]):
            what = "noise.rule"
            gatherer.is_apart = True
        else:
            what = "paragraphs.text"
            gatherer.add(texts[index], starts[index])
        claims += [
            Claim(line.start, line.end, what) for line in lines[index:end] if not line.is_blank
        ]
        index = end
    return Body(gatherer.finish(), signed_by, tuple(claims))


def _drop_end(lines: Sequence[Line]) -> tuple[list[Line], list[Claim]]:
    """Cut off what follows `NNNN` or `End Cable Text`, when nothing but noise does."""
    for index, line in enumerate(lines):
        kind = noise_of(line.text)
        if kind == "noise.end_mark":
            rest = [rest for rest in lines[index:] if not rest.is_blank]
            return list(lines[:index]), [Claim(r.start, r.end, "noise.end_matter") for r in rest]
    return list(lines), []


def _drop_glued_marks(lines: Sequence[Line]) -> tuple[list[Line], list[Claim]]:
    kept: list[Line] = []
    claims: list[Claim] = []
    for line in lines:
        start = None if noise_of(line.text) else page_mark_at_end(line.text)
        if start is None:
            kept.append(line)
        else:
            kept.append(Line(line.start, line.text[:start].rstrip()))
            claims.append(Claim(line.start + start, line.end, "noise.page_line"))
    return kept, claims


def _take_signature(lines: list[Line]) -> tuple[list[Line], str | None, list[Claim]]:
    last = len(lines) - 1
    while last >= 0 and (lines[last].is_blank or noise_of(lines[last].text)):
        last -= 1
    if last <= 0:
        return lines, None, []
    line = lines[last]
    above = next((rest.text for rest in reversed(lines[:last]) if not rest.is_blank), "")
    body = "\n".join(rest.text for rest in lines[: last + 1])
    found = find_signature(line.text, above=above, text=body)
    if found is None:
        return lines, None, []
    name, start = found
    shortened = Line(line.start, line.text[:start].rstrip())
    claim = Claim(line.start + start, line.end, "cables.signed_by")
    return [*lines[:last], shortened, *lines[last + 1 :]], name, [claim]


def _restart_places(texts: Sequence[str], is_noise: Sequence[bool]) -> list[bool]:
    """Where the count may start again: below a short line or a rule that stands apart."""
    places: list[bool] = []
    above: str | None = None
    is_blank_between = False
    for text, noise in zip(texts, is_noise, strict=True):
        is_heading = above is not None and (
            is_rule(above) or (is_blank_between and len(above) < 60 and above[-1:] not in ".,;")
        )
        places.append(is_heading)
        if noise or not text.strip():
            is_blank_between = is_blank_between or not text.strip()
        else:
            above, is_blank_between = text.strip(), False
    return places


class _Gatherer:
    """Gathers lines into paragraphs."""

    def __init__(self, is_numbered: bool) -> None:
        self.is_apart = False
        self._is_numbered = is_numbered
        self._heading: str | None = None
        self._role: str | None = None
        self._drafts: list[_Draft] = []
        self._is_closed = True

    def open_heading(self, heading: str) -> None:
        self._heading = heading
        self._role = kind_by_words(heading)
        self._is_closed = True
        self.is_apart = True

    def add(self, text: str, start: Start | None) -> None:
        if not text.strip():
            self.is_apart = True
            return
        if start is not None:
            self._open(start.number)
            text = text[start.end :]
        elif self._is_closed or self._opens_unnumbered(text):
            self._open(None)
        if text.strip():
            self._drafts[-1].pieces.append(Piece(text, self.is_apart))
        self.is_apart = False

    def finish(self) -> tuple[Paragraph, ...]:
        paragraphs: list[Paragraph] = []
        role: str | None = None
        for draft in self._drafts:
            paragraph = _finish(len(paragraphs) + 1, draft, role)
            if paragraph is None:
                continue
            role = draft.role
            if paragraph.kind == "summary" and ends_kind(paragraph.text, "summary"):
                self._end_role(draft)
            paragraphs.append(paragraph)
        return tuple(paragraphs)

    def _end_role(self, draft: _Draft) -> None:
        """Behind `End summary` the paragraphs below the same heading are ordinary."""
        for later in self._drafts[self._drafts.index(draft) + 1 :]:
            if later.heading != draft.heading:
                return
            later.role = None

    def _open(self, number: int | None) -> None:
        self._drafts.append(_Draft(number, self._heading, self._role))
        self._is_closed = False
        self.is_apart = False

    def _opens_unnumbered(self, text: str) -> bool:
        """Without numbers, and above paragraph 1, a blank line parts paragraphs."""
        current = self._drafts[-1]
        if current.number is not None or not self.is_apart or not current.pieces:
            return False
        above = current.pieces[-1].text.rstrip()
        return above.endswith((".", "?", "!", '"', ")", ":")) or text.lstrip()[:1].isupper()


def _finish(ordinal: int, draft: _Draft, role: str | None) -> Paragraph | None:
    if not draft.pieces:
        if draft.number is None:
            return None
        return Paragraph(ordinal, draft.number, None, "body", draft.heading, "")
    mark, first = take_portion_mark(draft.pieces[0].text.replace("¶", ""))
    pieces = [Piece(first, False), *draft.pieces[1:]] if first.strip() else draft.pieces[1:]
    raw = [piece.text for piece in pieces]
    text = repair_characters(drop_pilcrows(unwrap(pieces)))
    kind = kind_by_words(text) or draft.role or ("table" if is_table(raw) else "body")
    return Paragraph(ordinal, draft.number, mark, kind, draft.heading, text)
