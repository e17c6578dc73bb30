"""Section headings: underlined, boxed, or standing alone before a numbered paragraph.

    A Pier and Its Critics          ------------------       THE PIER
    ----------------------          (C) THE PIER
                                    ------------------       ¶2. (C) ...

Rules are broken by the old system's line limit (`------- ----` is one rule). Rules without a text
are separators (cable formats 3.16).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.parse.pilcrow import Start
from transforms.parse.portion_marks import take_portion_mark

_RULE_SIGNS = frozenset("-=*_~")
_MAX_LENGTH = 75
_UNWRAPPED = 100
_MAX_LINES = 3
_BLOCK_MARKER = re.compile(r"\s*(?:BEGIN|END)\s+[A-Z ]{4,30}[.:]?\s*$", re.IGNORECASE)
_COLUMNS = re.compile(r"\S\s{3,}\S|\t|\|")


def is_rule(text: str) -> bool:
    """Whether a line is a rule."""
    if text.lstrip()[:1] not in _RULE_SIGNS:
        return False
    stripped = text.replace(" ", "")
    return len(stripped) >= 2 and set(stripped) <= set("-=*_~") and len(set(stripped)) == 1


def find_headings(
    lines: Sequence[str], starts: Sequence[Start | None], noise: Sequence[bool]
) -> dict[int, int]:
    """Find the lines that are headings.

    Args:
        lines: Lines of the body, links already replaced.
        starts: Where numbered paragraphs start.
        noise: Lines that are no part of the text.

    Returns:
        Index of a heading's first line -> index behind its last line, rules aside.
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    for index, line in enumerate(lines):
        if is_rule(line) and not noise[index]:
            span = _above(lines, starts, noise, index)
            if span is not None and not taken & set(range(*span)):
                found[span[0]] = span[1]
                taken |= set(range(*span))
    for index in range(len(lines)):
        if index not in taken and _is_plain(lines, starts, noise, index):
            found[index] = index + 1
    return found


def heading_text(lines: Sequence[str]) -> str:
    """The heading on one line, without its portion mark and closing colon."""
    text = " ".join(" ".join(lines).replace("¶", "").split())
    return take_portion_mark(text)[1].strip().rstrip(":").strip() or text


def _above(
    lines: Sequence[str], starts: Sequence[Start | None], noise: Sequence[bool], rule: int
) -> tuple[int, int] | None:
    end = rule
    while end and noise[end - 1]:
        end -= 1
    start = end
    while start and end - start <= _MAX_LINES and _may_be_heading(lines, starts, noise, start - 1):
        start -= 1
    is_whole = start == 0 or not lines[start - 1].strip() or noise[start - 1]
    is_whole = is_whole or is_rule(lines[start - 1]) or _is_finished(lines[start - 1])
    if start == end or end - start > _MAX_LINES or not is_whole:
        return None
    if any(_COLUMNS.search(line.strip()) for line in lines[start:end]):
        return None
    last = lines[end - 1].strip()
    return None if last.endswith(".") and len(last) > 45 else (start, end)


def _is_finished(line: str) -> bool:
    """Whether the text above is over although no blank line follows: a redaction, a long line."""
    text = line.strip()
    return text[:3].upper() == "XXX" or (len(text) > _UNWRAPPED and text.endswith((".", '"', ")")))


def _may_be_heading(
    lines: Sequence[str], starts: Sequence[Start | None], noise: Sequence[bool], index: int
) -> bool:
    line = lines[index]
    is_text = bool(line.strip()) and not noise[index] and not is_rule(line)
    return is_text and starts[index] is None and len(line.strip()) <= _MAX_LENGTH


def _is_plain(
    lines: Sequence[str], starts: Sequence[Start | None], noise: Sequence[bool], index: int
) -> bool:
    text = lines[index].strip()
    if not _may_be_heading(lines, starts, noise, index) or _BLOCK_MARKER.match(text):
        return False
    if text.endswith((".", ",", ";", "-")) or text[0] in "-*•" or _COLUMNS.search(text):
        return False
    if not text.replace("¶", "")[:1].isupper() and text[0] not in "\"'(“0123456789":
        return False
    before = _next_text(lines, noise, index, -1)
    after = _next_text(lines, noise, index, 1)
    is_alone = (before is None or before < index - 1 or noise[index - 1]) and (
        after is not None and after > index
    )
    if not is_alone or after is None or starts[after] is None:
        return False
    if index and lines[index - 1].strip() and not noise[index - 1]:
        return False
    return before is None or not _is_open_sentence(lines[before])


def _is_open_sentence(line: str) -> bool:
    """Whether a line clearly goes on, so that what follows cannot be a heading."""
    return line.rstrip().endswith((",", " and", " the", " of", " to", " in", " a"))


def _next_text(lines: Sequence[str], noise: Sequence[bool], index: int, step: int) -> int | None:
    index += step
    while 0 <= index < len(lines):
        if lines[index].strip() and not noise[index]:
            return index
        index += step
    return None
