"""The opening line by line: what each line between header and body belongs to.

A line with a label opens its block; a line without one goes on with the block above it, is a
caption, a passing line, the subject without its label, or noise. The body begins with the first
line that is none of these, unless a label that is still missing stands close ahead: then what is
between is set aside and counts as body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.parse.header.format_lines import is_header_line
from transforms.parse.opening import subject
from transforms.parse.opening.attention import (
    is_passing_line,
    is_surely_passing,
    part_from_captions,
)
from transforms.parse.opening.captions import (
    is_corrected_copy,
    is_handling_sentence,
    parse_caption_line,
)
from transforms.parse.opening.classification import parse_marking_line
from transforms.parse.opening.continuation import NUMBERED, goes_on
from transforms.parse.opening.group import Group
from transforms.parse.opening.labels import FIRST_PARAGRAPH, label_of, label_of_unlinked
from transforms.parse.opening.reasons import HAS_REASON
from transforms.parse.opening.ref_lines import refs_go_on_behind_page
from transforms.parse.text.message import Line
from transforms.parse.text.page_noise import noise_of
from transforms.parse.text.residue import unlink

_AHEAD = 25
"""Lines that are looked at for another label before the body is taken to begin."""

_RULE = re.compile(r"\s*[-=*_]{3,}[\s-]*$")
_STARRED = re.compile(r"\*|\((?:U|SBU|C|S)\)\s")
_LONGEST_WITHOUT_LABEL = 3
_MOST_LINES = 1000
_CLASSIFYING_ORDER = re.compile(r"1(?:1652|2065|2356|2958|3526)|:|DECL|GDS|N/?A\b", re.IGNORECASE)
"""Part of an E.O. line; other orders are in subjects: `DESIGNATION UNDER / E.O. 13224`."""


class _Walker:
    """Walks the opening line by line and decides what each belongs to."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.groups: list[Group] = []
        self.stray: list[Line] = []
        self.state = "marking"
        self.is_after_blank = False
        self.seen: set[str] = set()
        self.last: dict[str, str] = {}
        self.sipdis_count = 0

    def add(self, name: str, line: Line) -> None:
        self.last[name] = line.text
        if self.groups and self.groups[-1].name == name and name == self.state:
            self.groups[-1] = Group(name, (*self.groups[-1].lines, line))
        else:
            self.groups.append(Group(name, (line,)))

    def open(self, name: str, line: Line) -> None:
        self.state = name
        self.seen.add(name)
        self.last[name] = line.text
        self.groups.append(Group(name, (line,)))


def walk(lines: Sequence[Line], marked: int) -> tuple[list[Group], Sequence[Line], Sequence[Line]]:
    """Sort the lines of the opening into groups.

    Args:
        lines: From the marking line on.
        marked: How many lines the marking line takes.

    Returns:
        The groups in order; the lines that were set aside; and those of the body.
    """
    walker = _Walker(lines)
    for index, line in enumerate(lines):
        if not line.text.strip():
            walker.is_after_blank = True
            continue
        if index < marked:
            walker.add("marking", line)
        elif not _take(walker, index, line):
            return walker.groups, walker.stray, lines[index:]
        walker.is_after_blank = False
    return walker.groups, walker.stray, ()


def _take(walker: _Walker, index: int, line: Line) -> bool:
    """Put one line into a group; False when the body begins with it."""
    text = unlink(line.text)
    if text == "SIPDIS":
        walker.sipdis_count += 1
        walker.add("captions", line)
        return True
    if (name := label_of_unlinked(text)) and not _is_prose(walker, name, text):
        walker.open(name, line)
        return True
    is_first = FIRST_PARAGRAPH.match(text) is not None
    if not is_first and (noise := noise_of(line.text)) and not _is_value(walker, text):
        is_caption = noise == "noise.stray_caption" or (
            noise == "noise.banner" and parse_caption_line(text) != ()
        )
        walker.add("captions" if is_caption else "noise", line)
        return True
    if _continues(walker, index, text):
        walker.add(walker.state, line)
        return True
    if (not is_first and parse_caption_line(text)) or is_corrected_copy(text):
        is_below = "subject" in walker.seen and not _label_ahead(walker, index)
        if is_below and is_handling_sentence(text):
            return False
        walker.add("captions", line)
        return True
    if _is_bare_subject(walker, index, text):
        walker.open("subject", line)
        return True
    if is_surely_passing(text):
        walker.add("attention", line)
        walker.state = "attention"
        return True
    if "subject" not in walker.seen and not is_first:
        return _take_above_subject(walker, index, line, text)
    return _take_stray(walker, index, line, text)


