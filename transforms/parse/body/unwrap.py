"""Joins the lines of a paragraph as a reader would.

Lines were wrapped at 55 to 69 characters, some exports wrapped them again, and page breaks left
blank lines within sentences. Bullets keep their line breaks, tables stay as they stand (cable
formats 3.19 to 3.21).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.parse.body.entries import LABELLED, ROOM, find_entries, may_hold_entries, part_lines
from transforms.parse.text.open_ends import ANSWERS, asks_for_number, ends_in_abbreviation

_BULLET = re.compile(
    r"\s*(?:-{1,3}\s{0,4}(?=[^\s-])|[*•+o]\s+(?=\S)|\((?:[a-z]{1,2}|\d{1,2}[a-z]?|[ivx]{1,4})\)\s+(?=\S)|[a-z][.)]\s+(?=\S)"
    r"|(?P<letter>[A-Z])\.\s+(?=[A-Za-z(])|(?P<number>\d{1,2})[.)]\s+(?=\S)|[ivx]{1,4}\.\s+(?=\S))"
)
_BULLET_FIRST = frozenset("-*•+(0123456789 \t")
_SIGNS = frozenset("-*•+")
_SURE_FIRST = frozenset("*•+")
_SENTENCE_END = re.compile(r"[.?!:;][\"'”’)\]]*$|[\"”]$")
_ABBREVIATION = re.compile(
    r"(?<![A-Za-z])(?:(?:[A-Z]\.){2,4}|(?:Mr|Mrs|Ms|Dr|Amb|Gen|Lt|Col|Maj|Sen|Rep|Gov)\.)$"
)
"""`U.S.` and `Mr.` end no sentence as a rule."""

_STOPS = frozenset('.?!:;"”')
_CLOSING = frozenset("'’)]")
_COLUMN_GAP = re.compile(r"\S {3,}\S|\t|\S ?\| ?\S|\.{5,}")
_LONG_LINE = 50
_SHORT_LINE = 40
_WIDE_SHARE = 10
_LEAD = 8
"""Number and mark, which stood before a paragraph's first line."""

_TAIL = 8
_BLANKS = re.compile(r" {2,}")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*(?!-$)")
_LAST_WORD = re.compile(r"(?<![A-Za-z-])([a-z]+|[A-Z]+)-$")
_FIRST_WORD = re.compile(r"\s*([a-z]+|[A-Z]+)(?![A-Za-z-])")
_BLOCK = re.compile(
    r"\s*(?:BEGIN|END) (?:OF )?(?:[A-Z]{2,12} ){0,2}(?:TEXT|QUOTE|POINTS|TRANSLATION|DOCUMENT|NOTE)"
    r"S?[.:]?\s*$",
    re.IGNORECASE,
)
_BLOCK_STARTS = frozenset({"BEG", "END"})
_NOT_RUNNING = re.compile(r"\n(?:[-*•+(\d\s]|o\s|\S[.)]|[ivx]{1,4}\.|(?i:begin|end)\b)")
"""A line that is perhaps a bullet or the mark of a block."""


class Words:
    """The words of a cable, collected when they are first asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Name the lines that they stand in."""
        self._texts = texts
        self._words: set[str] | None = None
        self._is_wide: bool | None = None

    def are_on_wide_lines(self) -> bool:
        """Whether running text of the cable goes to the width of its time, not to some 45."""
        if self._is_wide is None:
            wide = sum(len(text) > ROOM for text in self._texts)
            self._is_wide = _WIDE_SHARE * wide >= sum(map(bool, self._texts))
        return self._is_wide

    def are_one(self, above: str, line: str) -> bool:
        """Whether a hyphen at the end of a line was put there by the break.

        So it is when the joined word occurs elsewhere in the cable and the hyphenated one does not
        (cable formats 3.21).
        """
        head, tail = _LAST_WORD.search(above), _FIRST_WORD.match(line)
        if head is None or tail is None:
            return False
        if self._words is None:
            self._words = {word for text in self._texts for word in _WORD.findall(text.lower())}
        first, second = head[1].lower(), tail[1].lower()
        return first + second in self._words and f"{first}-{second}" not in self._words


