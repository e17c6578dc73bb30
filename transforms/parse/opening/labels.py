"""The labels of the opening, and where one line holds several.

TAGS: PREL, XL SUBJECT: HARBOR DUES REF: ELDERPORT 88       three blocks on one line
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.parse.opening import classified_by, executive_order, subject, tags
from transforms.parse.references import block as refs
from transforms.parse.text.message import Line
from transforms.parse.text.portion_marks import LEAD
from transforms.parse.text.residue import PILCROW, unlink

LABELS = (
    ("executive_order", executive_order.LABEL),
    ("tags", tags.LABEL),
    ("subject", subject.LABEL),
    ("refs", refs.LABEL),
    ("classified_by", classified_by.LABEL),
)
_OPENS = {
    "executive_order": "01(EDO.",
    "tags": "(TA",
    "subject": "(SU",
    "refs": "(RPEF",
    "classified_by": "0123456789(CDLRT",
}
_BY_FIRST = {
    letter: tuple((name, pattern) for name, pattern in LABELS if letter.upper() in _OPENS[name])
    for letters in _OPENS.values()
    for letter in letters + letters.lower()
}
"""The labels that may open with a letter: most lines open with none of these."""

PLAIN_LABELS = {
    "SUBJECT": "subject",
    "SUBJ": "subject",
    "TAGS": "tags",
    "E.O. 12958": "executive_order",
    "E.O. 13526": "executive_order",
    "REF": "refs",
    "REFS": "refs",
    "REFTEL": "refs",
    "Classified By": "classified_by",
    "CLASSIFIED BY": "classified_by",
}
"""What stands before the colon of most labels; the patterns above say the same of it."""

FIRST_PARAGRAPH = re.compile(
    rf"\s*(?:\([A-Z/]{{1,6}}\)\s?)?(?:{PILCROW}\s?1|11?)\s?"
    rf"(?:[.)]\s{{0,4}}(?:{PILCROW}\s?)?\(?[A-Za-z]|\.\s?$|\((?:U|SBU|C|S|C/NF|S/NF|LOU)\))"
)
"""The first paragraph, numbered 1: no label of the opening is looked for behind it. `1)` alone ends
a subject (`... (PART` / `1)`)."""

_ORDERS = r"(?:11652|12065|12356|12958|13526)"
_JOINT = re.compile(
    r"(?<=\S)\s+(?="
    r"(?:TAGS?|SUBJECT|SUBJ|REF(?:ERENCE)?S?|REFTELS?|REF(?:TEL)?\(S\)|RETELS?|REF A|Tags|Subject"
    r"|Refs?|Reftels?)\s?:"
    rf"|(?:E\.? ?O\.?|Executive Order|EXECUTIVE ORDER) ?{_ORDERS}\s?(?:[:;,]|DECL|GDS|XGDS|N/A)"
    r"(?!\s?(?:(?i:FOR |THE |REASONS?\b|SECTIONS?\b)|1\s?\.\s?[45]|$))"
    r"|TAGS\s{1,3}(?:[A-Z]{4}\b,? ?[A-Z]{2,4}\b|\[[A-Z]{2,5}\]\()|REFS? \(?A[.)] ?[A-Z\d]"
    r"|REFS? (?:\d\d ?)?[A-Z]{3,15} \d{2,6}\s*$"
    r"|CLASSIFIED BY\b|Classified [Bb]y\b|(?:SUMMARY|Summary):?\s{1,3}-{5}"
    rf"|(?:{PILCROW}|\b)1\s?[.)]\s{{0,4}}\((?:U|SBU|C|S|C/NF|S/NF|LOU)\))"
    r"|(?<=[\d.)A])(?<!\d\.)(?=(?:TAGS|SUBJECT|SUBJ|REF|REFTEL)\s?:|CLASSIFIED BY:|Classified By:)"
)
"""Where another block begins within a line, as in exports that lost the line breaks."""

_INNER = re.compile(
    r"TAG|Tags|SUBJ|Subject|REF|RETEL|Ref|CLASSIFIED BY|Classified [Bb]y|1\s?[.)]\s{0,4}\("
    rf"|{_ORDERS}"
)
"""One of these stands behind every such place; it is found in a fraction of the time."""

_NUMBERED_LABEL = re.compile(
    r"\d{1,2}\s?[.)][\s¶]*(?:\([^()]*\)\s*)?(?:[CDER]|THIS\b)", re.IGNORECASE
)
"""How a label with a number before it begins; most numbered lines are paragraphs."""

_CITED = re.compile(
    r"(?:ref|refs|reftel|reftels)\s[^:\d]*$|(?:Refs?|refs?|REFS?)\s\(?[A-Z][.),]{0,2}\s[a-z]"
)
"""`ref B. He said ...`, `Ref B suggests ...`: a sentence of the text, no block of references."""

_LEAD = re.compile(
    rf"{LEAD}(?:PROGRAM|THIS (?:MESSAGE|CABLE|TELEGRAM) (?:IS|WAS|HAS BEEN))?", re.IGNORECASE
)
_SEARCHED = 150
_SHORTEST_JOINED = 16
_PARAGRAPH_FIRST = frozenset(f"(1[{PILCROW}&Â\ufffd")
_BEFORE = f" \t{PILCROW}"


def label_of(text: str) -> str | None:
    """The name of the label that opens a line, or None."""
    return label_of_unlinked(unlink(text))


def label_of_unlinked(text: str) -> str | None:
    """The same for a line whose links are replaced."""
    cleaned = text.lstrip(_BEFORE)
    head, colon, _ = cleaned.partition(":")
    if colon and head in PLAIN_LABELS:
        return PLAIN_LABELS[head]
    if cleaned[:1].isdigit() and not _NUMBERED_LABEL.match(cleaned):
        return None
    for name, pattern in _BY_FIRST.get(cleaned[:1], ()):
        if pattern.match(cleaned):
            return None if name == "refs" and _CITED.match(cleaned) else name
    return None


def split_at_labels(lines: Sequence[Line]) -> list[Line]:
    """Cut lines of the opening where a further label stands within them."""
    head = [line.text for line in lines[: _first_paragraph(lines)]]
    split: list[Line] = []
    done = 0
    for index in _lines_with_labels("\n".join(head)):
        text = head[index]
        if len(text) > _SHORTEST_JOINED and _may_hold_joint(text) and _INNER.search(text, 2):
            split += [*lines[done:index], *_split_line(lines[index])]
            done = index + 1
    return [*split, *lines[done:]]


def _lines_with_labels(block: str) -> Iterator[int]:
    """Indices of the lines in which a label stands, at their start or within them."""
    index = place = 0
    while match := _INNER.search(block, place):
        index += block.count("\n", place, match.start())
        yield index
        place = block.find("\n", match.start())
        if place < 0:
            return


def _first_paragraph(lines: Sequence[Line]) -> int:
    """Index of the line with which the first paragraph begins, as far as lines are looked at."""
    for index, line in enumerate(lines[:_SEARCHED]):
        text = line.text
        if text.lstrip()[:1] in _PARAGRAPH_FIRST and FIRST_PARAGRAPH.match(unlink(text)):
            return index
    return min(len(lines), _SEARCHED)


def _split_line(line: Line) -> list[Line]:
    start, text = 0, line.text
    split: list[Line] = []
    for joint in _JOINT.finditer(text):
        if not _is_lead(text[start : joint.start()]):
            split.append(Line(line.start + start, text[start : joint.start()]))
            start = joint.end()
    return [*split, Line(line.start + start, text[start:])] if start else [line]


def _is_lead(text: str) -> bool:
    """Whether what stands before a label belongs to it: a mark, or the same label once more."""
    if _LEAD.fullmatch(text):
        return True
    again = classified_by.LABEL.match(text)
    return again is not None and bool(again[0]) and (_LEAD.fullmatch(text, again.end()) is not None)


def _may_hold_joint(text: str) -> bool:
    """Whether a line has what stands on every line that holds a second block."""
    return (
        ":" in text
        or "1." in text
        or "REF" in text
        or "TAGS" in text
        or "LASSIFIED" in text
        or "lassified" in text
        or "E.O" in text
        or "1)" in text
    )
