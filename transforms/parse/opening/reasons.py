"""Reasons of classification: the letters of section 1.4, which was 1.5 before March 2003.

reasons 1.4 (b) and (d)      REASON: 1.5 (B/D)      1.4 b,d      1.4 (b-d)      1 .4(B)(D)
reason: 1.4 (b) foreign information and (d) foreign policy
"""

from __future__ import annotations

import re
from itertools import zip_longest

_NUMBER = re.compile(r"1\s{0,2}[.,]\s{0,2}([45])(?!\d)")
_ORDER = re.compile(r"E\.?\s?O\.?\s*\d{5}", re.IGNORECASE)
_TOKEN = re.compile(r"\([A-Ha-h]\)|[A-Za-z]+|[.;:]")
_RANGE = re.compile(r"(?<![A-Za-z])\(?([A-Ha-h])\)?\s?-\s?\(?([A-Ha-h])\)?(?![A-Za-z])")
_CLAUSE = re.compile(r"(?<!O)\.\s+(?=(?!AND\b)[A-Z][A-Za-z]{2})|\b(?=(?i:DECL|DERIVED))")
"""Where reasons end and something else begins; the stops of `E.O. 12958` end nothing."""

HAS_REASON = re.compile(r"(?<!\d)1\s?\.\s?[45]\b|\breasons?\b", re.IGNORECASE)
"""What a sentence that gives reasons holds."""

_STOPPED = re.compile(
    r"(?<![A-Za-z])([A-Ha-h]\)?)[.;](?=\)|\s?(?:and\b|&|or\b|,|/)?\s?\(?[A-Ha-h]\b)", re.I
)
"""`1.4 b. and d.`, `(b.) and (d.)`: a stop behind a letter that ends nothing."""

_ONLY_LETTERS = re.compile(
    r"\breasons?\s(?P<letters>[A-H](?:(?:\s?[,/&]\s?|\sand\s)[A-H]){0,5})[\s.]*$", re.IGNORECASE
)
"""`for reasons b and d`: letters and nothing else behind the word."""

_LETTERS = "abcdefgh"
_GO_ON = frozenset({"and", "AND", *(f"({letter})" for letter in "abcdefghABCDEFGH")})
_FILLERS = frozenset({"and", "or", "sub", "s", "items", "parts"})
_SECTIONS = ("section", "para", "subsection", "subpara")
"""Words and beginnings of words between the number and the letters."""

_LONGEST_RUN = 3


def parse_reasons(text: str) -> tuple[str, ...]:
    """The reasons in a text.

    Args:
        text: From the word `reason` or the number on.

    Returns:
        `1.4(B)`, `1.4(D)`, in order, once each; letters without a number are of 1.4.
    """
    text = _STOPPED.sub(r"\1", _RANGE.sub(_expand, _ORDER.sub(" ; ", text)))
    found: list[str] = []
    numbers = list(_NUMBER.finditer(text))
    for index, match in enumerate(numbers):
        end = numbers[index + 1].start() if index + 1 < len(numbers) else len(text)
        letters = _letters(text[match.end() : end])
        found += [f"1.{match[1]}({letter.upper()})" for letter in letters] or [f"1.{match[1]}"]
    if not numbers and (letters := _letters(_without_number(text))):
        found += [f"1.4({letter.upper()})" for letter in letters]
    unique = dict.fromkeys(found)
    return tuple(
        reason for reason in unique if len(reason) > len("1.4") or _is_only(reason, unique)
    )


def written_reasons(text: str) -> str:
    """The sentences of a text that give reasons, as written, what explains these among them."""
    return "; ".join(clause for clause in _CLAUSE.split(text) if HAS_REASON.search(clause))


def _without_number(text: str) -> str:
    """The letters of reasons that name no section."""
    if match := _ONLY_LETTERS.search(text):
        return match["letters"]
    return re.sub(r"^.*?(?=\(|:|$)", "", text)


def _expand(match: re.Match[str]) -> str:
    """`b-d` is b, c and d."""
    first, last = (_LETTERS.index(match[place].lower()) for place in (1, 2))
    return f" ({') ('.join(_LETTERS[first : last + 1])}) " if first < last else match[0]


def _is_only(bare: str, reasons: dict[str, None]) -> bool:
    return not any(reason.startswith(f"{bare}(") for reason in reasons)


def _letters(text: str) -> list[str]:
    """Reason letters at the start of a text, and behind words those in brackets."""
    letters: list[str] = []
    is_prose = False
    tokens = _TOKEN.findall(text)
    for token, following in zip_longest(tokens, tokens[1:], fillvalue=""):
        word = token.strip("()")
        lower = word.lower()
        if not word.isalpha():
            if letters and word in ".;" and not (word == ";" and following in _GO_ON):
                break
            continue
        is_run = len(lower) <= _LONGEST_RUN and not letters and sorted(set(lower)) == list(lower)
        if is_prose:
            letters.extend(lower if token[0] == "(" else "")
        elif set(lower) <= set(_LETTERS) and (len(lower) == 1 or is_run):
            letters.extend(lower)
        elif lower not in _FILLERS and not lower.startswith(_SECTIONS):
            is_prose = True
    return letters
