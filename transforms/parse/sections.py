"""Sections: long messages are sent in parts of 50 lines or so.

C O N F I D E N T I A L SECTION 01 OF 03 ELDERPORT 000417      opens the body
ELDERPORT 00000417  002.2 OF 003                               where the site joined two parts
"""

from __future__ import annotations

import re

SECTION = re.compile(
    r"\b(?:FINAL )?SECTION\s{0,3}(?P<number>\d{1,2})?\s{0,3}OF\s{0,3}(?P<count>\d{1,2})\b",
    re.IGNORECASE,
)
"""A section mark anywhere in a line."""
