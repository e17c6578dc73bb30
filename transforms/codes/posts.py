"""Posts: canonical names and the spellings seen for them (`post_aliases.csv`).

Aliases come from Cablegate stations and their misspellings, NARA station tokens, ten-character
truncations, routing indicators and site origin names (cable formats, section 4).
"""

from __future__ import annotations

import csv
import re
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib import resources

_PREFIX = re.compile(
    r"^(?:AMEMBASSY|AMCONSUL|AMCONGEN|AMLEGATION|USMISSION|USLO|USINT|AMEMB|EMBASSY|CONSULATE|REO"
    r"|EFTO)(?=[A-Z ])"
)
_NOT_LETTERS = re.compile(r"[^A-Z0-9]")
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


@cache
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


@lru_cache(maxsize=4096)
def nearest_post(name: str) -> str | None:
    """The post that a name was meant for when one letter is wrong, lost or too many.

    Args:
        name: Upper case; `ISLAMBAD`.

    Returns:
        The canonical post; None for names under six letters, and when none or several are near.
    """
    squeezed = _squeeze(name)
    if len(squeezed) < 6 or len(squeezed) > 20:
        return None
    found = get_close_matches(squeezed, known_posts_by_letter().get(squeezed[0], ()), 2, 0.83)
    near = [post for post in found if abs(len(post) - len(squeezed)) <= 1]
    return near[0] if len(near) == 1 else None


@cache
def known_posts_by_letter() -> dict[str, tuple[str, ...]]:
    """Canonical posts by their first letter."""
    posts: dict[str, list[str]] = {}
    for post in sorted(known_posts()):
        posts.setdefault(post[0], []).append(post)
    return {letter: tuple(names) for letter, names in posts.items()}


def canonical_post(name: str) -> str:
    """The canonical post, or the name itself squeezed when it is unknown: nothing is dropped."""
    bare = _PREFIX.sub("", " ".join(name.upper().split())).strip()
    return find_post(name) or _squeeze(_ZERO.sub("O", bare))


def _squeeze(name: str) -> str:
    return _NOT_LETTERS.sub("", name)
