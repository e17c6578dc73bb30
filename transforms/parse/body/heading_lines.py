"""The lines of a body as they are looked at for headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Sequence
from typing import NamedTuple

from transforms.parse.body.end_matter import is_address, is_end_matter
from transforms.parse.body.heading_form import is_rule, is_title
from transforms.parse.text.redactions import is_redacted_line

MOST_CHARACTERS = 75
FULL_LINE = 45
LEAST_OF_BOX = 2
SENTENCE_ENDS = (".", "?", "!", '"', ")")
COLUMNS = re.compile(r"\S\s{3,}\S|\t|\||\.{5,}")
_OF_REDACTED = re.compile(r"X{3,}['’,]s [A-Z]", re.IGNORECASE)
UNWRAPPED = 100
_LONGEST_JOINED = 110


class BodyView(NamedTuple):
    """What is known of the lines when headings are looked for."""

    texts: Sequence[str]
    starts: Collection[int]
    noise: Container[int]
    has_small: bool  # where there are no small letters, capitals tell nothing

    @property
    def has_numbers(self) -> bool:
        """Whether a paragraph has a number."""
        return bool(self.starts)

    def is_unspaced(self) -> bool:
        """Whether most paragraphs with a number have no blank line above it."""
        below_blank = sum(self.is_empty(start - 1) for start in self.starts)
        return 2 * below_blank < len(self.starts)

    def is_empty(self, index: int) -> bool:
        """Whether a line is blank or noise."""
        return index in self.noise or not self.texts[index].strip()

    def neighbour(self, index: int, step: int) -> int | None:
        """The next line of text in a direction; None at the end."""
        texts, noise = self.texts, self.noise
        index += step
        while 0 <= index < len(texts):
            if index not in noise and texts[index].strip():
                return index
            index += step
        return None


def is_finished(line: str) -> bool:
    """Whether the text above is over although no blank line follows: a redaction, a long line."""
    text = line.strip()
    return is_redacted_line(text) or (len(text) > UNWRAPPED and text.endswith(SENTENCE_ENDS))


def _is_joined(body: BodyView, index: int) -> bool:
    """Whether a longer line is a title that an export joined, right above a long paragraph."""
    line, below = body.texts[index].strip(), body.neighbour(index, 1)
    if len(line) > _LONGEST_JOINED or below not in body.starts or not is_title([line]):
        return False
    return len(body.texts[below or 0]) > UNWRAPPED and body.is_empty(index - 1)


def may_be_heading(body: BodyView, index: int, *, is_ruled: bool = False) -> bool:
    """Whether a line is text, opens no paragraph, and is no longer than headings are.

    One that opens with a redaction heads nothing without a rule: `XXXXXXXXXXXX, Harbor Master`;
    `XXXXXXXXXXXX's Views` may.
    """
    line = body.texts[index].strip()
    is_text = bool(line) and index not in body.noise and index not in body.starts
    is_short = len(line) <= MOST_CHARACTERS or _is_joined(body, index)
    is_open = line[:3].upper() != "XXX" or (is_ruled and not is_redacted_line(line))
    is_open = is_open or _OF_REDACTED.match(line) is not None
    is_plain = is_text and is_short and is_open and not is_rule(line)
    return is_plain and not (is_end_matter(line) or is_address(line))
