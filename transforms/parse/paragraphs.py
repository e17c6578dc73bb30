"""The body: paragraphs in order, nothing left out.

A Pier and Its Critics                                <- heading of what follows
12. (SBU) The harbor board objected, saying that the  <- paragraph 2, portion mark
SIPDIS                                                <- noise, dropped
tide tables had been ignored (Ref A).                 <- joined
BELLWEATHER                                           <- signature
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from transforms.parse.cable import Paragraph
from transforms.parse.end_matter import is_end_matter
from transforms.parse.headings import find_headings, heading_text, is_rule
from transforms.parse.message import Claim, Line
from transforms.parse.page_noise import find_page_mark, noise_of
from transforms.parse.paragraph_kinds import ends_kind, kind_by_words
from transforms.parse.pilcrow import Start, number_paragraphs
from transforms.parse.portion_marks import MARK, take_portion_mark
from transforms.parse.repair import repair_characters
from transforms.parse.residue import drop_pilcrows, unlink
from transforms.parse.signature import find_signature
from transforms.parse.unwrap import Piece, Words, is_table, unwrap

_GLUED = re.compile(
    r"[.?!\"”)]\s{1,3}(?=[¶\[1-9])(?=(?:¶|\[1\]\([^()]{0,40}\))\s?\d{1,2}\s?[.)]"
    rf"|\d{{1,2}}\.\s?{MARK})"
)
_RULED = re.compile(r"\s*(?P<text>\S.{2,6000}?)\s+(?P<rule>-{5,}(?:\s?-{2,})*)\s*$")
_MAY_HOLD_PAGE = re.compile(r"\d{8}\s{1,4}\d{3}")
_NUMBERED = re.compile(r"\s*(?:¶\s?)?\d{1,3}\s?[.)]")
_REPEATED = 25
_BELOW_SIGNATURE = 2
_SHORT = 40
_LATEST_END = 8
_REPEATED_LABEL = re.compile(
    r"\s*(?:E\.?\s?O\.?\s?1\d{4}|TAGS?\b|SUBJECT\b|SUBJ\b|REFS?\s?:|(?:DEPT|STATE|NSC)\b.{0,30}FOR\b"
    r"|CLASSIFIED BY\b)",
    re.IGNORECASE,
)


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
    lines, glued = _split_glued(shortened)
    claims += glued
    lines, signed_by, signature_claims = _take_signature(lines)
    claims += signature_claims
    texts = [unlink(line.text) for line in lines]
    noise = find_noise(texts)
    is_noise = [name is not None for name in noise]
    starts = number_paragraphs(texts, is_noise)
    headings = find_headings(texts, starts, is_noise)
    gatherer = _Gatherer(texts)
    index = first = 0
    claimed = ""
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
        if what != claimed:
            claimed, first = what, lines[index].start
            claims.append(Claim(first, lines[end - 1].end, what))
        elif texts[index]:
            claims[-1] = Claim(first, lines[end - 1].end, what)
        index = end
    return Body(gatherer.finish(), signed_by, tuple(claims))


def find_noise(texts: Sequence[str]) -> list[str | None]:
    """For each line what kind of noise it is; labels repeated behind a section header are, too.

    Args:
        texts: Lines of the body.

    Returns:
        A name such as `noise.page_line`, or None for a line of the message.
    """
    noise = [noise_of(text) for text in texts]
    for index, name in enumerate(noise):
        if name == "noise.section_header":
            _mark_repeated_labels(texts, noise, index + 1)
    return noise


def _mark_repeated_labels(texts: Sequence[str], noise: list[str | None], start: int) -> None:
    is_label = False
    for index in range(start, min(start + _REPEATED, len(texts))):
        text = texts[index]
        if not text.strip():
            is_label = False
        elif _REPEATED_LABEL.match(text):
            is_label = True
            noise[index] = "noise.section_header"
        elif is_label and not _NUMBERED.match(text):
            noise[index] = "noise.section_header"
        elif noise[index] is None:
            return


def _drop_end(lines: Sequence[Line]) -> tuple[list[Line], list[Claim]]:
    """Cut off what follows `NNNN` or `End Cable Text`, when nothing but noise does."""
    for index, line in enumerate(lines):
        kind = noise_of(line.text)
        if kind == "noise.end_mark":
            rest = [rest for rest in lines[index:] if not rest.is_blank]
            return list(lines[:index]), [Claim(r.start, r.end, "noise.end_matter") for r in rest]
    return list(lines), []


def _split_glued(lines: Sequence[Line]) -> tuple[list[Line], list[Claim]]:
    """Take page marks out of text lines, and cut lines where a further paragraph begins in them."""
    kept: list[Line] = []
    claims: list[Claim] = []
    for line in lines:
        parts = [line]
        if "00" in line.text and _MAY_HOLD_PAGE.search(line.text) and noise_of(line.text) is None:
            parts, page_claims = _without_page_marks(line)
            claims += page_claims
        for part in parts:
            kept += _at_paragraphs(part)
    return kept, claims


def _without_page_marks(line: Line) -> tuple[list[Line], list[Claim]]:
    parts: list[Line] = []
    claims: list[Claim] = []
    start, text = line.start, line.text
    while (span := find_page_mark(text)) is not None:
        parts.append(Line(start, text[: span[0]].rstrip()))
        claims.append(Claim(start + span[0], start + span[1], "noise.page_line"))
        start, text = start + span[1], text[span[1] :]
    parts.append(Line(start, text))
    return [part for part in parts if not part.is_blank], claims


def _at_paragraphs(line: Line) -> list[Line]:
    if "----" in line.text and (match := _RULED.match(line.text)):
        return _at_heading(line, match)
    if ". " not in line.text or not _GLUED.search(line.text):
        return [line]
    parts: list[Line] = []
    start = 0
    for match in _GLUED.finditer(line.text):
        parts.append(Line(line.start + start, line.text[start : match.start() + 1]))
        start = match.end()
    parts.append(Line(line.start + start, line.text[start:]))
    return parts


def _at_heading(line: Line, match: re.Match[str]) -> list[Line]:
    """Cut a line that an export made of a heading and its rule, or of text, heading and rule.

    The heading is as long as its rule, give or take a quarter (cable formats 3.16).
    """
    text, length = match["text"], match["rule"].count("-")
    starts = [0, *(m.end() for m in re.finditer(r"[.?!\"”)]\s+(?=[A-Z])", text))]
    best = min(starts, key=lambda start: abs(len(text) - start - length))
    if abs(len(text) - best - length) > max(4, length // 4) and best:
        return [line]
    parts = [Line(line.start, text[:best].rstrip())] if best else []
    heading = Line(line.start + best, text[best:].rstrip())
    return [*parts, heading, Line(line.start + match.start("rule"), match["rule"])]


def _take_signature(lines: list[Line]) -> tuple[list[Line], str | None, list[Claim]]:
    lasts = _last_lines(lines, _BELOW_SIGNATURE + 2)
    body = "\n".join(line.text for line in lines)
    for place, index in enumerate(lasts[:-1]):
        line = lines[index]
        is_alone = lines[index - 1].is_blank or noise_of(lines[index - 1].text) is not None
        found = find_signature(
            line.text, above=lines[lasts[place + 1]].text, text=body, is_alone=is_alone
        )
        if found is not None and (place == 0 or (is_alone and found[0].isupper())):
            name, start = found
            shortened = Line(line.start, line.text[:start].rstrip())
            claim = Claim(line.start + start, line.end, "cables.signed_by")
            return [*lines[:index], shortened, *lines[index + 1 :]], name, [claim]
        if not (is_end_matter(line.text) or len(line.text.strip()) <= _SHORT):
            break
    return lines, None, []


def _last_lines(lines: Sequence[Line], count: int) -> list[int]:
    """The last lines that are part of the message, the last first."""
    found: list[int] = []
    for index in range(len(lines) - 1, -1, -1):
        if not lines[index].is_blank and noise_of(lines[index].text) is None:
            found.append(index)
            if len(found) == count:
                break
    return found


class _Gatherer:
    """Gathers lines into paragraphs."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.is_apart = False
        self._texts = texts
        self._heading: str | None = None
        self._role: str | None = None
        self._drafts: list[_Draft] = []
        self._is_closed = True
        self._is_fresh = False

    def open_heading(self, heading: str) -> None:
        if self._is_fresh and self._heading and not heading[:1].isupper():
            heading = f"{self._heading} {heading}"
        self._heading = heading
        self._is_fresh = True
        self._role = kind_by_words(heading)
        self._is_closed = True
        self.is_apart = True

    def add(self, text: str, start: Start | None) -> None:
        if not text.strip():
            self.is_apart = True
            return
        self._is_fresh = False
        if start is not None:
            self._open(start.number)
            text = f"{start.mark} {text[start.end :]}" if start.mark else text[start.end :]
        elif is_end_matter(text) and (self.is_apart or _ends(self._above())):
            self._heading = self._role = None
            self._open(None, "annex")
        elif self._is_closed or self._opens_unnumbered(text):
            self._open(None)
        if text.strip():
            self._drafts[-1].pieces.append(Piece(text, self.is_apart))
        self.is_apart = False

    def finish(self) -> tuple[Paragraph, ...]:
        words = Words(self._texts)
        paragraphs: list[Paragraph] = []
        for draft in self._drafts:
            paragraph = _finish(len(paragraphs) + 1, draft, words)
            if paragraph is None:
                continue
            if draft.role and ends_kind(paragraph.text, draft.role):
                self._end_role(draft)
            paragraphs.append(paragraph)
        return _stretch_kinds(paragraphs)

    def _end_role(self, draft: _Draft) -> None:
        """Behind `End summary` the paragraphs below the same heading are ordinary."""
        for later in self._drafts[self._drafts.index(draft) + 1 :]:
            if later.heading != draft.heading:
                return
            later.role = None

    def _above(self) -> str:
        pieces = self._drafts[-1].pieces if self._drafts else []
        return pieces[-1].text if pieces else ""

    def _open(self, number: int | None, role: str | None = None) -> None:
        self._drafts.append(_Draft(number, self._heading, role or self._role))
        self._is_closed = False
        self.is_apart = False

    def _opens_unnumbered(self, text: str) -> bool:
        """Without numbers, and above paragraph 1, a blank line parts paragraphs."""
        current = self._drafts[-1]
        if current.number is not None or not self.is_apart or not current.pieces:
            return False
        return _ends(current.pieces[-1].text) or text.lstrip()[:1].isupper()


