"""What some pages have pasted above the text of the cable, and which is no part of it.

    Friday, 14 March 2008, 11:33            date of the site, above bodies without blank lines

    ID: 417                                 a block of keys; values on the line or below it
    ORIGIN: Embassy Elderport
    DESTINATION: PP RUEHXX DE RUEHEP ...    its last value is a transmission header

    >                                       the fields of a csv record, one per line
    417
    4/1/2008 14:30

    Cable Text:                             a print of the cable from somebody's desk
    CXELDERP:
        ACTION: POL

All were seen in Cablegate pages (cable formats 2.2). The transmission header or the line that opens
the body ends each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.parse.text.message import Line

KEY = re.compile(
    r"\s*(?P<key>ID|ORIGIN|DATE|SOURCE|CLASSIFICATION|MISC|DESTINATION)\s?:\s*(?P<value>.*)$"
)
"""A key of the pasted blocks."""

_DATE = re.compile(
    r"\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d{1,2} [A-Z][a-z]{2,8} \d{4},? \d{1,2}:\d{2}$"
)
PRINT = "Cable Text:"
"""What stands above a print of the cable."""

_HEADER_BEGINS = re.compile(r"\s*\"?(?:FM |TO |INFO |V?ZCZC)")


@dataclass(slots=True)
class Pasted:
    """Follows the lines above the text and says which of them were pasted there.

    Attributes:
        kind: What is being passed over, as the name of a claim; None outside of it.
    """

    kind: str | None = None

    def take(self, text: str, *, is_header: bool) -> str | None:
        """The claim on a line, or None when it is none of these.

        Args:
            text: The line, not blank.
            is_header: Whether it is a format line of a transmission header.
        """
        if _DATE.match(text):
            return "noise.mirror_date"
        if (key := KEY.match(text)) is not None:
            self.kind = None if key["key"] == "DESTINATION" else "noise.pasted_key"
            return "noise.pasted_key"
        stripped = text.strip()
        if stripped[:1] == ">":
            self.kind = "noise.pasted_field"
        elif stripped.startswith(PRINT):
            self.kind = "noise.desktop_print"
        elif is_header or _HEADER_BEGINS.match(text):
            self.kind = None
        return self.kind

    def take_blank(self) -> None:
        """A blank line ends the value of a key."""
        if self.kind == "noise.pasted_key":
            self.kind = None


def is_printed(lines: Sequence[Line]) -> bool:
    """Whether a print of the cable stands among the lines; it has marking lines of its own."""
    held = [line.text for line in lines if PRINT in line.text]
    return any(text.lstrip().startswith(PRINT) for text in held)
