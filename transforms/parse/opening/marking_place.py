"""Where the line stands that opens the body, when it is broken or has lost its own line.

C O N F I D E N T I A L                                         wrapped
SECTION 01 OF 03 ELDERPORT 000417
UNCLAS ELDERPORT 000417 SIPDIS E.O. 12958: N/A                  runs on
... AMEMBASSY PORT VESPER 0021 S E C R E T ELDERPORT 000417     behind the last address
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from string import digits

from transforms.codes.posts import find_post
from transforms.parse.header.format_lines import is_header_line
from transforms.parse.opening.captions import parse_caption_line
from transforms.parse.opening.classification import (
    LEVEL_FIRST,
    parse_classification,
    parse_marking_line,
)
from transforms.parse.opening.labels import label_of
from transforms.parse.opening.sections import SECTION
from transforms.parse.text.message import Line
from transforms.parse.text.page_noise import noise_of

_SEARCHED = 150
_LONGEST_MARKING = 110
_MOST_MARKING_LINES = 3
_SECOND = 2
_MOST_LEVELS = 5
_SERIAL = re.compile(r"\b\d{3,8}(?=\s+[A-Z])")
_HEADER_START = re.compile(
    r"\s*(?:V?ZCZC|[ZOPR]{1,2} |DE R|ZN[YRO] |\d{6}Z|FM |TO |INFO |XMT|R[A-Z0-9]{3,7}/)"
)
_LEVEL_WITHIN = re.compile(
    r"(?<=\S)\s+(?=C {0,2}O {0,2}N {0,2}F {0,2}I {0,2}D|S {0,2}E {0,2}C {0,2}R {0,2}E {0,2}T"
    r"|U {0,2}N {0,2}C {0,2}L {0,2}A {0,2}S|T {0,2}O {0,2}P {0,2}S|LIMITED OFF)"
)
"""Where the marking line may begin behind the last line of a header, its line break lost."""


def marking_length(lines: Sequence[Line], index: int) -> int:
    """How many lines the marking line takes that begins at `index`; 0 when none does.

    Level, section or captions, and post may stand on lines of their own, a blank line between the
    first two.

    Args:
        lines: Of a message.
        index: Of the line in question.
    """
    text = lines[index].text
    if parse_marking_line(text):
        return 1
    text = " ".join(text.split())
    if parse_classification(text) is None:
        return 0
    for length in range(2, 1 + _MOST_MARKING_LINES):
        line = lines[index + length - 1] if index + length <= len(lines) else None
        if line is not None and line.is_blank and length == _SECOND:
            continue
        if line is None or line.is_blank or _is_no_part_of_marking(line.text):
            return 0
        if lines[index + 1].is_blank and parse_classification(line.text):
            return 0
        joined = f"{text} {line.text.strip()}"
        if len(joined) >= _LONGEST_MARKING:
            return 0
        if parse_marking_line(joined):
            return length
        if not (SECTION.search(line.text) or parse_caption_line(line.text)):
            return 0
        text = joined
    return 0


def _is_no_part_of_marking(text: str) -> bool:
    return noise_of(text) == "noise.page_line" or is_header_line(text)


def is_damaged_marking(text: str) -> bool:
    """Whether a line is a marking line whose post or number is damaged: `UNCLAS OSLO 0&0417,`."""
    has_figure = any(map(text.__contains__, digits))
    return has_figure and text[:1] in LEVEL_FIRST and parse_classification(text) is not None


def length_of_marking_head(text: str) -> int:
    """Characters up to the number of a marking line that goes on behind it; 0 for other lines."""
    if parse_classification(text) is None:
        return 0
    numbers = _SERIAL.finditer(text[:_LONGEST_MARKING])
    return next((n.end() for n in numbers if parse_marking_line(text[: n.end()])), 0)


def cut_glued_marking(lines: list[Line]) -> bool:
    """Cut the header line that the marking line stands behind.

    Args:
        lines: Of a message, the line cut in place.

    Returns:
        Whether there was one.
    """
    is_header = False
    for index, (start, text) in enumerate(lines[:_SEARCHED]):
        if label_of(text) is not None:
            break
        is_header = is_header or _HEADER_START.match(text) is not None
        if not is_header:
            continue
        for level in islice(_LEVEL_WITHIN.finditer(text), _MOST_LEVELS):
            rest = Line(start + level.end(), text[level.end() :])
            if _is_glued_marking(rest, lines[index + 1 : index + _MOST_MARKING_LINES]):
                lines[index : index + 1] = [Line(start, text[: level.start()]), rest]
                return True
    return False


def _is_glued_marking(rest: Line, below: Sequence[Line]) -> bool:
    """Whether the end of a header line is a marking line; a level in plain letters needs a post.

    `SECRET SERVICE WASHDC 0021` is an addressee.
    """
    found = parse_classification(" ".join(rest.text.split()))
    if found is None:
        return False
    if not found[1].strip():
        return marking_length([rest, *below], 0) > 1
    text = rest.text
    size = len(text) if parse_marking_line(text) else length_of_marking_head(text)
    marking = parse_marking_line(text[:size])
    if marking is None:
        return False
    return text[1:2] == " " or bool(marking.section_count) or find_post(marking.post) is not None
