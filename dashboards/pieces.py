"""A paragraph cut into what is shown differently: mentions of cables, redactions, and the rest.

    ...as reported in [ref A], the minister told [XXXXXXXXXXXX] that...
                       mention                    redaction

A search hit is cut alike: the words that were found, and the rest. Nothing here is markup; the
templates make links and marks of the pieces and escape their text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboards.questions import Row
from transforms.parse.text.redactions import redaction_spans

MARK_BEFORE, MARK_AFTER = "\x02", "\x03"  # as `explore_search.sql` asks for; no text has these
_MARKED = re.compile(f"{MARK_BEFORE}([^{MARK_BEFORE}{MARK_AFTER}]*){MARK_AFTER}")
_STRAY = re.compile(f"[{MARK_BEFORE}{MARK_AFTER}]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text.

    Attributes:
        text: As it stands in the text.
        kind: `text`, `redaction`, `mention` or `match`.
        mentions: Of a mention, its rows: one for each cable that it points to.
    """

    text: str
    kind: str = "text"
    mentions: tuple[Row, ...] = ()


def cut_paragraph(text: str, mentions: Sequence[Row]) -> list[Piece]:
    """Cut a paragraph at its mentions and redactions.

    Args:
        text: The paragraph.
        mentions: Rows of `cable_mentions` for this paragraph, in their order. Rows of the same
            words in a row are one mention of several cables (`refs A and C`).

    Returns:
        Pieces that joined give the text; a mention that the text does not hold is left out.
    """
    spans = [(*span, Piece(text[slice(*span)], "redaction")) for span in redaction_spans(text)]
    spans += _mention_spans(text, mentions)
    pieces: list[Piece] = []
    done = 0
    for start, end, piece in sorted(spans, key=lambda span: span[:2]):
        if start < done:
            continue
        if start > done:
            pieces.append(Piece(text[done:start]))
        pieces.append(piece)
        done = end
    if done < len(text):
        pieces.append(Piece(text[done:]))
    return pieces


def _mention_spans(text: str, mentions: Sequence[Row]) -> Iterator[tuple[int, int, Piece]]:
    done = 0
    index = 0
    while index < len(mentions):
        raw = mentions[index]["raw"]
        rows = [mentions[index]]
        targets = {mentions[index]["target_id"]}
        while (
            index + 1 < len(mentions)
            and mentions[index + 1]["raw"] == raw
            and mentions[index + 1]["target_id"] not in targets
        ):
            index += 1
            rows.append(mentions[index])
            targets.add(mentions[index]["target_id"])
        index += 1
        start = text.find(raw, done)
        if raw and start >= 0:
            done = start + len(raw)
            yield start, done, Piece(raw, "mention", tuple(rows))


def cut_passage(passage: str) -> list[Piece]:
    """Cut a passage of a search at the words that were found.

    Args:
        passage: With `MARK_BEFORE` and `MARK_AFTER` around these words.

    Returns:
        Pieces without the marks.
    """
    pieces: list[Piece] = []
    done = 0
    for match in _MARKED.finditer(passage):
        pieces.append(Piece(_STRAY.sub("", passage[done : match.start()])))
        pieces.append(Piece(match.group(1), "match"))
        done = match.end()
    pieces.append(Piece(_STRAY.sub("", passage[done:])))
    return [piece for piece in pieces if piece.text]
