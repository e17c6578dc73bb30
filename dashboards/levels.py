"""Levels of classification on the screen: one colour each, on every page.

The colours are of the palette by Okabe and Ito, which people with any of the common kinds of colour
blindness can tell apart; words or letters stand beside them everywhere, so no colour speaks alone.
"""

from __future__ import annotations

UNMARKED = "no level"

COLOURS = {
    "UNCLASSIFIED": "#009e73",
    "LIMITED OFFICIAL USE": "#56b4e9",
    "CONFIDENTIAL": "#0072b2",
    "SECRET": "#d55e00",
    "TOP SECRET": "#cc79a7",
    UNMARKED: "#999999",
}
"""Level, the lowest first, and its colour."""

LINE_COLOURS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"]
"""For what has no order; from the same palette."""

_CLASSES = {
    "UNCLASSIFIED": "level-u",
    "LIMITED OFFICIAL USE": "level-lou",
    "CONFIDENTIAL": "level-c",
    "SECRET": "level-s",
    "TOP SECRET": "level-ts",
}
_MARKS = (("TS", "level-ts"), ("S", "level-s"), ("C", "level-c"), ("LOU", "level-lou"))
_OPEN_MARKS = ("U", "SBU", "FOUO")


def level_class(level: str | None) -> str:
    """The style class of a cable's level; of none, that of cables without one."""
    return _CLASSES.get(level or "", "level-none")


def level_colour(level: str) -> str:
    """The colour of a level on charts."""
    return COLOURS[level]


def mark_class(mark: str | None) -> str:
    """The style class of a portion mark: that of the level that it names (`S/NF`: SECRET)."""
    first = (mark or "").split("/")[0].upper()
    if first in _OPEN_MARKS:
        return "level-u"
    return next((name for letters, name in _MARKS if first == letters), "level-none")
