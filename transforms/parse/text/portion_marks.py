"""Portion markings: the classification of one paragraph, heading or subject.

(U)  (SBU)  (C)  (C/NF)  (C//NF)  (C NF)  (C/NOFORN)  (S//REL TO USA, FVEY)  (LOU)  (TS)
CONFIDENTIAL - ENTIRE TEXT.     a sentence that marks all that follows
"""

from __future__ import annotations

import re
from functools import lru_cache

_LEVEL = (
    r"(?:TS|UNCLASSIFIED|UNCLAS|CONF(?:IDENTIAL)?|TOP SECRET|SECRET|SENSITIVE BUT UNCLASSIFIED"
    r"|LIMITED OFFICIAL USE|SBU|FOUO|LOU|U|C|S|N)"
)
_CONTROL = (
    r"(?:NF|NFO|SF|NOFORN|SBU|FOUO|FGI|OC|ORCON|LIMDIS|EXDIS|NODIS|SENSITIVE|PROPIN|SI|FRD|RD"
    r"|EYES ONLY|REL(?:(?: TO)?[ :][A-Z][A-Z, /]{1,60})?|ENTIRE TEXT)"
)
MARK = rf"\(\s?{_LEVEL}(?:(?:\s?//?\s?|\s?-\s?|\s|,\s?){_CONTROL}|NF)*\s?\)"
"""A portion mark, to be matched without regard to case."""

LEAD = rf"[\s¶]*(?:{MARK}\s*)?"
"""What may stand before a label of the opening."""

_AT_START = re.compile(rf"\s*(?P<mark>{MARK})(?:[.:](?=\s))?\s*", re.IGNORECASE)
_WHOLE = re.compile(MARK, re.IGNORECASE)
_SENTENCE = re.compile(
    r"\s*\(?(?P<mark>(?:CONFIDENTIAL|SECRET|UNCLASSIFIED|LIMITED OFFICIAL USE|C|S|U|LOU|SBU)"
    r"(?:\s?//?\s?(?:NF|NOFORN))?)"
    r"(?:\s?--?\s?|[:,]?\s)ENTIRE TEXT(?:\.?\))?\s?[.:]?\s*",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"{_LEVEL}(?![A-Z])")
_PARTS = re.compile(r"//?|,(?=\s?(?:NF|NOFORN)\b)|(?<!TO) - ?|-")
_SHORT = r"(?P<{}>(?:SBU|FOUO|LOU|TS|U|C|S)(?:\s?//?\s?(?:NF|NOFORN))?)"
_SLIPPED = re.compile(
    rf"\s*(?:[(\[{{9]{{0,2}}\s?{_SHORT.format('closed')}\s?\.?[)\]}}]{{1,2}}(?=\s)"
    rf"|[(\[{{]\s?{_SHORT.format('open')}(?:[0(](?=\s)|(?=\s[A-Z])(?![^()]{{0,80}}\))))\s*"
)
_BEHIND_TITLE = re.compile(
    rf"(?P<title>(?:(?:Begin |BEGIN )?(?:S[Uu][Mm][Mm][Aa][Rr][Yy]|C[Oo][Mm][Mm][Ee][Nn][Tt])[.:]?"
    rf"|[A-Z][A-Za-z/&' -]{{2,25}}[.:])\s{{1,3}})\({_SHORT.format('mark')}\)\s{{1,3}}(?=[A-Z\"'])"
)
_MARK_FIRST = frozenset("( \t\n\xa0")
_OPENS = _MARK_FIRST | frozenset("CSULcsul")
"""First characters of marks, and of sentences that mark what follows."""

_LEVELS = {
    "UNCLASSIFIED": "U",
    "UNCLAS": "U",
    "CONFIDENTIAL": "C",
    "CONF": "C",
    "SECRET": "S",
    "TOP SECRET": "TS",
    "SENSITIVE BUT UNCLASSIFIED": "SBU",
    "LIMITED OFFICIAL USE": "LOU",
}
_CONTROLS = {"NOFORN": "NF", "NFO": "NF", "SF": "NF", "ORCON": "OC"}


