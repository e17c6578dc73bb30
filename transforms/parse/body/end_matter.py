"""End matter: what posts put below the message proper.

VISIT ELDERPORT'S CLASSIFIED WEBSITE: http://...
For more reporting from Embassy Elderport ...
To view the entire SMART message, go to URL ...
"""

from __future__ import annotations

import re
from itertools import product

_END_MATTER = re.compile(
    r"\s*(?:\((?:U|SBU|C|S)\)\s*)?[(*\"]?\s*(?:"
    r"(?:PLEASE )?(?:VISIT|SEE) (?:\S+ ){0,6}?(?:WEB ?SITE|WEB ?PAGE|HOME ?PAGE|PORTAL"
    r"|SIPRNET|INTELLIPEDIA|(?:COMMUNITY|FORUM|BLOG)(?: AT\b|$))"
    r"|YOU CAN ALSO ACCESS THIS SITE\b"
    r"|PLEASE VISIT (?:OUR|POST'?S?|EMBASSY|CONSULATE|MISSION|THE)\b"
    r"|FOR MORE (?:REPORTING|INFORMATION|NEWS) (?:FROM|ABOUT|ON) .{0,60}"
    r"(?:VISIT|SEE|GO TO|WEB|HTTP)"
    r"|TO VIEW THE ENTIRE SMART MESSAGE|(?:DRAFTED|CLEARED)(?: BY)?\s?:|APPROVED BY\s?:"
    r"|NOTE BY OC/\w{1,3}\s?:|NOTE: (?:NOT PASSED|PASSED ABOVE)"
    r"|(?:THIS|PREVIOUS) (?:CABLE|REPORTING|REPORT) (?:IS|CAN BE|MAY BE) (?:\w+ ){0,3}"
    r"(?:AVAILABLE|FOUND).{0,60}(?:WEB|HTTP|SIPR))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\s*<?(?:https?:|www\.|/p/|[a-z.]{0,20}gov/)\S{3,}", re.IGNORECASE)
STARTS = frozenset(
    "".join(letters)
    for start in (
        "PLE",
        "VIS",
        "SEE",
        "FOR",
        "TO ",
        "DRA",
        "CLE",
        "APP",
        "THI",
        "PRE",
        "NOT",
        "YOU",
    )
    for letters in product(*((letter, letter.lower()) for letter in start))
)
"""The first three letters of all end matter that does not begin with a sign or a blank."""

_SIGNS = frozenset('(*" \t')


def is_end_matter(text: str) -> bool:
    """Whether a line opens end matter (cable formats 3.24)."""
    if text[:3] not in STARTS and text[:1] not in _SIGNS:
        return False
    return _END_MATTER.match(text) is not None


def is_address(text: str) -> bool:
    """Whether a line begins with an address of the web, or with the rest of one that was broken."""
    return _ADDRESS.match(text) is not None