def unwrap(texts: Sequence[str], breaks: Sequence[str], words: Words | None = None) -> str:
    """The text of a paragraph.

    Args:
        texts: Its lines in order, without number, mark and trailing blanks, none of them blank; a
            stretch of plain lines (`line_starts`) behind the first may be one text when it is even.
        breaks: What stood above each: nothing, `blank` lines, or a `page` break, behind which a
            sentence goes on, and behind a full line the next one, too: pages end anywhere.
        words: Words of the cable, by which a hyphen at a line's end is judged.

    Returns:
        One line, but for bullets, tables and breaks after a finished sentence.
    """
    block = "\n".join(texts)
    entries: set[int] = set()
    has_short = len(texts) > 1 and may_hold_entries(texts, block)
    if has_short and (words is None or words.are_on_wide_lines()):
        lines, above_lines = part_lines(texts, breaks)
        if entries := find_entries(lines, above_lines):
            texts, breaks = lines, above_lines
    are_even = is_even("\n".join([text for text in texts if "\n" not in text]))
    if are_even and not entries and _is_running(texts, breaks, block):
        return block.replace("\n", " ").strip()
    tables = [] if are_even else find_tables(texts)
    parts: list[str] = []
    above = ""
    items = _Items(texts[0]) if texts else _Items("")
    for index, stretch in enumerate(texts):
        is_one = "\n" not in stretch
        line = stretch if is_one else stretch.partition("\n")[0]
        if tables and (tables[index] or (index and tables[index - 1])):
            parts.append("\n" if parts else "")
            parts.append(line if tables[index] else " ".join(stretch.split()))
        else:
            joint = _joint(above, line, breaks[index], items) if parts else ""
            joint = "\n" if entries and parts and index in entries else joint
            if not joint and words and parts and words.are_one(above, line):
                parts[-1] = parts[-1][:-1]
            parts += (joint, (stretch if is_one else stretch.replace("\n", " ")).strip())
        above = stretch if is_one else stretch.rpartition("\n")[2]
    text = "".join(parts)
    if tables:
        return text.strip("\n").rstrip()
    return (_BLANKS.sub(" ", text) if "  " in text else text).strip()


def is_even(block: str) -> bool:
    """Whether single blanks part the words of lines, none ends in a hyphen, none is of a table."""
    return not (
        "  " in block or "-\n" in block or "\t" in block or "|" in block or "....." in block
    )


def _is_running(texts: Sequence[str], breaks: Sequence[str], block: str) -> bool:
    """Whether even lines are nothing but running text, as most are: to be joined by blanks."""
    if len(texts) > 2 or any(breaks[1:]):
        return False
    if not texts or texts[0].endswith("-") or texts[0][:3].upper() in _BLOCK_STARTS:
        return False
    is_plain = len(texts) == 1 or "\n" in texts[1]
    return is_plain or _NOT_RUNNING.search(block) is None


def is_item(text: str) -> bool:
    """Whether a line is an item of a list that opens with a sign."""
    start = text.lstrip()[:2]
    return (start[:1] in _SIGNS or start == "o ") and _BULLET.match(text) is not None


def is_table(texts: Sequence[str]) -> bool:
    """Whether a paragraph, its lines taken as `unwrap` does, is nothing but a table."""
    tables = [] if any("\n" in text for text in texts) else find_tables(texts)
    return bool(tables) and all(tables)


def find_tables(texts: Sequence[str]) -> list[bool]:
    """For each line, whether it belongs to a table: two or more lines in columns in a row.

    Returns:
        An empty list when none does.
    """
    block = "\n".join(texts)
    if not ("   " in block or "\t" in block or "|" in block or "....." in block):
        return []
    gaps = [is_row(text) for text in texts]
    tables = [
        gap and ((index > 0 and gaps[index - 1]) or (index + 1 < len(gaps) and gaps[index + 1]))
        for index, gap in enumerate(gaps)
    ]
    return tables if True in tables else []


def is_row(text: str) -> bool:
    """Whether a line stands in columns, as the rows of a table do."""
    has_sign = "   " in text or "\t" in text or "|" in text or "....." in text
    return has_sign and _COLUMN_GAP.search(text.strip()) is not None


