"""Looks into compiled patterns for what can make matching slower than linear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_ALL = frozenset(range(0x250)) | frozenset(map(ord, "¶–—‘’“”•�"))
"""Characters that stand for all: Latin, and the signs that rules name."""

_CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_NOT_WORD: r"\W",
}
_REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT}
_SINGLE = {codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY}
_GROUPS = {codes.SUBPATTERN, codes.BRANCH}
_MANY = 50
"""A repeat that may go this far counts as unbounded."""


def nested_repeats(pattern: re.Pattern[str]) -> list[str]:
    """Repeats within repeats that can share the same text out in many ways.

    `(a+)+`, `(a|a*)+`, `(\\s*x?)*`: the inner and the outer one can each take the next character.
    A body that must match a character that the inner repeat cannot take (`(\\s+\\w)+`) is safe.

    Args:
        pattern: Compiled.

    Returns:
        A description of each, empty when there is none.
    """
    is_blind = bool(pattern.flags & re.IGNORECASE)
    return list(_walk(parser.parse(pattern.pattern, pattern.flags), is_blind))


def _walk(items: Iterable[Any], is_blind: bool) -> Iterator[str]:
    for code, argument in items:
        if code in _REPEATS:
            low, high, body = argument
            if high >= _MANY and (fault := _ambiguous(list(body), is_blind)):
                yield f"repeat {low}..{high} around {fault}"
        for body in _bodies(code, argument):
            yield from _walk(body, is_blind)


def _ambiguous(body: list[Any], is_blind: bool) -> str | None:
    """Why the body of a repeat can meet its own next round, if it can."""
    for place, (code, argument) in enumerate(body):
        if code in _REPEATS and argument[1] >= _MANY:
            inner = _letters(argument[2], is_blind)
            others = body[:place] + body[place + 1 :]
            if not _parts(others, inner, is_blind):
                return f"a repeat of {argument[1]} times with nothing to part the rounds"
        for inside in _bodies(code, argument) if code in _GROUPS else ():
            if len(body) == 1 and (fault := _ambiguous(list(inside), is_blind)):
                return fault
    return None


def _bodies(code: Any, argument: Any) -> list[Any]:
    if code in _REPEATS or code is codes.POSSESSIVE_REPEAT:
        return [argument[2]]
    if code is codes.SUBPATTERN:
        return [argument[3]]
    if code is codes.BRANCH:
        return list(argument[1])
    if code in {codes.ASSERT, codes.ASSERT_NOT}:
        return [argument[1]]
    if code is codes.ATOMIC_GROUP:
        return [argument]
    return []


def _parts(items: Iterable[Any], inner: frozenset[int], is_blind: bool) -> bool:
    """Whether a sequence always takes a character that the inner repeat cannot take."""
    for code, argument in items:
        if code in _SINGLE and not inner & _letters([(code, argument)], is_blind):
            return True
        if code in _REPEATS and argument[0] and _parts(argument[2], inner, is_blind):
            return True
        if code is codes.SUBPATTERN and _parts(argument[3], inner, is_blind):
            return True
        if code is codes.BRANCH and all(_parts(b, inner, is_blind) for b in argument[1]):
            return True
    return False


def _letters(items: Iterable[Any], is_blind: bool) -> frozenset[int]:
    """All characters that a piece of a pattern can take."""
    found: frozenset[int] = frozenset()
    for code, argument in items:
        if code in {codes.ASSERT, codes.ASSERT_NOT}:
            continue
        if code is codes.IN:
            found |= _of_class(argument)
        elif code is codes.LITERAL:
            found |= {argument}
        elif code is codes.NOT_LITERAL:
            found |= _ALL - {argument}
        elif code is codes.ANY:
            found |= _ALL - {10}
        for body in _bodies(code, argument):
            found |= _letters(body, is_blind)
    if is_blind:
        found |= {ord(other) for code in found for other in _cases(chr(code))}
    return found


def _cases(letter: str) -> Iterator[str]:
    return (case for case in (letter.lower(), letter.upper()) if len(case) == 1)


def _of_class(items: Iterable[Any]) -> frozenset[int]:
    found: set[int] = set()
    is_negated = False
    for code, argument in items:
        if code is codes.NEGATE:
            is_negated = True
        elif code is codes.LITERAL:
            found.add(argument)
        elif code is codes.RANGE:
            found.update(range(argument[0], argument[1] + 1))
        elif code is codes.CATEGORY:
            members = re.compile(_CATEGORIES[argument])
            found.update(letter for letter in _ALL if members.match(chr(letter)))
    return _ALL - found if is_negated else frozenset(found)
