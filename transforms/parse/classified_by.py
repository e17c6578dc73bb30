"""Classified By: the person who classified the cable, and the reasons.

Classified By: Amb. Una Bellweather, reasons 1.4 (B) and (D).
CLASSIFIED BY: A. Quill, Deputy Chief of Mission, Embassy Elderport.
REASON: 1.4 (b), (d)
Classified By: Political Counselor Una Bellweather for reasons 1.5 (b/d)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LABEL = re.compile(
    r"\s*(?:1\.\s{0,2})?(?:\([A-Z/]{1,5}\)\s{0,2})?(?:C ?L ?A ?S ?S ?I ?F ?I ?E ?D|Derived"
    r"|CLASIFIED|CLASSFIED|CLASSIFED)\s{1,2}(?:BY|FROM)\b\s{0,2}[:;.]?",
    re.IGNORECASE,
)
"""The label at the start of a line."""

_REASON = re.compile(
    r"[\s,.;(/-]*\b(?:FOR\s+)?(?:THE\s+)?(?:FOLLOWING\s+)?(?:E\.?\s?O\.?\s*\d{5}\s*,?\s*)?"
    r"REASONS?\b(?:\(S\))?",
    re.IGNORECASE,
)
_BARE_REASON = re.compile(
    r"[\s,.;(-]+(?:FOR\s+|PER\s+|UNDER\s+)?(?:E\.?O\.? ?\d{5},? )?1\s?\.\s?[45]\b"
)
_NUMBER = re.compile(r"1\s{0,2}[.,]\s{0,2}([45])")
_LETTER = re.compile(r"(?<![A-Za-z])([a-hA-H])(?![A-Za-z])")
_OFFICE = re.compile(
    r"\s*[,;]\s*(?=(?:Embassy|Consulate|American|U\.?S\.?|Department|Office|EUR|NEA|SCA|EAP|WHA|AF)\b)"
)


@dataclass(frozen=True, slots=True)
class ClassifiedBy:
    """The classifying person as written, and the reasons (`1.4(B)`) in order, once each."""

    classified_by: str | None
    reasons: tuple[str, ...]


def parse_classified_by(text: str) -> ClassifiedBy:
    """Read the Classified By block.

    Args:
        text: The block with its label, lines joined by blanks.

    Returns:
        The person without the office and what follows it; the reasons normalised (cable formats
        3.10; E.O. 12958 and 13526, section 1.4).
    """
    text = " ".join(text.split())
    match = LABEL.match(text)
    rest = text[match.end() :].strip() if match else text.strip()
    split = _REASON.search(rest) or _BARE_REASON.search(rest)
    person = rest[: split.start()] if split else rest
    reasons = _reasons(rest[split.start() :]) if split else ()
    return ClassifiedBy(_person(person), reasons)


def _person(text: str) -> str | None:
    name = _OFFICE.split(text.strip(" :;-"), maxsplit=1)[0]
    name = re.sub(r"\s+(?:for|per|under)$", "", name.strip(" ,;:(-"), flags=re.IGNORECASE)
    if name.endswith(".") and not re.search(r"\b(?:[A-Z]|Jr|Sr|Amb)\.$", name):
        name = name[:-1]
    return name.strip(" ,;:") or None


def _reasons(text: str) -> tuple[str, ...]:
    found: list[str] = []
    numbers = list(_NUMBER.finditer(text))
    for index, match in enumerate(numbers):
        end = numbers[index + 1].start() if index + 1 < len(numbers) else len(text)
        letters = _letters(text[match.end() : end])
        found += [f"1.{match[1]}({letter.upper()})" for letter in letters] or [f"1.{match[1]}"]
    return tuple(dict.fromkeys(found))


def _letters(text: str) -> list[str]:
    """Reason letters at the start of a text, up to the first thing that is none."""
    letters: list[str] = []
    for token in re.findall(r"[A-Za-z]+|[.;:]", text):
        if len(token) == 1 and token.isalpha() and token.lower() in "abcdefgh":
            letters.append(token)
        elif len(token) == 2 and token.isalpha() and set(token.lower()) <= set("bcd"):
            letters.extend(token)
        elif token.lower() not in {"and", "or"} and (letters or token.isalpha()):
            break
    return letters