@dataclass(slots=True)
class _Items:
    """The items of a list found so far.

    Attributes:
        first: First line of the paragraph, which may be an item itself.
        are_any: Whether a line below it was one.
        sign: The dashes or the like that the last one opened with.
        number: Of the last one with a number.
        letter: Of the last one with a capital letter.
    """

    first: str
    are_any: bool = False
    sign: str = ""
    number: int | None = None
    letter: str = ""

    def may_count(self, number: int, above: str) -> bool:
        """Whether a number below a line that ends no sentence may be that of the next item."""
        if self.number is None:
            match = _BULLET.match(self.first)
            self.number = int(match["number"]) if match and match["number"] else 0
        if number == self.number + 1 and number > 1:
            return True
        is_near = number == 1 or (self.number > 0 and number == self.number + 2)
        return is_near and not asks_for_number(above)

    def may_letter(self, match: re.Match[str], above: str) -> bool:
        """Whether a capital letter above small ones is that of the next item, no initial."""
        letter = match["letter"]
        if letter == "A":
            return _ends_sentence(above)
        return ord(letter) == ord(self.letter or "@") + 1

    def add(self, line: str) -> None:
        """Take a line as the next item, if it has the form of one."""
        match = _BULLET.match(line)
        if match is not None:
            self.are_any = True
            self.sign = _sign_of(line) or self.sign
            self.number = int(match["number"]) if match["number"] else self.number
            self.letter = match["letter"] or self.letter


def _sign_of(line: str) -> str:
    """The sign that an item opens with, `--`; nothing before numbers and letters."""
    return line[: len(line) - len(line.lstrip("-*•+"))]


def _joint(above: str, line: str, break_above: str, items: _Items) -> str:
    """What stands between two lines: nothing, a blank, or a line break."""
    if _opens_bullet(line, above, break_above, items):
        items.add(line)
        return "\n"
    if (line[0] in "BbEe" and _BLOCK.match(line)) or (above[:1] in "BbEe" and _BLOCK.match(above)):
        return "\n"
    if break_above:
        length = len(above) + (above == items.first) * _LEAD
        if not _goes_on(above, length, line, break_above):
            return "\n"
    if above.endswith("-") and not above.endswith(("--", " -")):
        return ""
    return " "


def _opens_bullet(line: str, above: str, break_above: str, items: _Items) -> bool:
    """Whether a line is an item of a list, and not a dash or a number within a sentence."""
    if line[0] not in _BULLET_FIRST and line[1:2] not in {".", ")", " "} and line[:1] not in "ivx":
        return False
    match = _BULLET.match(line)
    if match is None:
        return False
    if match["letter"] and line[match.end()].islower() and not items.may_letter(match, above):
        return False
    if _ends_sentence(above) and not ends_in_abbreviation(above):
        return True
    if match["number"] and not items.may_count(int(match["number"]), above):
        return False
    if match["number"] and ends_in_abbreviation(above) and not above.endswith(ANSWERS):
        return False
    if match["letter"] and break_above != "blank" and not items.may_letter(match, above):
        return False
    is_small = line[match.end() : match.end() + 1].islower()
    if break_above == "page" and line[0] == "-" and not items.sign:
        return not is_small
    is_dash = is_small and line[:2] == "--" and items.sign != "--"
    is_clear = bool(break_above) or (items.are_any and not is_dash) or line[0] in _SURE_FIRST
    return is_clear or len(above) + (above == items.first) * _LEAD < _SHORT_LINE


def _ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does; most are told by their last character."""
    last = text[-1:]
    if last == '"' and text[-2:-1] == ",":
        return False
    if last in _CLOSING:
        return _SENTENCE_END.search(text[-_TAIL:]) is not None
    return last in _STOPS


def _goes_on(above: str, length: int, line: str, break_above: str) -> bool:
    """Whether a line behind blank ones goes on with that above it, of so many characters."""
    if _ends_sentence(above):
        if break_above != "page" or above[-1] == ":":
            return False
        if length >= _LONG_LINE:
            return True
        if above[-1] == ";":
            return False
        if line[:1].isdigit() and ends_in_abbreviation(above):
            return True
        return line[:1].islower() or _ABBREVIATION.search(above[-_TAIL:]) is not None
    if break_above != "page" and line.isupper() and " " in line and not above.isupper():
        return False
    if break_above == "page" or line.lstrip()[:1].islower():
        return True
    return len(above) >= _LONG_LINE and LABELLED.match(line) is None
