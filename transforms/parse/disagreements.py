"""Where the dump's metadata and the text of a cable say different things.

The columns keep one of the two (the rule stands beside each field); this says that there was a
choice. Levels differ on some pages of Cablegate, NOFORN on more (cable formats 3.8).
"""

from __future__ import annotations

import re
from datetime import datetime

from transforms.parse.mrn import parse_mrn
from transforms.parse.opening.captions import split_captions
from transforms.parse.opening.classification import parse_classification
from transforms.parse.text.repair import repair_characters
from transforms.read.record import Metadata

_NOT_LETTERS = re.compile(r"[\W_]+")
_SHORTEST = 12
_PARTS = {"minute": 5, "hour": 4, "day": 3}
"""Year, month, day, hour and minute, as far as they are given."""


def find_disagreements(
    metadata: Metadata,
    *,
    cable_id: str,
    sent_at: datetime | None,
    classification: str | None,
    captions: tuple[str, ...],
    subject: str | None,
) -> tuple[str, ...]:
    """Compare what the dump says of a cable with what its text says.

    Args:
        metadata: What the dump says.
        cable_id: The id that was settled on.
        sent_at: The moment of the date-time group, UTC; None without one.
        classification: Level of the line that opens the body.
        captions: Those of the text.
        subject: That of the text.

    Returns:
        Names of columns of `cables` in the order of the schema. What only one of the two gives is
        no disagreement.
    """
    if not (metadata.mrn or metadata.sent_at or metadata.classification or metadata.subject):
        return ()
    given_level, given_captions = _level(metadata.classification)
    pairs = {
        "cable_id": metadata.mrn != cable_id and _differ(_id(metadata.mrn), cable_id),
        "sent_at": _moments_differ(metadata, sent_at),
        "classification": _differ(given_level, classification),
        "captions": classification is not None
        and given_level is not None
        and ("NOFORN" in given_captions) != ("NOFORN" in captions),
        "subject": _subjects_differ(metadata.subject, subject),
    }
    return tuple(name for name, is_different in pairs.items() if is_different)


def _level(text: str | None) -> tuple[str | None, tuple[str, ...]]:
    found = parse_classification(text) if text else None
    return (found[0], split_captions(found[1])[0]) if found else (None, ())


def _id(text: str | None) -> str | None:
    found = parse_mrn(text) if text else None
    return found.cable_id if found else None


def _differ(given: str | None, own: str | None) -> bool:
    return given is not None and own is not None and given != own


def _moments_differ(metadata: Metadata, sent_at: datetime | None) -> bool:
    if metadata.sent_at is None or sent_at is None or metadata.sent_at == sent_at:
        return False
    size = _PARTS[metadata.sent_at_precision or "minute"]
    return metadata.sent_at.timetuple()[:size] != sent_at.timetuple()[:size]


def _subjects_differ(given: str | None, own: str | None) -> bool:
    """Letters and digits alone count, and a subject that one of the two cut off is the same."""
    if not given or not own or given == own:
        return False
    a, b = (_NOT_LETTERS.sub("", text).upper() for text in (repair_characters(given), own))
    shorter = min(len(a), len(b))
    return a[:shorter] != b[:shorter] or (a != b and shorter < _SHORTEST)
