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
from dataclasses import dataclass

from transforms.parse.attention import is_passing_line
from transforms.parse.captions import is_corrected_copy, parse_caption_line
from transforms.parse.classification import parse_classification, parse_marking_line
from transforms.parse.continuation import NUMBERED, goes_on
from transforms.parse.header import PARTIAL_NOTICE, is_header_line
from transforms.parse.labels import FIRST_PARAGRAPH, label_of, split_at_labels
from transforms.parse.message import Line
from transforms.parse.page_noise import noise_of
from transforms.parse.residue import unlink

_SEARCHED = 150
"""Lines in which the marking line is looked for; no header seen is longer."""

_LONGEST_MARKING = 110
_WRAPPED = 45
_AHEAD = 25
"""Lines that are looked at for another label before the body is taken to begin."""

_RULE = re.compile(r"\s*[-=*_]{3,}[\s-]*$")
_LONGEST_WITHOUT_LABEL = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of the opening that belong together.

    Attributes:
        name: `marking`, `captions`, `attention`, `noise`, or a label's (`labels.LABELS`).
        lines: In order.
    """

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A message in its parts.

    Attributes:
        header: Lines before the marking line.
        groups: The opening.
        body: The rest, in order.
    """

    header: tuple[Line, ...]
    groups: tuple[Group, ...]
    body: tuple[Line, ...]

    def lines_of(self, name: str) -> tuple[Line, ...]:
        """All lines of the groups of that name."""
        return tuple(line for group in self.groups if group.name == name for line in group.lines)


def cut(lines: Sequence[Line]) -> Message:
    """Cut a message into header, opening and body.

    Args:
        lines: All lines of a record's text.

    Returns:
        The parts; a message without a marking line has its opening at the first label, one without
        labels is all body.
    """
    parts = [part for line in lines for part in _split_notice(line)]
    start = _opening_start(parts)
    groups, body = _walk(split_at_labels(parts[start:]))
    return Message(tuple(parts[:start]), tuple(groups), tuple(body))


def _split_notice(line: Line) -> list[Line]:
    match = PARTIAL_NOTICE.search(line.text) if "partial extract" in line.text else None
    if match is None or not line.text[match.end() :].strip():
        return [line]
    cut_at = match.end()
    return [Line(line.start, line.text[:cut_at]), Line(line.start + cut_at, line.text[cut_at:])]


def _marking_length(lines: Sequence[Line], index: int) -> int:
    """How many lines the marking line takes that begins at `index`; 0 when none does."""
    if parse_marking_line(lines[index].text):
        return 1
    if index + 1 < len(lines) and parse_classification(lines[index].text):
        joined = f"{lines[index].text} {lines[index + 1].text.strip()}"
        is_short = len(joined) < _LONGEST_MARKING and not lines[index + 1].is_blank
        return 2 if is_short and parse_marking_line(joined) else 0
    return 0


def _opening_start(lines: Sequence[Line]) -> int:
    for index, line in enumerate(lines[:_SEARCHED]):
        if line.text[:1] and _marking_length(lines, index):
            return index
    first_label = next((i for i, line in enumerate(lines[:_SEARCHED]) if label_of(line.text)), None)
    if first_label is not None:
        start = first_label
        while start and _belongs_above_labels(lines[start - 1].text):
            start -= 1
        return start
    header = [i for i, line in enumerate(lines[:_SEARCHED]) if is_header_line(line.text)]
    return _end_of_paragraph(lines, header[-1]) if header else 0


def _belongs_above_labels(text: str) -> bool:
    if not text.strip():
        return True
    if is_header_line(text):
        return False
    return bool(parse_caption_line(text) or parse_classification(text) or noise_of(text))


def _end_of_paragraph(lines: Sequence[Line], index: int) -> int:
    while index < len(lines) and not lines[index].is_blank:
        index += 1
    return index