def _is_value(walker: _Walker, text: str) -> bool:
    """Whether what looks like noise is a wrapped reference (`USUN / #3040`) or a link to a tag."""
    if text[:1] == "/":
        return walker.state == "tags"
    is_apart = walker.is_after_blank or not walker.groups or walker.groups[-1].name != "refs"
    return text[:1] == "#" and not is_apart


def _is_prose(walker: _Walker, name: str, text: str) -> bool:
    """Whether a label is only the first word of a sentence of the body, or of a quoted message.

    `E.O. 12958, 1.4 (b)` right below a classifier gives the reasons.
    """
    if name == "executive_order" and walker.state == "classified_by" and HAS_REASON.search(text):
        return not walker.is_after_blank
    if name in walker.seen and name in {"subject", "tags", "executive_order"}:
        if "subject" in walker.seen and ":" not in text[:14]:
            return True
        return name == "subject" and not _repeats_subject(walker, text)
    if name == "executive_order" and walker.state == "subject" and not walker.is_after_blank:
        return _CLASSIFYING_ORDER.search(text) is None
    return name == "subject" and text.strip().upper().startswith("SUBJECTS ")


def _repeats_subject(walker: _Walker, text: str) -> bool:
    """Whether a second subject is the first again, as in a later section."""
    given = next(group.lines for group in walker.groups if group.name == "subject")
    return subject.repeats([unlink(line.text) for line in given], text)


def _is_bare_subject(walker: _Walker, index: int, text: str) -> bool:
    """Whether a line behind TAGS is the subject, its label lost.

    One in small letters has to stand between TAGS and another label.
    """
    if "subject" in walker.seen or walker.state != "tags" or NUMBERED.match(text):
        return False
    if len(text.split()) < _LONGEST_WITHOUT_LABEL or text.rstrip().endswith("."):
        return False
    ahead = walker.lines[index + 1 : index + 1 + _AHEAD]
    size = next((i for i, line in enumerate(ahead) if line.is_blank or label_of(line.text)), None)
    block = ahead[: size if size is not None else len(ahead)]
    is_short = len(block) < _LONGEST_WITHOUT_LABEL and not any(_RULE.match(b.text) for b in block)
    if not is_short or any(label_of(line.text) == "subject" for line in ahead):
        return False
    below = next((line.text for line in ahead[len(block) :] if not line.is_blank), "")
    return text.isupper() or label_of(below) is not None


def _take_above_subject(walker: _Walker, index: int, line: Line, text: str) -> bool:
    if parse_marking_line(text) or (is_header_line(text) and not walker.seen):
        walker.add("noise", line)
        return True
    is_passing = is_passing_line(text)
    may_be = is_passing or (walker.groups and walker.groups[-1].name == "attention")
    if may_be and (_label_ahead(walker, index) or (is_passing and _is_only_passing(walker, index))):
        for name, part in part_from_captions(line):
            walker.add(name, part)
        walker.state = "attention"
        return True
    return _take_stray(walker, index, line, text)


def _is_only_passing(walker: _Walker, index: int) -> bool:
    """Whether no line down to the next blank one is prose, in a cable without labels below it."""
    for line in walker.lines[index : index + _AHEAD]:
        text = unlink(line.text)
        if not text.strip() or FIRST_PARAGRAPH.match(text):
            return True
        is_passing = is_passing_line(text) and text.isupper() and not text.endswith(".")
        if not is_passing and not parse_caption_line(text):
            return False
    return True


