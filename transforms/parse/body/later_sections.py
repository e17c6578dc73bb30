"""Headers of later sections within the body: where two sections were joined without care.

VZCZCXRO1235 ... FM ... TO ... INFO ...                       the transmission header once more
C O N F I D E N T I A L SECTION 02 OF 03 ELDERPORT 000417     the marking line of the section
SIPDIS / DEPT FOR EUR / E.O. / TAGS / SUBJECT / REF           the opening of the first
"""

from __future__ import annotations

import re
from collections.abc import Iterable, MutableMapping, Sequence

from transforms.parse.header.format_lines import is_header_line
from transforms.parse.opening.attention import is_passing_line
from transforms.parse.opening.captions import parse_caption_line
from transforms.parse.opening.classification import parse_classification
from transforms.parse.text.message import Claim

_REPEATED = 25
_LONGEST_HEADER = 80
_REPEATED_LABEL = re.compile(
    r"\s*(?:(?i:E\.?\s?O\.?\s?1\d{4}|REFS?\s?:)|(?:DEPT|STATE|NSC)\b.{0,30}\bFOR\b"
    r"|(?:TAG|Tag|SUBJECT|Subject|SUBJ|Subj)S?\b(?!\s[a-z])|(?:Dept|State) for [A-Z]{2}"
    r"|(?:CLASSIFIED|Classified) [Bb][Yy]\b)"
)
"""Capitals, for a sentence may go on with `subject` or `state` below the header."""

_NUMBERED = re.compile(r"\s*(?:¶\s?)?\d{1,3}\s?[.)]")
_HEADER = "noise.section_header"
_FROM = re.compile(r"\s*FM [A-Z][A-Z .'/-]{2,44}$")
_ADDRESSED = re.compile(r"\s*(?:TO|INFO|XMT|BT|ZEN|R[A-Z0-9]{3,7}/)(?:\s|[A-Z])|\s*BT$")


def mark_later_headers(texts: Sequence[str], noise: MutableMapping[int, str]) -> None:
    """Mark the lines of a later section's header, above and below its marking line.

    Args:
        texts: Lines of a body.
        noise: Index of each line that is noise -> its kind; gets those of the headers, too (cable
            formats 3.7).
    """
    if _HEADER not in noise.values():
        return
    for index in [index for index, kind in noise.items() if kind == _HEADER]:
        _mark_header_above(texts, noise, index)
        _mark_labels_below(texts, noise, index + 1)


def later_levels(text: str, claims: Iterable[Claim]) -> list[str]:
    """The levels of later sections, as their marking lines say.

    Args:
        text: Of the record.
        claims: Those of its body.
    """
    lines = [text[start:end] for start, end, what in claims if what == _HEADER]
    return [found[0] for found in map(parse_classification, lines) if found is not None]


def _mark_header_above(texts: Sequence[str], noise: MutableMapping[int, str], marking: int) -> None:
    """Mark a transmission header, from its first format line to the marking line.

    `FM QUILL SAID ...` in a text of capitals is none: addresses stand below FM, or another line of
    a header above it.
    """
    top, below, has_from, has_more = marking, "", False, False
    for index in range(marking - 1, max(-1, marking - _LONGEST_HEADER), -1):
        text = texts[index]
        if not text.strip() or index in noise:
            continue
        if _FROM.match(text) and (not below or _ADDRESSED.match(below)):
            top, has_from, has_more = index, True, below != ""
        elif is_header_line(text):
            top, has_more = index, True
        elif has_from or not text.isupper():
            break
        below = text
    for index in range(top, marking) if has_from and has_more else ():
        if texts[index].strip():
            noise.setdefault(index, "noise.repeated_header")


def _mark_labels_below(texts: Sequence[str], noise: MutableMapping[int, str], start: int) -> None:
    """Mark captions and labels below a marking line, and passing lines above a label."""
    is_label = False
    passing: list[int] = []
    for index in range(start, min(start + _REPEATED, len(texts))):
        text = texts[index]
        if not text.strip():
            is_label = False
        elif _REPEATED_LABEL.match(text):
            is_label = True
            noise.update(dict.fromkeys([*passing, index], _HEADER))
            passing = []
        elif is_label and not _NUMBERED.match(text):
            noise[index] = _HEADER
        elif index not in noise:
            if parse_caption_line(text):
                noise[index] = _HEADER
            elif is_passing_line(text) or (passing and text.isupper()):
                passing.append(index)
            else:
                return
