"""Lines that transmission and export put between the lines of the text.

ELDERPORT 00000417  002.2 OF 003          where two sections were joined; also in mixed case
SIPDIS                                    from the second on, also within sentences
PAGE 02 RUEHEP0417 C O N F I D E N T I A L
CONFIDENTIAL                              banner beside a PAGE line
BT   #0417   NNNN   End Cable Text   MINIMIZE CONSIDERED   null
"""

from __future__ import annotations

import re

PAGE_MARK = re.compile(
    r"(?<![A-Za-z])[A-Za-z][A-Za-z.' -]{1,14}?\s{1,3}\d{8}\s{1,4}\d{3}(?:\.\d)?\s+[Oo][Ff]\s+\d{3}"
)
"""The line where the site joined two sections, anywhere in a text."""

_PAGE_LINE = re.compile(rf"\s*{PAGE_MARK.pattern}\s*$")
_PAGE_AT_END = re.compile(rf"(?<=\S)\s+{PAGE_MARK.pattern}\s*$")
_NOISE: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "noise.page_line",
        re.compile(r"\s*PAGE\s{1,3}\d{1,3}\s{1,3}(?:OF\s|R[A-Z]{3}|[A-Z]{3,}).{0,80}$"),
    ),
    ("noise.stray_caption", re.compile(r"\s*S\s?I\s?P\s?D\s?I\s?S\s*$", re.IGNORECASE)),
    (
        "noise.banner",
        re.compile(
            r"\s*(?:CONFIDENTIAL|UNCLASSIFIED|SECRET|C O N F I D E N T I A L|S E C R E T|UNCLAS)"
            r"(?:\s*//\s*NOFORN|\s+NOFORN)?(?:\s+PTQ\d{2,6})?\s*$"
        ),
    ),
    (
        "noise.operating_signal",
        re.compile(
            r"\s*(?:BT|#\d{4}|N{3,4}|MINIMIZE CONSIDERED\.?|null|<< END OF DOCUMENT >>)\s*$"
        ),
    ),
    ("noise.end_mark", re.compile(r"\s*End Cable Text\.?\s*$", re.IGNORECASE)),
    ("noise.spacer", re.compile(r"\s*(?:-|END OF PARA\.?)\s*$", re.IGNORECASE)),
)


def noise_of(text: str) -> str | None:
    """What kind of noise a line is, or None when it is part of the message.

    Args:
        text: One line.

    Returns:
        A name for the claim, such as `noise.page_line` (cable formats 3.20).
    """
    if _PAGE_LINE.match(text):
        return "noise.page_line"
    for name, pattern in _NOISE:
        if pattern.match(text):
            return name
    return None


def page_mark_at_end(text: str) -> int | None:
    """Where a page mark glued to the end of a text line begins; None without one."""
    match = _PAGE_AT_END.search(text)
    return match.start() if match else None
