"""Two texts of a cable side by side: which paragraphs belong together, and which words differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from dashboards.questions import Row

_WORDS = re.compile(r"\s+|\S+")
_MOST_WORDS = 4000
"""Longer paragraphs are shown as wholly different: comparing costs the square of the words."""


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a paragraph.

    Attributes:
        text: The words.
        differs: Whether the other text lacks them.
    """

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of each text, or of one alone.

    Attributes:
        left: The paragraph of the current text, in words; None when it lacks it.
        right: That of the other text.
        differs: Whether they are not the same.
    """

    left: tuple[Words, ...] | None
    right: tuple[Words, ...] | None
    differs: bool


def compare(left: Sequence[Row], right: Sequence[Row]) -> list[Pair]:
    """Compare two texts of a cable.

    Args:
        left: Paragraphs of one, as of `cable_paragraphs.sql`.
        right: Paragraphs of the other.

    Returns:
        Pairs in the order of the texts; every paragraph of both is in exactly one.
    """
    ours, theirs = [_whole(row) for row in left], [_whole(row) for row in right]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    pairs: list[Pair] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pairs += [_same(text) for text in ours[i1:i2]]
        else:
            pairs += [_pair(a, b) for a, b in zip_longest(ours[i1:i2], theirs[j1:j2])]
    return pairs


def _whole(row: Row) -> str:
    """A paragraph with its number and mark, as it is printed."""
    number = f"{row['number']}. " if row["number"] is not None else ""
    mark = f"({row['classification']}) " if row["classification"] else ""
    return f"{number}{mark}{row['text']}"


def _same(text: str) -> Pair:
    words = (Words(text, differs=False),)
    return Pair(words, words, differs=False)


def _pair(left: str | None, right: str | None) -> Pair:
    if left is None or right is None:
        one = (Words(left or right or "", differs=True),)
        return Pair(one if left is not None else None, one if right is not None else None, True)
    ours, theirs = _WORDS.findall(left), _WORDS.findall(right)
    if max(len(ours), len(theirs)) > _MOST_WORDS:
        return Pair((Words(left, True),), (Words(right, True),), True)
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return Pair(
        tuple(_runs((tag, ours[i1:i2]) for tag, i1, i2, _, _ in codes)),
        tuple(_runs((tag, theirs[j1:j2]) for tag, _, _, j1, j2 in codes)),
        True,
    )


def _runs(parts: Iterator[tuple[str, list[str]]]) -> Iterator[Words]:
    for tag, words in parts:
        if words:
            yield Words("".join(words), tag != "equal")
