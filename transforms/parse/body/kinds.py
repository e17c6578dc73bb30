"""What a paragraph is for: summary, comment, action, or plain body.

1. (C) Summary: ... End summary.       told by the first words,
COMMENT                                or by the heading above
-------
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.parse.cable import Paragraph
from transforms.parse.text.label_slips import slips

_OPENS = r"[(\[]?(?:(?:BEGIN|START)\s+)?(?:\(?U\)?\s+|\([A-Z/]{1,6}\)\s+)?[(\[\"']?\s*"
_STOP = r"\s*(?:\([A-Z/ '.]{1,30}\)\s*)?(?:[):.,;/\]\"–—-]|$|\n)"
_AND_MORE = r"(?:\s*(?:AND|&|/)\s*\w+(?:\s\w+)?)?"
_SUM = rf"(?:SUM[MAR]{{1,5}}Y|{slips('SUMMARY')})"
_SUMMARY = re.compile(
    rf"\s*{_OPENS}(?:EXECUTIVE\s+|BRIEF\s+|(?:INTRODUCTION|OVERVIEW|COMMENT|BACKGROUND)"
    rf"\s*(?:AND|&|/)\s*)?(?:{_SUM}|S U M M A R Y)S?\b"
    rf"(?:(?:\s+(?:CONTINUED|BEGINS|COMMENT)|{_AND_MORE}){_STOP}|\s+OF(?:\s\w+){{1,4}}:)",
    re.IGNORECASE,
)
_SENTENCE = (
    r"(?:[A-Z][a-z]|THE\b|THIS\b|THESE\b|WE\b|OUR\b|IT\b|GO[A-Z]\b|POST\b|EMBASSY\b|A\b|AN\b)"
)
_SENTENCE_OF_SMALL = (
    r"(?:The|This|These|We|Our|It|Post|Embassy|A|An|In|On|At|As|After|Although|By|Despite|During"
    r"|Even|Following|For|Given|If|Like|Many|Most|Since|Some|There|Though|While|With|President"
    r"|Prime|Foreign|Ambassador|Charge|DCM|Poloffs?|Emboffs?|Econoffs?|GO[A-Z])\b"
)


def _without_stop(word: str) -> re.Pattern[str]:
    """`Summary The minister ...`: a sentence begins behind the word, whose stop was lost."""
    capitals = rf"BEGIN {word.upper()}\s+(?=[A-Z])|{word.upper()}(?: AND [A-Z]+)?\s+(?={_SENTENCE})"
    small = rf"(?:Begin )?{word}(?: [Aa]nd [A-Za-z]+)?\s+(?={_SENTENCE_OF_SMALL})"
    return re.compile(rf"\s*(?:{capitals}|{small})")


_SUMMARY_WITHOUT_STOP = _without_stop("Summary")
_COMMENT_WITHOUT_STOP = _without_stop("Comment")
_BEHIND = r"\s*(?:[):.,]|--|$|\n)"
_INTRODUCTION = re.compile(rf"\s*{_OPENS}INTRODUCTION{_BEHIND}", re.I)
_KEY_POINTS = re.compile(rf"\s*{_OPENS}(?:KEY POINTS|INTRODUCTION){_BEHIND}", re.I)
_COMMENT = re.compile(
    rf"\s*{_OPENS}(?:(?:OUR|POST|EMBASSY|MISSION|CONSULATE|CONGEN|CONSUL GENERAL|CG"
    r"|AMBASSADOR|CHARGE|CDA|DCM|USUN|USNATO|USEU|AIT|PRT|USINT"
    r"|(?:ECON|POL|EMB|CON)OFF|FINAL|CLOSING|CONCLUDING|ADDITIONAL|FURTHER)(?:'?S)?(?:\s[A-Z]{2,12})?\s+"
    rf"|(?:ANALYSIS|CONCLUSION|ASSESSMENT|OUTLOOK)\s*(?:AND|&|/)\s*)?(?:COMMENTS?|{slips('COMMENT')})\b"
    rf"(?:\s+BEGINS|\s+CONTINUE[DS]|\s+BY\s(?:THE\s)?\w+(?:\s\w+)?(?=:)|{_AND_MORE}){_STOP}",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\((?:[^()]|\([^()]*+\))*+\)")
_LONGEST_WORD = 25
_ACTION = re.compile(
    rf"\s*{_OPENS}(?:THIS IS AN? )?(?:GUIDANCE\s+REQUEST(?:ED|S)?\b|ACTION\s*"
    r"(?:(?:REQUEST(?:ED|S)?|REQUIRED|CABLE|MESSAGE|ITEMS?)\b|[:.](?:\s|$)|$))",
    re.IGNORECASE,
)
_FIRST = frozenset("SBECDKIAPMFOTUG([\"' \t")
"""First letters, capitals, of all that opens a kind."""
_ENUMERATION = re.compile(r"(?:[A-H]|[IVX]{1,4})[.)]\s{1,3}")
"""`II. COMMENT`, `A. SUMMARY`."""

_LONGEST_MARKER = 40
_LOOKED_AT = 80
_LATEST_END = 8
_LATEST_INTRODUCTION = 3
"""Paragraphs from the top; an action request and a note on handling may stand above one."""

_ENDS = {
    "summary": re.compile(
        r"end(?<=\bend)[\s-]*(?:of\s+)?(?:sum[mar]{1,5}y|summ?\b|introduction|key points)"
    ),
    "comment": re.compile(r"end(?<=\bend)[\s-]*(?:of\s+)?(?:summary\s+(?:and|&)\s+)?comment"),
}
"""In small letters, their first ones looked for without the pattern."""

_SLIPPED_ENDS = {
    "summary": re.compile(rf"\b(?:END|{slips('END')})\s(?:OF\s)?{_SUM}[\s.)\]-]*$", re.I),
    "comment": re.compile(rf"\b(?:END|{slips('END')})\s(?:{slips('COMMENT')})[\s.)\]-]*$", re.I),
}
"""Behind a slip they have to be the last words of the paragraph."""

_END_SIGNS = {
    "summary": (
        "end sum",
        "end-sum",
        "endsum",
        "end of sum",
        "end intro",
        "end of intro",
        "end key",
        "end of key",
    ),
    "comment": ("end comment", "end-comment", "endcomment", "end of comment", "end summary "),
}
"""No end is without one of these; most paragraphs have none."""
_WITHIN = {
    "summary": frozenset({"body", "table", "summary", "comment"}),
    "comment": frozenset({"body", "table", "comment"}),
}
"""Kinds of the paragraphs that may stand between the opening and its end."""

_END_MARKER = re.compile(
    r"[\s(\[-]*(?:(?<=\()[A-Z/]{1,6}\)\s*)?END[\s-]*(?:OF\s+)?(?:SUM[MAR]{1,5}Y|INTRODUCTION|COMMENTS?|NOTE)"
    r"(?:\s+AND\s+\w+)?[\s.)\]-]*$",
    re.IGNORECASE,
)


def kind_by_words(text: str) -> str | None:
    """The kind that the first words of a paragraph or a heading say, or None.

    Args:
        text: Without number and portion mark.

    Returns:
        `summary`, `comment` or `action` (cable formats 3.18). A comment in brackets with text
        behind them is a remark within the paragraph.
    """
    if text[:1].upper() not in _FIRST:
        return None
    whole, text = text, text[:_LOOKED_AT]
    capitals = text.upper()
    if ("SUM" in capitals or "UMM" in capitals or "MARY" in capitals or "S U M" in capitals) and (
        _SUMMARY.match(text) or _SUMMARY_WITHOUT_STOP.match(text)
    ):
        return "summary"
    if ("POINTS" in capitals or "INTRO" in capitals) and _KEY_POINTS.match(text):
        return "summary"
    if ("COM" in capitals or "MENT" in capitals) and (
        _COMMENT.match(text) or _COMMENT_WITHOUT_STOP.match(text)
    ):
        return None if text[0] == "(" and _is_remark(whole) else "comment"
    is_asking = "ACTION" in capitals or "GUIDANCE" in capitals
    return "action" if is_asking and _ACTION.match(text) else None


def _is_remark(text: str) -> bool:
    """Whether a bracket that holds more than a word closes before the end of the text."""
    match = _BRACKETED.match(text)
    return (
        match is not None and match.end() > _LONGEST_WORD and bool(text[match.end() :].strip(" ."))
    )


def kind_by_heading(heading: str) -> str | None:
    """The kind that a heading gives the paragraphs below it; its own number says nothing."""
    is_counted = "." in heading or ")" in heading
    return kind_by_words(_ENUMERATION.sub("", heading, count=1) if is_counted else heading)


def ends_kind(text: str, kind: str) -> bool:
    """Whether a paragraph says that a summary or comment ends in it."""
    if kind not in _ENDS:
        return False
    lowered = text.lower()
    is_near = any(map(lowered.__contains__, _END_SIGNS[kind]))
    if is_near and _ENDS[kind].search(lowered) is not None:
        return True
    return _SLIPPED_ENDS[kind].search(text[-_LONGEST_MARKER:]) is not None


def is_end_marker(text: str) -> bool:
    """Whether a line ends with the words that close a summary or comment."""
    end = text[-_LONGEST_MARKER:]
    return "END" in end.upper() and _END_MARKER.search(end) is not None


def is_only_end_marker(text: str) -> bool:
    """Whether a line is nothing but the words that close a summary or comment."""
    return len(text) <= _LONGEST_MARKER and _END_MARKER.match(text) is not None


def is_bare_marker(text: str) -> bool:
    """Whether a paragraph is nothing but the word that opens a summary or comment."""
    if len(text) > _LONGEST_MARKER:
        return False
    matches = (pattern.match(text) for pattern in (_SUMMARY, _KEY_POINTS, _COMMENT, _ACTION))
    return any(match and not text[match.end() :].strip(" .:)]-") for match in matches)


def is_opening_marker(text: str) -> bool:
    """Whether a line begins with the words that open a summary or comment: `BEGIN SUMMARY`."""
    return text[:6].upper() == "BEGIN " and kind_by_words(text) is not None


def stretch_kinds(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Give a summary or comment all paragraphs up to its end.

    One that opens without ending goes on to the paragraph that says `End summary`; one that is
    nothing but the word takes the next paragraph; one that only its end names began with the first
    paragraph (cable formats 3.18).
    """
    found = _without_introductions(paragraphs)
    for index, paragraph in enumerate(found):
        kind = paragraph.kind
        if kind in {"summary", "comment"} and not ends_kind(paragraph.text, kind):
            end = _end_of(found, index, kind)
            if end == index and is_bare_marker(paragraph.text):
                end = index + 2
            found[index + 1 : end] = [
                p._replace(kind=kind if p.kind in {"body", "table"} else p.kind)
                for p in found[index + 1 : end]
            ]
    if not any(paragraph.kind == "summary" for paragraph in found):
        end = next(
            (i for i, p in enumerate(found[:_LATEST_END], 1) if ends_kind(p.text, "summary")), 0
        )
        found[:end] = [p._replace(kind="summary") for p in found[:end]]
    return tuple(found)


