"""Classified By: the person who classified the cable, with title and office, and the reasons.

Classified By: Amb. Una Bellweather, reasons 1.4 (B) and (D).
CLASSIFIED BY: A. Quill, Deputy Chief of Mission, Embassy Elderport.
REASON: 1.4 (b), (d)
Classified By: Political Counselor Una Bellweather for reasons 1.5 (b/d)
Classified By: CLASSIFIED BY: DCM UNA BELLWEATHER, PER 1.4 B, D

Derivative classification (`Derived from: DSCG 05-1, B and D`) names a guide, not a person; both may
stand in one block (`Classified By: A. Quill. Derived from: DSCG 05-1. Declassify on: 04/01/2018`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from transforms.parse.opening.classifier import split_person
from transforms.parse.opening.classifier_titles import is_title_word
from transforms.parse.opening.reasons import HAS_REASON, parse_reasons, written_reasons
from transforms.parse.text.kept import keep_short
from transforms.parse.text.label_slips import slips
from transforms.parse.text.portion_marks import LEAD, take_portion_mark

LABEL: re.Pattern[str] = re.compile(
    rf"[\s¶(]{{0,4}}(?:\d{{1,2}}\s?[.)]\s{{0,2}})?{LEAD}(?:"
    r"(?:THIS\s(?:MESSAGE|CABLE|TELEGRAM)\s(?:IS|WAS|HAS BEEN)\s)?"
    r"(?:C ?L ?A ?S ?S ?I ?F ?I ?E ?D|CLASIFIED|CLASSFIED|CLASSIFED|CLASSIFIEDD?|CLASSIFEID"
    r"|CLASSSIFIED|CLASSIFYED|CLASIFED|CLASSIIFED|CLASSIFIE)(?:\s{0,2}B ?Y?\b|\s?(?=:))"
    r"|C?LA?S{1,3}[A-Z]{3,9}\s{1,2}B[YV]\s?(?=:)"
    rf"|(?:{slips('CLASSIFIED')})\s{{0,2}}BY\s?(?=:)"
    r"|CLASSIFIED\s?(?:B|Y|YB|BBY|BYY|[A-Z]Y|B[A-Z])\s?(?=:)"
    r"|CLASSIFICATION\s{1,2}BY\b(?=.{3,90}\b(?:1\s?\.\s?[45]|REASONS?)\b)"
    r"|Derived\s{1,2}(?:from|by)\b)\s{0,2}[:;.,]?"
    r"|\s*(?=REASONS?\s?(?::[^:]{0,40}\b|:?\s?\(?)1\s?\.\s?[45])",
    re.IGNORECASE,
)
"""The label at the start of a line."""

_PER = (
    r"(?:(?:THIS\s+(?:MESSAGE|CABLE|TELEGRAM)\s+IS\s+CLASSIFIED\s+)?FOR|DUE\s+TO|UNDER|BASED\s+ON|ON\s+THE\s+BASIS\s+OF|AS\s+PER|PER|IAW|BY|BECAUSE\s+OF"
    r"|(?:UNDER|BY)\s+(?:THE\s+)?AUTHORITY\s+OF|IN\s+ACCORDANCE\s+WITH|PURSUANT\s+TO|ACCORDING\s+TO"
    r"|ON\s+(?:THE\s+)?GROUNDS(?:\s+OF)?|AS\s+(?:DEFINED|STATED|OUTLINED|LISTED|DESCRIBED|SET\s+OUT)\s+"
    r"(?:IN|BY|UNDER))"
)
_REASON = re.compile(
    rf"[\s,.;:(/-]*\b(?:{_PER}\s*)?(?:THE\s+)?(?:FOLLOWING\s+)?"
    r"(?:E\.?\s?O\.?\s*\d{5}\s*,?:?\s*)?(?:RE?AS?ONN?S?|RESAONS?|RAESONS?|REASOSN|RSNS?)(?:\b|(?=1\s?[.,]))(?:\s?\(S\))?",
    re.IGNORECASE,
)
_BARE_REASON = re.compile(
    rf"[\s,.;:([-]+(?:{_PER}\s+)?(?:SEC(?:TIONS?|\.)?\s+)?(?:E\.?\s?O\.?\s*\d{{5}}\s*[,:]?\s*)?"
    r"(?:SEC(?:TIONS?|\.)?\s+|PARA(?:GRAPH)?\s+)?1\s?[.,]\s?[45]\b"
    rf"|[\s,.;:([-]+(?:{_PER}\s+)?E\.?\s?O\.?\s*\d{{5}}"
    r"|[\s,.;:([-]+DECL(?:ASSIFY)?\b(?:\s+ON)?\s?(?::|(?=\d))|[\s,.;:([-]+DERIVED\s+FROM\b",
    re.IGNORECASE,
)
_ORDER_FIRST = re.compile(r"(E\.?\s?O\.?\s?\d{5})[\s,:;]{1,3}(\S.*)", re.IGNORECASE)
_BEHIND_REASONS = re.compile(r"\bCLASSIFIED\s+BY\b[\s:]*", re.IGNORECASE)
"""`Reason: 1.4 (b) Classified By: ...`: the person stands behind the reasons."""

_GUIDE = re.compile(
    r"\bDERIVED\s+FROM\b[\s:;.,-]*(?P<guide>.*?)(?=\bREASONS?\b|\bDECL[A-Z]*\b|$)", re.IGNORECASE
)
_DECLASSIFY = re.compile(
    r"\bDECL(?:ASSIFY)?\b(?:\s+ON)?\s?(?::|(?=\d))\s*(?P<when>[^;]{2,80})", re.IGNORECASE
)
_AFFAIRES = re.compile(r"\b(d)(?:['’`]\s|\s?[,&]\s?)(?=aff)", re.IGNORECASE)
"""`d' Affaires`; `d,Affaires` and `d&Affaires`, whose apostrophe the transmission changed."""

_AD_INTERIM = re.compile(r"(?<=\ba\.)\s(?=i\.)", re.IGNORECASE)
_HARD_WRAP = 71


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BROKEN = _words(
    """
    reason reasons ambassador counselor political economic minister charge affairs officer
    deputy mission embassy section chief director acting consul general consulate principal for
    and the classified assistant secretary economics commercial representative
    """
)
_HALVES = frozenset(
    (word[:place], word[place:]) for word in _BROKEN for place in range(1, len(word))
)
_REASONS_GIVEN = re.compile(
    r"1\s?\.\s?[45]\b.{0,40}[).]\s*$|(?i:reasons?\b.{0,60}[a-d]\)?\.\s*)$|\([a-hA-H]\)\)?\.?$|^\s*(?:1[1-3]\d{3}|\)?)\.$"
)
_GOES_ON = re.compile(
    r"\s*(?:[,;/]|[).]{1,2}$|\(?[a-hA-H](?:[).,]|\s?[&/])|and\b|AND\b|&|or\b|1\.[45]|1[1-3]\d{3}\b"
    r"|[a-z])"
)
_MORE_REASONS = re.compile(
    r"\s*\)?\s?(?:and|&|or|,)\s?\(?[a-hA-H]\)|\s*\(?[a-hA-H]?\)\.?\s*$|\s*\.$", re.IGNORECASE
)
_LACKS_REASONS = re.compile(
    r"(?i:\breasons?)\s?:?$|1\s?\.\s?[45]\s?(?:[^()]{0,20},|\([^()]{0,20}|)$"
)
"""The word or the number with nothing behind it; a comma or an open bracket behind the letters."""

_BEGINS = re.compile(
    r"\s*(?:1\s?\.\s?[45](?!\d)|(?:&|and\b)?\s?\(?[a-hA-H]\b(?:and|AND|[\s,&/()a-hA-H]){0,24}\.?$)"
)
_ENDS = re.compile(r"(?<!\b[A-Z])\.$")
"""A full stop that is not behind an initial."""

_STARTS_ANEW = ("REASON", "DECL", "DERIVED", "CLASSIFIED")
_LONGEST_BEHIND_BLANK = 140
_LONGEST_WRAPPED = 75


class ClassifiedBy(NamedTuple):
    """Who classified the cable; fields are the columns of `cables`.

    Attributes:
        classified_by: The person as written, without spelled-out titles (`Amb.` stays).
        classifier_title: `Political Counselor`.
        classifier_office: `Embassy Elderport`, `EUR/LAG`.
        reasons: `1.4(B)`, in order, once each.
        reasons_written: The same as written, with what explains them.
        derived_from: The guide of a derivative classification, `DSCG 05-1, B and D`.
        declassify: What stands behind `Declassify on:`, as written.
    """

    classified_by: str | None
    classifier_title: str | None
    classifier_office: str | None
    reasons: tuple[str, ...]
    reasons_written: str | None = None
    derived_from: str | None = None
    declassify: str | None = None


@keep_short(maxsize=1024)
def parse_classified_by(text: str) -> ClassifiedBy:
    """Read the Classified By block.

    Args:
        text: The block with its label, lines joined by blanks.

    Returns:
        The person, title, office and reasons (cable formats 3.10; E.O. 12958 and 13526, section
        1.4, which was 1.5 before March 2003); the guide instead of a person, or beside one.
    """
    rest = _with_whole_words(text.split())
    guide = _GUIDE.search(rest)
    derived_from = (guide["guide"].strip(" .,;:").rstrip("( ") or None) if guide else None
    when = _DECLASSIFY.search(rest)
    declassify = when["when"].strip(" .,") if when else None
    is_derived = False
    while (match := LABEL.match(rest)) and match.end():
        is_derived = is_derived or "DERIVED FROM" in match[0].upper()
        rest = rest[match.end() :].strip(" :;-")
    rest = _ORDER_FIRST.sub(r"\2, \1", rest) if rest[:1] in "Ee" else rest
    split = _first_reason(rest)
    if split == 0 and (label := _BEHIND_REASONS.search(rest)):
        rest = f"{rest[label.end() :]} {rest[: label.start()]}"
        split = _first_reason(rest)
    person = rest[:split] if split is not None else rest
    tail = rest[split:] if split is not None else ""
    written = written_reasons(tail)
    reasons = parse_reasons(written)
    name, title, office = (None, None, None) if is_derived else _person(person, rest)
    return ClassifiedBy(name, title, office, reasons, written or None, derived_from, declassify)


def classified_by_goes_on(text: str, above: str, is_after_blank: bool) -> bool:
    """Whether a line without a label goes on with the block above it.

    Args:
        text: The line, links replaced; no paragraph.
        above: The last line of the block.
        is_after_blank: Whether blank lines stand between the two; then the reasons have to be
            missing above and to stand here.
    """
    text = text.lstrip(" ¶")
    if text.lstrip("( ").upper().startswith(_STARTS_ANEW):
        return True
    if _REASONS_GIVEN.search(above) and not _GOES_ON.match(text):
        return False
    if not is_after_blank:
        return True
    if _MORE_REASONS.match(text) or (_LACKS_REASONS.search(above) and _BEGINS.match(text)):
        return True
    if above.endswith(",") and len(text) <= _LONGEST_WRAPPED:
        return True
    is_whole = HAS_REASON.search(above) is not None or _ENDS.search(above) is not None
    return not is_whole and HAS_REASON.search(text[:_LONGEST_BEHIND_BLANK]) is not None


def join_hard_wrapped(lines: list[str]) -> str:
    """Join the lines of the block; the words that the system broke at column 71 are one again.

    Args:
        lines: Without trailing blanks, leading ones as they stand.

    Returns:
        One line (cable formats 3.10: this block alone was wrapped without regard to words).
    """
    text = ""
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else ""
        text += line.strip() if _is_broken(above, line) else f" {line.strip()}"
    return text.strip()


def _is_broken(above: str, line: str) -> bool:
    """Whether the end of a line and the start of the next are one word, or one number."""
    last, first = above[-1:], line[:1]
    if first and first in ".,;:)":
        return True
    if len(above) == _HARD_WRAP and not {first, last}.isdisjoint("'\""):
        return "'" in (first, last) or above.count('"') % 2 == 1
    if not (last.isalnum() or last == "-") or not (first.isalnum() or first == "-"):
        return False
    head, tail = re.split(r"[^A-Za-z]", above)[-1], re.split(r"[^A-Za-z]", line)[0]
    if (head + tail).lower() in _BROKEN:
        return not {head.lower(), tail.lower()} & _BROKEN
    if len(above) != _HARD_WRAP:
        return False
    if first.islower() or "-" in (last, first) or (last.isdigit() and first.isdigit()):
        return True
    is_word = tail.lower() in _BROKEN or is_title_word(tail)
    return head.isupper() and tail.isupper() and not is_word


def _with_whole_words(words: list[str]) -> str:
    """The words on one line; those that an export broke and wrapped again are whole.

    `for re asons 1.4 (b) a nd (d)`: the halves stand beside each other with a blank between.
    """
    for place in range(len(words) - 1, 0, -1):
        first, second = words[place - 1].lower(), words[place].lower().rstrip(":,;")
        if (first, second) in _HALVES and not {first, second} & _BROKEN:
            words[place - 1 : place + 1] = [words[place - 1] + words[place]]
    return " ".join(words)


def _first_reason(text: str) -> int | None:
    starts = [match.start() for p in (_REASON, _BARE_REASON) if (match := p.search(text))]
    return min(starts) if starts else None


def _person(text: str, whole: str) -> tuple[str | None, str | None, str | None]:
    """Name, title and office of what stands before the reasons; `whole` is all of the block."""
    text = _AFFAIRES.sub(r"\1'", take_portion_mark(text.strip())[1])
    text = _AD_INTERIM.sub("", text) if "ffaires" in text.lower() else text
    text = re.sub(rf"\s+{_PER}$", "", text.strip(" ,;:(-/"), flags=re.IGNORECASE)
    if (again := LABEL.search(text)) and again.start() > 3:
        text = text[: again.start()]
    return split_person(text, whole)
