"""Handling captions: who may see the cable, and how it is to be handled.

SIPDIS            released to SIPRNet; repeats are noise of the export
NOFORN LIMDIS     several on a line
SENSITIVE BUT UNCLASSIFIED
STADIS//EXDIS     with slashes
"""

from __future__ import annotations

import re
from functools import lru_cache

_CAPTIONS: tuple[tuple[str, str], ...] = (
    (r"SENSITIVE BUT UNCLASSIFIED", "SENSITIVE"),
    (r"FOR OFFICIAL USE ONLY|FOUO", "FOUO"),
    (r"N ?O ?F ?O ?R ?N|(?<=/)NF|N/F|NO FOREIGN|NOT RELEASABLE TO FOREIGN NATIONALS", "NOFORN"),
    (r"S ?I ?P ?D ?I ?S", "SIPDIS"),
    (r"N ?O ?D ?I ?S", "NODIS"),
    (r"E ?X ?D ?I ?S", "EXDIS"),
    (r"L ?I ?M ?D ?I ?S", "LIMDIS"),
    (r"S ?T ?A ?D ?I ?S", "STADIS"),
    (r"SENSITIVE", "SENSITIVE"),
    (r"SBU", "SBU"),
    (r"E ?F ?T ?O|ENCRYPT FOR TRANSMISSION ONLY", "EFTO"),
    (r"NOCONTRACT", "NOCONTRACT"),
    (r"ORCON", "ORCON"),
    (r"PROPIN", "PROPIN"),
    (r"AIDAC", "AIDAC"),
    (r"TERREP", "TERREP"),
    (r"CODEL", "CODEL"),
    (r"(?-i:VISAS(?: [A-Z]{4,8})?)", "VISAS"),
    (r"OFFICIAL[ -]INFORMAL", "OFFICIAL INFORMAL"),
    (r"ROGER CHANNEL", "ROGER CHANNEL"),
    (r"DISSENT CHANNEL", "DISSENT CHANNEL"),
    (r"AGREMENT CHANNEL", "AGREMENT CHANNEL"),
    (r"MED CHANNEL", "MED CHANNEL"),
    (r"DIRGEN CHANNEL", "DIRGEN CHANNEL"),
    (r"TM CHANNEL", "TM CHANNEL"),
    (r"DS CHANNEL", "DS CHANNEL"),
    (r"EYES ONLY", "EYES ONLY"),
    (r"AGREMENT", "AGREMENT"),
    (r"CHEROKEE", "CHEROKEE"),
    (r"NIACT", "NIACT"),
    (r"ONLY", "ONLY"),
)
CAPTION = re.compile(
    r"(?<![A-Z])(?:"
    + "|".join(f"(?P<c{index}>{pattern})" for index, (pattern, _) in enumerate(_CAPTIONS))
    + r"|(?P<corrected>C ?O ?R ?R ?E ?C ?T ?E ?D {1,3}C ?O ?P ?Y\b"
    + r"(?:\s?\([^()]{0,80}\)|\s?[-:]{1,2}\s.{1,80}$|\sOF\s.{1,40}$)?)"
    + r"|(?P<released>REL(?:EASABLE)? (?:TO )?[A-Z][A-Z, /]{1,60}))(?![A-Z])",
    re.IGNORECASE,
)
"""A caption anywhere in a line."""

_LONGEST = 200
_LEVEL = r"(?:UNCLAS(?:SIFIED)?|CONFIDENTIAL|(?:TOP )?SECRET)"
_OPENS = re.compile(
    rf"[\s,;/.\-–&()]*(?:{_LEVEL}[\s/]{{1,4}})?(?:(?:AND|HANDLE|TREAT|PLEASE)\b.{{0,30}}?)?(?:"
    + "|".join(pattern for pattern, _ in _CAPTIONS)
    + r"|C ?O ?R ?R ?E|REL)",
    re.IGNORECASE,
)
"""How a line of captions begins; most lines do not."""

_LEADING = re.compile(
    r"(?:(?:S ?I ?P ?D ?I ?S|N ?O ?F ?O ?R ?N|NODIS|EXDIS|LIMDIS|STADIS|SENSITIVE|SBU|AIDAC)"
    r"[\s,;/]{1,4})+(?=[A-Z])"
)
_FOR_ONE = re.compile(
    r".{0,60}\bFOR\b.{1,80}\bONLY(?:\s+FROM\s.{1,60})?[\s.]*$|\s*EYES ONLY\b", re.IGNORECASE
)

_BETWEEN = re.compile(
    r"(?:[\s,;/.\-–&()]|AND\b|PLEASE\b|(?:HANDLE|TREAT) AS\b|HANDLE ACCORDINGLY"
    rf"|(?-i:PROTECT ACCORDINGLY)|NOT FOR (?:INTERNET )?DISTRIBUTION|{_LEVEL}\b)*",
    re.IGNORECASE,
)


def split_captions(text: str) -> tuple[tuple[str, ...], str]:
    """Take the captions out of a line.

    Args:
        text: A line, or the part of the marking line behind the level.

    Returns:
        Captions in order, canonical, once each; and what is left of the line.
    """
    captions: list[str] = []
    left: list[str] = []
    end = 0
    for match in CAPTION.finditer(text):
        left.append(text[end : match.start()])
        end = match.end()
        name = _name(match)
        if name is not None and name not in captions:
            captions.append(name)
    left.append(text[end:])
    return tuple(captions), " ".join(left)


def parse_caption_line(text: str) -> tuple[str, ...]:
    """Captions of a line that holds nothing else; empty for any other line."""
    if len(text) > _LONGEST or not _OPENS.match(text):
        return ()
    return _captions_alone(text)


@lru_cache(maxsize=512)
def _captions_alone(text: str) -> tuple[str, ...]:
    captions, left = split_captions(text)
    return captions if captions and _BETWEEN.fullmatch(left) else ()


def is_handling_sentence(text: str) -> bool:
    """Whether a line of captions says how to handle the cable: below the subject it is text.

    Cable formats 3.15; seen in Cablegate pages below REF.
    """
    return "ACCORDINGLY" in text.upper()


def caption_of_passing_line(text: str) -> tuple[str, ...]:
    """The caption `ONLY` of `FOR QUILL ONLY FROM MOSS`, `EYES ONLY FOR QUILL`; else empty."""
    return ("ONLY",) if "ONLY" in text.upper() and _FOR_ONE.match(text) else ()


def length_of_leading_captions(text: str) -> int:
    """Characters of the captions before something else on a line: `SIPDIS DEPT FOR EUR`."""
    match = _LEADING.match(text)
    return match.end() if match else 0


def is_corrected_copy(text: str) -> bool:
    """Whether a line says that this is a corrected copy."""
    if "CORRECTEDCOPY" not in text.upper().replace(" ", ""):
        return False
    match = CAPTION.search(text)
    return match is not None and match["corrected"] is not None


def merge_captions(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """Captions of several lines in order, once each."""
    return tuple(dict.fromkeys(caption for group in groups for caption in group))


def _name(match: re.Match[str]) -> str | None:
    if match["corrected"]:
        return "CORRECTED COPY"
    if match["released"]:
        return " ".join(match["released"].upper().replace("RELEASABLE", "REL").split())
    for index, (_, name) in enumerate(_CAPTIONS):
        if match[f"c{index}"]:
            return name
    return None
