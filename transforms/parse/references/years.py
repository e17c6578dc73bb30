"""Years in the REF block: before the post, behind the serial, or neither.

07 OSLO 5   2005 LA PAZ 812   '07 OSLO 5   (99) ROME 88   07 411      before
PANAMA 00512/07   QUITO 4101-07   AMMAN 01410 99   OSLO 64 (07)       behind
OSLO 410/409   OSLO 12, 13   OSLO 2007                                none: serials
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.parse.header.dtg import year_before
from transforms.parse.references.cited_cable import CitedCable
from transforms.parse.references.tokens import Token, words_behind

_OLDEST = 10
"""Years that a reference may go back for `/07` to be a year (cable formats 3.13)."""

_FIRST_YEAR, _LAST_YEAR = 66, 10
"""Of two figures; no message is from another year (cable formats 3.1)."""

_NEIGHBOUR = 50
"""`PARIS 1990/1998` are two serials, the second not far from the first."""

_IN_WORDS = re.compile(r"\s?(?:OF|FROM|IN|CY)\s((?:19|20)\d\d)\s?|\s?((?:19|20)\d\d),?\sNOTAL\s?")


def has_form_of_year(figures: str) -> bool:
    """Whether a number is a year of four digits."""
    return len(figures) == 4 and figures[:2] in {"19", "20"}


def year_of(token: Token, citing: int) -> int:
    """The four-digit year that a token names.

    Args:
        token: Two or four digits; of three (`094`) the last two count, for the first is a typing
            error (cable formats 3.1).
        citing: Year of the citing cable, four digits.
    """
    figures = token.figures
    return year_before(int(figures[-2:] if len(figures) == 3 else figures), citing)


def year_in_words(bracket: str) -> int | None:
    """The year that a bracket says of the cable before it: `(OF 2007)`, `(2007 NOTAL)`."""
    match = _IN_WORDS.fullmatch(bracket, 1, len(bracket) - 1)
    return int(match[1] or match[2]) if match else None


def stands_before(tokens: Sequence[Token], index: int, *, is_first: bool) -> bool:
    """Whether a number is the year of the cable behind it: `07 OSLO 5`, `07 411`.

    Args:
        tokens: Of the piece.
        index: Of the number.
        is_first: Whether no serial stands right before it.
    """
    figures = tokens[index].figures
    is_slip = len(figures) == 3 and figures[0] == "0" and index == 0
    if len(figures) != 2 and not has_form_of_year(figures) and not is_slip:
        return False
    if index and len(figures) == 2 and _LAST_YEAR < int(figures) < _FIRST_YEAR:
        return False
    is_slashed = index == 0 and figures[0] == "0" and tokens[1:2] and tokens[1].text == "/"
    words, has_serial = words_behind(tokens, 1 if is_slashed else index)
    if has_serial:
        return words[0].meaning != "month" or [word.text for word in words[1:2]] == ["DEL"]
    following = tokens[index + 1 : index + 3]
    if following and following[0].text in {"-", "/"} and is_first and figures[0] == "0":
        following = following[1:]
    is_serial = bool(following) and following[0].kind == "number"
    return is_first and is_serial and len(figures) == 2 and len(following[0].figures) >= 3


def is_year_between(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number between a post and its serial is the year: `OSLO 07 410`, `OSLO (07) 410`.

    Two digits must have a leading zero, an apostrophe or brackets; serials have none of these when
    they are so short.
    """
    token, figures = tokens[index], tokens[index].figures
    following = list(tokens[index + 1 : index + 3])
    is_spaced = not (following and following[0].kind == "separator")
    if not is_spaced and following[0].text in {"-", "/"}:
        following.pop(0)
    if not following or following[0].kind != "number" or len(following[0].figures) < 3:
        return False
    place = tokens.index(following[0])
    if has_form_of_year(following[0].figures) and words_behind(tokens, place)[1]:
        return False
    if token.kind == "year" or has_form_of_year(figures):
        return is_spaced
    return len(figures) == 2 and (figures[0] == "0" or token.text[0] in "'’")


def opens_next(tokens: Sequence[Token], index: int, *, is_dated: bool) -> bool:
    """Whether a year in brackets is that of the cable behind it: `OSLO 5 / (03) BERN 88`.

    Args:
        tokens: Of the piece.
        index: Of the year.
        is_dated: The cable before it has a year.
    """
    above = tokens[index - 1]
    if above.text not in {"-", "/"} and (above.kind == "separator" or above.is_joint):
        return True
    if tokens[-1].kind == "year" or not words_behind(tokens, index)[1]:
        return False
    is_apart = above.text == "/" and above.end < tokens[index].start
    return is_dated or is_apart or above.kind in {"bracket", "quote"}


def stands_behind(
    tokens: Sequence[Token], index: int, cable: CitedCable, *, separator: str, citing: int
) -> bool:
    """Whether a number is the year of the cable before it: `00512/07`, `4101-07`, `01410 99`.

    Args:
        tokens: Of the piece.
        index: Of the number.
        cable: The cable before it.
        separator: Between that cable's serial and the number; empty for a blank.
        citing: Year of the citing cable, four digits.
    """
    token = tokens[index]
    figures = token.figures
    if separator not in {"", "/", "-"} or not (len(figures) == 2 or has_form_of_year(figures)):
        return False
    if not 0 <= citing - year_of(token, citing) <= _OLDEST:
        return False
    if len(figures) == len(cable.serial) and 0 < int(figures) - int(cable.serial) < _NEIGHBOUR:
        return False
    is_tight = token.start - cable.end <= 1 and separator != ""
    words, has_serial = words_behind(tokens, index)
    if len(figures) == 4 and (separator != "" or len(cable.serial) <= 4):
        return separator != "" and (is_tight or not words)
    if len(cable.serial) < 3 and token.text[0] not in "'’":
        return False
    return is_tight or not has_serial or _stand_behind_throughout(tokens)


def _stand_behind_throughout(tokens: Sequence[Token]) -> bool:
    """Whether the piece ends in a serial and a year, as `AMMAN 01410 99 AMMAN 02020 00` does."""
    last = tokens[-2:]
    return all(token.kind == "number" for token in last) and len(last[-1].figures) == 2
