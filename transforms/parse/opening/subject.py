"""The subject: what the cable is about, on one line.

SUBJECT: ELDERPORT: FERRY MINISTER WANTS A
SECOND PIER
SUBJ: (C) HARBOR DUES        SUBJECT: HARBOR DUES (U)      UBJECT: ...      S U B J E C T: ...
SUBJECT
HARBOR DUES
"""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.parse.opening.captions import is_corrected_copy, parse_caption_line
from transforms.parse.text.label_slips import slips
from transforms.parse.text.page_noise import drop_page_marks
from transforms.parse.text.portion_marks import (
    LEAD,
    MARK,
    parse_portion_mark,
    take_slipped_brackets,
)
from transforms.parse.text.repair import repair_characters

_WORD = "SUBJECT"
_SPELLINGS = "|".join((" ?".join(_WORD), "SUBJ?", slips(_WORD)))
_NO_LETTER = re.compile(r"[\W_]+")
LABEL: re.Pattern[str] = re.compile(
    rf"{LEAD}(?:(?:{_SPELLINGS})(?![A-Z])\s{{0,2}}(?:[:;]|\.:?(?=\s)|(?<=\s)-{{1,2}}|--)"
    r"|SUBJ(?:ECT)?[/-](?=\s)"
    r"|SUBJECT\s{0,3}$|(?-i:SUBJ(?:ECT)?|Subj(?:ect)?)\s+(?-i:(?=[A-Z(\"'])))",
    re.IGNORECASE,
)
"""The label at the start of a line."""

_LEADING = re.compile(rf"\s*(?P<mark>{MARK})[\s:-]*", re.IGNORECASE)
_TRAILING = re.compile(rf"(?<![\s,&])(?<!\band)(?<!\bor)\s*(?P<mark>{MARK})[\s.]*$", re.IGNORECASE)
_NONE = re.compile(r"\W*(?:N/?A|NONE|NULL)\W*", re.IGNORECASE)
_HYPHEN = re.compile(r"\w-$")
_UNWRAPPED = 70
_LOST_WRAP = re.compile(r"(?<=.{30}\w-)\s(?=\w)(?!(?:AND|OR|TO)\b)", re.IGNORECASE)
"""`ANTI- CORRUPTION` on a line longer than any that was sent: an export joined two there."""

_FILLER = re.compile(r"\s?-\s{3,30}(?=\S)")
"""Posts of the 1980s kept the indent of a wrapped subject with a dash at the start of the line."""

_MARKS = 3
_MARK_WITHIN = 8
_LABEL_LENGTH = 14

_PREFACE = re.compile(
    r"\s*(?:¶?\s?(?:[A-C]|I)\.\s{1,3})?\(?"
    r"(?:SENSITIVE BUT|(?:UNCLASSIFIED|SENSITIVE)\s?[-/]|BEGIN SUMMARY"
    r"|(?:ACTION|INTRODUCTION|SUMMARY|COMMENT)\s?(?:[:.-]|$)"
    r"|(?:EXECUTIVE |BEGIN |INTRODUCTION AND |COMMENT AND )?SUMMARY\b"
    r"(?: (?:AND|&) (?:COMMENT|ACTION|INTRO|RECOMM|BACKG|KEY P)[A-Z]{0,10}(?: REQUEST[A-Z]{0,3})?)?"
    r"\s?(?:[:.]|$)"
    r"|(?:THIS|THE FOLLOWING) IS AN?\b|THIS (?:MESSAGE|CABLE|TELEGRAM)\b|NOT FOR (?:INTERNET|DIST)"
    r"|(?:ACTION REQUEST|NOTE):)",
    re.IGNORECASE,
)
"""Lines that stand between subject and first paragraph."""

_OPEN_END = re.compile(
    r"(?:[,&(/]|[\s\w]-{1,2}|\b(?:A|AN|AND|AS|AT|BY|FOR|FROM|IN|INTO|OF|ON|OR|OVER|THE|THEIR|TO|VS|WITH"
    r"|AGAINST|BETWEEN|BUT|ITS|THAT|UNDER|WILL|IS|ARE))$",
    re.IGNORECASE,
)
_WRAPPED = 45
_LONGEST = 85


class Subject(NamedTuple):
    """The subject.

    Attributes:
        text: One line without label and portion mark; None when nothing is left.
        mark: The portion mark in its normal form (`C`, `S/NF`), or None.
    """

    text: str | None
    mark: str | None


