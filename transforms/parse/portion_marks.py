"""Portion markings: the classification of one paragraph, heading or subject.

(U)  (SBU)  (C)  (C/NF)  (C//NF)  (C NF)  (C/NOFORN)  (S//REL TO USA, FVEY)  (LOU)  (TS)
"""

from __future__ import annotations

import re
from functools import lru_cache

_LEVEL = r"(?:TS|UNCLASSIFIED|CONFIDENTIAL|SECRET|SBU|FOUO|LOU|U|C|S|N)"
_CONTROL = (
    r"(?:NF|SF|NOFORN|SBU|FOUO|FGI|OC|ORCON|LIMDIS|SENSITIVE|PROPIN"
    r"|REL(?: TO)?[ :][A-Z][A-Z, /]{1,60}|ENTIRE TEXT)"
)
MARK = rf"\(\s?{_LEVEL}(?:(?:\s?//?\s?|\s?-\s?|\s|,\s?){_CONTROL}|NF)*\s?\)"
"""A portion mark, to be matched without regard to case."""

LEAD = rf"[\s¶]*(?:{MARK}\s*)?"
"""What may stand before a label of the opening."""

_AT_START = re.compile(rf"\s*(?P<mark>{MARK})\s*", re.IGNORECASE)
_LEVELS = {"UNCLASSIFIED": "U", "CONFIDENTIAL": "C", "SECRET": "S"}
_CONTROLS = {"NOFORN": "NF", "SF": "NF", "ORCON": "OC"}


@lru_cache(maxsize=512)
def parse_portion_mark(mark: str) -> str | None:
    """A mark in its normal form.

    Args:
        mark: With its brackets, any case and separators (`(c//noforn)`).

    Returns:
        `U`, `SBU`, `LOU`, `C`, `C/NF`, `S/NF`, `S/REL USA, FVEY`, ...; None when it is no mark
        (cable formats 3.17).
    """
    if not re.fullmatch(MARK, mark.strip(), re.IGNORECASE):
        return None
    text = " ".join(mark.strip().strip("()").upper().split())
    if text.endswith("NF") and text[:-2] in {"S", "C"}:
        text = f"{text[:-2]}/NF"
    head, *controls = [
        part.strip() for part in re.split(r"//?|(?<!TO) - ?|-", text) if part.strip()
    ]
    words = head.split(" ", 1)
    level = _LEVELS.get(words[0], words[0])
    controls = [*words[1:], *controls]
    if level == "N":
        level = "S"
    names = [_CONTROLS.get(name, name.replace("REL TO ", "REL ")) for name in controls]
    names = [name for name in names if name != "ENTIRE TEXT"]
    if level == "U" and names and names[0] in {"SBU", "FOUO"}:
        level, names = names[0], names[1:]
    return "/".join([level, *names])


def take_portion_mark(text: str) -> tuple[str | None, str]:
    """Take the mark off the start of a text.

    Returns:
        The mark in its normal form, or None; and the rest of the text.
    """
    match = _AT_START.match(text)
    if match is None:
        return None, text
    return parse_portion_mark(match["mark"]), text[match.end() :]
