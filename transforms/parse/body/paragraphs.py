"""The body: paragraphs in order, nothing left out.

A Pier and Its Critics                                <- heading of what follows
12. (SBU) The harbor board objected, saying that the  <- paragraph 2, portion mark
SIPDIS                                                <- noise, dropped
tide tables had been ignored (Ref A).                 <- joined
BELLWEATHER                                           <- signature
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from transforms.parse.body.gather import Gatherer
from transforms.parse.body.heading_form import heading_text, is_rule
from transforms.parse.body.headings import find_headings, is_numbered_heading
from transforms.parse.body.lines import BodyLines, cut_body
from transforms.parse.body.pilcrow import Start, number_paragraphs
from transforms.parse.body.pilcrow_digit import lines_with_residue
from transforms.parse.body.signature import take_signature
from transforms.parse.cable import Paragraph
from transforms.parse.text.message import Claim, Lines, make_claims


class Body(NamedTuple):
    """What the body of a message holds."""

    paragraphs: tuple[Paragraph, ...]
    signed_by: str | None
    claims: tuple[Claim, ...]


def parse_body(lines: Lines, start: int = 0) -> Body:
    """Read the body.

    Args:
        lines: From the first paragraph, heading or unlabelled text on.
        start: Where the opening ends; what was set aside in it heads no paragraph.

    Returns:
        Paragraphs with repaired numbers, marks, kinds and headings; the signature; claims on every
        line that is not blank.
    """
    body = cut_body(lines)
    signed_by = take_signature(body)
    starts = number_paragraphs(body.texts, body.special, body.noise)
    for index in lines_with_residue(body.texts, body.special, starts):
        body.drop_first(index, "noise.pilcrow")
    first = bisect_left(body.starts, start)
    headings = find_headings(body.texts, body.special, starts, body.noise, first)
    gathering = _Gathering(body, starts, headings)
    gathering.gather()
    return Body(gathering.gatherer.finish(), signed_by, gathering.claims.settle())


class _Gathering:
    """Hands the lines of a body to the gatherer, those between special lines in stretches."""

    def __init__(self, body: BodyLines, starts: dict[int, Start], headings: dict[int, int]) -> None:
        self.texts = body.texts
        self.special = body.special
        self.noise = body.noise
        self.starts = starts
        self.headings = headings
        self.gatherer = Gatherer(body.texts)
        self.claims = _Claims(body)

    def gather(self) -> None:
        """Hand over all lines, in order."""
        texts, index = self.texts, 0
        for special in self._special_lines():
            if special < index:
                continue
            if index < special:
                self._take_stretch(index, special)
            if texts[special] or special in self.noise:
                index = self._take_special(special)
            else:
                self.gatherer.pass_blank()
                index = special + 1
        if index < len(texts):
            self._take_stretch(index, len(texts))

    def _special_lines(self) -> list[int]:
        """The lines that may do more than go on with a line of text above them."""
        special = {*self.special, *self.noise}
        for first, behind in self.headings.items():
            special.update(range(first, behind))
        return sorted(special)

    def _take_stretch(self, index: int, end: int) -> None:
        """Take plain lines; the first may open a paragraph, unless a number stands above it."""
        self.claims.add(index, end, "paragraphs.text")
        if index - 1 not in self.starts:
            self.gatherer.add(self.texts[index], None)
            index += 1
        if index < end:
            self.gatherer.add_running(self.texts[index:end])

    def _take_special(self, index: int) -> int:
        """Take a line that is special, a heading with its further lines; the index behind it."""
        text, start, end = self.texts[index], self.starts.get(index), index + 1
        if index in self.noise:
            if self.noise[index] == "noise.spacer":
                self.gatherer.pass_blank()
            else:
                self.gatherer.pass_noise()
            self.claims.add(index, end, self.noise[index])
        elif text.isspace():
            self.gatherer.pass_blank()
        elif index in self.headings:
            end = self.headings[index]
            kept = [self.texts[i] for i in range(index, end) if i not in self.noise]
            self.gatherer.open_heading(heading_text(kept))
            self.claims.add(index, end, "paragraphs.heading")
        elif start is not None and is_numbered_heading(self.texts, index, start, self.noise):
            title = text[start.end :]
            self.gatherer.add_numbered_heading(title, heading_text([title]), start.number)
            self.claims.add(index, end, "paragraphs.heading")
        elif start is None and is_rule(text):
            self.gatherer.pass_rule()
            self.claims.add(index, end, "noise.rule")
        else:
            self.gatherer.add(text, start)
            self.claims.add(index, end, "paragraphs.text")
        return end


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
        body = self._body
        cuts = sorted(self._body.claims, key=lambda claim: claim.start)
        spans: list[tuple[int, int, str]] = []
        place = 0
        for first, last, what in self._spans:
            start, end = body.starts[first], body.end(last)
            while place < len(cuts) and cuts[place].start < end:
                if start < cuts[place].end:
                    spans.append((start, cuts[place].start, what))
                    start = cuts[place].end
                place += 1
            spans.append((start, end, what))
        claims = cuts + make_claims(spans)
        return tuple([claim for claim in claims if claim[0] < claim[1]])
