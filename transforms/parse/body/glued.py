"""Lines that an export made of several: paragraphs glued together, a heading and its rule.

... End summary. ¶2. (C) The board ...             cut where a further paragraph begins
... next year. A Pier and Its Critics --------     cut into text, heading and rule
A Pier and Its Critics ------ 2. (C) The board     into heading, rule and paragraph
"""

from __future__ import annotations

import re

from transforms.parse.body.heading_form import is_rule
from transforms.parse.text.message import Line
from transforms.parse.text.portion_marks import MARK

_PILCROW = r"(?:¶|\ufffd|\[1\]\((?:#[\w-]{0,40}|/[^()\s]{0,80})?\))"
_GLUED = re.compile(
    rf"[.?!:\"”)\]]\s{{0,3}}(?={_PILCROW}\s?\d{{1,3}}\s?[.)](?:\s|$|\())"
    rf"|\S\s{{1,3}}(?={_PILCROW}\s?\d{{1,3}}\s?[.)]\s{{0,2}}(?i:{MARK}))"
    rf"|\S\s{{1,3}}(?=\d{{1,3}}\.\s?(?i:{MARK})\s?(?:[A-Z]|xxx))"
)
_RULED = re.compile(r"\s*(?P<text>\S.{2,6000}?)\s+(?P<rule>-{5,}(?:\s-{2,})*|={5,})\s*$")
_BEHIND_RULE = re.compile(
    rf"(?:(?<=-)-|(?<=====)=)\s{{1,3}}(?=(?:{_PILCROW}\s?)?\d{{1,3}}\s?[.)]\s{{0,2}}(?:\(?[A-Z]|xxx))"
)
_BOXED = re.compile(r"(?<=[.?!\"”)])\s{1,3}(?P<rule>-{5,})\s(?P<heading>[A-Z(][^-]{3,60})$")
_BOX = re.compile(
    r"\s*(-{5,}(?:\s-{2,})*)\s{1,3}([A-Z(\"'][^-]{3,60}(?:-{1,2}[^-]{1,60}){0,2}?)\s{1,3}(-{5,}(?:\s-{2,})*)\s*$"
)
_SENTENCE = re.compile(r"(?<![^A-Za-z][A-Z])(?<!^[A-Z])[.?!\"”)]\s+(?=[A-Z])")
_HAS_WORD = re.compile(r"[A-Za-z]{2}")
NUMBER_WITHIN = re.compile(r"\.(?:(?<=\s\d\.)|(?<=\s\d\d\.)|(?<=\s\d\d\d\.))\s?\(")
"""A number within a line, with a bracket behind it as before a portion mark."""

_NUMBER_LENGTH = 10


def may_be_glued(text: str) -> bool:
    """A cheap look at what no line has that needs no cutting."""
    return (
        text.find("¶", 1) > 0
        or ("\ufffd" in text and text.find("\ufffd", 1) > 0)
        or "----" in text
        or "====" in text
        or ("[" in text and text.find("[1]", 1) > 0)
        or (
            text.find("(", _NUMBER_LENGTH) > 0
            and (text.find(". (", _NUMBER_LENGTH) > 0 or text.find(".(", _NUMBER_LENGTH) > 0)
            and NUMBER_WITHIN.search(text) is not None
        )
    )


def at_paragraphs(line: Line) -> list[Line]:
    """Cut a line where another paragraph, or a heading with its rule, is glued to it.

    Args:
        line: A line of text.

    Returns:
        The pieces in order; mostly the line alone.
    """
    if not may_be_glued(line.text) or is_rule(line.text):
        return [line]
    if "----" not in line.text and "====" not in line.text:
        return _cut_at(line, _GLUED)
    return [
        piece
        for part in _cut_at(line, _BEHIND_RULE)
        for heading in _at_heading(part)
        for piece in _cut_at(heading, _GLUED)
    ]


def _cut_at(line: Line, joint: re.Pattern[str]) -> list[Line]:
    """Cut behind the first character of each joint; the blanks behind that are dropped."""
    pieces: list[Line] = []
    start = 0
    for match in joint.finditer(line.text):
        pieces.append(Line(line.start + start, line.text[start : match.start() + 1]))
        start = match.end()
    return [*pieces, Line(line.start + start, line.text[start:])] if start else [line]


def _at_heading(line: Line) -> list[Line]:
    """Cut a line that an export made of a heading and its rule, or of text, heading and rule.

    The heading is as long as its rule, give or take a quarter (cable formats 3.16).
    """
    has_rule = "----" in line.text or "====" in line.text
    match = _RULED.match(line.text) if has_rule else None
    if match is None:
        return [line]
    if box := _BOX.match(line.text):
        return [
            Line(line.start + start, line.text[start:end])
            for start, end in map(box.span, (1, 2, 3))
        ]
    text, length = match["text"], match["rule"].count(match["rule"][0])
    offset = match.start("text")
    if box := _BOXED.search(text):
        start = line.start + offset
        return [
            Line(start, text[: box.start()]),
            Line(start + box.start(), ""),
            Line(start + box.start("rule"), box["rule"]),
            Line(start + box.start("heading"), box["heading"].rstrip()),
            Line(line.start + match.start("rule"), match["rule"]),
        ]
    starts = [0, *(end.end() for end in _SENTENCE.finditer(text))]
    starts = [start for start in starts if not start or _HAS_WORD.search(text, 0, start)]
    if text[: max(0, len(text) - length)].endswith(": "):
        starts.append(len(text) - length)
    best = min(starts, key=lambda start: abs(len(text) - start - length))
    if abs(len(text) - best - length) > max(4, length // 4) and best:
        return [line]
    parts = [Line(line.start + offset, text[:best].rstrip())] if best else []
    parts += [Line(line.start + offset + best, "")] if best else []
    heading = Line(line.start + offset + best, text[best:].rstrip())
    return [*parts, heading, Line(line.start + match.start("rule"), match["rule"])]