def _ends(text: str) -> bool:
    return text.rstrip().endswith((".", "?", "!", '"', ")", ":"))


def _stretch_kinds(paragraphs: list[Paragraph]) -> tuple[Paragraph, ...]:
    """Give a summary or comment all paragraphs up to its end.

    One that opens without ending goes on to the paragraph that says `End summary`; one that only
    its end names began with the first paragraph (cable formats 3.18).
    """
    found = list(paragraphs)
    for index, paragraph in enumerate(found):
        kind = paragraph.kind
        if kind in {"summary", "comment"} and not ends_kind(paragraph.text, kind):
            end = _end_of(found, index, kind)
            found[index + 1 : end] = [replace(p, kind=kind) for p in found[index + 1 : end]]
    if not any(paragraph.kind == "summary" for paragraph in found):
        end = next(
            (i for i, p in enumerate(found[:_LATEST_END], 1) if ends_kind(p.text, "summary")), 0
        )
        found[:end] = [replace(p, kind="summary") for p in found[:end]]
    return tuple(found)


def _end_of(paragraphs: list[Paragraph], start: int, kind: str) -> int:
    """Index behind the paragraph that ends what opens at `start`; `start` when none near does."""
    heading = paragraphs[start].heading
    for index in range(start + 1, min(start + _LATEST_END, len(paragraphs))):
        paragraph = paragraphs[index]
        if paragraph.kind not in {"body", kind, "table"} or paragraph.heading != heading:
            return start
        if ends_kind(paragraph.text, kind):
            return index + 1
    return start


def _finish(ordinal: int, draft: _Draft, words: Words) -> Paragraph | None:
    if not draft.pieces:
        if draft.number is None:
            return None
        return Paragraph(ordinal, draft.number, None, "body", draft.heading, "")
    mark, first = take_portion_mark(draft.pieces[0].text.replace("¶", ""))
    pieces = [Piece(first, False), *draft.pieces[1:]] if first.strip() else draft.pieces[1:]
    raw = [piece.text for piece in pieces]
    text = repair_characters(drop_pilcrows(unwrap(pieces, words)))
    kind = kind_by_words(text) or draft.role or ("table" if is_table(raw) else "body")
    return Paragraph(ordinal, draft.number, mark, kind, draft.heading, text)
