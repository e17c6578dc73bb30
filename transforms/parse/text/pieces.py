"""Finds values again where they were written, whatever stands between their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 2000
_BETWEEN = r"[\W_]{0,20}?"


class Piece(NamedTuple):
    """Where a value was found; its fields are those of a span."""

    start: int
    end: int
    what: str
    value: str | None


def find_piece(
    text: str,
    region: tuple[int, int],
    pattern: re.Pattern[str] | None,
    what: str,
    value: str | None,
) -> Iterator[Piece]:
    """Where a pattern first matches in a region of the text, if it does."""
    match = pattern.search(text, *region) if pattern else None
    if match is not None and match.end() > match.start():
        yield Piece(match.start(), match.end(), what, value)


def find_words(
    text: str, region: tuple[int, int], written: str, what: str, value: str | None
) -> Iterator[Piece]:
    """Where the words of a value first stand in a region, whatever stands between them.

    When they are not all together, as around a page line, the longest beginning that is; when they
    are glued to others, the value within the longer word.
    """
    words = _WORD.findall(written[:_LONGEST])
    count = len(words)
    while 2 * count > len(words):
        for edges in ((r"(?<![^\W_])", r"(?![^\W_])"), ("", "")):
            for piece in find_piece(text, region, _pattern(*edges, *words[:count]), what, value):
                yield piece
                return
        count -= max(1, count // 8)


@lru_cache(maxsize=512)
def _pattern(before: str, after: str, *words: str) -> re.Pattern[str]:
    return re.compile(before + _BETWEEN.join(map(re.escape, words)) + after, re.IGNORECASE)


def find_pieces(
    text: str, region: tuple[int, int], wanted: Iterable[tuple[str, str, str]]
) -> Iterator[Piece]:
    """Where values stand in a region, each looked for behind the one before.

    Args:
        text: The text of the record.
        region: Start and end of the part to search.
        wanted: Name of the column, the value as written, and the value to show.

    Yields:
        Those that were found.
    """
    start, end = region
    for what, written, value in wanted:
        for piece in find_words(text, (start, end), written, what, value):
            yield piece
            start = piece.end
