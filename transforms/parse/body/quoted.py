"""Documents that a cable quotes: what stands between BEGIN TEXT and END TEXT.

BEGIN TEXT:                       on a line of its own,
5. (U) Begin text of nonpaper:    or at the end or the start of a paragraph
1. The parties shall ...          numbers in between count nothing of the cable
END TEXT.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_WHAT = (
    r"(?:(?-i:[A-Z])[\w'-]{1,14} (?:AND )?){0,3}?(?:QUOTE|TEXT|POINTS|UNOFFICIAL|DOCUMENT"
    r"|TRANSLATION|LETTER|STATEMENT|(?:NON-?|NON )?PAPER|DECLARATION|RESOLUTION|COMMUNIQUE)\b"
)
_OPENS = re.compile(rf"[\s(*-]{{0,9}}(?:BEGIN {_WHAT}|QUOTE\b)", re.I)
_ENDS = re.compile(rf"[\s(*-]{{0,9}}(?:END (?:OF )?{_WHAT}|UNQUOTE\b)", re.I)
_OPENS_WITHIN = re.compile(rf"\bBEGIN {_WHAT}", re.I)
_FIRST = frozenset("BbEeQqUu(*- \t")
_LETTERS = frozenset("BbEeQqUu")
_LONGEST = 400
"""Lines above an end within which its beginning is looked for."""


def quoted_spans(lines: Sequence[str], special: Iterable[int]) -> list[tuple[int, int]]:
    """Stretches of lines between the marks of quotations that are ended.

    Args:
        lines: Lines of the body.
        special: Indices of those that may be more than plain text.

    Returns:
        First line and the line behind the last of each, marks included. A mark that opens may
        stand within a line, one that ends may not.
    """
    marks = [i for i in special if lines[i][:1] in _FIRST and _may_mark(lines[i])]
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    last = 0
    for index in marks:
        if _ENDS.match(lines[index]):
            if opened is None and not _OPENS.match(lines[index]):
                opened = _opened_within(lines, index, last)
            if opened is not None and not _OPENS.match(lines[index]):
                spans.append((opened, index + 1))
            opened, last = None, index + 1
        elif opened is None:
            opened = index
    return spans


def ends_quotation(line: str) -> bool:
    """Whether a line closes a document that the cable quotes: `END TEXT`, `END POINTS`."""
    return line[:1] in _FIRST and _ENDS.match(line) is not None


def _opened_within(lines: Sequence[str], end: int, last: int) -> int | None:
    """The line below the one in which a quotation that ends is opened; None when none is."""
    for index in range(end - 1, max(last, end - _LONGEST) - 1, -1):
        text = lines[index]
        if ("egin " in text or "EGIN " in text) and _OPENS_WITHIN.search(text):
            return index + 1
    return None


def _may_mark(line: str) -> bool:
    if line.lstrip(" (*-\t")[:1] not in _LETTERS:
        return False
    return _OPENS.match(line) is not None or _ENDS.match(line) is not None
