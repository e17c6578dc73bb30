"""How `explain` shows what a span became: its kind, a letter, a style and a hue.

Kinds gather columns that a reader thinks of together; the name of the column itself stands beside
the span or appears under the pointer.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One entry of the legend.

    Attributes:
        name: For the legend.
        letter: Underlines the span where there are no colours.
        style: For a terminal.
        hue: Degrees of the colour circle for the page; None for grey.
    """

    name: str
    letter: str
    style: str
    hue: int | None


TEXT = Kind("text of a paragraph", " ", "", None)
NOISE = Kind("noise of transmission or export", "~", "bright_black", None)
GAP = Kind("not understood", "!", "bold white on red", 0)
_TRANSMISSION = Kind("transmission: id, date-time group, precedence", "t", "cyan", 190)
_ADDRESSES = Kind("from, to, attention, signature", "a", "green", 130)
_MARKING = Kind("classification, captions, E.O., Classified By", "c", "yellow", 40)
_ID = Kind("message reference number, sections", "i", "bold bright_yellow", 60)
_TAGS = Kind("TAGS", "g", "magenta", 300)
_SUBJECT = Kind("subject", "s", "bold bright_blue", 225)
_REFS = Kind("reference, mention of a cable", "r", "bright_cyan", 170)
_NUMBER = Kind("paragraph number", "n", "bold blue", 250)
_HEADING = Kind("heading", "h", "bold bright_magenta", 325)

LEGEND = (
    _TRANSMISSION,
    _ADDRESSES,
    _ID,
    _MARKING,
    _TAGS,
    _SUBJECT,
    _REFS,
    _NUMBER,
    _HEADING,
    TEXT,
    NOISE,
    GAP,
)
"""All kinds in the order in which a cable has them."""

_BY_NAME = {
    "cables.transmission_id": _TRANSMISSION,
    "cables.dtg": _TRANSMISSION,
    "cables.precedence": _TRANSMISSION,
    "cables.origin": _ADDRESSES,
    "cables.attention": _ADDRESSES,
    "cables.signed_by": _ADDRESSES,
    "cables.mrn": _ID,
    "cables.section_count": _ID,
    "cables.subject": _SUBJECT,
    "paragraphs.text": TEXT,
    "paragraphs.number": _NUMBER,
    "paragraphs.heading": _HEADING,
}
_BY_TABLE = {
    "noise": NOISE,
    "recipients": _ADDRESSES,
    "tags": _TAGS,
    "refs": _REFS,
    "mentions": _REFS,
    "cables": _MARKING,
    "paragraphs": _MARKING,
}


def kind_of(what: str) -> Kind:
    """The kind of a span by its name, `<table>.<column>` or `noise.<kind>`."""
    return _BY_NAME.get(what) or _BY_TABLE.get(what.partition(".")[0], NOISE)


def note_of(written: str, what: str, value: str | None) -> str | None:
    """The value of a span where it says more than the text; else None."""
    if value is None or kind_of(what) is TEXT:
        return None
    return None if _squeeze(written) == _squeeze(value) else value


def _squeeze(text: str) -> str:
    return "".join(filter(str.isalnum, text.upper()))
