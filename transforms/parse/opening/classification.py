"""Classification: the level of the cable, and the line that opens its body.

    C O N F I D E N T I A L SECTION 01 OF 03 ELDERPORT 000417
    UNCLAS ELDERPORT 000417            UNCLAS E F T O SECTION 01 OF 02 ELDERPORT 000417
    S E C R E T//NOFORN ELDERPORT 000417      SS E C R E T ELDERPORT 417      E C R E T ...

Letters are spaced, doubled or lost; captions stand behind the level.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from transforms.codes.posts import find_post
from transforms.parse.opening.captions import split_captions
from transforms.parse.opening.sections import BARE_SECTION, SECTION, section_count
from transforms.parse.text.kept import keep_short

_LEVELS = {
    "TOP SECRET": "TOP SECRET",
    "LIMITED OFFICIAL USE": "LIMITED OFFICIAL USE",
    "CONFIDENTIAL": "CONFIDENTIAL",
    "SECRET": "SECRET",
    "UNCLASSIFIED": "UNCLASSIFIED",
    "UNCLAS": "UNCLASSIFIED",
    "LOU": "LIMITED OFFICIAL USE",
    "LIMITED OFF USE": "LIMITED OFFICIAL USE",
    "LIM OFF USE": "LIMITED OFFICIAL USE",
    "LTD OFF USE": "LIMITED OFFICIAL USE",
}

_RANKED = ("UNCLASSIFIED", "LIMITED OFFICIAL USE", "CONFIDENTIAL", "SECRET", "TOP SECRET")


def _spaced(word: str) -> str:
    letters = [re.escape(letter) for letter in word if letter != " "]
    first = f"(?:{letters[0]} ?){{1,2}}"
    return first + "".join(f" ?{letter}" for letter in letters[1:])


_FORMS = (
    *((_spaced(word), level) for word, level in _LEVELS.items()),
    ("E ?C ?R ?E ?T", "SECRET"),
    ("O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L", "CONFIDENTIAL"),
    ("N ?C ?L ?A ?S(?: ?S ?I ?F ?I ?E ?D)?", "UNCLASSIFIED"),
)
"""How levels are written, the first letter lost in the last three."""

_LEVEL = re.compile(
    rf"\s*(?:{'|'.join(f'({form})' for form, _ in _FORMS)})(?:(?![A-Z])|(?=SECTION))",
    re.IGNORECASE,
)
_RUN_ON = re.compile(
    rf"\s*(?:{'|'.join(f'({form})' for form, _ in _FORMS)})(?=[A-Z]{{3}})", re.IGNORECASE
)
"""A level without a blank behind it; whether it is one, the post tells."""

_POST_SERIAL = re.compile(
    r"(?P<post>(?:[A-Z]|0(?=[A-Z]{2}))(?:[A-Z.'/-]|0(?=[A-Z]| {1,3}#?\d)){1,24}"
    r"(?: (?:[A-Z.'-]|0(?=[A-Z])){1,24}){0,3}?)"
    r"[ ]{0,3}#?(?P<serial>\d{2,8})(?:/\d{1,2})?[\s.]*$",
    re.IGNORECASE,
)
_SPREAD = re.compile(r"\s*(?P<letters>(?:[A-Z0]{1,2} ){3,}[A-Z]{1,3})(?![A-Za-z])")
_WORD = re.compile(r"\s*(?P<letters>[A-Z]{5,14})(?![A-Za-z])", re.IGNORECASE)
_BLANK_WITHIN = re.compile(r"(?<= 0)(?P<head>[\dO]{0,4}) (?=[\dO]{1,5}[\s.]*$)")
"""The blank in a padded serial."""

_SLIPS = {word: _LEVELS[word] for word in ("CONFIDENTIAL", "UNCLASSIFIED", "UNCLAS", "SECRET")}
_SLIPS["UNCLASS"] = "UNCLASSIFIED"
_SHUFFLED = {"".join(sorted(word)): level for word, level in _SLIPS.items()}
"""Levels by their letters: two that changed places are a third of a short word."""

_HAS_SERIAL = re.compile(r"\d\d")
LEVEL_FIRST = frozenset("CSULTENOcsulteno \t")
"""Letters that a level opens with, its first one lost or not."""

_NO_LEVEL = frozenset({"TO ", "OO ", "O 0", "O 1", "O 2", "O 3"})
"""How lines of the header begin that open with such a letter all the same."""

_PLAIN = re.compile(
    r"(?P<level>C O N F I D E N T I A L|S E C R E T|UNCLAS)(?P<noforn>(?://| )NOFORN)?"
    r"(?: SECTION \d\d OF (?P<count>\d\d))? "
    r"(?P<mrn>(?P<post>(?!EFTO )[A-Z]{3,20}(?: [A-Z]{2,20}){0,2}) (?P<serial>\d{2,8}))"
)
"""The form that most marking lines have, the post one that we know."""

TRAVEL_NUMBER = re.compile(r"(?<=\d)\s{0,3}/?\s{0,3}TOSEC\s?\d{0,8}[\s.]{0,9}$", re.IGNORECASE)
"""The number that a message had on the Secretary's travels, behind that of the department."""

_CUT_SECTION = re.compile(r"\bSECTION\s{0,3}\d{0,2}\s{0,3}(?:OF\b)?", re.IGNORECASE)
_MONTHS = frozenset(
    [
        "JAN",
        "FEB",
        "MAR",
        "APR",
        "MAY",
        "JUN",
        "JUL",
        "AUG",
        "SEP",
        "OCT",
        "NOV",
        "DEC",
        "PAGE",
        "SECTION",
        "OF",
    ]
)


