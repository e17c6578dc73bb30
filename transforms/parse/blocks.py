"""Cuts a message into its parts: header, opening, body.

    VZCZC... FM ... TO ... INFO ...               header: everything before the marking line
    C O N F I D E N T I A L ELDERPORT 000417      opening: marking line, captions, passing lines,
    SIPDIS / E.O. / TAGS / SUBJECT / REF /          and labelled blocks in any order
    Classified By
    1. (C) Summary: ...                           body: from the first paragraph or heading on

Every line is in exactly one part. Lines of the opening that no label and no rule claims count as
body, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from transforms.parse.header.addressees import HEADS
from transforms.parse.header.format_lines import PARTIAL, PARTIAL_NOTICE, is_header_line
from transforms.parse.header.pasted import PRINT, is_printed
from transforms.parse.opening.attention import is_passing_line
from transforms.parse.opening.captions import parse_caption_line
from transforms.parse.opening.classification import (
    LEVEL_FIRST,
    parse_classification,
    parse_marking_line,
)
from transforms.parse.opening.group import Group
from transforms.parse.opening.labels import FIRST_PARAGRAPH, label_of, split_at_labels
from transforms.parse.opening.lines import walk
from transforms.parse.opening.marking_place import (
    cut_glued_marking,
    is_damaged_marking,
    length_of_marking_head,
    marking_length,
)
from transforms.parse.text.message import Line, Lines, split_text
from transforms.parse.text.page_noise import join_broken_stamps, noise_of
from transforms.parse.text.residue import unlink

_take_place, _take_text = attrgetter("start"), attrgetter("text")
_LABELS_OF_TEXT = ("executive_order", "tags")
_SEARCHED = 150
"""Lines in which the marking line is looked for; no header seen is longer."""

_USUAL = 88
"""Lines in which the opening of nearly every message ends, long before the last of them."""

_LOOKED_AHEAD = 30
"""More lines than are looked at behind any line of the opening."""

_SHORTEST_MARKING = 15
_SECOND_PARAGRAPH = re.compile(r"\s*(?:¶\s?)?1?2\s?[.)]")
_ADDRESS = re.compile(
    rf"\s*(?:FM [A-Z. ]{{4,40}}$|(?:TO|INFO|XMT)[ :/]{{1,3}}(?:R[A-Z0-9]{{3,7}}/|{HEADS})"
    r"|R[A-Z0-9]{3,7}/[A-Z])"
)


class Message(NamedTuple):
    """A message in its parts.

    Attributes:
        header: Lines before the marking line.
        groups: The opening.
        body: The rest, in order; what was set aside in the opening comes first, a blank line
            below it.
        body_start: Where the opening ends.
        by_name: All lines of the groups of a name.
    """

    header: Sequence[Line]
    groups: Sequence[Group]
    body: Lines
    body_start: int
    by_name: dict[str, list[Line]]

    def lines_of(self, name: str) -> Sequence[Line]:
        """All lines of the groups of that name."""
        return self.by_name.get(name, ())


def cut(text: str) -> Message:
    """Cut a message into header, opening and body.

    Args:
        text: A record's text.

    Returns:
        The parts; a message without a marking line has its opening at the first label, one without
        labels is all body.
    """
    lines = split_text(join_broken_stamps(text))
    is_unusual = PRINT in text or PARTIAL in text
    size = len(lines.texts) if is_unusual else _USUAL
    header, groups, stray, body = _cut_lines(lines.head(size), is_unusual)
    is_whole = groups and groups[0].name == "marking" and len(body) > _LOOKED_AHEAD
    if not is_whole and size < len(lines.texts):
        size = len(lines.texts)
        header, groups, stray, body = _cut_lines(lines.head(size), is_unusual)
    by_name: dict[str, list[Line]] = {}
    for name, own in groups:
        by_name.setdefault(name, []).extend(own)
    body_start = body[0].start if body else len(text)
    if counted := _counted_classifier(by_name.get("classified_by", ()), body):
        body = [*counted, Line(body_start, ""), *body]
    if stray:
        body = [*stray, Line(body_start, ""), *body]
    starts = [*map(_take_place, body), *lines.starts[size:]]
    texts = [*map(_take_text, body), *lines.texts[size:]]
    return Message(header, groups, Lines(starts, texts), body_start, by_name)


def _counted_classifier(lines: Sequence[Line], body: Sequence[Line]) -> Sequence[Line]:
    """The lines of `1. (U) Classified by ...` above paragraph 2: they are paragraph 1, too."""
    below = next((line.text for line in body if not line.is_blank), "")
    if not lines or not _SECOND_PARAGRAPH.match(unlink(below)):
        return ()
    first = next((i for i, line in enumerate(lines) if _is_first(line)), len(lines))
    return lines[first:]


def _is_first(line: Line) -> bool:
    return FIRST_PARAGRAPH.match(unlink(line.text)) is not None


def _cut_lines(
    lines: Sequence[Line], is_unusual: bool
) -> tuple[Sequence[Line], Sequence[Group], Sequence[Line], Sequence[Line]]:
    """Header, opening, what was set aside in it, and body.

    `is_unusual` when a notice or a print may stand among the lines.
    """
    parts = split_at_labels(_split_notice(lines) if is_unusual else lines)
    start = _last_marking(parts) if is_unusual and is_printed(parts[:_SEARCHED]) else None
    start = _opening_start(parts) if start is None else start
    opening = parts[start:]
    marked = marking_length(opening, 0) or is_damaged_marking(opening[0].text) if opening else 0
    return parts[:start], *walk(opening, marked)


def _split_notice(lines: Sequence[Line]) -> Sequence[Line]:
    """Cut the line that the notice of a partial extract shares with the marking line."""
    for index, line in enumerate(lines[:_SEARCHED]):
        if PARTIAL in line.text and (match := PARTIAL_NOTICE.search(line.text)):
            end = match.end()
            parts = (Line(line.start, line.text[:end]), Line(line.start + end, line.text[end:]))
            return [*lines[:index], *filter(lambda part: part.text, parts), *lines[index + 1 :]]
    return lines


def _opening_start(lines: list[Line]) -> int:
    """Where the opening begins; a marking line that runs on is cut behind its number."""
    for index, line in enumerate(lines[:_SEARCHED]):
        if line.text[:1] == '"' and parse_marking_line(line.text[1:]):
            # The last field of a csv record that was pasted line by line.
            lines[index : index + 1] = [Line(line.start, '"'), Line(line.start + 1, line.text[1:])]
            return index + 1
        if line.text[:1] not in LEVEL_FIRST or not line.text:
            continue
        is_spread = "  " in line.text or "\t" in line.text
        if not is_spread and parse_classification(line.text) is None:
            continue
        if marking_length(lines, index):
            return index
        if len(line.text) > _SHORTEST_MARKING and (size := length_of_marking_head(line.text)):
            head = Line(line.start, line.text[:size])
            lines[index : index + 1] = [head, Line(line.start + size, line.text[size:])]
            return index
    return _opening_start(lines) if cut_glued_marking(lines) else _start_without_marking(lines)


def _start_without_marking(lines: Sequence[Line]) -> int:
    """Where the opening begins of a message that has no marking line."""
    first_label = next((i for i, line in enumerate(lines[:_SEARCHED]) if label_of(line.text)), None)
    if first_label is not None:
        return _start_above_labels(lines, first_label)
    last = _last_of_header(lines)
    return _end_of_paragraph(lines, last) if last is not None else 0


def _last_of_header(lines: Sequence[Line]) -> int | None:
    """The last line that only a header has, above the first paragraph or sentence.

    A word alone, such as the signature `RICE`, is no called station unless a header stands above.
    """
    last: int | None = None
    for index, line in enumerate(lines[:_SEARCHED]):
        is_sentence = line.text.endswith(".") and not line.text.isupper()
        if is_sentence or FIRST_PARAGRAPH.match(line.text):
            break
        is_word = index > 0 and last is None and " " not in line.text.strip()
        if not is_word and (is_header_line(line.text) or _ADDRESS.match(line.text)):
            last = index
    return last


def _last_marking(lines: Sequence[Line]) -> int | None:
    """The last marking line above the order, or else TAGS: a print has some of its own, and rows.

    The rows of a print have TAGS and a subject, but no order (cable formats 2.2).
    """
    labels = [label_of(line.text) for line in lines[:_SEARCHED]]
    ends = [labels.index(label) for label in _LABELS_OF_TEXT if label in labels]
    last: int | None = None
    for index, line in enumerate(lines[: ends[0] if ends else _SEARCHED]):
        if noise_of(line.text) != "noise.banner" and marking_length(lines, index):
            last = index
    return last


def _start_above_labels(lines: Sequence[Line], first_label: int) -> int:
    """The first caption or passing line above the labels of a text without a marking line.

    What looks like a passing line right below an address may be one too (`NSC WASHDC`).
    """
    start = first_label
    while start and _belongs_above_labels(lines[start - 1].text):
        start -= 1
    if start and not lines[start - 1].is_blank:
        while start < first_label and is_passing_line(lines[start].text):
            start += 1
    return next((at for at in range(start, first_label) if not lines[at].is_blank), first_label)


def _belongs_above_labels(text: str) -> bool:
    if not text.strip():
        return True
    if is_header_line(text):
        return False
    return bool(
        parse_caption_line(text)
        or parse_classification(text)
        or noise_of(text)
        or is_passing_line(text)
    )


def _end_of_paragraph(lines: Sequence[Line], index: int) -> int:
    while index < len(lines) and not lines[index].is_blank:
        index += 1
    return index
