"""Joins the lines of a paragraph as a reader would.

Lines were wrapped at 55 to 69 characters, some exports wrapped them again, and page breaks left
blank lines within sentences. Bullets keep their line breaks, tables stay as they stand (cable
formats 3.19 to 3.21).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_BULLET = re.compile(
    r"\s*(?:-{1,3}\s?(?=[^\s-])|[*•+o]\s+(?=\S)|\([a-z0-9ivx]{1,4}\)\s+(?=\S)|[a-z]\.\s+(?=\S)"
    r"|[A-Z]\.\s+(?=[A-Z(])|\d{1,2}[.)]\s+(?=\S)|[ivx]{1,4}\.\s+(?=\S))"
)
_SENTENCE_END = re.compile(r"[.?!:;][\"'”’)\]]*$|[\"”]$")
_COLUMN_GAP = re.compile(r"\S {3,}\S|\t|\S ?\| ?\S|\.{5,}")
_LONG_LINE = 50
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*(?!-$)")
_LAST_WORD = re.compile(r"(?<![A-Za-z-])([a-z]+|[A-Z]+)-$")
_FIRST_WORD = re.compile(r"\s*([a-z]+|[A-Z]+)(?![A-Za-z-])")
_BLOCK = re.compile(
    r"\s*(?:BEGIN|END) (?:OF )?(?:[A-Z]{2,12} ){0,2}(?:TEXT|QUOTE|POINTS|TRANSLATION|DOCUMENT|NOTE)"
    r"S?[.:]?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a paragraph.

    Attributes:
        text: Without number and mark.
        is_apart: A blank line or noise stood between it and the line above.
    """

    text: str
    is_apart: bool


class Words:
    """The words of a cable, collected when they are first asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Name the lines that they stand in."""
        self._texts = texts
        self._words: set[str] | None = None

    def are_one(self, above: str, line: str) -> bool:
        """Whether a hyphen at the end of a line was put there by the break.

        So it is when the joined word occurs elsewhere in the cable and the hyphenated one does not
        (cable formats 3.21).
        """
        head, tail = _LAST_WORD.search(above), _FIRST_WORD.match(line)
        if head is None or tail is None:
            return False
        if self._words is None:
            self._words = {word for text in self._texts for word in _WORD.findall(text.lower())}
        first, second = head[1].lower(), tail[1].lower()
        return first + second in self._words and f"{first}-{second}" not in self._words


def unwrap(pieces: Sequence[Piece], words: Words | None = None) -> str:
    """The text of a paragraph.

    Args:
        pieces: Its lines in order, none of them blank.
        words: Words of the cable, by which a hyphen at a line's end is judged.

    Returns:
        One line, but for bullets, tables and breaks after a finished sentence.
    """
    tables = find_tables([piece.text for piece in pieces])
    text = ""
    above = ""
    for index, piece in enumerate(pieces):
        line = piece.text.rstrip()
        is_table = tables[index]
        if not text:
            text = line if is_table else line.strip()
        elif is_table or tables[index - 1]:
            text += "\n" + (line if is_table else line.strip())
        else:
            joint = _joint(above, line, piece.is_apart)
            if not joint and words and words.are_one(above, line):
                text = text[:-1]
            text += joint + " ".join(line.split())
        above = line
    return text.strip("\n").rstrip() if any(tables) else text.strip()


def is_table(texts: Sequence[str]) -> bool:
    """Whether a paragraph is nothing but a table."""
    tables = find_tables(texts)
    return bool(tables) and all(tables)


def find_tables(texts: Sequence[str]) -> list[bool]:
    """For each line, whether it belongs to a table: two or more lines in columns in a row."""
    gaps = [_is_row(text) for text in texts]
    return [
        gap and ((index > 0 and gaps[index - 1]) or (index + 1 < len(gaps) and gaps[index + 1]))
        for index, gap in enumerate(gaps)
    ]


def _is_row(text: str) -> bool:
    has_sign = "   " in text or "\t" in text or "|" in text or "....." in text
    return has_sign and _COLUMN_GAP.search(text.strip()) is not None


def _joint(above: str, line: str, is_apart: bool) -> str:
    """What stands between two lines: nothing, a blank, or a line break."""
    if _BULLET.match(line) or _BLOCK.match(line) or _BLOCK.match(above):
        return "\n"
    if is_apart and not _goes_on(above, line):
        return "\n"
    if above.endswith("-") and not above.endswith(("--", " -")) and line[:1].strip():
        return ""
    return " "


def _goes_on(above: str, line: str) -> bool:
    if _SENTENCE_END.search(above.rstrip()):
        return False
    return line.lstrip()[:1].islower() or len(above) >= _LONG_LINE
