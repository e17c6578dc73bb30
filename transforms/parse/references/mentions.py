"""References in running text.

(Ref A)   refs A and C   refs A-C   reftel   reftel B      to a row of the REF block, by its label
07 OSLO 1290   OSLO 1290   STATE 123456   Deptel 4711      to a cable named in full
septel                                                     a separate message: no target

`Oslo 2008` and `Paris 15` are no cables: without a year before the post, a year and numbers of two
figures do not count (cable formats 3.14).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import itemgetter
from string import digits
from typing import NamedTuple

from transforms.codes.posts import find_post, may_end_post
from transforms.parse.cable import Mention, Paragraph, Ref
from transforms.parse.header.dtg import year_before
from transforms.parse.mrn import make_mrn
from transforms.parse.references.labels_in_text import (
    SIGNS,
    Hit,
    find_labels,
    places_of,
    rows_of_label,
)

_PARTED = "\x00"
"""Parts paragraphs while they are looked at together; no pattern reaches over it."""

_NUMBER = re.compile(
    r"[0-9](?:(?<=[^\W\d_].)|(?<=[^\W\d_] .)|(?<=\. .)|(?<=#.))[0-9]{1,5}"
    r"(?![\w%/:.,-]{0,12}[0-9]|[%°A-Za-z])"
)
"""A number behind a word, with one blank or none between them; the figure first, for it is rare."""
_BEFORE = re.compile(
    r"(?:(?<![\w/.,-])(?P<year>'?\d{2}|\d{4})\s?)?(?P<post>(?<![A-Za-z])[A-Za-z][A-Za-z'.-]*+(?:\s[A-Za-z][A-Za-z'.-]*+){0,3})$"
)
_GLUED = re.compile(r"(?<![\w/.,-])(?:(?P<year>\d{2})\s?)?(?P<post>[A-Z][A-Za-z]{2,19})$")
_LOOK_BACK = 60
_LONGEST_WORD = 30
_TELS = ("TEL", "TELS")
_MOST_WORDS = 5
"""A year and four words of a post."""

_NO_LETTER = re.compile("[^A-Z]")
_OWN = {"EMBTEL": None, "DEPTEL": "STATE", "CONGENTEL": None}
_FOLLOWED_BY_PROSE = re.compile(r"\s(?!and\b|AND\b|or\b|et\b)[a-z]{2,}")
_FOLLOWED_BY_WORD = re.compile(r"\s(?!AND\b|OR\b|ET\b|NOTAL\b|PARA|DTG\b|OF\b)[A-Z]{2,}")
"""The same in a text of capitals."""

_CITES = re.compile(
    r"\b(?:see(?: also)?|cf\.|per|cable|reftel|refs?:"
    r"|(?:report(?:ed|ing)|described|discussed|noted|outlined|detailed)\s(?:in|by|via))\s*$",
    re.IGNORECASE,
)
"""Words behind which a post and a number are a cable, whatever follows."""

_MAY_CITE = re.compile(r"(?:\bas in|[(,;])\s*$", re.IGNORECASE)
_CITED_WITHIN = 16
_LONGEST_SHORT = 4
_LISTED = re.compile(r"[\s,;]{1,3}(?:(?:and|AND|&)\s)?")
_PREPOSITION = re.compile(r"\b(?:in|at|to|from|of|near|for|with|and)\s*$", re.IGNORECASE)
_IS_NOTAL = re.compile(r"\s?\(?NOTAL", re.IGNORECASE)
_UNITS = re.compile(
    r"\s(?:PERCENT|MILLION|KM|KILOMETERS|MILES|PEOPLE|TROOPS|TONS|BILLION|HOURS|PERSONS|DETAINEES|USD|DOLLARS|EUROS?)\b",
    re.IGNORECASE,
)


def find_mentions(
    paragraphs: Sequence[Paragraph], refs: Sequence[Ref], *, year: int, post: str, own_id: str = "-"
) -> tuple[Mention, ...]:
    """Find the references in the text of a cable.

    Args:
        paragraphs: Its paragraphs.
        refs: Rows of its REF block, to which labels point.
        year: Year of the cable, four digits.
        post: Its canonical post.
        own_id: Its MRN; a cable does not mention itself, page lines do.

    Returns:
        Mentions in the order of the text; `refs A-C` are three. A `reftel` without a label is all
        rows of the REF block, marked ambiguous when they are several.
    """
    text = _PARTED.join([paragraph.text for paragraph in paragraphs])
    if not _may_mention(text):
        return ()
    starts = list(accumulate([len(paragraph.text) + 1 for paragraph in paragraphs], initial=0))
    citing = _Citing(year, post, starts, [paragraph.text.isupper() for paragraph in paragraphs])
    found: list[Mention] = []
    for place, (raw, label, target, kind, is_ambiguous) in _in_text(text, refs, citing):
        if target != own_id:
            ordinal = paragraphs[bisect_right(starts, place) - 1].ordinal
            found.append(Mention(len(found) + 1, ordinal, kind, raw, label, target, is_ambiguous))
    return tuple(found)


class _Citing(NamedTuple):
    """The citing cable: year, post, where its paragraphs start, and which are in capitals."""

    year: int
    post: str
    starts: Sequence[int]
    are_capitals: Sequence[bool]


class _Place(NamedTuple):
    """Where a post and a number stand; whether all is in capitals, and a cable stands before."""

    start: int
    end: int
    is_capitals: bool
    is_listed: bool


class _Cited(NamedTuple):
    """Where a cable is named, and its id."""

    start: int
    end: int
    target: str


def _may_mention(text: str) -> bool:
    """A cheap look at what no text without mentions has."""
    if any(map(text.__contains__, digits)):
        return True
    return any(map(text.lower().__contains__, SIGNS))


def _in_text(text: str, refs: Sequence[Ref], citing: _Citing) -> Iterable[tuple[int, Hit]]:
    """All mentions, each with the place where it was found, in order."""
    labels = find_labels(text)
    starts = [label.start() for label in labels]
    hits = [(label.start(), row) for label in labels for row in rows_of_label(label, refs)]
    end = 0
    for match in filter(None, [_NUMBER.match(text, place) for place in _figures(text)]):
        place = match.start()
        before = bisect_right(starts, place)
        is_taken = before > 0 and place < labels[before - 1].end()
        is_serial = not is_taken and _may_be_serial(text, place, citing.post)
        if is_serial and (cable := _by_number(text, match, citing, end)):
            start, end, target = cable
            hits.append((start, (text[start:end], None, target, "cable", False)))
    return sorted(hits, key=itemgetter(0))


def _figures(text: str) -> list[int]:
    """Where the numbers of a text begin that stand behind something."""
    places = [place for digit in digits for place in places_of(digit, text, 1)]
    return sorted([place for place in places if text[place - 1] not in digits])


def _may_be_serial(text: str, start: int, post: str) -> bool:
    """Whether the word before a number may end the name of a post or a telegram; few words do."""
    word = text[max(0, start - _LONGEST_WORD) : start].rstrip(" #").rpartition(" ")[2]
    if not word.isalpha() or word.upper().endswith(_TELS):
        return True
    return may_end_post(word) or post.endswith(word.upper())


def _by_number(text: str, match: re.Match[str], citing: _Citing, above: int) -> _Cited | None:
    """A cable that is named in full and whose serial the match is; `above` ends the one before."""
    year, post = citing.year, citing.post
    is_capitals = citing.are_capitals[bisect_right(citing.starts, match.start()) - 1]
    is_glued = text[match.start() - 1].isalpha()
    end = match.start() if is_glued else match.start() - 1 - (text[match.start() - 1] == "#")
    head_start = max(0, end - _LOOK_BACK)
    head = text[head_start:end]
    further = head.rsplit(None, _MOST_WORDS)
    head_start += len(further[0]) if len(further) > _MOST_WORDS else 0
    head = text[head_start:end]
    before = _GLUED.search(head) if is_glued else _BEFORE.search(head)
    if before is None:
        return None
    names = [(before["post"], 0)] if is_glued else _suffixes(before["post"])
    serial = match[0]
    for name, offset in names:
        known = _OWN.get(name.upper().rstrip("S"), "") if name.upper().endswith(_TELS) else ""
        station = post if known is None else known or _station(name, post)
        if station is None:
            continue
        given = before["year"] if offset == 0 else None
        is_tel = known != ""
        start = head_start + (before.start() if given else before.start("post") + offset)
        is_listed = above > 0 and _LISTED.fullmatch(text, above, start) is not None
        cable = _Place(start, match.end(), is_capitals, is_listed)
        if not is_tel and not _is_serial(text, cable, serial, name, given, year):
            return None
        full = year_before(int(given.strip("'")), year) if given else year
        return _Cited(start, match.end(), make_mrn(full, station, int(serial), "").cable_id)
    return None


def _station(name: str, own: str) -> str | None:
    """The post of a name, also of `OSLO'S`; the citing cable's own need not be in our list."""
    bare = name[:-2] if name[-2:].upper() == "'S" else name
    if (post := find_post(bare)) is not None:
        return post
    is_near = bare[:1].upper() == own[:1]
    return own if is_near and _NO_LETTER.sub("", bare.upper()) == own else None


