"""The lines of the body, each either text or noise.

NNNN / End Cable Text                              nothing below it is part of the message
he said OSLO 00000417  002 OF 003 that             a page mark glued into a line is taken out
saying that the SIPDIS tide tables                 so is a caption that an export put there
... End summary. ¶2. (C) The board ...             cut where a further paragraph begins
... next year. A Pier and Its Critics --------     cut into text, heading and rule
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from operator import itemgetter
from string import digits

from transforms.parse.body.glued import NUMBER_WITHIN, at_paragraphs, may_be_glued
from transforms.parse.body.later_sections import mark_later_headers
from transforms.parse.body.line_starts import find_special
from transforms.parse.text.message import Claim, Line, Lines
from transforms.parse.text.page_noise import (
    LINKED,
    STAMPED,
    find_inline_noise,
    find_wrapped_mark,
    holds_serial,
    noise_of,
)
from transforms.parse.text.repair import close_quotes_at_ends
from transforms.parse.text.residue import unlink

_FIGURES = frozenset(digits)
_take_last = itemgetter(slice(-1, None))
_MARK_LENGTH = 32
_MANY_FILLED = 4
_FILLED_SHARE = 0.5
_MOST_PIECES = 200
"""Pieces that noise cuts a line into at most; a cable of one line has some two for a section."""

_SIGNS = ("SIPDIS", STAMPED, LINKED, "¶", "[1]", "](", "----", "====", "&", "\ufffd")
"""Without one of these, and without a number within it or the serial of a page mark, a line that
opens with a word holds no noise, no second paragraph and no link."""


@dataclass(slots=True)
class BodyLines:
    """The lines of a body, side by side.

    Attributes:
        starts: Their places in the record.
        raws: The lines as they stand there.
        texts: The same, links replaced and every pilcrow spelt `¶`.
        special: Indices of those that may be more than plain text (`line_starts`).
        noise: Index of each line that is noise -> its kind, such as `noise.page_line`.
        claims: What was cut out of lines or off the end.
    """

    starts: list[int]
    raws: list[str]
    texts: list[str]
    special: list[int] = field(default_factory=list)
    noise: dict[int, str] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    def line(self, index: int) -> Line:
        """A line with its place in the record."""
        return Line(self.starts[index], self.raws[index])

    def end(self, index: int) -> int:
        """Where a line ends in the record."""
        return self.starts[index] + len(self.raws[index])

    def drop_from(self, index: int) -> None:
        """Drop the end of the body as end matter."""
        for place, raw in zip(self.starts[index:], self.raws[index:], strict=True):
            if raw.strip():
                self.claims.append(Claim(place, place + len(raw), "noise.end_matter"))
        del self.starts[index:], self.raws[index:], self.texts[index:]
        del self.special[bisect_left(self.special, index) :]

    def drop_first(self, index: int, noise: str) -> None:
        """Take the first character off a line of text, as noise of that kind."""
        raw = self.raws[index].lstrip()
        start = self.end(index) - len(raw)
        self.claims.append(Claim(start, start + 1, noise))
        self.starts[index] = start + 1
        self.raws[index] = raw[1:]
        self.texts[index] = self.texts[index].lstrip()[1:]

    def drop_piece(self, index: int, start: int, end: int) -> None:
        """Take a piece of noise off the start or the end of a line."""
        raw, place = self.raws[index], self.starts[index]
        rest = raw[:start].rstrip() or raw[end:].lstrip()
        if not rest:
            self.noise[index] = "noise.page_line"
            return
        self.claims.append(Claim(place + start, place + end, "noise.page_line"))
        if not start:
            self.starts[index] += len(raw) - len(rest)
        self.shorten(index, rest)

    def shorten(self, index: int, text: str) -> None:
        """Leave no more than a beginning of a line."""
        self.raws[index] = text
        self.texts[index] = unlink(text)
        if index not in self.special:
            insort(self.special, index)

    def insert(self, pieces: dict[int, list[Line]]) -> None:
        """Put pieces in the place of lines.

        Args:
            pieces: Index of a line -> what it was cut into, nothing when all of it was noise.
        """
        whole = zip(self.starts, self.raws, self.texts, strict=True)
        noise, self.noise = self.noise, {}
        self.starts, self.raws, self.texts = [], [], []
        for index, (start, raw, text) in enumerate(whole):
            if index in pieces:
                self.starts += [piece.start for piece in pieces[index]]
                self.raws += [piece.text for piece in pieces[index]]
                self.texts += [unlink(piece.text) for piece in pieces[index]]
                continue
            if index in noise:
                self.noise[len(self.texts)] = noise[index]
            self.starts.append(start)
            self.raws.append(raw)
            self.texts.append(text)
        self.special = find_special(self.texts)


def cut_body(lines: Lines) -> BodyLines:
    """Sort the lines of a body into text and noise, and take glued lines apart.

    Args:
        lines: As they stand in the record.

    Returns:
        Text and noise in the order of the source; nothing but claims is left of what stands below
        the end of the message (cable formats 3.20, 3.24).
    """
    starts, raws = lines
    body = BodyLines(starts.copy(), raws.copy(), raws.copy(), find_special(raws))
    _drop_fillers(body)
    to_cut: list[int] = []
    for index in _odd_lines(body):
        text = body.texts[index]
        noise = noise_of(text)
        if (text[:5] == "PAGE " or holds_serial(text)) and _may_be_wrapped(body, index, noise):
            _drop_wrapped_marks(body, index)
            text = body.texts[index]
            noise = body.noise.get(index) or noise_of(text)
        if noise == "noise.end_mark":
            body.drop_from(index)
            break
        if noise is not None:
            body.noise[index] = noise
        elif _may_be_cut(text):
            to_cut.append(index)
        else:
            body.texts[index] = unlink(text)
    _cut_lines(body, to_cut)
    mark_later_headers(body.texts, body.noise)
    _drop_signal_at_end(body)
    body.texts = close_quotes_at_ends(body.texts)
    return body


def _odd_lines(body: BodyLines) -> list[int]:
    """The lines to look at one by one; all others are text, as it stands and nothing else.

    Plain lines are looked at all together first: most texts have no sign of anything in them.
    """
    texts = body.texts
    odd = [index for index in body.special if texts[index]]
    plain = texts.copy()
    for index in body.special:
        plain[index] = ""
    block = "\n".join(plain)
    if any(map(block.__contains__, digits)):
        figured = list(compress(count(), map(_FIGURES.__contains__, map(_take_last, plain))))
        for index in figured:
            plain[index] = ""
        odd += figured
        block = "\n".join(plain)
    signs = [sign for sign in _SIGNS if sign[0] in block and sign in block]
    if holds_serial(block):
        signs.append("00")
    if "(" in block and NUMBER_WITHIN.search(block):
        signs += [". (", ".("]
    if signs:
        signed = {index for sign in signs for index, text in enumerate(plain) if sign in text}
        odd += signed
    return sorted(odd)


def _may_be_wrapped(body: BodyLines, index: int, noise: str | None) -> bool:
    """Whether a line with figures may hold a part of a page mark, and no whole one alone."""
    return noise is None or (
        noise == "noise.page_line" and index > 0 and body.texts[index - 1] != ""
    )


def _drop_signal_at_end(body: BodyLines) -> None:
    """Take the signal that ends a transmission off the last line: `... BELLWEATHER NNNN`."""
    last = len(body.texts) - 1
    while last > 0 and (not body.texts[last] or last in body.noise):
        last -= 1
    if last >= 0 and body.texts[last].endswith(" NNNN"):
        body.drop_piece(last, len(body.raws[last]) - 4, len(body.raws[last]))


def _drop_wrapped_marks(body: BodyLines, index: int) -> None:
    """Take out a page mark that a wrap broke, above a line or below it.

    It is looked for in the lines as they stand, for links have been replaced in the one above.
    """
    text = body.texts[index]
    is_tail = "00" in text[:_MARK_LENGTH] and index > 0 and index - 1 not in body.noise
    for above in (index - 1, index) if is_tail else (index,):
        if above + 1 < len(body.texts) and body.texts[above]:
            span = find_wrapped_mark(body.raws[above], body.raws[above + 1])
            if span is not None:
                body.drop_piece(above, span[0], len(body.raws[above]))
                body.drop_piece(above + 1, 0, span[1])


def _may_be_cut(text: str) -> bool:
    """A cheap look at what most lines have none of."""
    return (
        holds_serial(text)
        or "SIPDIS" in text
        or STAMPED in text
        or LINKED in text
        or may_be_glued(text)
    )


def _cut_lines(body: BodyLines, indices: Sequence[int]) -> None:
    """Cut lines into pieces, when no broken page mark is left in them."""
    pieces: dict[int, list[Line]] = {}
    for index in indices:
        if index in body.noise:
            continue
        cut = _cut(body.line(index), body.claims)
        if cut is None:
            body.texts[index] = unlink(body.raws[index])
        else:
            pieces[index] = cut
    if pieces:
        body.insert(pieces)


def _cut(line: Line, claims: list[Claim]) -> list[Line] | None:
    """What a line of text is to be cut into; None when it stays as it is."""
    parts = _without_inline_noise(line, claims)
    if parts is not None:
        return [piece for part in parts for piece in at_paragraphs(part)]
    pieces = at_paragraphs(line)
    return pieces if len(pieces) > 1 else None


def _drop_fillers(body: BodyLines) -> None:
    """Drop the `- ` that posts of the 1970s to 1990s put before each line (3.19)."""
    filled = [index for index in body.special if body.texts[index][:2] == "- "]
    if len(filled) < _MANY_FILLED or len(filled) < _FILLED_SHARE * sum(map(bool, body.texts)):
        return
    for index in filled:
        start = body.starts[index]
        body.claims.append(Claim(start, start + 1, "noise.spacer"))
        body.starts[index] = start + 2
        body.raws[index] = body.texts[index] = body.raws[index][2:]
    body.special = find_special(body.texts)


def _without_inline_noise(line: Line, claims: list[Claim]) -> list[Line] | None:
    """What is left of a line around the noise within it; None when there is none."""
    start, text = line
    span = find_inline_noise(text)
    if span is None:
        return None
    parts: list[Line] = []
    while span is not None and len(parts) < _MOST_PIECES:
        parts.append(Line(start, text[: span[0]].rstrip()))
        claims.append(Claim(start + span[0], start + span[1], span[2]))
        start, text = start + span[1], text[span[1] :]
        span = find_inline_noise(text)
    parts.append(Line(start, text))
    return [part for part in parts if not part.is_blank]