def _take_stray(walker: _Walker, index: int, line: Line, text: str) -> bool:
    if FIRST_PARAGRAPH.match(text) or not _label_ahead(walker, index):
        return False
    walker.stray.append(line)
    walker.state = "stray"
    return True


def _label_ahead(walker: _Walker, index: int) -> bool:
    """Whether a label that is still missing stands ahead, before the first paragraph."""
    for line in walker.lines[index + 1 : index + 1 + _AHEAD]:
        text = unlink(line.text)
        if FIRST_PARAGRAPH.match(text):
            return False
        name = label_of_unlinked(text)
        if name is not None and name not in walker.seen:
            return True
    return False


def _continues(walker: _Walker, index: int, text: str) -> bool:
    """Whether a line without a label goes on with the block above it."""
    if walker.state in {"marking", "stray"} or not walker.groups:
        return False
    if _RULE.match(text) or walker.groups[-1].name not in {walker.state, "noise", "captions"}:
        return False
    above = unlink(walker.last.get(walker.state, "")).rstrip()
    is_apart = walker.is_after_blank or walker.groups[-1].name != walker.state
    if walker.state == "subject" and not subject.LABEL.fullmatch(above):
        if _is_heading(walker, index, text, above):
            return False
        if is_apart and not subject.is_unfinished(above, text):
            return _goes_on_behind_gap(walker, index, text, above)
    name, lines = walker.groups[-1]
    if len(lines) > _MOST_LINES:
        return False
    is_behind_page = name == "noise"
    is_parted = is_behind_page or (name == "captions" and lines[-1].text.strip() == "SIPDIS")
    if is_parted and walker.state == "refs" and refs_go_on_behind_page(text, above):
        return True
    is_after_blank = walker.is_after_blank and not (is_behind_page and walker.state == "tags")
    return goes_on(walker.state, text, above, is_after_blank=is_after_blank)


def _is_heading(walker: _Walker, index: int, text: str, above: str) -> bool:
    """Whether a line below the subject is underlined; a long subject may have a rule below too."""
    below = walker.lines[index + 1].text if index + 1 < len(walker.lines) else ""
    is_ruled = _RULE.match(below) is not None
    is_cut = subject.may_be_cut(above) and not _is_behind_page(walker)
    is_open = is_cut or subject.is_unfinished(above, text)
    return is_ruled and (subject.is_preface(text) or not is_open)


def _goes_on_behind_gap(walker: _Walker, index: int, text: str, above: str) -> bool:
    """Whether a subject goes on behind a page line or a colon: a label or paragraph 1 follows."""
    is_paged = _is_behind_page(walker) and subject.may_be_cut(above)
    if not (is_paged or above.endswith(":")) or not subject.have_one_case(above, text):
        return False
    if FIRST_PARAGRAPH.match(text) or subject.is_preface(text) or _STARRED.match(text):
        return False
    following = unlink(_line_below_block(walker, index))
    if label_of_unlinked(following) is not None:
        return True
    is_ruled = _RULE.match(following) is not None or subject.is_preface(following)
    return is_paged and (is_ruled or FIRST_PARAGRAPH.match(following) is not None)


def _is_behind_page(walker: _Walker) -> bool:
    """Whether a page line, or a SIPDIS that an export put there, stands between two lines."""
    name, lines = walker.groups[-1]
    is_stray = name == "captions" and lines[-1].text.strip() == "SIPDIS"
    # The second is the export's, the first only where no blank line parts it from the next line.
    is_exported = walker.sipdis_count > 1 or not walker.is_after_blank
    return name == "noise" or (is_stray and is_exported)


def _line_below_block(walker: _Walker, index: int) -> str:
    """The first line below the few that stand together from `index` on; noise does not count."""
    is_below = False
    together = 1
    for line in walker.lines[index + 1 : index + 9]:
        if line.is_blank or noise_of(line.text):
            is_below |= line.is_blank
            continue
        together += not is_below
        is_first = FIRST_PARAGRAPH.match(unlink(line.text)) is not None
        if is_below or is_first or together > _LONGEST_WITHOUT_LABEL or label_of(line.text):
            return line.text
    return ""
