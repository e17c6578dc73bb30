"""What the lines of the opening became, word by word.

    TAGS: PREL, ETRD, KDEM                        every word became a tag: the line is claimed
    REF: A. OSLO 12 (NOTAL) B. see the other one  `see the other one` became nothing: a gap
    E.O. 12958: DECL: 04/01/2018 PLEASE RETURN    `PLEASE RETURN` became nothing: a gap

A word is understood when it stands in a value that came out of its block, or belongs to the form of
the block: its label, `DECL`, `reasons`, `NOTAL`. One look at the set of words settles nearly every
block; only where a word is left over are its lines looked at again. The finer spans that
`explain` shows divide what is claimed here and never add to it, so both have one coverage.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from transforms.codes.ref_words import ref_words
from transforms.parse.cable import Tag
from transforms.parse.opening.captions import CAPTION, is_corrected_copy, split_captions
from transforms.parse.opening.classification import TRAVEL_NUMBER, MarkingLine, parse_classification
from transforms.parse.opening.classified_by import ClassifiedBy
from transforms.parse.opening.executive_order import ExecutiveOrder
from transforms.parse.opening.group import Group
from transforms.parse.opening.labels import LABELS
from transforms.parse.opening.reasons import written_reasons
from transforms.parse.opening.sections import SECTION
from transforms.parse.opening.tags import parse_tags
from transforms.parse.references.block import RefBlock
from transforms.parse.text.message import Claim, Line, make_claims
from transforms.parse.text.page_noise import find_page_mark, find_wrapped_mark, noise_of
from transforms.parse.text.portion_marks import MARK
from transforms.parse.text.residue import RESIDUE

BLOCKS = {
    "marking": "cables.mrn",
    "captions": "cables.captions",
    "attention": "cables.attention",
    "noise": "noise.banner",
    "executive_order": "cables.executive_order",
    "tags": "tags.tag",
    "subject": "cables.subject",
    "refs": "refs.raw",
    "classified_by": "cables.classified_by",
}
"""Name of a group of the opening -> the column that its lines go to."""

_WORD = re.compile(r"[^\W_]+")
_NO_WORD = {code: " " for code in range(128) if not chr(code).isalnum()}
"""Turns all that is no word into blanks, in plain ASCII."""


def _form(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ASIDE = frozenset({"aside", "earlier_too", "filler"})
"""Meanings of words in the REF block that name nothing of their own."""

_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_FORM = {
    "marking": _LETTERS
    | _form(
        "SECTION FINAL OF ONE TWO THREE FOUR FIVE UNCLAS LOU NOFORN NF EFTO SENSITIVE CORRECTED "
        "COPY FOR OFFICIAL USE ONLY"
    )
    | {f"{number:02d}" for number in range(100)}
    | {str(number) for number in range(10)},
    "captions": _LETTERS
    | _form("SIPDIS NOFORN NODIS EXDIS LIMDIS STADIS SENSITIVE BUT UNCLASSIFIED FOR OFFICIAL USE")
    | _form("UNCLAS CONFIDENTIAL SECRET TOP")
    | _form("ONLY FOUO SBU AIDAC TERREP CODEL INFORMAL CHANNEL AND HANDLE ACCORDINGLY PLEASE")
    | _form("NOT INTERNET DISTRIBUTION PROTECT TREAT AS"),
    "executive_order": _form("E O EO EXECUTIVE ORDER AS AMENDED DECL DECLAS DECLASSIFY ON N A NA")
    | _form("NONE NOT APPLICABLE REASON REASONS FOR SIPDIS NOFORN"),
    "tags": _form("TAGS TAG SIPDIS NOFORN NODIS EXDIS LIMDIS SENSITIVE SBU")
    | _form("UNCLAS UNCLASSIFIED CONFIDENTIAL SECRET AND N A NONE NULL"),
    "refs": _LETTERS
    | _form("REF REFS REFTEL REFTELS REFERENCE REFERENCES RETEL RETELS PROGRAM AND NOTAL NONE NA")
    | _form("SEPTEL SEPTELS PREVIOUS UNCLAS SIPDIS NIL NOT APPLICABLE 1 2 3 4 5 6 7 8 9")
    | _form("PARA PARAS PARAGRAPH PARAGRAPHS OF MY THEREIN SUBSEQUENT AMEMBASSY AMCONSUL EMBASSY")
    | {word for word, meaning in ref_words().items() if meaning in _ASIDE}
    | {f"1{letter}" for letter in _LETTERS},
    "classified_by": _form("CLASSIFIED BY REASON REASONS FOR PER UNDER DUE TO BASED ON THE AND OR")
    | _form("FOLLOWING E O EO SECTION SECTIONS PARAGRAPH PARA 1 4 5 A B C D F G H S DECL")
    | _form("DERIVED FROM DECLASSIFY"),
}
"""Words of a block that are no value: labels and what links the values. Blocks without an entry are
kept as they stand."""

_MARKUP = re.compile(r"<[^<>]{1,200}>|/tag/[^\s,]{1,40}\.html", re.IGNORECASE)
_PORTION_MARK = re.compile(MARK, re.IGNORECASE)
_DECL = re.compile(r"D[ECKLASIFYD]{2,11}")
_REASON_LETTERS = re.compile(r"[A-H]{1,4}")
_LONGEST_GLUED = 40
_BRACKET = re.compile(r"\([^()]{0,200}\)")


def claim_opening(
    groups: Iterable[Group], values: Mapping[str, Iterable[str | None]]
) -> list[Claim]:
    """Claim the lines of the opening, but for the words that became nothing.

    Args:
        groups: The opening as `blocks.cut` gives it.
        values: For a group's name the texts that its lines became, as written or normalised.

    Returns:
        Claims; what they leave out on the groups' lines was not understood.
    """
    claims: list[Claim] = []
    became: dict[str, set[str]] = {}
    for group in groups:
        what = BLOCKS[group.name]
        form = _FORM.get(group.name)
        left = _left_over([text for _, text in group.lines], form) if form else set()
        if left:
            if group.name not in became:
                became[group.name] = set(_words(filter(None, values.get(group.name, ()))))
            left -= became[group.name]
        if not left:
            claims += make_claims([(at, at + len(text), what) for at, text in group.lines])
            continue
        known = frozenset(form or ()) | became[group.name]
        for line, gaps in zip(group.lines, _gaps(group, known), strict=True):
            claims += _around(line, gaps, what)
    return claims


def opening_values(
    marking: MarkingLine | None,
    order: ExecutiveOrder,
    author: ClassifiedBy,
    cited: RefBlock,
    tags: tuple[Tag, ...],
) -> dict[str, tuple[str | None, ...]]:
    """What the blocks of the opening became, by the names of their groups; see `claim_opening`."""
    person = (author.classified_by, author.classifier_title, author.classifier_office)
    besides = (author.reasons_written, author.derived_from, author.declassify)
    return {
        "marking": (marking.mrn, marking.classification, *marking.captions) if marking else (),
        "executive_order": (
            order.executive_order,
            *date_words(order.declassify_on),
            order.declassify_note,
            order.written,
            order.classifier,
            order.classifier_office,
            *author.reasons,
            written_reasons(order.reasons or ""),
        ),
        "tags": tuple(tag.tag for tag in tags),
        "refs": (*(ref.raw for ref in cited.refs), *cited.understood),
        "classified_by": (*person, *besides, *author.reasons),
    }


def _left_over(texts: Sequence[str], form: frozenset[str]) -> set[str]:
    """The words of some lines that do not belong to the form of their block."""
    if len(texts) == 1 and texts[0] in form:
        return set()
    return set(_words(texts)) - form


@lru_cache(maxsize=4096)
def date_words(day: date | None) -> tuple[str, ...]:
    """The ways in which the parts of a date are written."""
    if day is None:
        return ()
    year, month, number = day.year, day.month, day.day
    name = month_name[month]
    return (
        f"{year} {year % 100:02d} {month} {month:02d} {number} {number:02d} "
        f"{year}{month:02d}{number:02d} {name} {name[:3]}",
    )


def _words(texts: Iterable[str]) -> list[str]:
    """Runs of letters and figures, in capitals."""
    text = " ".join(texts).upper()
    return text.translate(_NO_WORD).split() if text.isascii() else _WORD.findall(text)


def _around(line: Line, gaps: Sequence[tuple[int, int]], what: str) -> Iterator[Claim]:
    """Claims on a line that leave its gaps open."""
    start = line.start
    for gap_start, gap_end in [*gaps, (line.end, line.end)]:
        if line.text[start - line.start : gap_start - line.start].strip():
            yield Claim(start, gap_start, what)
        start = gap_end


def _gaps(group: Group, known: frozenset[str]) -> list[list[tuple[int, int]]]:
    """For each line of a block the places in the text of the words that became nothing."""
    texts = _without_wrapped_marks([line.text for line in group.lines])
    found = [_WORD.finditer(_masked(group.name, text)) for text in texts]
    words = [(number, match) for number, matches in enumerate(found) for match in matches]
    written = [match[0].upper() for _, match in words]
    gaps: list[list[tuple[int, int]]] = [[] for _ in group.lines]
    for place, (number, match) in enumerate(words):
        if not _is_understood(group.name, written, place, known):
            start = group.lines[number].start
            gaps[number].append((start + match.start(), start + match.end()))
    return gaps


def _without_wrapped_marks(texts: list[str]) -> list[str]:
    """Lines of the same lengths with blanks for the page marks that a wrap broke over two."""
    for index in range(len(texts) - 1):
        above, below = texts[index], texts[index + 1]
        if (span := find_wrapped_mark(above, below)) is not None:
            start, end = span
            texts[index] = above[:start] + " " * (len(above) - start)
            texts[index + 1] = " " * end + below[end:]
    return texts


def _masked(name: str, text: str) -> str:
    """A line of the same length with blanks where it is understood whatever its words."""
    for pattern in (RESIDUE, _MARKUP, _PORTION_MARK):
        text = pattern.sub(_blanks, text)
    for label, pattern in LABELS:
        if label == name and (match := pattern.match(text)):
            text = _blanks(match) + text[match.end() :]
    if (page := find_page_mark(text)) is not None:
        text = text[: page[0]] + " " * (page[1] - page[0]) + text[page[1] :]
    if name == "marking":
        found = parse_classification(text)
        rest = text if found is None else found[1]
        for pattern in (TRAVEL_NUMBER, SECTION, CAPTION):
            rest = pattern.sub(_blanks, rest)
        text = " " * (len(text) - len(rest)) + rest
    if name == "captions" and _is_all_captions(text):
        return ""
    return _BRACKET.sub(_blanks, text) if name == "refs" else text


def _is_all_captions(text: str) -> bool:
    if noise_of(text) or is_corrected_copy(text):
        return True
    return _WORD.search(split_captions(text)[1]) is None


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _is_half(words: Sequence[str], place: int, known: frozenset[str]) -> bool:
    """Whether a word is one with the word beside it, as wraps break them: `PG OV`, `rea/sons`."""
    pairs = (words[place - 1 : place + 1] if place else (), words[place : place + 2])
    return any(len(pair) == 2 and "".join(pair) in known for pair in pairs)


def _is_understood(name: str, words: Sequence[str], place: int, known: frozenset[str]) -> bool:
    """Whether a word is a value, or part of one although no value has it as a word of its own."""
    word = words[place]
    if word in known or _is_half(words, place, known) or word.strip("X") == "":
        return True
    if name == "tags" and (tags := parse_tags(word)):
        return all(known.issuperset(_WORD.findall(tag.tag)) for tag in tags)
    if name == "executive_order" and _DECL.fullmatch(word):
        return True
    if name == "classified_by" and _REASON_LETTERS.fullmatch(word):
        return True
    return _is_made_of(word, known)


def _is_made_of(word: str, known: frozenset[str]) -> bool:
    """Whether a word is nothing but known words without blanks between them."""
    if len(word) > _LONGEST_GLUED:
        return False
    ends = {0}
    for end in range(2, len(word) + 1):
        if any(start in ends and word[start:end] in known for start in range(end - 1)):
            ends.add(end)
    return len(word) in ends
