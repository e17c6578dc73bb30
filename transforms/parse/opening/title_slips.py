"""Slips of the keyboard in the words of titles: `Amabassador`, `Offcier`, `Charge d'Affiares`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import chain
from string import ascii_lowercase

_SHORTEST = 8
_LIKENESS = 0.85
_SHORT_WORDS = ("officer", "attache", "advisor", "adviser", "director")
"""Shorter words that are frequent, and to which no name comes near."""


def long_words(words: Iterable[str]) -> tuple[str, ...]:
    """The words that are long enough to be known behind a slip, in order."""
    return tuple(sorted(word for word in words if len(word) >= _SHORTEST))


def is_slip(word: str, known: Sequence[str]) -> bool:
    """Whether a word in small letters is a title word mistyped.

    Args:
        word: A word that is in no list.
        known: The long words of titles (`long_words`), of which it may be a slip.
    """
    if word in _SLIPS:
        return True
    is_long = len(word) >= _SHORTEST and word.replace("'", "").isalpha()
    return is_long and bool(get_close_matches(word, known, 1, _LIKENESS))


def _slips(word: str) -> Iterator[str]:
    """A word with one letter wrong, lost, added or out of place, the first aside."""
    for place in range(1, len(word)):
        head, tail = word[:place], word[place:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        for letter in ascii_lowercase:
            yield head + letter + tail
            yield head + letter + tail[1:]


_SLIPS = frozenset(chain.from_iterable(map(_slips, _SHORT_WORDS)))
