"""The text of a message as the parser sees it: lines with their spans, and claims on spans.

Every part of the parser takes lines and returns a value together with the claims that it lays on
the text. What nobody claimed is what the parser did not understand; see `coverage`.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, count
from operator import add
from typing import NamedTuple

from transforms.parse.text.quick_tuples import made_of


class Line(NamedTuple):
    """One line of a message, without its line end and trailing blanks.

    Attributes:
        start: Offset of its first character in the text of the record.
        text: The line; `start + len(text)` is its end.
    """

    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.start + len(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed on it."""
        return not self.text.strip()


class Claim(NamedTuple):
    """A span of the text and what it became.

    Attributes:
        start: Offset of the first character.
        end: Offset behind the last.
        what: `<table>.<column>` (`cables.dtg`, `paragraphs.text`) or `noise.<kind>`
            (`noise.page_line`, `noise.stray_caption`, `noise.banner`).
    """

    start: int
    end: int
    what: str


_new_line = made_of(Line)


_new_claim = made_of(Claim)


_BLANKS = "\n\n\n\n"
_FEWEST_DOUBLED = 20


class Lines(NamedTuple):
    """The lines of a text side by side, for a body has too many to make a `Line` of each.

    Attributes:
        starts: For each line the offset of its first character in the text of the record.
        texts: The lines, without line ends and trailing blanks.
    """

    starts: list[int]
    texts: list[str]

    def head(self, size: int) -> list[Line]:
        """The first lines, one by one."""
        return list(map(_new_line, zip(self.starts[:size], self.texts[:size], strict=True)))


def split_text(text: str) -> Lines:
    """Cut a text at its LFs.

    Args:
        text: Text of a record, line ends already LF.

    Returns:
        Its lines in order. Where every second line is blank, each line end was doubled (`CR CR LF`)
        and these are left out; blank lines of the message itself are then three in a row.
    """
    raws = text.split("\n")
    starts = list(map(add, accumulate(map(len, raws[:-1]), initial=0), count()))
    texts = list(map(str.rstrip, raws))
    if _BLANKS in text:
        for first in (0, 1):
            if len(texts) > _FEWEST_DOUBLED and not any(texts[first::2]):
                return Lines(starts[1 - first :: 2], texts[1 - first :: 2])
    return Lines(starts, texts)


def split_lines(text: str) -> tuple[Line, ...]:
    """Cut a text at its LFs into lines; see `split_text`."""
    lines = split_text(text)
    return tuple(lines.head(len(lines.texts)))


def make_claims(spans: Iterable[tuple[int, int, str]]) -> list[Claim]:
    """Claims on spans: start, end and what they became, as the fields of `Claim` are."""
    return list(map(_new_claim, spans))
