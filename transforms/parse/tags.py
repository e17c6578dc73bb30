"""TAGS: traffic analysis by geography and subject.

TAGS: PREL, ETRD, KDEM, XL              commas, blanks, or both; may wrap
TAGS: OVIP (QUILL, AUGUSTA), PREL       a person, with a comma inside the brackets
TAGS: PGOVPRELXL                        run together
"""

from __future__ import annotations

import re

from transforms.codes.tags import is_known_tag, tag_kind
from transforms.parse.cable import Tag

LABEL = re.compile(r"\s*(?:TAGS?|TGS|TAS|TABS|TAGES|AGS)\s{0,2}(?:[:;,.]|(?=\s[A-Z]{2,4}\b))", re.I)
"""The label at the start of a line."""

_TAG_SHAPE = re.compile(r"[A-Z]{2,5}")
_NOISE = frozenset({"SIPDIS", "NOFORN", "UNCLAS", "TAGS", "AND"})
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
    names: list[tuple[str, str]] = []
    unknown: list[str] = []

    def flush() -> None:
        if unknown:
            joined = " ".join(unknown)
            is_name = len(unknown) > 1 and names and names[-1][0] in _NAMED
            names.append((joined, "person" if is_name else tag_kind(joined)))
            unknown.clear()

    for phrase in _phrases(body):
        if phrase.startswith("("):
            flush()
            names.append((" ".join(phrase.strip("()").upper().split()), "person"))
            continue
        for word in phrase.split():
            upper = word.upper()
            if upper in _NOISE:
                continue
            split = _known_parts(upper)
            if split:
                flush()
                names.extend((part, tag_kind(part)) for part in split)
            else:
                unknown.append(upper)
        flush()
    unique = dict.fromkeys(names)
    return tuple(Tag(index, name, kind) for index, (name, kind) in enumerate(unique, 1))


def _phrases(text: str) -> list[str]:
    """Pieces between commas; brackets are pieces of their own."""
    pieces: list[str] = []
    end = 0
    for match in re.finditer(r"\([^()]{2,60}\)", text):
        pieces += re.split(r"[,;]", text[end : match.start()])
        pieces.append(match[0])
        end = match.end()
    pieces += re.split(r"[,;]", text[end:])
    cleaned = (piece.strip().strip(".:*'\"").strip() for piece in pieces)
    return [piece for piece in cleaned if piece]


def _known_parts(word: str) -> tuple[str, ...]:
    """The word as one known tag, a tag by its shape, or several run together; else empty."""
    word = word.strip(".:'\"*")
    if is_known_tag(word) or tag_kind(word) != "unknown":
        return (word,)
    parts: list[str] = []
    rest = word
    while rest:
        size = next((n for n in (4, 2, 3, 5) if len(rest) >= n and is_known_tag(rest[:n])), 0)
        if not size:
            return ()
        parts.append(rest[:size])
        rest = rest[size:]
    return tuple(parts)
