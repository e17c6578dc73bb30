"""The lines of the body, each either text or noise.

NNNN / End Cable Text                              nothing below it is part of the message
he said OSLO 00000417  002 OF 003 that             a page mark glued into a line is taken out
saying that the SIPDIS tide tables                 so is a caption that an export put there
... End summary. ¶2. (C) The board ...             cut where a further paragraph begins
... next year. A Pier and Its Critics --------     cut into text, heading and rule
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from transforms.parse.message import Claim, Line
from transforms.parse.page_noise import PLAIN_STARTS, find_inline_noise, noise_of
from transforms.parse.portion_marks import MARK
from transforms.parse.residue import unlink

_PILCROW = r"(?:¶|\[1\]\((?:#|/[^()\s]{0,80})?\))"
_GLUED = re.compile(
    rf"[.?!:\"”)\]]\s{{0,3}}(?={_PILCROW}\s?\d{{1,3}}\s?[.)](?:\s|$|\())"
    rf"|\S\s{{1,3}}(?={_PILCROW}\s?\d{{1,3}}\s?[.)]\s{{0,2}}(?i:{MARK}))"
    rf"|[.?!\"”)\]]\s{{1,3}}(?=\d{{1,3}}\.\s?(?i:{MARK})\s?[A-Z])"
)
_RULED = re.compile(r"\s*(?P<text>\S.{2,6000}?)\s+(?P<rule>-{5,}(?:\s-{2,})*)\s*$")
_SENTENCE = re.compile(r"[.?!\"”)]\s+(?=[A-Z])")
_REPEATED = 25
_NUMBER_LENGTH = 10
_MANY_FILLED = 4
_FILLED_SHARE = 0.5
_REPEATED_LABEL = re.compile(
    r"\s*(?:E\.?\s?O\.?\s?1\d{4}|TAGS?\b|SUBJECT\b|SUBJ\b|REFS?\s?:|(?:DEPT|STATE|NSC)\b.{0,30}FOR\b"
    r"|CLASSIFIED BY\b)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:¶\s?)?\d{1,3}\s?[.)]")
_HEADER = "noise.section_header"
_SIGNS = ("00", "SIPDIS", "Released US", "¶", "[1]", "](", ". (", ".(", "----", "&", "\ufffd")
"""Without one of these a line holds no noise, no second paragraph and no link."""
_FIGURES = frozenset("0123456789")


@dataclass(slots=True)
class BodyLines:
    """The lines of a body, side by side.

    Attributes:
        lines: With their place in the record.
        texts: The same, links replaced and every pilcrow spelt `¶`.
        noise: For each what kind of noise it is, such as `noise.page_line`; None for text.
        claims: What was cut out of lines or off the end.
    """

    lines: list[Line] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    noise: list[str | None] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def add(self, line: Line, text: str, noise: str | None) -> None:
        """Append one line."""
        self.lines.append(line)
        self.texts.append(text)
        self.noise.append(noise)

    def add_plain(self, lines: Sequence[Line], texts: Sequence[str]) -> None:
        """Append lines that are text as they stand."""
        self.lines += lines
        self.texts += texts
        self.noise += [None] * len(texts)


def cut_body(lines: Sequence[Line]) -> BodyLines:
    """Sort the lines of a body into text and noise, and take glued lines apart.

    Args:
        lines: As they stand in the record.

    Returns:
        Text and noise in the order of the source; nothing but claims is left of what stands below
        the end of the message (cable formats 3.20, 3.24).
    """
    body = BodyLines()
    lines = _without_fillers(lines, body.claims)
    texts = [line.text for line in lines]
    done = 0
    for index in _odd_lines(texts):
        body.add_plain(lines[done:index], texts[done:index])
        done = index + 1
        if not _add_odd(body, lines[index]):
            rest = [rest for rest in lines[index:] if not rest.is_blank]
            body.claims += [Claim(rest.start, rest.end, "noise.end_matter") for rest in rest]
            done = len(lines)
            break
    body.add_plain(lines[done:], texts[done:])
    _mark_repeated_labels(body)
    return body


def _odd_lines(texts: Sequence[str]) -> list[int]:
    """The lines to look at one by one; all others are text, as it stands and nothing else.

    Most lines are told by their first two letters, a final figure and a few signs; a sign that
    the whole body lacks is looked for once.
    """
    block = "\n".join(texts)
    odd = {
        index
        for index, text in enumerate(texts)
        if text and (text[:2] not in PLAIN_STARTS or text[-1] in _FIGURES)
    }
    for sign in _SIGNS:
        if sign in block:
            odd.update([index for index, text in enumerate(texts) if sign in text])
    return sorted(odd)


def _add_odd(body: BodyLines, line: Line) -> bool:
    """Add one line, cut where it must be; False when the message ends with it."""
    text = line.text
    noise = noise_of(text)
    if noise == "noise.end_mark":
        return False
    if noise is not None:
        body.add(line, text, noise)
        return True
    for part in _without_inline_noise(line, body.claims):
        pieces = _at_paragraphs(part) if _may_be_glued(part.text) else (part,)
        for piece in pieces:
            body.add(piece, unlink(piece.text), None)
    return True


def _without_fillers(lines: Sequence[Line], claims: list[Claim]) -> Sequence[Line]:
    """Lines without the `- ` that posts of the 1970s to 1990s put before each (3.19)."""
    filled = len([1 for line in lines if line.text[:2] == "- "])
    if filled < _MANY_FILLED or filled < _FILLED_SHARE * sum(1 for line in lines if line.text):
        return lines
    kept: list[Line] = []
    for line in lines:
        if line.text.startswith("- "):
            claims.append(Claim(line.start, line.start + 1, "noise.spacer"))
            line = Line(line.start + 2, line.text[2:])
        kept.append(line)
    return kept


def _without_inline_noise(line: Line, claims: list[Claim]) -> list[Line]:
    span = find_inline_noise(line.text)
    if span is None:
        return [line]
    parts: list[Line] = []
    start, text = line.start, line.text
    while span is not None:
        parts.append(Line(start, text[: span[0]].rstrip()))
        claims.append(Claim(start + span[0], start + span[1], span[2]))
        start, text = start + span[1], text[span[1] :]
        span = find_inline_noise(text)
    parts.append(Line(start, text))
    return [part for part in parts if not part.is_blank]


def _may_be_glued(text: str) -> bool:
    """A cheap look at what most lines have none of."""
    return (
        text.find("¶", 1) > 0
        or text.find("[1]", 1) > 0
        or text.find(". (", _NUMBER_LENGTH) > 0
        or text.find(".(", _NUMBER_LENGTH) > 0
        or "----" in text
    )


def _at_paragraphs(line: Line) -> Iterator[Line]:
    text = line.text
    if "----" in text and (match := _RULED.match(text)):
        yield from _at_heading(line, match)
        return
    start = 0
    for match in _GLUED.finditer(text):
        yield Line(line.start + start, text[start : match.start() + 1])
        start = match.end()
    yield Line(line.start + start, text[start:]) if start else line


def _at_heading(line: Line, match: re.Match[str]) -> list[Line]:
    """Cut a line that an export made of a heading and its rule, or of text, heading and rule.

    The heading is as long as its rule, give or take a quarter (cable formats 3.16).
    """
    text, length = match["text"], match["rule"].count("-")
    offset = match.start("text")
    starts = [0, *(end.end() for end in _SENTENCE.finditer(text))]
    best = min(starts, key=lambda start: abs(len(text) - start - length))
    if abs(len(text) - best - length) > max(4, length // 4) and best:
        return [line]
    parts = [Line(line.start + offset, text[:best].rstrip())] if best else []
    parts += [Line(line.start + offset + best, "")] if best else []
    heading = Line(line.start + offset + best, text[best:].rstrip())
    return [*parts, heading, Line(line.start + match.start("rule"), match["rule"])]


def _mark_repeated_labels(body: BodyLines) -> None:
    """Labels repeated behind the header of a later section are noise, too (cable formats 3.7)."""
    if _HEADER not in body.noise:
        return
    for index, name in enumerate(body.noise):
        if name == _HEADER:
            _mark_labels_below(body, index + 1)


def _mark_labels_below(body: BodyLines, start: int) -> None:
    is_label = False
    for index in range(start, min(start + _REPEATED, len(body.texts))):
        text = body.texts[index]
        if not text.strip():
            is_label = False
        elif _REPEATED_LABEL.match(text):
            is_label = True
            body.noise[index] = _HEADER
        elif is_label and not _NUMBERED.match(text):
            body.noise[index] = _HEADER
        elif body.noise[index] is None:
            return
