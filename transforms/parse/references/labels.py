"""Labels of the REF block, told from initials, portion marks and what exports put before them.

A. STATE 1  (B) OSLO 2  C) OSLO 3  [D] OSLO 4  E: OSLO 5  F- OSLO 6  REF G: OSLO 7  h) Oslo 8
STATE 1 (A), OSLO 2 (B)                         behind what they name
1. STATE 1  (2) OSLO 2                          figures, only when they count from 1
[1](#)B. OSLO 2   ¶B. OSLO 2   1B. OSLO 2       residue of a pilcrow
A. (A) OSLO 1   B. REF B: OSLO 2                doubled labels are one
B. (C) OSLO 2   A. A. QUILL E-MAIL              a portion mark, an initial: no labels
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_uppercase
from typing import NamedTuple

from transforms.codes.ref_words import ref_words
from transforms.parse.references.kinds import kind_of_item
from transforms.parse.references.odd_labels import straighten_labels
from transforms.parse.references.tokens import MONTH

_CANDIDATE = re.compile(
    r"(?:(?<=[\s;,/()\[¶])|(?<=\d\.)|(?<=\d)(?=[A-Z][.)]\s)|^)(?:¶|\"|[(\[](?=\(?REF|[(\[][A-Z][)\]]))?\s?1?(?:"
    r"(?:AND\s)?(?i:REF(?:TEL)?)(?:\s¶?[(\[]?|\s?[¶(\[]|(?=[A-RT-Z][.):]))(?P<ref>[A-Z]\b|[a-z]\b(?=[)\].:]))[)\].:]?"
    r"(?!['&])"
    r"|[(\[{]\s?(?P<box>[A-Za-z])\s?\.?[)\]}]"
    r"|(?P<stop>[A-Z])(?:(?:[.):/\">=\]]{1,3}|\s[.):](?=\s?[A-Z\d])|-(?=\s))(?![A-Z]\.)(?=[\s('¶]|[A-Z0-9]{2}|[A-Z]['.)]|\d\sF[AH]|$"
    r"|[A-Z][a-z]{2,20}(?:\s[A-Z][a-z]{1,20}){0,3}\s#?\d)"
    r"|\s-\s|--?(?!MAIL)(?=(?:\d\d\s)?[A-Z]{3,}[A-Z ]{0,20}\s\d|\d\d[A-Z]{3,20}\d))"
    r"|(?P<bare>[A-Z])[,;]?\s(?=(?:\d\d(?:\d\d)?\s)?(?:[A-Z]{3,}|ST\.|PORT-|N')[A-Z '-]{0,20}\s#?\d"
    r"|\d\d[A-Z]{3,20}\d)"
    r"|(?P<low>[a-z])(?:\)|\.(?=\s))"
    r"|\((?P<figure>\d)\)|(?P<count>\d)[.)](?=\s?[A-Z('\d])"
    r")[ ¶]?"
)
_PLAIN_ITEM = re.compile(
    r"(?:\((?P<box>[A-Z])\)|(?P<stop>[A-Z])[.)]) "
    r"(?P<text>(?:\d\d )?[A-Z]{3,20}(?: [A-Z]{2,12}){0,2} \d{1,6}(?: \(NOTAL\))?)(?:[,;]? |[,;]?\Z)"
)
_MARKS = frozenset("UCS")
_LOOKS_LIKE_ITEM = re.compile(
    r"\s*[(']?(?:\d{2,4}\)?\s?)?(?:ST\.\s|U\.S\.\s)?(?:[A-Z][A-Z'-]{1,20}[\s-]){1,4}#?\d{1,6}\b"
    rf"(?!/\d\d?/\d\d)(?!\s{MONTH})|\s*\d\d-?[A-Z]{{3,20}}-?\d{{1,6}}\b",
    re.IGNORECASE,
)
_BEHIND_NAME = re.compile(
    r"(?:[A-Z)]/|\b(?:FROM|TO|BY|WITH|BETWEEN|OF|VIA|MR|MRS|MS|DR|AMB|AMBASSADOR|DAS"
    r"|SENATOR)\.?\s)$",
    re.IGNORECASE,
)
"""What stands before the initial of a person's name, not before a label."""

