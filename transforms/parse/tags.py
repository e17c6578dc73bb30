"""TAGS: traffic analysis by geography and subject.

TAGS: PREL, ETRD, KDEM, XL              commas, blanks, or both; may wrap
TAGS: OVIP (QUILL, AUGUSTA), PREL       a person, with a comma inside the brackets
TAGS: PGOVPRELXL                        run together
"""

from __future__ import annotations

import re

from transforms.codes.tags import is_known_tag, tag_kind
from transforms.parse.cable import Tag
from transforms.parse.portion_marks import MARK

LABEL = re.compile(r"\s*(?:TAGS?|TGS|TAS|TABS|TAGES|AGS)\s{0,2}(?:[:;,.]|(?=\s[A-Z]{2,4}\b))", re.I)
"""The label at the start of a line."""

_TAG_SHAPE = re.compile(r"[A-Z]{2,5}")
_NOISE = frozenset({"SIPDIS", "NOFORN", "UNCLAS", "TAGS", "AND", "N/A", "NONE", "NULL"})
_BRACKETS = re.compile(r"\([^()]{1,60}\)")
_JOINERS = re.compile(r"[./]")
_LONGEST_TAG = 5
_NAMED = frozenset({"OVIP", "OREP", "OTRA", "CASC"})


def looks_like_tags(text: str) -> bool:
    """Whether a line holds nothing but tags, so that it continues the block above."""
    words = [word for word in re.split(r"[\s,;]+", text.strip()) if word]
    return bool(words) and all(
        is_known_tag(word.upper()) or (_TAG_SHAPE.fullmatch(word) and len(word) in {2, 4})
        for word in words
    )


def parse_tags(text: str) -> tuple[Tag, ...]:
    """Read a TAGS block.

    Args:
        text: Its lines joined by blanks, with or without the label, links already replaced.

    Returns:
        Tags in order, upper case, once each; unknown ones keep the kind that their shape says
        (5 FAH-3; cable formats 3.11).
    """
    match = LABEL.match(text)
    body = text[match.end() :] if match else text
    found: list[tuple[str, str]] = []
    unknown: list[str] = []
    for phrase in _phrases(body):
        if phrase.startswith("("):
            _close(unknown, found)
            person = " ".join(phrase.strip("()").upper().split())
            if person and not re.fullmatch(MARK, phrase, re.IGNORECASE):
                found.append((person, "person"))
            continue
        if not _goes_on_a_name(phrase, unknown, found):
            _close(unknown, found)
        for word in _words(phrase):
            if parts := _known_parts(word):
                _close(unknown, found)
                found.extend((part, tag_kind(part)) for part in parts)
            else:
                unknown.append(word)
    _close(unknown, found)
    unique = dict.fromkeys(found)
    return tuple(Tag(index, name, kind) for index, (name, kind) in enumerate(unique, 1))


def _close(unknown: list[str], found: list[tuple[str, str]]) -> None:
    """Words that nobody knows, side by side, are one tag; behind `OVIP` and the like, a person."""
    if unknown:
        joined = " ".join(unknown)
        is_name = len(unknown) > 1 and found and found[-1][0] in _NAMED
        found.append((joined, "person" if is_name else tag_kind(joined)))
        unknown.clear()


def _goes_on_a_name(phrase: str, unknown: list[str], found: list[tuple[str, str]]) -> bool:
    """Whether a comma stands within a name: `OVIP, QUILL, AUGUSTA, PREL`."""
    if len(unknown) != 1 or not found or found[-1][0] not in _NAMED:
        return False
    if not all(word.isalpha() and not _known_parts(word) for word in _words(phrase)):
        return False
    unknown[0] += ","
    return True


def _words(phrase: str) -> list[str]:
    words = [word.upper() for word in phrase.split()]
    return [word for word in words if word not in _NOISE and word.strip("-*_")]


def _phrases(text: str) -> list[str]:
    """Pieces between commas; brackets are pieces of their own."""
    pieces: list[str] = []
    end = 0
    for match in _BRACKETS.finditer(text):
        pieces += re.split(r"[,;]", text[end : match.start()])
        pieces.append(match[0])
        end = match.end()
    pieces += re.split(r"[,;]", text[end:])
    cleaned = (piece.strip().strip(".:*'\"-").strip() for piece in pieces)
    return [piece for piece in cleaned if piece]


def _known_parts(word: str) -> tuple[str, ...]:
    """The word as one known tag, a tag by its shape, or several run together; else empty."""
    word = word.strip(".:'\"*-")
    if is_known_tag(word) or tag_kind(word) != "unknown":
        return (word,)
    if len(pieces := _JOINERS.split(word)) > 1:
        return tuple(pieces) if all(map(is_known_tag, pieces)) else ()
    parts: list[str] = []
    rest = word if len(word) > _LONGEST_TAG else ""
    while rest:
        size = next((n for n in (4, 2, 3, 5) if len(rest) >= n and is_known_tag(rest[:n])), 0)
        if not size:
            return ()
        parts.append(rest[:size])
        rest = rest[size:]
    return tuple(parts)
