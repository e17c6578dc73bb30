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

from transforms.parse.body.end_matter import STARTS as END_MATTER_STARTS
from transforms.parse.body.end_matter import is_end_matter
from transforms.parse.text.page_noise import PLAIN_STARTS

_take_start = itemgetter(slice(3))
_OPENER = re.compile(r"(?i:begin|end|quote|unquote)\b|[ivx]{2,4}\.")
"""The mark of a quotation, the number of an item of a list."""

_OPENER_STARTS = frozenset(
    {"BEG", "END", "QUO", "UNQ"}
    | {first + second + third for first in "IVX" for second in "IVX" for third in "IVX."}
)
_MOST_KEPT = 20_000


_PLAIN, _DOUBTFUL, _SPECIAL = range(3)


class _Looks(dict[str, int]):
    """First three letters of a line -> what they tell, kept for the next line."""

    def __missing__(self, start: str) -> int:
        look = _SPECIAL
        if start[:2] in PLAIN_STARTS:
            is_opener = start.upper() in _OPENER_STARTS
            look = _DOUBTFUL if is_opener or start in END_MATTER_STARTS else _PLAIN
        if len(self) < _MOST_KEPT:
            self[start] = look
        return look


_look_at = _Looks().__getitem__


def find_special(texts: Sequence[str]) -> list[int]:
    """The indices of the lines that may be more than plain text, blank ones among them.

    Args:
        texts: Lines of a body.

    Returns:
        In order. A line that is left out opens with a word: it is no rule, no bullet, no end matter
        and no mark of a quotation, and noise only when it ends in a figure.
    """
    looks = list(map(_look_at, map(_take_start, texts)))
    return [
        index
        for index in compress(count(), looks)
        if looks[index] == _SPECIAL or _OPENER.match(texts[index]) or is_end_matter(texts[index])
    ]