_SURNAME = re.compile(r"([A-Z][A-Za-z'-]{2,20})\b([^;]{0,40})")
_OF_PERSONS = frozenset({"email", "telcon", "memo", "letter", "meeting"})
_DOUBLED = re.compile(r"\s*¶?A\.\s?\(?A[.)]")
_OUTER = re.compile(r"(?:¶|(?<=\s)1?)\s?(?P<outer>[B-Z])\.\s(?=\(?(?P<inner>[A-Z])\s?[.)])")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d(?:\s?,?\s?(?:AND|&) PREVIOUS)?[\s.]*", re.IGNORECASE)
_BRACKET = re.compile(
    r"\((?!\s?[A-Za-z0-9]\s?\.?\))(?!\s?REF(?:TEL)?\s?\(?[A-Z]\)?[.:]?\s?(?:\)|[A-Z]{3,}))[^()]{0,200}\)"
)


class Item(NamedTuple):
    """What stands under one label.

    Attributes:
        label: Upper case; None in front of the first label.
        text: As written.
    """

    label: str | None
    text: str


def split_items(text: str) -> tuple[Item, ...]:
    """Cut a REF block at its labels.

    Args:
        text: The block on one line, without `REF:`.

    Returns:
        Items in order; empty ones are left out.
    """
    if (plain := _plain_items(text.strip())) is not None:
        return plain
    items: list[Item] = []
    label: str | None = None
    end = 0
    text = _drop_outer_labels(text.strip())
    accepted = list(_accepted(text))
    straight, count = straighten_labels(text)
    if count > len(accepted):
        text, accepted = straight, list(_accepted(straight))
    if len(accepted) == 1 and ";" in text and not accepted[0].start():
        accepted = [] if accepted[0]["stop"] and _is_initial(text, accepted[0]) else accepted
    if _stand_behind(text, accepted):
        return tuple(_items_before(text, accepted))
    for match in accepted:
        _add(items, label, text[end : match.start()].strip(" ,;/¶"))
        label = _name(match)
        end = match.end()
    _add(items, label, text[end:].strip(" ,;¶"))
    return tuple(items)


def _plain_items(text: str) -> tuple[Item, ...] | None:
    """The items of a block that is nothing but labels from A on, each with one cable; else None."""
    items: list[Item] = []
    end = 0
    for label in ascii_uppercase:
        match = _PLAIN_ITEM.match(text, end)
        if match is None or (match["box"] or match["stop"]) != label:
            return None
        items.append(Item(label, match["text"]))
        end = match.end()
        if end == len(text):
            return tuple(items)
    return None


def _drop_outer_labels(text: str) -> str:
    """Drop the letters that a message system put before lines which have labels of their own.

    `A. (A) STATE 1 (B) STATE 2 ¶B. (C) STATE 3` has the labels A, B and C. A letter of a portion
    mark counts as one only where the letter before it was seen.
    """
    if not _DOUBLED.match(text):
        return text

    def blank(match: re.Match[str]) -> str:
        outer, inner = match["outer"], match["inner"]
        before = re.compile(rf"(?<![A-Z]){chr(ord(inner) - 1)}[.)]")
        is_label = inner == outer or (
            inner > outer
            and (inner not in _MARKS or before.search(text, 0, match.start()) is not None)
        )
        return " " if is_label else match[0]

    return _OUTER.sub(blank, text)


def _stand_behind(text: str, labels: Sequence[re.Match[str]]) -> bool:
    """Whether labels stand behind what they name: `STATE 1120 (A), OSLO 33 (B)`."""
    if not labels or not all(match["box"] or match["ref"] for match in labels):
        return False
    has_lead = text[: labels[0].start()].strip(" ,;/") != ""
    return has_lead and not text[labels[-1].end() :].strip(" .,;")


