"""TAGS: what is known of each (`tags.csv`), and what its shape says of those that are not."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources

_PROGRAM = re.compile(r"K[A-Z]{3}")
_GEOGRAPHIC = re.compile(r"[A-Z]{2}")
_SUBJECT = re.compile(r"[ABCEMOPST][A-Z]{3}")


@cache
def _codes() -> dict[str, tuple[str, str]]:
    table = resources.files("transforms.codes").joinpath("tags.csv")
    rows = csv.DictReader(table.read_text("utf-8").splitlines())
    return {row["tag"]: (row["kind"], row["name"]) for row in rows}


@cache
def _misspellings() -> dict[str, str]:
    table = resources.files("transforms.codes").joinpath("tag_misspellings.csv")
    rows = csv.DictReader(table.read_text("utf-8").splitlines())
    return {row["written"]: row["tag"] for row in rows}


def mended_tag(tag: str) -> str:
    """The tag that a misspelling in `tag_misspellings.csv` stands for; any other as it is."""
    return _misspellings().get(tag, tag)


def is_known_tag(tag: str) -> bool:
    """Whether the tag is in the list."""
    return tag in _codes()


def tag_kind(tag: str) -> str:
    """Kind of a tag, a code of `tag_kinds`.

    The list decides; else two letters are geographic, `K` and three letters a program, four letters
    that open like a subject field a subject (cable formats 3.11). All else is `unknown`.
    """
    if tag in _codes():
        return _codes()[tag][0]
    for shape, kind in ((_GEOGRAPHIC, "geographic"), (_PROGRAM, "program"), (_SUBJECT, "subject")):
        if shape.fullmatch(tag):
            return kind
    return "unknown"
