"""The body: paragraphs in order, nothing left out.

A Pier and Its Critics                                <- heading of what follows
12. (SBU) The harbor board objected, saying that the  <- paragraph 2, portion mark
SIPDIS                                                <- noise, dropped
tide tables had been ignored (Ref A).                 <- joined
BELLWEATHER                                           <- signature
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transforms.parse.body_lines import BodyLines, cut_body
from transforms.parse.cable import Paragraph
from transforms.parse.end_matter import STARTS as END_MATTER_STARTS
from transforms.parse.end_matter import is_end_matter
from transforms.parse.gather import Gatherer
from transforms.parse.headings import find_headings, heading_text, is_numbered_heading, is_rule
from transforms.parse.message import Claim, Line
from transforms.parse.pilcrow import Start, number_paragraphs
from transforms.parse.signature import take_signature

_SPECIAL_FIRST = frozenset("-=*_~( \t\x0b\x0c\xa0") | {""}
"""First characters of lines that may be rules, end matter, or blank."""


@dataclass(frozen=True, slots=True)
class Body:
    """What the body of a message holds."""

    paragraphs: tuple[Paragraph, ...]
    signed_by: str | None
    claims: tuple[Claim, ...]


def parse_body(lines: Sequence[Line]) -> Body:
    """Read the body.

    Args:
        lines: From the first paragraph, heading or unlabelled text on.

    Returns:
        Paragraphs with repaired numbers, marks, kinds and headings; the signature; claims on every
        line that is not blank.
    """
    body = cut_body(lines)
    signed_by = take_signature(body)
    is_noise = [name is not None for name in body.noise]
    starts = number_paragraphs(body.texts, is_noise)
    headings = find_headings(body.texts, starts, is_noise)
    return _gather(body, signed_by, starts, headings)


def _gather(
    body: BodyLines,
    signed_by: str | None,
    starts: Sequence[Start | None],
    headings: dict[int, int],
) -> Body:
    texts, noise = body.texts, body.noise
    gatherer = Gatherer(texts)
    claims = _Claims(body)
    running = _running_lines(body, starts, headings)
    index = 0
    while index < len(texts):
        text, start, end = texts[index], starts[index], index + 1
        what = ""
        if running[index]:
            while end < len(texts) and running[end]:
                end += 1
            gatherer.add_running(texts[index:end])
            claims.add(index, end, "paragraphs.text")
            index = end
            continue
        if (name := noise[index]) is not None:
            gatherer.pass_noise()
            what = name
        elif not text or text.isspace():
            gatherer.pass_blank()
        elif index in headings:
            end = headings[index]
            kept = [texts[i] for i in range(index, end) if noise[i] is None]
            gatherer.open_heading(heading_text(kept))
            what = "paragraphs.heading"
        elif start is not None and is_numbered_heading(texts, index, start, noise):
            title = text[start.end :]
            gatherer.add_numbered_heading(title, heading_text([title]), start.number)
            what = "paragraphs.heading"
        elif start is None and is_rule(text):
            gatherer.pass_rule()
            what = "noise.rule"
        else:
            gatherer.add(text, start)
            what = "paragraphs.text"
        if what:
            claims.add(index, end, what)
        index = end
    return Body(gatherer.finish(), signed_by, claims.settle())


def _running_lines(
    body: BodyLines, starts: Sequence[Start | None], headings: dict[int, int]
) -> list[bool]:
    """For each line, whether it does no more than go on with the line of text above it.

    Most lines do, so they are told by what stands first on them.
    """
    texts = body.texts
    plain = [
        start is None
        and name is None
        and text[:1] not in _SPECIAL_FIRST
        and not (text[:2] in END_MATTER_STARTS and is_end_matter(text))
        for text, name, start in zip(texts, body.noise, starts, strict=True)
    ]
    for first, behind in headings.items():
        plain[first:behind] = [False] * (behind - first)
    goes_on = [
        is_plain and (was_plain or (start is not None and name is None and bool(text)))
        for is_plain, was_plain, start, name, text in zip(
            plain[1:], plain, starts, body.noise, texts, strict=False
        )
    ]
    return [False, *goes_on]


class _Claims:
    """Claims on lines; lines of one kind in a row are one claim."""

    def __init__(self, body: BodyLines) -> None:
        self._body = body
        self._spans: list[tuple[int, int, str]] = []
        self._what = ""

    def add(self, index: int, end: int, what: str) -> None:
        if what == self._what:
            self._spans[-1] = (self._spans[-1][0], end - 1, what)
        else:
            self._spans.append((index, end - 1, what))
            self._what = what

    def settle(self) -> tuple[Claim, ...]:
        """All claims on the body, around what was cut out of its lines."""
        lines = self._body.lines
        cuts = sorted(self._body.claims, key=lambda claim: claim.start)
        claims = list(cuts)
        for first, last, what in self._spans:
            start, end = lines[first].start, lines[last].end
            for cut in cuts:
                if start < cut.end and cut.start < end:
                    claims.append(Claim(start, cut.start, what))
                    start = max(start, cut.end)
            claims.append(Claim(start, end, what))
        return tuple(claim for claim in claims if claim.start < claim.end)