def _items_before(text: str, labels: Sequence[re.Match[str]]) -> Iterator[Item]:
    start = 0
    for match in labels:
        yield Item(_name(match), text[start : match.start()].strip(" ,;/¶"))
        start = match.end()


def _add(items: list[Item], label: str | None, text: str) -> None:
    """Add an item; a year alone was cut off from the one above by a false label.

    `... REPORT FOR MAY 4, / ¶B. 2007 AND PREVIOUS`: the site puts letters before lines that open
    with a number.
    """
    if items and _YEAR_ALONE.fullmatch(text):
        items[-1] = Item(items[-1].label, f"{items[-1].text} {text}")
    elif text:
        items.append(Item(label, text))


def _accepted(text: str) -> Iterator[re.Match[str]]:
    titles = {
        place for match in _BRACKET.finditer(text) for place in range(match.start(), match.end())
    }
    last: re.Match[str] | None = None
    previous: str | None = None
    is_repeat = False
    for match in _CANDIDATE.finditer(text):
        if match.start() in titles:
            continue
        name = _name(match)
        is_adjacent = last is not None and not text[last.end() : match.start()].strip(" ,;/¶().")
        if not _fits(match, name, previous, text, is_adjacent):
            continue
        is_next = _follows(previous, name) and (is_repeat or _opens_next(text, match))
        if is_adjacent and previous != name and not is_next:
            continue
        is_repeat = previous == name and not is_adjacent
        last, previous = match, name
        yield match


def _opens_next(text: str, label: re.Match[str]) -> bool:
    """Whether a letter with a stop opens a cable, so that the label before it has nothing."""
    return label["stop"] is not None and _opens_item(text, label.end())


def _follows(previous: str | None, name: str) -> bool:
    return previous is not None and ord(name) == ord(previous) + 1


def _fits(
    match: re.Match[str], name: str, previous: str | None, text: str, is_adjacent: bool
) -> bool:
    """Whether a label may stand here, by those before it."""
    step = ord(name) - (ord(previous) if previous and previous[0].isalpha() else ord("A") - 1)
    if name.isdigit():
        before = int(previous) if previous and previous.isdigit() else 0
        return (previous is None or previous.isdigit()) and int(name) == before + 1
    if match["bare"]:
        if step == 0:
            return is_adjacent
        return step == 1 and (previous is not None or not text[: match.start()].strip(" (["))
    if match["stop"] and _BEHIND_NAME.search(text, max(0, match.start() - 14), match.start()):
        return _opens_item(text, match.end())
    if match["stop"] and previous is None and match.start() and _is_initial(text, match):
        return False
    if match["ref"] or step == 1 or (step == 0 and (is_adjacent or match["box"])):
        return True
    if match["box"] and name in _MARKS:
        return False
    if match["stop"] is None and match["box"] is None:
        return 0 < step <= 3
    return not is_adjacent and _opens_item(text, match.end())


def _is_initial(text: str, label: re.Match[str]) -> bool:
    """Whether a surname stands behind a letter, and what he wrote or said beside the name.

    `A. QUILL E-MAIL`, `TELCON A. QUILL/MOSS`: as the first letter, with other references before it.
    """
    if (match := _SURNAME.match(text, label.end())) is None:
        return False
    name, rest = match.groups()
    above = text[: label.start()].split()
    is_behind = bool(above) and kind_of_item(above[-1]) in _OF_PERSONS
    return kind_of_item(name) is None and (is_behind or kind_of_item(rest) in _OF_PERSONS)


def _opens_item(text: str, start: int) -> bool:
    """Whether a cable stands there, not a name as in `A. QUILL E-MAIL OF MARCH 3`."""
    match = _LOOKS_LIKE_ITEM.match(text, start)
    if match is None or kind_of_item(match[0]) is not None:
        return False
    _, *further = match[0].upper().split()
    return not any(ref_words().get(word) in {"month", "no_post"} for word in further)


def _name(match: re.Match[str]) -> str:
    return str(match[match.lastgroup or 0]).upper()
