"""Slips of the keyboard in the REF block, mended before it is cut into items.

OSLO 5 (NOTSL)   OSLO 5 AND PREVIUOS   (DUES]   (NOTAL B) OSLO 5   PORT-AU--PRINCE 5   OSLO1 255
"""

from __future__ import annotations

import re

from transforms.parse.text.label_slips import slips
from transforms.parse.text.residue import PILCROW, unlink

_PILCROW_OF_NUMBER = re.compile(rf"{PILCROW}(?=\s?\d)")
_ODD_PAIR = re.compile(r"\(([^()\[\]]{1,80})\]|\[([^()\[\]]{1,80})\)")
_MOVED_BLANK = re.compile(r"(?<=[A-Z]{3})(\d) (?=\d{2,5}\b)")
_MAY_BE_MOVED = re.compile(r" (?<=[A-Z]\d )\d\d")
_OPEN_NOTAL = re.compile(r"\(NOTAL(?=[\s,;]{1,12}[(\[¶]?[B-Z][.)\]]\s)", re.IGNORECASE)
_TWO_HYPHENS = re.compile(r"(?<=[A-Z])--(?=[A-Z]{2})")
_NOTAL = re.compile(
    rf"\bN O T A L\b|\bNOT (?:TO )?ALL?\b(?= ?\))|(?<=\()(?!NATAL)(?:{slips('NOTAL')})(?= ?[\s)])",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(rf"(\bAND|&)\s(?:{slips('PREVIOUS')})\b", re.IGNORECASE)


def mend_slips(text: str) -> str:
    """Mend what hides labels and remarks: links, signs of the export, brackets that do not pair.

    Args:
        text: The block on one line.

    Returns:
        The text; most need nothing of it, so each kind is looked for by a sign first.
    """
    text = unlink(text)
    text = _PILCROW_OF_NUMBER.sub(" ", text) if PILCROW in text else text
    if "[" in text or "]" in text:
        text = _ODD_PAIR.sub(lambda match: f"({match[1] or match[2]})", text)
    text = _TWO_HYPHENS.sub("-", text) if "--" in text else text
    text = _MOVED_BLANK.sub(r" \1", text) if _MAY_BE_MOVED.search(text) else text
    letters = text.upper()
    if "(NOTAL " in letters:
        text = _OPEN_NOTAL.sub("(NOTAL)", text)
    if "NOT " in letters or "T A L" in letters or "(N" in letters or "(O" in letters:
        text = _NOTAL.sub("NOTAL", text)
    if "AND P" in letters or "& P" in letters:
        text = _PREVIOUS.sub(r"\1 PREVIOUS", text)
    return text