@lru_cache(maxsize=512)
def parse_portion_mark(mark: str) -> str | None:
    """A mark in its normal form.

    Args:
        mark: With its brackets, any case and separators (`(c//noforn)`).

    Returns:
        `U`, `SBU`, `LOU`, `C`, `C/NF`, `S/NF`, `S/REL USA, FVEY`, ...; None when it is no mark
        (cable formats 3.17).
    """
    if not _WHOLE.fullmatch(mark.strip()):
        return None
    text = " ".join(mark.strip().strip("()").upper().split())
    if text.endswith("NF") and text[:-2] in {"S", "C"}:
        text = f"{text[:-2]}/NF"
    head = _HEAD.match(text.strip())
    if head is None:
        return None
    level = "S" if head[0] == "N" else _LEVELS.get(head[0], head[0])
    controls = [part.strip(" ,") for part in _PARTS.split(text.strip()[head.end() :])]
    names = [_CONTROLS.get(name, name.replace("REL TO ", "REL ")) for name in controls if name]
    names = [name for name in names if name != "ENTIRE TEXT"]
    if level == "U" and names and names[0] in {"SBU", "FOUO"}:
        level, names = names[0], names[1:]
    return "/".join([level, *names])


_PLAIN = {
    mark: parse_portion_mark(mark)
    for mark in ("(U)", "(SBU)", "(LOU)", "(C)", "(C/NF)", "(S)", "(S/NF)")
}
"""The marks of most paragraphs, to be told without the pattern."""

_LONGEST_PLAIN = max(map(len, _PLAIN))


def take_portion_mark(text: str) -> tuple[str | None, str]:
    """Take the mark off the start of a text.

    Returns:
        The mark in its normal form, or None; and the rest of the text. A sentence that marks the
        entire text is a mark, too, unless nothing follows it: then it stays as the text.
    """
    first = text[:1]
    if first not in _OPENS and not first.isspace():
        return None, text
    end = text.find(")", 0, _LONGEST_PLAIN) + 1
    if text[end : end + 1].isspace() and (mark := _PLAIN.get(text[:end])) is not None:
        return mark, text[end:].lstrip()
    has_sentence = text.find("NTIRE", 0, 40) > 0 or text.find("ntire", 0, 40) > 0
    if has_sentence and (match := _SENTENCE.match(text)) is not None:
        return parse_portion_mark(f"({match['mark']})"), text[match.end() :] or text
    match = _AT_START.match(text) if first in _MARK_FIRST else None
    if match is None:
        return None, text
    return parse_portion_mark(match["mark"]), text[match.end() :]


def take_slipped_mark(text: str) -> tuple[str | None, str]:
    """Take a mark with a slip off the start of a numbered paragraph.

    `[C]`, `(C.)`, `C)`, `(C The ...`, `9C)` and `(C0` (a bracket is the shifted 9 or 0); in
    capitals only, for `c)` is an item. `SUMMARY: (C) The ...`: behind the title, which stays.

    Returns:
        The mark in its normal form, or None; and the rest of the text.
    """
    mark, rest = take_slipped_brackets(text)
    if mark is None and (behind := _BEHIND_TITLE.match(text)):
        return parse_portion_mark(f"({behind['mark']})"), behind["title"] + text[behind.end() :]
    return mark, rest


def take_slipped_brackets(text: str) -> tuple[str | None, str]:
    """Take a mark off the start of a text whose brackets have a slip: `[C]`, `(C))`, `C)`."""
    match = _SLIPPED.match(text)
    if match is None:
        return None, text
    return parse_portion_mark(f"({match['closed'] or match['open']})"), text[match.end() :]


def take_torn_mark(
    first: str, texts: list[str], breaks: list[str]
) -> tuple[str | None, str, list[str], list[str]]:
    """Take a mark that a line break took apart (`(C/` and `NF)`) or that has a slip.

    Args:
        first: The first line of a paragraph, without its number.
        texts: All lines of it.
        breaks: What stood above each.

    Returns:
        The mark in its normal form, or None; the rest of the first line, the lines, the breaks.
    """
    if first[:1] == "(" and ")" not in first and len(texts) > 1:
        mark, rest = take_portion_mark(f"{first} {texts[1]}")
        if mark is not None:
            return mark, rest, texts[1:], [breaks[0], *breaks[2:]]
    return (*take_slipped_mark(first), texts, breaks)


def drop_second_mark(mark: str, text: str) -> str:
    """The text without the same mark once more at its start."""
    again, rest = take_portion_mark(text)
    return rest if again == mark else text
