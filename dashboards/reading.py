"""A cable as a page: its paragraphs with headings, marks and links, ready for the template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboards.pieces import Piece, cut_paragraph
from dashboards.questions import Row

_NAMED_KINDS = ("summary", "comment", "action", "annex")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as it is shown.

    Attributes:
        ordinal: Its place in the cable.
        number: The printed number, or None.
        mark: The portion mark, or None.
        kind: `summary`, `comment`, `action`, `body`, `table` or `annex`.
        heading: The heading above it, where a new one begins.
        opens: The part of the message that begins with it (`Summary`), or None.
        pieces: Its text.
    """

    ordinal: int
    number: int | None
    mark: str | None
    kind: str
    heading: str | None
    opens: str | None
    pieces: tuple[Piece, ...]


def blocks(paragraphs: Sequence[Row], mentions: Sequence[Row]) -> list[Block]:
    """The paragraphs of a cable as they are shown.

    Args:
        paragraphs: Of `cable_paragraphs.sql` or `version_paragraphs.sql`.
        mentions: Of `cable_mentions.sql`; none for a text that is not the current one.
    """
    found: list[Block] = []
    heading, kind = None, "body"
    for row in paragraphs:
        inside = [m for m in mentions if m["paragraph_ordinal"] == row["ordinal"]]
        found.append(
            Block(
                ordinal=row["ordinal"],
                number=row["number"],
                mark=row["classification"],
                kind=row["kind"],
                heading=row["heading"] if row["heading"] != heading else None,
                opens=_name(row["kind"]) if row["kind"] != kind else None,
                pieces=tuple(cut_paragraph(row["text"], inside)),
            )
        )
        heading, kind = row["heading"], row["kind"]
    return found


def _name(kind: str) -> str | None:
    return kind.capitalize() if kind in _NAMED_KINDS else None


def reading_minutes(word_count: int) -> int:
    """Minutes that reading takes, at 230 words a minute."""
    return max(1, round(word_count / 230))
