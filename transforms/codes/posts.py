"""Posts: canonical names and the spellings seen for them (`post_aliases.csv`).

Aliases come from Cablegate stations and their misspellings, NARA station tokens, ten-character
truncations, routing indicators and site origin names (cable formats, section 4).
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib import resources

_PREFIX = re.compile(
    r"^(?:AMEMBASSY|AMCONSUL|AMCONGEN|AMLEGATION|USMISSION|USLO|USINT|AMEMB|EMBASSY|CONSULATE|REO"
    r"|EFTO)(?=[A-Z ])"
)
_NOT_LETTERS = re.compile(r"[^A-Z0-9]")
_LONGEST_NAME = 24
_ZERO = re.compile(r"(?<=[A-Z])0(?=[A-Z])|^0(?=[A-Z]{2})")


@cache
def _aliases() -> dict[str, str]:
    table = resources.files("transforms.codes").joinpath("post_aliases.csv")
    rows = csv.DictReader(table.read_text("utf-8").splitlines())
    aliases: dict[str, str] = {}
    for row in rows:
        aliases[row["alias"]] = row["post"]
        aliases.setdefault(_squeeze(row["alias"]), row["post"])
        aliases[row["post"]] = row["post"]
    return aliases


@cache
def known_posts() -> frozenset[str]:
    """All canonical posts."""
    return frozenset(_aliases().values())


@lru_cache(maxsize=16384)
def find_post(name: str) -> str | None:
    """The canonical post for a name as written.

    Args:
        name: In any case, with or without blanks, punctuation, `AMEMBASSY` and the like, digit `0`
            for the letter.

    Returns:
        The canonical post without spaces, or None when no alias fits (cable formats 3.2).
    """
    upper = " ".join(name.upper().split())
    bare = _PREFIX.sub("", upper).strip()
    mended = _ZERO.sub("O", bare)
    for candidate in (upper, bare, _squeeze(upper), _squeeze(bare), _squeeze(mended)):
        if candidate in _aliases():
            return _aliases()[candidate]
    return None


@lru_cache(maxsize=16384)
def may_end_post(word: str) -> bool:
    """Whether a word may be the last one of a post's name; a quick look that rules out most words.

    Args:
        word: Letters, in any case. One in small letters ends names of several words only.
    """
    if word[:1].islower():
        return word.upper() in _last_words()
    return _squeeze(word.upper()) in _ends_of_aliases()


@cache
def _last_words() -> frozenset[str]:
    return frozenset(alias.rpartition(" ")[2] for alias in _aliases() if " " in alias)


@cache
def _ends_of_aliases() -> frozenset[str]:
    squeezed = {_squeeze(alias) for alias in _aliases()}
    return frozenset(alias[start:] for alias in squeezed for start in range(len(alias)))


@lru_cache(maxsize=4096)
def nearest_post(name: str, origin: str = "") -> str | None:
    """The post that a name was meant for when letters of it are wrong, lost, swapped or too many.

    Args:
        name: Upper case; `ISLAMBAD`.
        origin: The citing cable's own post, which need not be in our list.

    Returns:
        The canonical post. Names of six to eight letters may be one step away, longer ones two;
        the first letter must stand, unless it alone is lost or changed places with the second. The
        same letters in another order are one step; of five letters that and a letter lost are all
        that counts. None for shorter names, and when several posts are as near: a wrong guess would
        turn one post into another.
    """
    squeezed = _squeeze(name)
    if not 5 <= len(squeezed) <= _LONGEST_NAME or not squeezed.isalpha():
        return None
    reach = 1 if len(squeezed) <= 8 else 2
    letters = sorted(squeezed)
    near = {
        post: steps
        for post in {*known_posts_by_letter().get(squeezed[0], ()), origin}
        if abs(len(post) - len(squeezed)) <= reach
        and (len(squeezed) > 5 or len(post) > 5 or sorted(post) == letters)
        and (steps := 1 if sorted(post) == letters else _steps_between(squeezed, post, reach))
        <= reach
    }
    nearest = [post for post, steps in near.items() if steps == min(near.values())]
    if not nearest:
        swapped = squeezed[1] + squeezed[0] + squeezed[2:]
        nearest = [p for p in known_posts() if p[1:] == squeezed or p == swapped]
    return nearest[0] if len(nearest) == 1 else None


def _steps_between(written: str, meant: str, reach: int) -> int:
    """Letters wrong, lost, too many or swapped with their neighbour; more than `reach` is as good.

    The optimal string alignment distance.
    """
    before: list[int] = []
    above = list(range(len(meant) + 1))
    for row, letter in enumerate(written, 1):
        line = [row]
        for column, other in enumerate(meant, 1):
            steps = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != other))
            is_swap = row > 1 and column > 1 and letter == meant[column - 2]
            if is_swap and other == written[row - 2]:
                steps = min(steps, before[column - 2] + 1)
            line.append(steps)
        if min(line) > reach:
            return reach + 1
        before, above = above, line
    return above[-1]


@cache
def known_posts_by_letter() -> dict[str, tuple[str, ...]]:
    """Canonical posts by their first letter."""
    posts: dict[str, list[str]] = {}
    for post in sorted(known_posts()):
        posts.setdefault(post[0], []).append(post)
    return {letter: tuple(names) for letter, names in posts.items()}


def canonical_post(name: str) -> str:
    """The canonical post, or the name itself squeezed when it is unknown: nothing is dropped."""
    if (post := find_post(name)) is not None:
        return post
    bare = _PREFIX.sub("", " ".join(name.upper().split())).strip()
    return _squeeze(_ZERO.sub("O", bare))


def _squeeze(name: str) -> str:
    return _NOT_LETTERS.sub("", name)
