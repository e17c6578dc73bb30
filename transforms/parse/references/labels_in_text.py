"""References in running text by the labels of the REF block.

(Ref A)   refs A and C   refs A-C   reftel   reftel B      to a row of the REF block
septel                                                     a separate message: no target
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.parse.cable import Ref

_LABEL = r"(?:\([A-Z]\)|\[[A-Z]\]|[A-Z](?![A-Za-z]|'[A-Za-z]{2}))"
_JOIN = (
    r"\s?(?:,{0,2}\s?(?:AND|and|And|&|OR|or)\s|,{1,2}\s?|//?|;\s?|--?\s?"
    r"|(?:THROUGH|through|THRU|thru|to|TO)\s)"
)
_LOW = (
    r"(?:\([a-z]\)|\[[a-z]\]|[b-hj-z](?![A-Za-z'])"
    r"|a(?=[).,;:/\x00-]|\sand\s(?:\(?[b-z]|sep ?tels?)\b|$))"
)
_REF = re.compile(
    r"[RrSs](?<![A-Za-z].)(?:(?P<septel>(?<=[Ss])(?:ep ?tel|EP ?TEL)[sS]?(?![A-Za-z]))|"
    r"(?P<word>(?<=[Rr])(?:ef(?:[ -]?[Tt]el(?:egram)?)?|EF(?:[ -]?TEL(?:EGRAM)?)?|etel|ETEL"
    r"|(?:EFERENCE|eference)(?=[sS]?\s\(?[A-H]\b))[sS]?)"
    r"(?:\.|:(?! {1,2}[A-Z]\. ))?"
    r"(?![a-z]|[A-Z][A-Za-z]|\s[Ss](?:ep|EP) ?[Tt])"
    r"(?:[ -]?"
    rf"(?:\((?=[A-Z](?:\s?[,&/-]\s?|\s(?:and|AND)\s)[A-Z]\b))?(?P<labels>{_LABEL}(?:{_JOIN}(?:(?:ref|REF|Ref)\s)?{_LABEL}){{0,12}})"
    rf"| ?(?P<low>(?<=[\s(]){_LOW}(?:(?:,\s?(?:and\s)?|/|-|\sand\s){_LOW}){{0,12}})"
    r"| \(?(?P<figure>\d)\)?(?![\d/%]|[.,]\d))?)"
)
SIGNS = ("ref", "retel", "septel", "sep tel")
"""How all of these words begin, in small letters."""

_DOUBTFUL = frozenset("I123456789")
"""Labels that count only when the REF block has them: `Ref A, I think`, `ref 2 cables`."""

Hit = tuple[str, str | None, str | None, str, bool]
"""As written, label, target, kind, and whether it is one of several."""


def find_labels(text: str) -> list[re.Match[str]]:
    """The words that cite by a label, looked for where a sign of one stands."""
    lower = text.lower()
    if len(lower) != len(text):
        return list(_REF.finditer(text))
    found: list[re.Match[str]] = []
    end = 0
    for place in sorted([place for sign in SIGNS for place in places_of(sign, lower)]):
        if place >= end and (match := _REF.match(text, place)):
            found.append(match)
            end = match.end()
    return found


def places_of(sign: str, text: str, start: int = 0) -> Iterator[int]:
    """Where a sign stands in a text, from a place on, found without a pattern."""
    place = text.find(sign, start)
    while place >= 0:
        yield place
        place = text.find(sign, place + 1)


def rows_of_label(match: re.Match[str], refs: Sequence[Ref]) -> Iterator[Hit]:
    """What a label found by `find_labels` cites: one hit for each row of the REF block."""
    raw = " ".join(match[0].split())
    if match["septel"]:
        yield raw, None, None, "septel", False
        return
    known = {ref.label for ref in refs}
    written = match["labels"] or (match["low"] or "").upper() or match["figure"] or ""
    labels = [label for label in _expand(written) if label in known or label not in _DOUBTFUL]
    if not labels:
        targets: list[str | None] = [ref.target_id for ref in refs if ref.target_id]
        for target in targets or (None,):
            yield raw, None, target, "reftel", len(targets) > 1
        return
    for label in labels:
        rows = [ref.target_id for ref in refs if ref.label == label]
        if not rows and len(refs) == 1 and refs[0].label is None:
            rows = [refs[0].target_id]
        for target in rows or (None,):
            yield raw, label, target, "label", False


def _expand(written: str) -> Iterator[str]:
    """Labels of `A, B and D-F`, in order, once each."""
    tokens = re.findall(
        r"(?<![A-Za-z])[A-Z](?![A-Za-z])|\d|-|through|THROUGH|thru|THRU|\bto\b|\bTO\b", written
    )
    labels: list[str] = []
    is_range = False
    for part in tokens:
        if len(part) > 1 or part == "-":
            is_range = True
            continue
        first = ord(labels[-1]) + 1 if is_range and labels else ord(part)
        labels += [chr(code) for code in range(first, ord(part) + 1)] or [part]
        is_range = False
    yield from dict.fromkeys(labels)
