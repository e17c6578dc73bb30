"""What the first letters of a line tell: whether it is plain text, as most lines of a body are.

tables had been ignored      plain: goes on with the line above it, when that is text
2. (C) The board ...         not plain: may open a paragraph
END SUMMARY.  SECRET         nor this: may be noise, end matter, the mark of a quotation
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress, count
from operator import itemgetter

from transforms.parse.end_matter import STARTS as END_MATTER_STARTS
from transforms.parse.end_matter import is_end_matter
from transforms.parse.page_noise import PLAIN_STARTS

_take_start = itemgetter(slice(3))
_OPENER = re.compile(r"(?i:begin|end|quote|unquote)\b|[ivx]{2,4}\.")
"""The mark of a quotation, the number of an item of a list."""

_OPENER_STARTS = frozenset({"BE", "EN", "QU", "UN", "II", "IV", "IX", "VI", "XI", "XV", "XX"})
_MOST_KEPT = 20_000


class _Special(dict[str, bool]):
    """First three letters of a line -> whether it may be more than plain text."""

    def __missing__(self, start: str) -> bool:
        is_special = (
            start[:2] not in PLAIN_STARTS
            or start[:2].upper() in _OPENER_STARTS
            or start in END_MATTER_STARTS
        )
        if len(self) < _MOST_KEPT:
            self[start] = is_special
        return is_special


_may_be_special = _Special().__getitem__


def find_special(texts: Sequence[str]) -> list[int]:
    """The indices of the lines that may be more than plain text, blank ones among them.

    Args:
        texts: Lines of a body.

    Returns:
        In order. A line that is left out opens with a word: it is no rule, no bullet, no end matter
        and no mark of a quotation, and noise only when it ends in a figure.
    """
    found = compress(count(), map(_may_be_special, map(_take_start, texts)))
    return [index for index in found if not _is_plain(texts[index])]


def _is_plain(text: str) -> bool:
    """Whether a line whose first letters leave it open is plain text after all."""
    return text[:2] in PLAIN_STARTS and not (_OPENER.match(text) or is_end_matter(text))