def _without_introductions(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """An introduction stands for the summary only near the top, where a cable has no other.

    Further down it is that of a paper which the cable quotes.
    """
    summaries = [paragraph for paragraph in paragraphs if paragraph.kind == "summary"]
    is_near = not summaries or summaries[0].ordinal <= _LATEST_INTRODUCTION
    if not summaries or (is_near and (len(summaries) < 2 or all(map(_is_introduction, summaries)))):
        return list(paragraphs)
    return [
        p._replace(kind="body") if p.kind == "summary" and _is_introduction(p) else p
        for p in paragraphs
    ]


def _is_introduction(paragraph: Paragraph) -> bool:
    """Whether a summary is called an introduction, by its own words or by its heading."""
    if kind_by_words(paragraph.text) is None and paragraph.heading is not None:
        heading = paragraph.heading.rpartition("\n")[2]
        return _INTRODUCTION.match(_ENUMERATION.sub("", heading, count=1)) is not None
    return _INTRODUCTION.match(paragraph.text) is not None


def _end_of(paragraphs: list[Paragraph], start: int, kind: str) -> int:
    """Index behind the paragraph that ends what opens at `start`; `start` when none near does."""
    heading = paragraphs[start].heading
    for index in range(start + 1, min(start + _LATEST_END, len(paragraphs))):
        paragraph = paragraphs[index]
        if paragraph.heading != heading or paragraph.kind not in _WITHIN[kind]:
            return start
        if ends_kind(paragraph.text, kind):
            return index + 1
    return start