def parse_subject(lines: list[str]) -> Subject:
    """Join and clean the lines of the subject.

    Args:
        lines: The first with its label, the others as they stand.

    Returns:
        Text and mark (cable formats 3.12). A hyphen at the end of a line stays, without a blank; a
        second subject, as in a later section, is the first again.
    """
    if not lines:
        return Subject(None, None)
    while len(lines) > 1 and LABEL.fullmatch(lines[0]) and LABEL.match(lines[1]):
        lines = lines[1:]
    first, mark = lines[0], None
    while (match := LABEL.match(first)) and match.end():
        if lead := _LEADING.match(match[0]):
            mark = mark or parse_portion_mark(lead["mark"])
        first = first[match.end() :]
    text = ""
    for line in (first, *lines[1:]):
        if text and ":" in line[:_LABEL_LENGTH] and LABEL.match(line):
            break
        line = _FILLER.sub("", line, count=1) if line[:2].lstrip()[:1] == "-" else line
        part = " ".join(drop_page_marks(line).split())
        part = _LOST_WRAP.sub("", part) if len(part) > _UNWRAPPED else part
        text = f"{text}{part}" if part and _HYPHEN.search(text) else f"{text} {part}".strip()
    text = text.replace("¶", "").lstrip(" -:")
    if not {*text[:_MARK_WITHIN]}.isdisjoint("()[]{}"):
        slipped, text = take_slipped_brackets(text)
        mark, text = mark or slipped, text.lstrip(" -:")
    for pattern in (*[_LEADING] * _MARKS, _TRAILING) if ")" in text else ():
        if found := pattern.search(text) if pattern is _TRAILING else pattern.match(text):
            mark = mark or parse_portion_mark(found["mark"])
            text = text[: found.start()] + text[found.end() :]
    text = repair_characters(text.strip())
    return Subject(None if _NONE.fullmatch(text) else text or None, mark)


def is_preface(text: str) -> bool:
    """Whether a line can only stand behind the opening: `SENSITIVE BUT ...`, `(C) SUMMARY`."""
    return _PREFACE.match(_LEADING.sub("", text, count=1).strip("-*= ")) is not None


def subject_goes_on(text: str, above: str, is_after_blank: bool) -> bool:
    """Whether a line without a label goes on with the subject above it.

    Args:
        text: The line, links replaced; no paragraph and no rule.
        above: The last line of the subject.
        is_after_blank: Whether blank lines stand between the two; then the subject has to be
            unfinished.
    """
    if LABEL.fullmatch(above):
        return True
    if mark := _LEADING.match(text):
        is_open = above.rstrip().endswith((":", ";")) and have_one_case(above, text)
        return not is_after_blank and (is_open or mark.end() == len(text))
    if is_preface(text):
        return False
    if parse_caption_line(text) and not is_unfinished(above, text):
        return text[:1] == "(" and is_corrected_copy(text) and not is_after_blank
    if above.isupper() and _is_prose(text):
        return False
    return not is_after_blank or is_unfinished(above, text)


def is_unfinished(above: str, text: str) -> bool:
    """Whether a subject that ends with `above` has to go on with `text` behind a gap."""
    if not have_one_case(above, text) or len(text) > _LONGEST or text.rstrip().endswith("."):
        return False
    is_open = above.count("(") > above.count(")") or above.count('"') % 2 == 1
    return is_open or _OPEN_END.search(above) is not None


def have_one_case(above: str, text: str) -> bool:
    """Whether two lines are both in capitals or both not, the label aside."""
    is_caseless = text.upper() == text.lower()
    return is_caseless or LABEL.sub("", above, count=1).isupper() == text.isupper()


def may_be_cut(above: str) -> bool:
    """Whether a line of the subject is so long that it may have been wrapped behind it."""
    return len(above) >= _WRAPPED


def _is_prose(text: str) -> bool:
    """Whether a line is written as a sentence, most of it in small letters."""
    small = sum(map(str.islower, text))
    return small > sum(map(str.isupper, text)) and len(text.split()) > 2


def repeats(given: list[str], text: str) -> bool:
    """Whether a line with a subject is the first subject again, as in a later section.

    Args:
        given: Lines of the first one.
        text: The line.

    Returns:
        Also True when the first one is empty, or cut off in the line.
    """
    first, again = (_NO_LETTER.sub("", parse_subject(x).text or "") for x in (given, [text]))
    return not first or first.startswith(again)