def _suffixes(words: str) -> list[tuple[str, int]]:
    """The last four words, the last three, ..., the last, each with its offset."""
    starts = [0, *(match.end() for match in re.finditer(r"\s", words))]
    return [(words[start:], start) for start in starts]


def _is_short_alias(name: str) -> bool:
    """Whether a name is a short one that is also a word: `DAM`, `VAT` (cable formats 3.2)."""
    if len(name) > _LONGEST_SHORT or name.upper().startswith("US"):
        return False
    return find_post(name) not in {None, name.upper()}


def _is_serial(
    text: str, cable: _Place, serial: str, name: str, given: str | None, year: int
) -> bool:
    start, end, is_capitals, _ = cable
    if name[0].islower():
        return False
    if given is not None and len(given.strip("'")) == 4:
        is_prose = not name.isupper() and _FOLLOWED_BY_PROSE.match(text, end) is not None
        return 1966 <= int(given) <= year and not is_prose
    if given is not None:
        return True
    if len(serial) == 2 or (len(serial) == 4 and 1900 <= int(serial) <= year + 30):
        return False
    if _UNITS.match(text, end):
        return False
    if _is_short_alias(name) and not _IS_NOTAL.match(text, end):
        return _CITES.search(text, max(0, start - _CITED_WITHIN), start) is not None
    if (name.isupper() and not is_capitals) or _IS_NOTAL.match(text, end):
        return True
    return _is_serial_by_words(text, cable, serial, name)


def _is_serial_by_words(text: str, cable: _Place, serial: str, name: str) -> bool:
    """Whether the words around a post in small letters and a number make it a cable."""
    start, end, is_capitals, is_listed = cable
    before = text[max(0, start - _CITED_WITHIN) : start]
    if (serial[0] == "0" and len(serial) > 3) or _CITES.search(before):
        return True
    if (is_owned := name[-2:].lower() == "'s" and not is_capitals) or is_listed:
        return not is_owned
    followed = _FOLLOWED_BY_WORD if is_capitals else _FOLLOWED_BY_PROSE
    if followed.match(text, end):
        return len(serial) > 3 and not _PREPOSITION.search(before)
    return len(serial) > 3 or _MAY_CITE.search(before) is not None
