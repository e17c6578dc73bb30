"""The form of a heading's text: what it may end in, what stands on its sides, its rule.

*** THE PIER ***       signs on both sides
Talks with the U.S.    the stop of an abbreviation; no other stop ends a heading
A second pier, AND...  points, behind which the next heading goes on
------------- ---      a rule, broken by the old system's line limit
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.parse.text.portion_marks import take_portion_mark
from transforms.parse.text.repair import repair_characters

RULE_SIGNS = frozenset("-=*_~")
_SIDE_SIGNS = frozenset("*=#-")
_SENTENCE_ENDS = (".)", '."', ".”", ".'", ',"')
_TITLE_SHARE = 0.6
_SMALL_WORDS = frozenset(["and", "or", "of", "the", "for", "in", "on", "to", "a", "an"])
"""Titles leave these small, unless they begin with one."""

_CLOCKS = (" A.M.", " P.M.")


def is_rule(text: str) -> bool:
    """Whether a line is a rule."""
    if text.lstrip()[:1] not in RULE_SIGNS:
        return False
    stripped = text.replace(" ", "")
    return len(stripped) >= 2 and len(set(stripped)) == 1


def heading_text(lines: Sequence[str]) -> str:
    """The heading on one line, without its portion mark, side signs and closing colon."""
    text = " ".join(" ".join(lines).replace("¶", "").split())
    text = without_sides(take_portion_mark(text)[1].strip(" |")).rstrip(":").strip() or text
    if text[:1] in _SIDE_SIGNS and text[:1] == text[1:2]:
        text = text.lstrip(f"{text[0]} ") or text
    return repair_characters(take_portion_mark(text)[1] or text)


def without_sides(text: str) -> str:
    """The text of a line without signs that stand on both of its sides (`*** THE PIER ***`)."""
    if text[:1] in _SIDE_SIGNS and text[-1:] == text[:1]:
        return text.strip(f"{text[0]} ")
    return text


def may_end(text: str) -> bool:
    """Whether a heading may end so: with no sentence, and no bracket that opened above it."""
    if text.endswith(_SENTENCE_ENDS) or (text.endswith(")") and "(" not in text):
        return False
    return text != "" and (text[-1] not in ".,;-" or ends_open(text) or _ends_in_letters(text))


def ends_open(text: str) -> bool:
    """Whether the points at the end of a text are no full stop: a further heading goes on."""
    return text.endswith(("...", ". . ."))


def _ends_in_letters(text: str) -> bool:
    """Whether the final stop is that of an abbreviation (`Talks with the U.S.`), and no clock's."""
    is_abbreviated = text[-1] == "." and len(text) > 3 and text[-3] == "." and text[-2].isupper()
    return is_abbreviated and not text.endswith(_CLOCKS)


def is_title(lines: Sequence[str]) -> bool:
    """Whether most words of two lines begin with a capital, as in a heading over two lines."""
    tokens = " ".join(lines).split()
    words = [word for word in tokens if word[0].isalpha() and word not in _SMALL_WORDS]
    words = tokens[:1] if tokens and tokens[0] in _SMALL_WORDS else words
    capitals = sum(word[0].isupper() for word in words)
    return bool(words) and capitals >= _TITLE_SHARE * len(words)
