"""Tokens of the REF block, each with its place, and what words among them mean.

07OSLO410           a year, a word, a number          O6 0TTAWA O22     letters for digits and back
PORT-OF-SPAIN 6     one word, a number                OSLO 410-07       number, dash, number
(07)   (NOTAL)   [FERRY TALKS]   "Ferry talks"        brackets and quotes are one token each
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from transforms.codes.ref_words import ref_words

MONTH = (
    r"(?:(?:FEB|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}"
    r"|(?:JAN(?:U[A-Z]{0,6})?|MAR(?:CH)?)(?![A-Z]|\sDEL\b))\.?"
)
"""A month, short, whole or misspelt; but no `MARSEILLE`, `MAR DEL PLATA`, `DE JANEIRO`."""

_DATE = (
    rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})|{MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?"
    rf"|\d{{1,2}}\s{MONTH}(?:\s\d{{4}}|\s\d{{2}})?|{MONTH},?\s\d{{4}})"
)
_BEHIND = re.compile(
    rf"(\d[\s),(]{{1,4}})(?:(?:(?:OF|DATED|DTD|ON|FROM)\s)?{_DATE}(?!\d)"
    r"|C-[A-Z]{2}\d-\d{3,5}|(?:DTG:?\s)?\d{6}Z(?:\s{0,2}[A-Z]{3}\s{0,2}\d{2,4})?"
    r"|PARA(?:GRAPH)?S?\s\d{1,2}(?:-\d{1,2}(?!\d)|(?:,\s(?:AND\s)?|\sAND\s|\s&\s)\d{1,2}(?!\d|\s[A-Z])){0,4})",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"[(\[]{1,2}\s?['’]?(?P<year>(?:19|20)\d\d|\d\d)(?:\s?[)\]]|(?=[\s,;.]{0,3}$|[,;.]))"
    r"|\(\s?#?(?P<boxed>\d{3,6})\s?\)"
    r"|(?P<bracket>\((?:[^()]|\([^()]{0,200}\)){0,300}\)|\[[^\[\]]{0,300}\])"
    r"|(?P<quote>\"[^\"]{0,300}\"|“[^“”]{0,300}”)"
    r"|(?P<date>(?<!\d)\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d))"
    r"|(?P<number>['’]?(?:O\d|\d{4}|\d\d)"
    r"(?=0?[A-Z][A-Za-z]{2}|[a-z]{4,20}\d|(?!TH|ND|RD)[A-Z][A-Za-z][ .]{1,2}[A-Z][A-Za-z]{2})"
    r"|['’]?(?:O(?=\d))?\d[\dO]*(?![A-Za-z]{2}|\d))"
    r"|(?P<word>0?[A-Za-z](?:[A-Za-z'’.]|0(?=[A-Z]{1,9}\b|\s\d))*(?:-[A-Za-z'’]{2,})*)"
    r"|(?P<junk>\d+[A-Za-z]\w*)"
    r"|(?P<separator>--?|[,;/&#:(\"“–—|])"
)
_LONGEST_SERIAL = 6
_LONGEST_PADDED = 10
_WITHIN = frozenset(["-", "#", ":"])
"""Separators within a reference, between its year, its post and its serial."""


class Token(NamedTuple):
    """One token.

    Attributes:
        kind: `year` (in brackets), `boxed` (a number in brackets), `bracket`, `quote`, `date`,
            `number`, `junk` (figures and letters), `word`, `separator`.
        text: Upper case; of brackets what is within them.
        start: Offset of its first character.
        end: Offset behind its last.
        meaning: Of a word that is no name, its meaning in `ref_words.csv`; else empty.
        is_lower: Whether it begins with a small letter.
    """

    kind: str
    text: str
    start: int
    end: int
    meaning: str
    is_lower: bool

    @property
    def figures(self) -> str:
        """A number with `0` for the letter `O`, without the apostrophe of a year."""
        return self.text.lstrip("'’").replace("O", "0")

    @property
    def is_joint(self) -> bool:
        """Whether it stands between two references: a comma, a stroke, `AND`."""
        return self.text in {",", "/", "&", "AND"}

    @property
    def ends_name(self) -> bool:
        """Whether it is a word that is part of no name and no title: `AND`, `NOTAL`."""
        return self.meaning in {"aside", "earlier_too"}


def is_serial(figures: str) -> bool:
    """Whether a number may be a serial: six figures at most, without the zeros before them."""
    return 0 < len(figures.lstrip("0")) <= _LONGEST_SERIAL and len(figures) <= _LONGEST_PADDED


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text on one line, in order.

    A date, a date-time group or a paragraph number that follows a serial gives none.
    """
    blanked = _BEHIND.sub(lambda match: match[1] + " " * (len(match[0]) - len(match[1])), text)
    return [_token(match) for match in _TOKEN.finditer(blanked)]


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup or ""
    text = match[kind]
    is_lower = text[:1].islower()
    upper = text.upper()
    if kind != "word":
        return Token(kind, upper, match.start(), match.end(), "", is_lower)
    upper = upper.replace("’", "'").rstrip(".")
    meaning = ref_words().get(upper, "")
    return Token(kind, upper, match.start(), match.end(), meaning, is_lower)


def words_behind(tokens: Sequence[Token], index: int) -> tuple[list[Token], bool]:
    """The words that follow a token, and whether a number follows them.

    Args:
        tokens: All tokens.
        index: Of the token behind which to look.

    Returns:
        Up to five words of a name; True when a serial stands behind them, as in `07 OSLO #410`.
    """
    words: list[Token] = []
    for token in tokens[index + 1 : index + 8]:
        if token.kind == "word" and not token.ends_name:
            words.append(token)
        elif token.kind in {"number", "boxed"}:
            return words, bool(words)
        elif token.kind != "separator" or token.text not in _WITHIN:
            break
    return words, False