class _Walker:
    """Walks the opening line by line and decides what each belongs to."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.groups: list[Group] = []
        self.stray: list[Line] = []
        self.state = "marking"
        self.is_after_blank = False
        self.seen: set[str] = set()

    def add(self, name: str, line: Line) -> None:
        if self.groups and self.groups[-1].name == name and name == self.state:
            self.groups[-1] = Group(name, (*self.groups[-1].lines, line))
        else:
            self.groups.append(Group(name, (line,)))

    def open(self, name: str, line: Line) -> None:
        self.state = name
        self.seen.add(name)
        self.groups.append(Group(name, (line,)))


def _walk(lines: Sequence[Line]) -> tuple[list[Group], list[Line]]:
    walker = _Walker(lines)
    marked = _marking_length(lines, 0) if lines else 0
    for index, line in enumerate(lines):
        if line.is_blank:
            walker.is_after_blank = True
            continue
        if index < marked:
            walker.add("marking", line)
        elif not _take(walker, index, line):
            return walker.groups, [*walker.stray, *lines[index:]]
        walker.is_after_blank = False
    return walker.groups, walker.stray


def _take(walker: _Walker, index: int, line: Line) -> bool:
    """Put one line into a group; False when the body begins with it."""
    text = unlink(line.text)
    if (name := label_of(line.text)) and not _is_prose(walker, name, text):
        walker.open(name, line)
        return True
    if noise := noise_of(line.text):
        walker.add("captions" if noise == "noise.stray_caption" else "noise", line)
        return True
    if _continues(walker, index, text):
        walker.add(walker.state, line)
        return True
    if parse_caption_line(text) or is_corrected_copy(text):
        walker.add("captions", line)
        return True
    if _is_bare_subject(walker, index, text):
        walker.open("subject", line)
        return True
    if "subject" not in walker.seen and not FIRST_PARAGRAPH.match(text):
        return _take_above_subject(walker, index, line, text)
    return _take_stray(walker, index, line, text)


def _is_prose(walker: _Walker, name: str, text: str) -> bool:
    """Whether a label is only the first word of a sentence of the body."""
    if name in walker.seen and name in {"subject", "tags", "executive_order"}:
        return "subject" in walker.seen and ":" not in text[:14]
    return name == "subject" and text.strip().upper().startswith("SUBJECTS ")


def _is_bare_subject(walker: _Walker, index: int, text: str) -> bool:
    """Whether a line in capitals behind TAGS is the subject, its label lost."""
    if "subject" in walker.seen or walker.state != "tags" or not walker.is_after_blank:
        return False
    if not text.isupper() or len(text.split()) < _LONGEST_WITHOUT_LABEL or NUMBERED.match(text):
        return False
    ahead = walker.lines[index + 1 : index + 1 + _AHEAD]
    block = []
    for line in ahead:
        if line.is_blank:
            break
        block.append(line.text)
    has_label = any(label_of(line.text) == "subject" for line in ahead)
    is_short = len(block) < _LONGEST_WITHOUT_LABEL and not any(map(_RULE.match, block))
    return is_short and not has_label and not text.rstrip().endswith(".")


def _take_above_subject(walker: _Walker, index: int, line: Line, text: str) -> bool:
    if parse_marking_line(text) or (is_header_line(text) and not walker.seen):
        walker.add("noise", line)
        return True
    if is_passing_line(text) or (walker.groups and walker.groups[-1].name == "attention"):
        walker.add("attention", line)
        walker.state = "attention"
        return _label_ahead(walker, index)
    return _take_stray(walker, index, line, text)


def _take_stray(walker: _Walker, index: int, line: Line, text: str) -> bool:
    if FIRST_PARAGRAPH.match(text) or not _label_ahead(walker, index):
        return False
    walker.stray.append(line)
    walker.state = "stray"
    return True


def _label_ahead(walker: _Walker, index: int) -> bool:
    """Whether a label that is still missing stands ahead, before the first paragraph."""
    for line in walker.lines[index + 1 : index + 1 + _AHEAD]:
        if FIRST_PARAGRAPH.match(unlink(line.text)):
            return False
        name = label_of(line.text)
        if name is not None and name not in walker.seen:
            return True
    return False


def _continues(walker: _Walker, index: int, text: str) -> bool:
    """Whether a line without a label goes on with the block above it."""
    if walker.state in {"marking", "stray"} or not walker.groups:
        return False
    if _RULE.match(text) or walker.groups[-1].name not in {walker.state, "noise", "captions"}:
        return False
    above = next(
        (group.lines[-1].text for group in reversed(walker.groups) if group.name == walker.state),
        "",
    )
    above = unlink(above).rstrip()
    if walker.state == "subject" and walker.groups[-1].name == "noise":
        return _goes_on_behind_page_line(walker, index, text, above)
    return goes_on(walker.state, text, above, is_after_blank=walker.is_after_blank)


def _goes_on_behind_page_line(walker: _Walker, index: int, text: str, above: str) -> bool:
    """Whether a subject goes on behind a page line; a label or the first paragraph must follow."""
    if len(above) < _WRAPPED or FIRST_PARAGRAPH.match(text) or text.isupper() != above.isupper():
        return False
    rest = walker.lines[index + 1 : index + 4]
    following = next((line.text for line in rest if not line.is_blank), "")
    return label_of(following) is not None or FIRST_PARAGRAPH.match(unlink(following)) is not None
