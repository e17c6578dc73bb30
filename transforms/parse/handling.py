"""Handling: the level of a cable, its captions, and whether it is a corrected copy.

S E C R E T SECTION 01 OF 02 ELDERPORT 000417 NOFORN      level and caption of the first section
SIPDIS / FOR QUILL ONLY                                   captions, a passing line that is one
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from transforms.parse.blocks import Message
from transforms.parse.body.later_sections import later_levels
from transforms.parse.header.format_lines import Header
from transforms.parse.opening.captions import (
    caption_of_passing_line,
    is_corrected_copy,
    is_handling_sentence,
    merge_captions,
    parse_caption_line,
)
from transforms.parse.opening.classification import MarkingLine, highest_level, parse_classification
from transforms.parse.text.message import Claim
from transforms.parse.text.residue import unlink
from transforms.read.record import Record

_ABOVE = 3
"""Lines above the marking line among which one may say that this is a corrected copy."""


class Handling(NamedTuple):
    """Who may see a cable; fields are the columns of `cables`."""

    classification: str | None
    captions: tuple[str, ...]
    is_corrected_copy: bool


def read_handling(
    record: Record,
    message: Message,
    header: Header,
    marking: MarkingLine | None,
    claims: Iterable[Claim],
) -> Handling:
    """Level and captions of a cable.

    Args:
        record: As a reader yields it.
        message: Its parts.
        header: Of transmission; it may say that this is a corrected copy.
        marking: The line that opens its body.
        claims: Those of its body.

    Returns:
        The dump's level where it gives one, else the highest of the text's sections (cable formats
        3.7, 3.8); the captions in the order of their lines, once each.
    """
    lines = [unlink(line.text) for line in message.lines_of("captions")]
    written = record.metadata.classification
    given = parse_classification(written) if written else None
    level = given[0] if given else None
    if level is None and marking is not None:
        level = highest_level([marking.classification, *later_levels(record.text, claims)])
    own = marking.captions if marking else ()
    named = [*lines, *(unlink(line.text) for line in message.lines_of("subject"))]
    named += [line.text for line in message.header[-_ABOVE:] if line.text[:1] == "C"]
    is_corrected = any(map(is_corrected_copy, named)) or bool(marking and marking.is_corrected_copy)
    captions = merge_captions(own, *_caption_groups(message, lines), _captions_of_text(message))
    return Handling(level, captions, is_corrected or header.is_correction)


def _captions_of_text(message: Message) -> tuple[str, ...]:
    """The captions of a sentence on handling that opens the body."""
    first = message.body.texts[0] if message.body.texts else ""
    return parse_caption_line(first) if is_handling_sentence(first) else ()


def _caption_groups(message: Message, lines: Sequence[str]) -> list[tuple[str, ...]]:
    """The captions of each line in order; some passing lines are captions, too."""
    groups = list(map(parse_caption_line, lines))
    passing = message.lines_of("attention")
    if not any(map(caption_of_passing_line, (line.text for line in passing))):
        return groups
    starts = [line.start for line in message.lines_of("captions")]
    placed = [*zip(starts, groups, strict=True)]
    placed += [(line.start, caption_of_passing_line(line.text)) for line in passing]
    return [captions for _, captions in sorted(placed)]
