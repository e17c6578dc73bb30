"""Numbers in titles and names of the REF block that look like serials.

OSLO WEEKLY 12 MARCH   ACTION PROGRAM 2008         a day or a year behind no post that we know
OSLO 60 - PIERS IN PARIS 2008   OSLO'S 2008 PLAN   a year behind the post of a title
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.parse.references.tokens import Token
from transforms.parse.references.years import has_form_of_year

TITLE_OPENS = frozenset(["-", "--", "–", "—", ":", "("])
"""Signs behind a cable behind which its title begins."""


def opens_prose(tokens: Sequence[Token], index: int, *, is_apart: bool) -> bool:
    """Whether a number alone is no serial: `12 MARCH`, `2007 ROUND OF TALKS`.

    Args:
        tokens: Of the piece.
        index: Of the number.
        is_apart: No cable stands before it, or a dash parts it from that.
    """
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.kind != "word" or following.ends_name:
        return False
    is_year = is_apart and has_form_of_year(tokens[index].figures)
    return is_year or following.meaning == "month"


def is_day_or_year(tokens: Sequence[Token], index: int, year: Token | None) -> bool:
    """Whether the number behind a name that is no known post's is the day or year of a title.

    Args:
        tokens: Of the piece.
        index: Of the number.
        year: The year before the name, with which no other is looked for.
    """
    following = tokens[index + 1 : index + 2]
    is_day = bool(following) and following[0].meaning == "month"
    is_serial = tokens[index - 1].text == "#"
    return is_day or (year is None and not is_serial and has_form_of_year(tokens[index].figures))


def is_year_of_title(tokens: Sequence[Token], index: int, before: Sequence[Token]) -> bool:
    """Whether the number behind a known post is a year in a title.

    Args:
        tokens: Of the piece.
        index: Of the number.
        before: Words between the cable before it and the post.
    """
    if not has_form_of_year(tokens[index].figures):
        return False
    following = tokens[index + 1 : index + 2]
    is_followed = bool(following) and following[0].kind == "word" and not following[0].ends_name
    is_owned = tokens[index - 1].text.endswith("'S") and is_followed
    return is_owned or any(word.meaning != "filler" for word in before)


def is_stroke_of_post(tokens: Sequence[Token], index: int) -> bool:
    """Whether a stroke may stand between a post and its serial or year: `STATE/41120`."""
    following = tokens[index + 1 : index + 2]
    return tokens[index].text == "/" and bool(following) and following[0].kind == "number"