class MarkingLine(NamedTuple):
    """The line that opens the body.

    Attributes:
        classification: A code of `classifications`.
        captions: Those on the line itself.
        section_count: From `SECTION 01 OF 03`; None without one.
        post: As written.
        serial: The number.
        mrn: Post and serial as written.
        is_corrected_copy: It says so.
    """

    classification: str
    captions: tuple[str, ...]
    section_count: int | None
    post: str
    serial: int
    mrn: str
    is_corrected_copy: bool


def parse_classification(text: str) -> tuple[str, str] | None:
    """The level at the start of a text.

    Args:
        text: A metadata value (`SECRET//NOFORN`) or a line of the body.

    Returns:
        The code of `classifications`, and the rest of the text; None without a level.
    """
    if text[:1] not in LEVEL_FIRST or text[:3] in _NO_LEVEL:
        return None
    match = _LEVEL.match(text)
    if match is None or match.lastindex is None:
        return _misspelt(text)
    return _FORMS[match.lastindex - 1][1], text[match.end() :]


def _misspelt(text: str) -> tuple[str, str] | None:
    """A level with a letter wrong, lost or out of place: `C O N F I D E N T A L`, `UNCLASSIFED`."""
    if (found := _run_on(text)) is not None:
        return found
    match = _SPREAD.match(text) or _WORD.match(text)
    if match is None:
        return None
    whole = match["letters"]
    head, _, tail = whole.rpartition(" ")
    is_end = not head or any(word.endswith(tail.upper()) for word in _SLIPS)
    for letters in (whole, head) if is_end else (head, whole):
        if level := _nearest_level(letters.replace(" ", "").upper()):
            return level, text[match.start("letters") + len(letters) :]
    return None


def _run_on(text: str) -> tuple[str, str] | None:
    """A level that runs on into a post that we know: `CONFIDENTIALOSLO 000417`."""
    match = _RUN_ON.match(text)
    if match is None or match.lastindex is None:
        return None
    rest = text[match.end() :]
    found = _POST_SERIAL.match(rest)
    if found is None or find_post(found["post"]) is None:
        return None
    return _FORMS[match.lastindex - 1][1], rest


@lru_cache(maxsize=4096)
def _nearest_level(word: str) -> str | None:
    if (level := _SHUFFLED.get("".join(sorted(word)))) is not None:
        return level
    near = get_close_matches(word, _SLIPS, 1, 0.84) if word[:1] in {"C", "S", "U"} else []
    return _SLIPS[near[0]] if near and near[0][0] == word[0] else None


def highest_level(levels: Iterable[str]) -> str:
    """The highest of several levels, at least one (cable formats 3.7)."""
    return max(levels, key=_RANKED.index)


def parse_marking_line(text: str) -> MarkingLine | None:
    """The line that opens the body, or None when the line is something else.

    Args:
        text: One line.
    """
    return _read_marking_line(text) if _HAS_SERIAL.search(text) else None


@keep_short(maxsize=64)
def _read_marking_line(text: str) -> MarkingLine | None:
    """As above; kept for a while, for the line of one cable is asked for several times."""
    if (plain := _PLAIN.fullmatch(text)) and find_post(plain["post"]) is not None:
        return _plain_marking_line(plain)
    found = parse_classification(" ".join(text.split()) if "  " in text or "\t" in text else text)
    if found is None:
        return None
    level, rest = found
    section = SECTION.search(rest) or BARE_SECTION.search(rest)
    count = section_count(section) if section else None
    rest = _CUT_SECTION.sub(" ", section.re.sub(" ", rest) if section else rest)
    is_corrected = re.search(r"C ?O ?R ?R ?E ?C ?T ?E ?D", rest, re.IGNORECASE) is not None
    captions, rest = split_captions(rest)
    rest = TRAVEL_NUMBER.sub("", " ".join(rest.split()))
    rest = _BLANK_WITHIN.sub(r"\g<head>", rest)
    match = _POST_SERIAL.search(_zeros(rest))
    if match is None or _is_no_post(match["post"]):
        return None
    if not text.isupper() and " " in match["post"] and find_post(match["post"]) is None:
        return None
    lead = rest[: match.start()].strip(" /:-,.()")
    is_id = "|" in lead or (lead.isdigit() and rest[: match.start()].endswith(lead))
    if is_id or len(lead) > 30:
        return None
    return MarkingLine(
        classification=level,
        captions=captions,
        section_count=count,
        post=match["post"],
        serial=int(match["serial"]),
        mrn=" ".join(rest.strip()[match.start() : match.end("serial")].split()),
        is_corrected_copy=is_corrected,
    )


def _zeros(rest: str) -> str:
    """A text of the same length whose number at the end has no letter O for a zero."""
    name, blank, number = rest.rpartition(" ")
    is_number = "O" in number and any(map(str.isdigit, number)) and not number.strip("0123456789O.")
    return f"{name}{blank}{number.replace('O', '0')}" if is_number else rest


def _is_no_post(name: str) -> bool:
    return name.upper().split()[0] in _MONTHS and find_post(name) is None


def _plain_marking_line(match: re.Match[str]) -> MarkingLine:
    return MarkingLine(
        classification=_LEVELS[match["level"].replace(" ", "")],
        captions=("NOFORN",) if match["noforn"] else (),
        section_count=int(match["count"]) if match["count"] else None,
        post=match["post"],
        serial=int(match["serial"]),
        mrn=match["mrn"],
        is_corrected_copy=False,
    )
