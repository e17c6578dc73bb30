"""Gathers the lines of a body into paragraphs.

A number opens a paragraph; so does, where no number stands, a blank line below a finished sentence
when what follows is a paragraph of its own: above the first number, below a heading, with a portion
mark, with `Comment:` or the like. All else goes on with the paragraph above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.parse.body.end_matter import is_end_matter
from transforms.parse.body.entries import is_listed, part_lines
from transforms.parse.body.kinds import (
    ends_kind,
    is_bare_marker,
    is_end_marker,
    is_only_end_marker,
    is_opening_marker,
    kind_by_heading,
    kind_by_words,
    stretch_kinds,
)
from transforms.parse.body.pilcrow import Start
from transforms.parse.body.quoted import ends_quotation
from transforms.parse.body.unwrap import (
    Words,
    is_even,
    is_item,
    is_row,
    is_table,
    unwrap,
)
from transforms.parse.cable import Paragraph
from transforms.parse.text.portion_marks import (
    drop_second_mark,
    take_portion_mark,
    take_torn_mark,
)
from transforms.parse.text.quick_tuples import made_of
from transforms.parse.text.repair import repair_characters
from transforms.parse.text.residue import PILCROW, drop_pilcrows

_new_paragraph = made_of(Paragraph)
_FULL_LINE = range(55, 76)
"""A finished sentence at the end of so long a line is more often the middle of a paragraph than
its end, which falls on any length."""

_ENDS_NOTE = re.compile(r"\bnote\W*$", re.IGNORECASE)
"""A note ends within a paragraph, which goes on behind it."""

_FINISHED = (".", "?", "!", '"', "”", ")", ":", "]")
_BRACKETS = ("(", "[", "{")
_CAPTION = re.compile(r"(?:table|chart|graph)s?\b", re.IGNORECASE)
_LONGEST_SLIP = 36
_LONGEST_HEADING = 400
"""Characters of headings above one another that still head what follows them."""


@dataclass(slots=True)
class _Draft:
    """A paragraph that is being gathered."""

    number: int | None
    heading: str | None
    role: str | None
    texts: list[str]
    """Its first line, then lines and even stretches of lines that go on with the one above."""

    breaks: list[str]
    own_heading: str = ""
    mark: str | None = None


class Gatherer:
    """Takes the body line by line.

    Attributes:
        break_above: What stood since the last line of text: nothing, `blank` lines, or a `page`
            break, within which sentences go on.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Name the lines of the body, by whose words hyphens are judged."""
        self.break_above = ""
        self._texts = texts
        self._heading: str | None = None
        self._role: str | None = None
        self._outer: tuple[str | None, str | None] = (None, None)
        self._drafts: list[_Draft] = []
        self._is_closed = True
        self._is_fresh = False

    def pass_noise(self) -> None:
        """Noise stands between two lines."""
        self.break_above = "page"

    def pass_blank(self) -> None:
        """A blank line or a rule stands between two lines."""
        if self.break_above != "page":
            self.break_above = "blank"

    def open_heading(self, heading: str) -> None:
        """A heading; it goes on with one right above it, parted by nothing but its rule.

        Of two headings with no paragraph between them each has its line: `PART ONE`, `The Pier`.
        """
        role = kind_by_heading(heading)
        if len(self._heading or "") > _LONGEST_HEADING:
            self._close_heading()
        if self._is_fresh and self._heading is not None:
            goes_on = self.break_above == "rule" or heading[:1].islower()
            heading = (" " if goes_on else "\n").join((self._heading, heading))
            role = kind_by_heading(heading) if goes_on else role
        self._heading = heading
        self._is_fresh = True
        self._role = role
        self._is_closed = True
        self.break_above = "heading"

    def pass_rule(self) -> None:
        """A rule: below a heading it belongs to it, else it parts paragraphs."""
        self.break_above = "rule" if self.break_above in {"heading", "rule"} else "blank"

    def add(self, text: str, start: Start | None) -> None:
        """Take a line of text, numbered or not."""
        if self._is_fresh and start is None and (is_end_matter(text) or ends_quotation(text)):
            self._close_heading()
        if self._heading is not self._outer[0] and self._is_left(text, start):
            self._heading, self._role = self._outer
        self._is_fresh = False
        if start is not None:
            self._outer = (self._heading, self._role)
            self._open(start.number)
            text = f"{start.mark} {text[start.end :]}" if start.mark else text[start.end :]
        elif self._is_closed or self._opens_unnumbered(text):
            self._open(None)
        draft = self._drafts[-1]
        if start is None and not draft.texts and is_end_matter(text):
            self._heading = self._role = None
            draft.heading, draft.role = None, "annex"
        if text and not text.isspace():
            draft.texts.append(text)
            draft.breaks.append(self.break_above)
        self.break_above = ""

    def add_running(self, texts: Sequence[str]) -> None:
        """Take plain lines that go on with the one above them: nothing opens a paragraph."""
        draft = self._drafts[-1]
        stretch = "\n".join(texts)
        if draft.texts and is_even(stretch):
            draft.texts.append(stretch)
            draft.breaks.append("")
        else:
            draft.texts += texts
            draft.breaks += [""] * len(texts)

    def add_numbered_heading(self, text: str, heading: str, number: int) -> None:
        """A heading with the number of the paragraph below it: it heads that paragraph alone.

        Its portion mark is the paragraph's.
        """
        self.open_heading(heading)
        self._open(number)
        self._drafts[-1].own_heading = heading
        self._drafts[-1].mark = take_portion_mark(text)[0]
        self._heading = self._role = None
        self.break_above = "heading"

    def finish(self) -> tuple[Paragraph, ...]:
        """The paragraphs."""
        self._close_heading()
        words = Words(self._texts)
        paragraphs: list[Paragraph] = []
        for place, draft in enumerate(self._drafts):
            paragraph = _finish(len(paragraphs) + 1, draft, words)
            if paragraph is None:
                continue
            if draft.role and ends_kind(paragraph.text, draft.role):
                self._end_role(place, draft)
            paragraphs.append(paragraph)
        return stretch_kinds(paragraphs)

    def _close_heading(self) -> None:
        """A heading with no paragraph below it is one itself, or its words were lost."""
        if self._is_fresh and self._heading is not None:
            lines = self._heading.split("\n")
            self._drafts.append(_Draft(None, None, None, lines, ["blank"] * len(lines)))
            self._heading = self._role = None

    def _end_role(self, place: int, draft: _Draft) -> None:
        """Behind `End summary` the paragraphs below the same heading are ordinary."""
        for later in self._drafts[place + 1 :]:
            if later.heading != draft.heading:
                return
            later.role = None

    def _is_left(self, text: str, start: Start | None) -> bool:
        """Whether the part that the heading stands over is over: a quotation, or a table."""
        if start is None:
            return ends_quotation(text)
        last = self._drafts[-1] if self._drafts else None
        if self._is_fresh or last is None or last.number is not None or not last.texts:
            return False
        return is_row(last.texts[0]) or _CAPTION.match(self._heading or "") is not None

    def _open(self, number: int | None) -> None:
        self._drafts.append(_Draft(number, self._heading, self._role, [], []))
        self._is_closed = False

    def _opens_unnumbered(self, text: str) -> bool:
        """Whether a line without a number, apart from the one above, is a paragraph of its own."""
        current = self._drafts[-1]
        above = current.texts[-1].rpartition("\n")[2] if current.texts else ""
        if is_end_matter(text) and _is_over(current.texts, above, self.break_above):
            return True
        if not self.break_above or not above or is_only_end_marker(text) or is_item(text):
            return False
        if is_row(text) and is_row(above):
            return False
        if current.number is None:
            is_marker = len(current.texts) == 1 and is_bare_marker(above)
            is_new = text.lstrip()[:1].isupper()
            if self.break_above == "page":
                if is_end_marker(above) or (not is_marker and is_opening_marker(text)):
                    return True
                is_new = not text[:1].islower() and len(above) not in _FULL_LINE
                return not is_marker and _ends(above) and is_new
            return not is_marker and (_ends(above) or is_new)
        if self.break_above == "page" and not _ends(above):
            return False
        if is_end_marker(above) and not _ENDS_NOTE.search(above):
            return True
        first = text.lstrip()[:1]
        if first == "(":
            mark, rest = take_portion_mark(text)
            is_new = mark is not None and _ends(above) and rest[:1].isupper()
            return is_new and not is_listed(text, current.texts)
        return first in "CSABP" and _ends(above) and kind_by_words(text) is not None


def _is_over(texts: Sequence[str], last: str, break_below: str) -> bool:
    """Whether a paragraph may end so: finished, or with an item or row above a blank line."""
    is_listed = break_below != "" and (is_row(last) or is_item(last) or ends_quotation(last))
    return is_listed or not texts or _ends(last) or is_end_marker(" ".join(texts[-2:]))


def _ends(text: str) -> bool:
    return text.rstrip().endswith(_FINISHED)


def _finish(ordinal: int, draft: _Draft, words: Words) -> Paragraph | None:
    if not draft.texts:
        if draft.number is None:
            return None
        role = draft.role or "body"
        return Paragraph(ordinal, draft.number, draft.mark, role, draft.heading, draft.own_heading)
    texts, breaks = draft.texts, draft.breaks
    mark, first = take_portion_mark(drop_pilcrows(texts[0]).rstrip())
    if draft.number is not None:
        first = first.lstrip()
        if mark is None and (first[:1] in _BRACKETS or ")" in first[:_LONGEST_SLIP]):
            mark, first, texts, breaks = take_torn_mark(first, texts, breaks)
        elif mark is not None and first[:1] == "(":
            first = drop_second_mark(mark, first)
    if first.strip():
        texts = [first, *texts[1:]]
    else:
        texts, breaks = part_lines(texts[1:], breaks[1:])
        if mark is None and texts:
            mark, first = take_portion_mark(texts[0])
            texts = [first, *texts[1:]]
    texts, breaks = _without_pilcrows(texts, breaks)
    text = repair_characters(unwrap(texts, breaks, words))
    kind = kind_by_words(text) or draft.role
    if kind is None and len(texts) > 1 and is_bare_marker(texts[0]):
        kind = kind_by_words(texts[0])
    if kind is None:
        is_all_table = "\n" in text and is_table(texts)
        kind = "table" if is_all_table else "body"
    return _new_paragraph((ordinal, draft.number, mark or draft.mark, kind, draft.heading, text))


def _without_pilcrows(texts: list[str], breaks: list[str]) -> tuple[list[str], list[str]]:
    """The lines without the pilcrows in them; lines that are nothing else go."""
    if PILCROW not in "".join(texts):
        return texts, breaks
    bare = [(drop_pilcrows(text), above) for text, above in zip(texts, breaks, strict=True)]
    kept = [(text, above) for text, above in bare if text.strip()]
    return [text for text, _ in kept], [above for _, above in kept]
